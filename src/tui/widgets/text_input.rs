//! The state of a text input: its text and cursor.

use tui_input::{Input, InputRequest, StateChanged};

use crate::{command::Command, text::is_obeyed};

/// A line of text with a cursor. Edits treat characters with their accents and joiners as one (a grapheme).
#[derive(Debug, Clone, Default)]
pub struct TextInput {
    input: Input,
}

impl TextInput {
    /// Creates an input with text, the cursor at its end.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self {
            input: Input::new(text),
        }
    }

    /// Returns the text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Returns the text before the cursor and the text after it.
    #[must_use]
    pub fn split_at_cursor(&self) -> (&str, &str) {
        let text = self.text();
        // The cursor counts characters, not bytes.
        let end = text
            .char_indices()
            .nth(self.input.cursor())
            .map_or(text.len(), |(index, _)| index);
        text.split_at(end)
    }

    /// Applies an editing command, and returns what it changed. Returns nothing if the command does not edit text.
    pub fn update(&mut self, command: Command) -> Option<StateChanged> {
        let unchanged = StateChanged {
            value: false,
            cursor: false,
        };
        let request = match command {
            // A paste can have any character, and the input is shown as it is.
            Command::Type(character) if is_obeyed(character) => return Some(unchanged),
            Command::Type(character) => InputRequest::InsertChar(character),
            Command::CursorLeft => InputRequest::GoToPrevChar,
            Command::CursorRight => InputRequest::GoToNextChar,
            Command::CursorStart => InputRequest::GoToStart,
            Command::CursorEnd => InputRequest::GoToEnd,
            Command::DeleteBackward => InputRequest::DeletePrevChar,
            Command::DeleteForward => InputRequest::DeleteNextChar,
            Command::DeleteWord => InputRequest::DeletePrevWord,
            Command::ClearInput => InputRequest::DeleteLine,
            _ => return None,
        };
        Some(self.input.handle(request).unwrap_or(unchanged))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Command::{
        ClearInput, CursorEnd, CursorLeft, CursorRight, CursorStart, DeleteBackward, DeleteForward,
        DeleteWord, Type,
    };

    fn edited(text: &str, commands: &[Command]) -> String {
        let mut input = TextInput::new(text.into());
        for &command in commands {
            assert!(input.update(command).is_some(), "{command:?}");
        }
        let (before, after) = input.split_at_cursor();
        format!("{before}|{after}")
    }

    #[test]
    fn text_is_edited_at_the_cursor() {
        assert_eq!(
            edited("oldam", &[CursorLeft, CursorLeft, Type('h')]),
            "oldh|am"
        );
        assert_eq!(edited("oldham", &[CursorStart, DeleteForward]), "|ldham");
        assert_eq!(
            edited(
                "oldham",
                &[CursorStart, CursorRight, DeleteBackward, CursorEnd]
            ),
            "ldham|"
        );
        assert_eq!(
            edited("oldham", &[CursorLeft, ClearInput, DeleteBackward]),
            "|"
        );
    }

    #[test]
    fn words_are_deleted_with_the_blanks_after_them() {
        assert_eq!(edited("mental health ", &[DeleteWord]), "mental |");
        assert_eq!(
            edited("mental health", &[DeleteWord, DeleteWord, DeleteWord]),
            "|"
        );
    }

    #[test]
    fn graphemes_stay_whole() {
        for grapheme in ["e\u{301}", "👩‍🏫", "🇬🇧", "東"] {
            let text = format!("a{grapheme}b");
            assert_eq!(
                edited(&text, &[CursorLeft, DeleteBackward]),
                "a|b",
                "{grapheme}"
            );
            assert_eq!(
                edited(&text, &[CursorLeft, CursorLeft, DeleteForward]),
                "a|b",
                "{grapheme}"
            );
        }
    }

    #[test]
    fn every_editing_command_edits() {
        let commands = crate::command::bindings().map(|binding| binding.command);
        for command in commands.chain([Type('a')]) {
            let is_edit = TextInput::default().update(command).is_some();
            assert_eq!(is_edit, command.edits_text(), "{command:?}");
        }
    }
}
