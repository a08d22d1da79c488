//! The list of bookmarks.

mod speech;

use ratatui::layout::{Position, Rect};

use super::overlay_state::{OverlayScope, OverlayState, Response, click_row};
use crate::{
    command::{Command, Mode},
    query::{
        describe::{context_of, name_of},
        snapshot::Snapshot,
    },
    text::{elide_end, text_width, wrap_words},
    tui::{
        action::AppAction,
        history::Location,
        layout::cells,
        mouse_targets::MouseTarget,
        selectable_list::Motion,
        speech::SpokenPage,
        styles::StyleRole,
        widgets::{PopupArea, PopupRows, RenderContext, text_of},
    },
};

/// The size of the popup with its frame.
const WIDTH: u16 = 70;
const HEIGHT: u16 = 16;
/// The columns of the name of a view, with a gap before it.
const VIEW_WIDTH: usize = 10;
/// The rows that a page moves by.
const PAGE: isize = 8;

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
                if let Some(motion) = Motion::from_command(command, PAGE) {
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

    fn spoken<'p>(&'p self, scope: OverlayScope<'p>) -> SpokenPage<'p> {
        self.page(scope)
    }

    fn select_spoken(&mut self, index: usize) {
        self.selected = index;
    }

    fn render(&self, scope: &OverlayScope, body: Rect, context: &mut RenderContext) {
        let popup = PopupArea::new(body, WIDTH, HEIGHT);
        popup.render("Marks", "kept until you quit", context);
        let snapshot = scope.view.snapshot();
        let count = scope.bookmarks.len();
        let area = popup.rows(1, 0);
        if count == 0 {
            let text = text_of(area);
            let empty = "No marks yet. Press Esc, and then m in a view to mark what is selected.";
            context.put_wrapped(text, empty, StyleRole::Dim);
            context.set_cursor(Position::new(text.x, text.y));
            return;
        }
        // Marks are wrapped while there is room for all of them.
        let max_lines = usize::from(area.height) / count;
        if max_lines > 1 {
            let columns = usize::from(text_of(area).width).saturating_sub(VIEW_WIDTH);
            let marks = scope.bookmarks.iter().enumerate();
            let lines = marks.flat_map(|(index, location)| {
                let view = location.view.name();
                let text = text_of_mark(snapshot, location);
                let lines = wrap_words(&context.shown(&text), columns, max_lines);
                lines.into_iter().enumerate().map(move |(line, text)| {
                    let view = if line == 0 { view } else { "" };
                    let blanks = columns.saturating_sub(text_width(&text));
                    (index, format!("{text}{:blanks$}{view:>VIEW_WIDTH$}", ""))
                })
            });
            let lines: Vec<(usize, String)> = lines.collect();
            let rows = PopupRows {
                area,
                count: lines.len(),
                selected: self.selected,
                focused: true,
            };
            rows.render_lines(&lines, context);
            return;
        }
        let rows = PopupRows {
            area,
            count,
            selected: self.selected,
            focused: true,
        };
        rows.render(context, |index, row, role, context| {
            let location = &scope.bookmarks[index];
            let view = location.view.name();
            let view_x = row.right().saturating_sub(cells(text_width(view)));
            let columns = usize::from(view_x.saturating_sub(row.x + 1));
            let text = text_of_mark(snapshot, location);
            let text = elide_end(&context.shown(&text), columns).into_owned();
            context.put_str(row.x, row.y, &text, columns, role);
            context.put_str(view_x, row.y, view, usize::from(row.width), StyleRole::Dim);
        });
    }
}

/// Returns what is marked, after the area or priority that it belongs to.
fn text_of_mark(snapshot: Snapshot, location: &Location) -> String {
    if !snapshot.contains(location.item) {
        return "Not known on this date".into();
    }
    let (context, name) = (
        context_of(snapshot, location.item),
        name_of(snapshot, location.item),
    );
    // An area's context is its name.
    if name == *context {
        context
    } else {
        format!("{context}: {name}")
    }
}
