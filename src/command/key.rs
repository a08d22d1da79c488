//! Keys and their names.

use std::{fmt, str::FromStr};

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character; a capital letter includes Shift.
    Char(char),
    /// A letter with Ctrl.
    Ctrl(char),
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Enter.
    Enter,
    /// Escape.
    Escape,
    /// Tab.
    Tab,
    /// Tab with Shift.
    ShiftTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// A function key, from F1.
    F(u8),
}

/// Keys that have a name.
const NAMED: [(Key, &str); 15] = [
    (Key::Char(' '), "Space"),
    (Key::Up, "Up"),
    (Key::Down, "Down"),
    (Key::Left, "Left"),
    (Key::Right, "Right"),
    (Key::Home, "Home"),
    (Key::End, "End"),
    (Key::PageUp, "PageUp"),
    (Key::PageDown, "PageDown"),
    (Key::Enter, "Enter"),
    (Key::Escape, "Esc"),
    (Key::Tab, "Tab"),
    (Key::ShiftTab, "Shift-Tab"),
    (Key::Backspace, "Backspace"),
    (Key::Delete, "Delete"),
];

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match (NAMED.iter().find(|(key, _)| key == self), self) {
            (Some((_, name)), _) => formatter.write_str(name),
            (None, Self::Ctrl(character)) => {
                write!(formatter, "Ctrl-{}", character.to_ascii_uppercase())
            }
            (None, Self::Char(character)) => write!(formatter, "{character}"),
            (None, Self::F(number)) => write!(formatter, "F{number}"),
            (None, other) => unreachable!("{other:?} has a name"),
        }
    }
}

/// The error for a word that does not name a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseKeyError(String);

impl fmt::Display for ParseKeyError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "`{}` is not a key", self.0)
    }
}

impl std::error::Error for ParseKeyError {}

impl FromStr for Key {
    type Err = ParseKeyError;

    /// Parses a key as [`Key`] displays it.
    fn from_str(word: &str) -> Result<Self, ParseKeyError> {
        if let Some((key, _)) = NAMED.iter().find(|(_, name)| *name == word) {
            return Ok(*key);
        }
        let letter = |word: &str| {
            let mut characters = word.chars();
            characters.next().filter(|_| characters.next().is_none())
        };
        let function_key = |word: &str| {
            let number = word.strip_prefix('F')?.parse();
            number.ok().filter(|number| (1..=35).contains(number))
        };
        if let Some(character) = word.strip_prefix("Ctrl-").and_then(letter) {
            return Ok(Self::Ctrl(character.to_ascii_lowercase()));
        }
        letter(word)
            .map(Self::Char)
            .or_else(|| function_key(word).map(Self::F))
            .ok_or_else(|| ParseKeyError(word.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_displayed_key_parses_back() {
        for key in NAMED.map(|(key, _)| key).into_iter().chain([
            Key::Char('q'),
            Key::Char('-'),
            Key::Char('é'),
            Key::Ctrl('p'),
            Key::F(12),
        ]) {
            assert_eq!(key.to_string().parse(), Ok(key));
        }
        assert!(
            "Ctrl-".parse::<Key>().is_err()
                && "".parse::<Key>().is_err()
                && "up".parse::<Key>().is_err()
                && "F0".parse::<Key>().is_err()
        );
    }
}
