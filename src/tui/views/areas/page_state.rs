//! Opening, scrolling and closing the page of an area.

use ratatui::layout::Rect;

use super::{AreasView, area_page::AreaPage};
use crate::{
    command::Command,
    dataset::{AreaIndex, ItemIndex},
    query::outline::AreaRow,
    tui::{
        action::AppAction,
        layout::Pane,
        selectable_list::Motion,
        views::{scope::ViewScope, view_state::ViewState},
    },
};

impl AreasView {
    /// Returns the area whose page covers the panes.
    #[must_use]
    pub(crate) fn page_area(&self) -> Option<AreaIndex> {
        match self.areas.selected() {
            Some(AreaRow::Area(area)) if self.page.is_some() => Some(area),
            _ => None,
        }
    }

    /// Returns the item whose page or full text covers the panes.
    pub(super) fn covering_item(&self) -> Option<ItemIndex> {
        let covers = self.page.is_some() || self.has_full_text();
        covers.then(|| self.selected_item())
    }

    /// Closes the page or the full text. Where its item is not shown any more, it would be that of another.
    pub(super) fn uncover(&mut self) {
        self.page = None;
        self.focus_on(self.focused_list());
    }

    /// Returns true if the selected area has a page: the programme has none, and a small screen shows a pane at a time.
    pub(super) fn can_open_page(&self, scope: &ViewScope) -> bool {
        !self.is_single(scope) && matches!(self.areas.selected(), Some(AreaRow::Area(_)))
    }

    /// Runs a command on the page of an area. The keys that change panes lead to the pages of other areas.
    pub(super) fn update_page(
        &mut self,
        scope: &ViewScope,
        area: AreaIndex,
        command: Command,
    ) -> AppAction {
        let body = scope.rects(false).map_or(Rect::ZERO, |rects| rects.main);
        match command {
            Command::Back if self.return_on_back => {
                self.page = None;
                return AppAction::GoBack;
            }
            Command::Back => self.page = None,
            Command::NextPane | Command::PreviousPane | Command::Left | Command::Right => {
                let is_next = matches!(command, Command::NextPane | Command::Right);
                let steps = if is_next { 1 } else { -1 };
                self.move_by(scope, Pane::Areas, Motion::By(steps));
                self.page = Some(AreaPage::default());
                if self.page_area() == Some(area) {
                    return AppAction::Notify(if is_next {
                        "This is the last area."
                    } else {
                        "This is the first area."
                    });
                }
            }
            Command::Open => return AppAction::Notify("This is the whole page. Esc goes back."),
            _ => {
                let motion = Motion::from_command(command, AreaPage::page(body));
                if let (Some(motion), Some(page)) = (motion, &mut self.page) {
                    page.scroll_by(scope, area, body, motion);
                }
            }
        }
        AppAction::None
    }

    /// Adapts the page to the size of the screen.
    pub(super) fn resize_page(&mut self, scope: &ViewScope) {
        // A screen with a pane at a time has no pages.
        if self.is_single(scope) && !scope.zoomed {
            self.page = None;
        }
        let Some(area) = self.page_area() else { return };
        let body = scope.rects(false).map_or(Rect::ZERO, |rects| rects.main);
        if let Some(page) = &mut self.page {
            page.scroll_by(scope, area, body, Motion::By(0));
        }
    }
}
