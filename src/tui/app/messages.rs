//! Messages to the user: banners, notices, and texts over the view.

use super::{App, Banner, Effect};
use crate::{
    command::{SaveError, View},
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

    pub(super) fn toggle_bookmark(&mut self) {
        let is_added = self.bookmarks.toggle(self.location());
        self.notice = Some(match self.view {
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
        self.overlay = Some(Overlay::Text(TextPopup::new(
            "Copied",
            "If pasting fails, hold Shift and select the text with the mouse",
            &text,
            "they were copied too",
        )));
        Effect::Copy(text)
    }

    /// Shows the result of [`Effect::Save`].
    pub fn on_saved(&mut self, name: &str, result: Result<(), SaveError>) {
        self.mouse_targets = None;
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
