//! Text that is pasted, or typed at once.

use std::{iter::Peekable, str::Chars};

use super::App;
use crate::{command::Command, text::MAX_INPUT_BYTES};

impl App<'_> {
    /// Types the first line with text of a pasted text. Says why not if there is no text input.
    pub fn paste(&mut self, text: &str) {
        if !self.mode().has_text_input() {
            self.on_unbound_key("Pasted text");
            return;
        }
        let line = text
            .split(['\n', '\r'])
            .find(|line| !line.trim().is_empty())
            .unwrap_or_default();
        let typed: String = without_sequences(line)
            .chars()
            .filter(|&typed| !typed.is_control())
            .take(MAX_INPUT_BYTES + 1)
            .collect();
        self.type_text(&typed);
        self.look_for_question();
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

/// Returns a text without escape sequences for terminals, which are part of what some programs print: `ESC [ 31 m`.
fn without_sequences(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match (character, characters.peek()) {
            ('\u{1b}', Some('[')) => {
                characters.next();
                skip_control_sequence(&mut characters);
            }
            ('\u{9b}', _) => skip_control_sequence(&mut characters),
            ('\u{1b}', Some(']' | 'P' | '_' | '^')) => {
                // Such a string ends with BEL or with ESC and a backslash.
                while let Some(inside) = characters.next() {
                    let is_end = inside == '\u{1b}' && characters.next_if_eq(&'\\').is_some();
                    if inside == '\u{7}' || is_end {
                        break;
                    }
                }
            }
            ('\u{1b}', Some(_)) => _ = characters.next(),
            _ => plain.push(character),
        }
    }
    plain
}

/// Skips the rest of a control sequence (ECMA-48): parameters, and a final character from `@` to `~`.
fn skip_control_sequence(characters: &mut Peekable<Chars>) {
    while characters
        .next_if(|character| matches!(character, ' '..='?'))
        .is_some()
    {}
    characters.next_if(|character| matches!(character, '@'..='~'));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_for_terminals_are_left_out() {
        for (pasted, expected) in [
            ("\u{1b}[31mred\u{1b}[0m text", "red text"),
            ("\u{1b}[38;2;1;2;3mred", "red"),
            ("\u{9b}1mbold", "bold"),
            (
                "\u{1b}]8;;https://example.org\u{1b}\\link\u{1b}]8;;\u{7} end",
                "link end",
            ),
            ("\u{1b}(Bplain", "Bplain"),
            ("a[31m", "a[31m"),
            ("\u{1b}[31", ""),
            ("\u{1b}", "\u{1b}"),
            ("\u{1b}[語", "語"),
        ] {
            assert_eq!(without_sequences(pasted), expected, "{pasted:?}");
        }
    }
}
