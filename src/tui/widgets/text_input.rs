//! The state of a text input: its text and cursor.

use tui_input::{Input, InputRequest, StateChanged};

use crate::command::Command;

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
        let request = match command {
            Command::Type(character) => InputRequest::InsertChar(character),
            Command::DeleteBackward => InputRequest::DeletePrevChar,
            Command::ClearInput => InputRequest::DeleteLine,
            _ => return None,
        };
        let unchanged = StateChanged {
            value: false,
            cursor: false,
        };
        Some(self.input.handle(request).unwrap_or(unchanged))
    }
}
