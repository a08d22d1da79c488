//! Look-up of commands by key and by word.

use super::{
    bindings::{bindings, bindings_for},
    intent::Command,
    key::Key,
    keyboard_layout::same_position,
    mode::Mode,
};

impl Command {
    /// Returns the command of a key. In a text input, a character without a command is typed. Elsewhere, a character of
    /// another keyboard layout has the command of the key in the same position.
    #[must_use]
    pub fn from_key(mode: Mode, key: Key) -> Option<Self> {
        let bound = |key| {
            bindings_for(mode)
                .find(|binding| binding.keys.contains(&key))
                .map(|binding| binding.command)
        };
        bound(key).or_else(|| match key {
            Key::Char(character) if mode.has_text_input() => Some(Self::Type(character)),
            Key::Char(character) => bound(Key::Char(same_position(character)?)),
            Key::Ctrl(character) => bound(Key::Ctrl(same_position(character)?)),
            _ => None,
        })
    }

    /// Returns the command of a word in line mode, or the one with this name; both in any case.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let in_line_mode = || bindings().filter(|binding| binding.line_mode_word.is_some());
        let word = word.to_lowercase();
        in_line_mode()
            .find(|binding| binding.line_mode_word == Some(&word))
            .or_else(|| in_line_mode().find(|binding| binding.name.to_lowercase() == word))
            .map(|binding| binding.command)
    }
}
