//! Messages to the user: banners, notices, and texts over the view.

use super::{App, Banner, CopyOutcome, Effect};
use crate::{
    command::{Command, Key, SaveError, View},
    dataset::ItemIndex,
    query::describe::{name_of, quote},
    tui::overlays::{Overlay, TextPopup},
};

impl App<'_> {
    /// Returns the message at the foot of the screen.
    pub(in crate::tui) fn banner(&self) -> Option<&Banner> {
        self.banner.as_ref()
    }

    /// Shows another message at the foot of the screen, or none. Returns the one before.
    pub(in crate::tui) fn set_banner(&mut self, banner: Option<Banner>) -> Option<Banner> {
        std::mem::replace(&mut self.banner, banner)
    }

    /// Returns the confirmation of the last command, if it has one.
    pub(in crate::tui) fn notice(&self) -> Option<&'static str> {
        self.notice
    }

    /// Shows a confirmation, or why a command does nothing, until the next command or click.
    pub(super) fn notify(&mut self, notice: &'static str) {
        self.notice = Some(notice);
    }

    /// Says how to find the keys, where a key opens the help. In a popup the footer has all of them.
    pub fn on_unknown_key(&mut self) {
        if Command::from_key(self.mode(), Key::Char('?')) == Some(Command::Help) {
            self.notify("Press ? for keys.");
        }
    }

    /// Says why the dataset has nothing for a view.
    pub(super) fn say_why_hidden(&mut self, view: View) {
        self.notify(match view {
            View::Matrix => "There are no themes, so there is no matrix.",
            View::Map => "No area has a position, so there is no map.",
            View::Timeline => "There are no events, so there is no timeline.",
            View::Compare => "There are no two areas to compare.",
            View::Areas | View::Sources | View::Search => "There is nothing to show.",
        });
    }

    pub(super) fn toggle_bookmark(&mut self) {
        let is_added = self.bookmarks.toggle(self.location());
        self.notify(match self.view {
            _ if !is_added => "Mark removed.",
            // The key is typed there.
            View::Search => "Marked.",
            _ => "Marked. Press ' to list the marks.",
        });
    }

    pub(super) fn show_full_text(&mut self, item: ItemIndex) {
        let (snapshot, reference) = (self.snapshot(), self.dataset().reference(item));
        self.overlay = Some(Overlay::Text(TextPopup::new(
            &name_of(snapshot, item),
            &reference,
            &quote(snapshot, item),
            &format!("`oa show {reference}` prints them"),
        )));
    }

    pub(super) fn copy(&mut self, text: String) -> Effect {
        self.on_copied(&text, CopyOutcome::Sent);
        Effect::Copy(text)
    }

    /// Shows the result of [`Effect::Copy`].
    pub fn on_copied(&mut self, text: &str, outcome: CopyOutcome) {
        let (title, status, rest) = match outcome {
            CopyOutcome::Sent => (
                "Copied",
                "If pasting fails, hold Shift and select the text with the mouse",
                "they were copied too",
            ),
            CopyOutcome::NoClipboard => (
                "Not copied",
                "This terminal has no clipboard: select the text with the mouse",
                "they were not copied, either",
            ),
            CopyOutcome::TooLong => (
                "Not copied",
                "It is too long for the clipboard of a terminal",
                "they were not copied, either",
            ),
        };
        let popup = TextPopup::new(title, status, text, rest);
        self.overlay = Some(Overlay::Text(popup));
    }

    /// Shows the result of [`Effect::Save`].
    pub fn on_saved(&mut self, name: &str, result: Result<(), SaveError>) {
        self.forget_clicks();
        let Some(Overlay::Save(prompt)) = &mut self.overlay else {
            return;
        };
        match result {
            Ok(()) => {
                let text = format!("The briefing was saved as {name}.");
                self.overlay = Some(Overlay::Text(TextPopup::new("Saved", "", &text, "")));
            }
            Err(error) => prompt.on_error(error),
        }
    }
}
