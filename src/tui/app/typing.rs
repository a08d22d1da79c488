//! Text that is pasted, or typed at once.

use super::App;
use crate::{command::Command, text::MAX_INPUT_BYTES};

impl App<'_> {
    /// Types the first line with text of a pasted text if there is a text input.
    pub fn paste(&mut self, text: &str) {
        if !self.mode().has_text_input() {
            return;
        }
        let line = text
            .split(['\n', '\r'])
            .find(|line| !line.trim().is_empty())
            .unwrap_or_default();
        let typed: String = line
            .chars()
            .filter(|&typed| !typed.is_control())
            .take(MAX_INPUT_BYTES + 1)
            .collect();
        self.type_text(&typed);
    }

    /// Types a text, as far as it fits, if there is a text input.
    ///
    /// Views and overlays react to the first and to the last character only: with each of them a search would look through
    /// the whole dataset again.
    pub fn type_text(&mut self, text: &str) {
        let mut characters = text.chars();
        let first = characters.next();
        let last = characters.next_back();
        let _ = first.map(|first| self.update(Command::Type(first)));
        let input = match &mut self.overlay {
            Some(overlay) => overlay.state_mut().text_input(),
            None => self.views.get_mut(self.view).text_input(),
        };
        if let Some(input) = input {
            input.insert(characters.as_str());
        }
        let _ = last.map(|last| self.update(Command::Type(last)));
    }
}
