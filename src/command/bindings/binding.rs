//! A row of the command table, and the functions that build it.

use crate::command::{intent::Command, key::Key, mode::Mode};

/// A command with its name, description and keys in some modes.
#[derive(Debug)]
pub struct Binding {
    /// The command.
    pub command: Command,
    /// Its name, one or two words.
    pub name: &'static str,
    /// A short description, as an imperative.
    pub description: &'static str,
    /// Its keys; the footer shows the first arrow, or else the first key.
    pub keys: &'static [Key],
    /// The modes in which the keys work.
    pub modes: &'static [Mode],
    /// The word that means the command in line mode.
    pub line_mode_word: Option<&'static str>,
    /// The argument that the word has in line mode: `DATE`.
    pub line_mode_argument: Option<&'static str>,
    /// The description in line mode, where it differs.
    pub line_mode_description: Option<&'static str>,
}

/// A binding without keys and modes yet.
pub(super) const fn binding(
    command: Command,
    name: &'static str,
    description: &'static str,
) -> Binding {
    Binding {
        command,
        name,
        description,
        keys: &[],
        modes: &[],
        line_mode_word: None,
        line_mode_argument: None,
        line_mode_description: None,
    }
}

/// A binding that adds keys to another one of the same command.
pub(super) const fn alias(command: Command, name: &'static str) -> Binding {
    binding(command, name, ALIAS)
}

impl Binding {
    pub(super) const fn keys(self, keys: &'static [Key]) -> Self {
        Self { keys, ..self }
    }

    pub(super) const fn modes(self, modes: &'static [Mode]) -> Self {
        Self { modes, ..self }
    }

    pub(super) const fn line_mode(self, word: &'static str) -> Self {
        Self {
            line_mode_word: Some(word),
            ..self
        }
    }

    pub(super) const fn line_mode_argument(self, argument: &'static str) -> Self {
        Self {
            line_mode_argument: Some(argument),
            ..self
        }
    }

    pub(super) const fn line_mode_description(self, description: &'static str) -> Self {
        Self {
            line_mode_description: Some(description),
            ..self
        }
    }

    /// Returns whether the binding only adds keys to the one before it.
    #[must_use]
    pub fn is_alias(&self) -> bool {
        self.description == ALIAS
    }
}

/// The description of a binding that only adds keys to the one before it.
const ALIAS: &str = "the same";
