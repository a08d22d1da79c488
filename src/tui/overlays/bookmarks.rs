//! The list of bookmarks.

use super::overlay_state::{OverlayScope, OverlayState, Response, click_row};
use crate::{
    command::{Command, Mode},
    text::{elide_end, text_width},
    tui::{
        action::AppAction,
        history::Location,
        layout::ViewRects,
        mouse_targets::MouseTarget,
        selectable_list::Motion,
        views::line_of,
        widgets::{ItemList, ListRow, RenderContext, row_width},
    },
};

/// The selected bookmark.
#[derive(Debug, Clone, Default)]
pub(crate) struct BookmarkList {
    selected: usize,
}

impl OverlayState for BookmarkList {
    fn mode(&self) -> Mode {
        Mode::Marks
    }

    fn update(&mut self, scope: &OverlayScope, command: Command) -> Response {
        match command {
            Command::Back => return Response::close(AppAction::None),
            Command::Open => {
                return match scope.bookmarks.get(self.selected) {
                    None => Response::stay(AppAction::None),
                    Some(location) if !scope.view.snapshot().contains(location.item) => {
                        Response::stay(AppAction::Notify(
                            "Not known on this date. Press Esc and then d for another date.",
                        ))
                    }
                    Some(&location) => Response::close(AppAction::GoTo(location)),
                };
            }
            Command::Unmark => return Response::stay(AppAction::RemoveBookmark(self.selected)),
            _ => {
                if let Some(motion) = Motion::from_command(command, scope.view.page(false)) {
                    self.selected = motion.apply(self.selected, scope.bookmarks.len());
                }
            }
        }
        Response::stay(AppAction::None)
    }

    fn refresh(&mut self, scope: &OverlayScope) {
        self.selected = Motion::By(0).apply(self.selected, scope.bookmarks.len());
    }

    fn click(&mut self, target: MouseTarget) -> bool {
        click_row(&mut self.selected, target)
    }

    fn render(&self, scope: &OverlayScope, rects: &ViewRects, context: &mut RenderContext) {
        let width = row_width(rects.main);
        let text = |location: &Location| {
            let view = format!(" ({})", location.view.name());
            let snapshot = scope.view.snapshot();
            let text = if snapshot.contains(location.item) {
                line_of(snapshot, location.item)
            } else {
                "Not known on this date".into()
            };
            let text = elide_end(&text, width.saturating_sub(text_width(&view)));
            format!("{text}{view}")
        };
        let rows = scope
            .bookmarks
            .iter()
            .enumerate()
            .map(|(item, location)| ListRow::item(item, text(location)));
        let list = ItemList {
            pane: None,
            title: "Marks",
            status: "kept until you quit",
            counter: None,
            rows: rows.collect(),
            selected: self.selected,
            count: scope.bookmarks.len(),
            focused: true,
            empty: "No marks yet. Press m in a view to add one.",
            styles: context.styles,
        };
        context.render(list, rects.main);
    }
}
