//! The state of a text input: its text and cursor.

use tui_input::{Input, InputRequest, StateChanged};

use crate::{
    command::Command,
    text::{MAX_INPUT_BYTES, is_obeyed},
};

/// A line of text with a cursor. Edits treat characters with their accents and joiners as one (a grapheme).
#[derive(Debug, Clone, Default)]
pub struct TextInput {
    input: Input,
    /// True if the last character that was typed did not fit.
    is_full: bool,
    /// True if text was inserted that no result of [`TextInput::update`] has reported yet.
    has_insertion: bool,
    /// True if the text is a suggestion, which the first typed character replaces.
    is_suggestion: bool,
}

impl TextInput {
    /// Creates an input with text, the cursor at its end.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self {
            input: Input::new(text),
            is_full: false,
            has_insertion: false,
            is_suggestion: false,
        }
    }

    /// Creates an input with a suggested text. The first character that is typed replaces it; any other edit keeps it.
    #[must_use]
    pub fn suggestion(text: String) -> Self {
        Self {
            is_suggestion: true,
            ..Self::new(text)
        }
    }

    /// Returns true if the text is a suggestion that nobody has edited.
    #[must_use]
    pub fn is_suggestion(&self) -> bool {
        self.is_suggestion
    }

    /// Returns true if the last character that was typed did not fit: a text has at most [`MAX_INPUT_BYTES`].
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.is_full
    }

    /// Inserts text at the cursor, as far as it fits, without the characters that cannot be typed. The next
    /// [`TextInput::update`] reports the change.
    pub fn insert(&mut self, text: &str) {
        for character in text.chars() {
            let change = self.edit(Command::Type(character));
            self.has_insertion |= change.is_some_and(|change| change.value);
            if self.is_full {
                break;
            }
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
        let mut change = self.edit(command)?;
        change.value |= std::mem::take(&mut self.has_insertion);
        Some(change)
    }

    fn edit(&mut self, command: Command) -> Option<StateChanged> {
        let unchanged = StateChanged {
            value: false,
            cursor: false,
        };
        let request = match command {
            // A paste can have any character, and the input is shown as it is.
            Command::Type(character) if is_obeyed(character) => return Some(unchanged),
            Command::Type(character)
                if self.text().len() + character.len_utf8() > MAX_INPUT_BYTES =>
            {
                self.is_full = true;
                return Some(unchanged);
            }
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
        self.is_full = false;
        if std::mem::take(&mut self.is_suggestion) && matches!(command, Command::Type(_)) {
            self.input.reset();
        }
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
    fn suggestion_is_replaced_by_typing_and_kept_by_other_edits() {
        for (commands, expected) in [
            (&[Type('a'), Type('b')][..], "ab"),
            (&[CursorLeft, Type('a')], "oldhaam"),
            (&[CursorStart, Type('a')], "aoldham"),
            (&[CursorEnd, Type('a')], "oldhama"),
            (&[DeleteBackward, Type('a')], "oldhaa"),
        ] {
            let mut input = TextInput::suggestion("oldham".into());
            for &command in commands {
                assert!(input.is_suggestion() || command != commands[0]);
                input.update(command);
            }
            assert_eq!(input.text(), expected, "{commands:?}");
            assert!(!input.is_suggestion());
        }
        let mut input = TextInput::suggestion("oldham".into());
        input.insert("my file");
        assert_eq!(input.text(), "my file", "a paste replaces it, too");
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
    fn text_that_does_not_fit_is_refused_until_something_is_deleted() {
        let mut input = TextInput::default();
        input.insert(&"é".repeat(MAX_INPUT_BYTES / 2));
        assert!(!input.is_full(), "all of it fits");
        input.update(Type('a'));
        assert!(input.is_full());
        assert_eq!(input.text().len(), MAX_INPUT_BYTES);
        input.update(DeleteBackward);
        assert!(!input.is_full());
        input.insert("東a");
        assert!(input.is_full(), "one of three bytes does not fit");
        assert_eq!(input.text().len(), MAX_INPUT_BYTES - 2);
        assert!(!input.update(Type('東')).is_some_and(|change| change.value));
        input.insert("aaaaaa");
        let change = input.update(Type('a'));
        assert!(
            change.is_some_and(|change| change.value),
            "what was inserted is reported"
        );
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
