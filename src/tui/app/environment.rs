//! The environment of a session: the styles of the terminal, and the limits of a kiosk.

use super::App;
use crate::{
    command::Command,
    tui::styles::{Background, Styles},
};

impl App<'_> {
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

    /// Returns true if the command is allowed in this session.
    pub(in crate::tui) fn is_allowed(&self, command: Command) -> bool {
        command.is_allowed(self.kiosk)
    }
}
