//! Copying: the first key copies, and says so; the same key at once shows the text.

use super::{App, CopyOutcome, Effect, Notice};
use crate::{
    query::describe::{context_of, counted, describe, quote},
    tui::{
        overlays::{Overlay, TextPopup},
        symbols::shown_text,
    },
};

impl App<'_> {
    /// Copies the selected item with its sources, or shows the text that was copied with the key before.
    pub(super) fn copy_or_show(&mut self, copied: Option<String>) -> Effect {
        match copied {
            Some(text) => {
                self.show_copied(&text);
                Effect::None
            }
            None => self.copy(quote(self.snapshot(), self.selected_item())),
        }
    }

    /// Copies the reference of the selected item.
    pub(super) fn copy_reference(&mut self) -> Effect {
        let reference = self.dataset().reference(self.selected_item());
        self.copy(reference.into_owned())
    }

    fn copy(&mut self, text: String) -> Effect {
        self.on_copied(&text, CopyOutcome::Sent);
        Effect::Copy(text)
    }

    /// Says what came of [`Effect::Copy`].
    pub fn on_copied(&mut self, text: &str, outcome: CopyOutcome) {
        self.copied = Some(text.into());
        let notice = match outcome {
            CopyOutcome::Sent => Notice::done(format!("Copied {}", self.copied_words(text))),
            CopyOutcome::NoClipboard => {
                Notice::problem("Not copied: this terminal has no clipboard")
            }
            CopyOutcome::TooLong => {
                Notice::problem("Not copied: too long for the clipboard of a terminal")
            }
        };
        self.notice = Some(notice.with_text());
    }

    /// Returns what was copied in a few words: `Oldham, priority 3, action, with 1 source`.
    fn copied_words(&self, text: &str) -> String {
        let (snapshot, item) = (self.snapshot(), self.selected_item());
        if text == self.dataset().reference(item) {
            return format!("the reference {text}");
        }
        let context = context_of(snapshot, item);
        match describe(snapshot, item).cites.len() {
            0 => context,
            count => format!("{context}, with {}", counted(count, "source", "sources")),
        }
    }

    /// Shows a copied text over the whole screen, to be selected by hand.
    fn show_copied(&mut self, text: &str) {
        let popup = TextPopup::new(
            "Copied text",
            "to select with the mouse, hold Shift",
            &shown_text(text, self.styles.ascii),
            "they were copied too",
        );
        self.overlay = Some(Overlay::Text(popup.bare()));
    }
}
