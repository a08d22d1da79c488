//! The environment of a session: the size and the styles of the terminal, and the limits of a kiosk.

use ratatui::layout::Size;

use super::App;
use crate::{
    command::{Command, View},
    tui::{
        layout::{PaneRects, ScreenLayout, ViewRects},
        styles::{Background, Styles},
    },
};

impl App<'_> {
    /// Returns the size of the screen.
    #[must_use]
    pub fn size(&self) -> Size {
        self.scope.size
    }

    /// Returns the arrangement of the panes.
    #[must_use]
    pub fn layout(&self) -> ScreenLayout {
        self.scope.layout()
    }

    /// Returns the rectangles of the panes, unless the screen is too small.
    #[must_use]
    pub fn pane_rects(&self) -> Option<PaneRects> {
        self.views.areas.layout(&self.scope).pane_rects()
    }

    /// Returns the rectangles of any other view or overlay, unless the screen is too small.
    #[must_use]
    pub fn view_rects(&self) -> Option<ViewRects> {
        self.scope.rects(true)
    }

    /// Returns the styles.
    #[must_use]
    pub fn styles(&self) -> Styles {
        self.styles
    }

    /// Sets the styles.
    pub fn set_styles(&mut self, styles: Styles) {
        self.styles = styles;
    }

    /// Sets the background that the terminal reports.
    pub(in crate::tui) fn set_background(&mut self, background: Background) {
        self.styles.background = background;
    }

    /// Sets whether the public uses the program, so that nothing may lead out of it.
    pub fn set_kiosk(&mut self, kiosk: bool) {
        self.kiosk = kiosk;
    }

    /// Returns true if the view is shown among the tabs: all are that the dataset has something for.
    pub(in crate::tui) fn has_tab(&self, view: View) -> bool {
        view == self.view || !self.hidden_views.contains(&view)
    }

    /// Returns the view that a command would open, if the dataset has nothing for it.
    pub(super) fn hidden_view(&self, command: Command) -> Option<View> {
        let view = command.opened_view()?;
        (!self.has_tab(view)).then_some(view)
    }

    /// Returns true if the command is allowed in this session, and the dataset has something for it.
    pub(in crate::tui) fn is_offered(&self, command: Command) -> bool {
        self.is_allowed(command) && self.hidden_view(command).is_none()
    }

    /// Returns true if the command is allowed in this session.
    pub(in crate::tui) fn is_allowed(&self, command: Command) -> bool {
        command.is_allowed(self.kiosk)
    }
}
