//! The table that binds commands to keys: one file for each group, in the order in which the help lists them.

mod modes;
mod movement;
mod open;
mod shared;
mod terminal;
mod text_input;
mod view_specific;
mod views;

use super::{Command, Key, Mode};

/// A command with its name, description and keys in some modes.
#[derive(Debug)]
pub struct Binding {
    /// The command.
    pub command: Command,
    /// Its name, one or two words.
    pub name: &'static str,
    /// A short description, as an imperative.
    pub description: &'static str,
    /// Its keys; the footer shows the first.
    pub keys: &'static [Key],
    /// The modes in which the keys work.
    pub modes: &'static [Mode],
    /// The position in the footer, the lowest first; none to leave it out.
    pub footer: Option<u8>,
    /// The word that means the command in line mode.
    pub line_mode_word: Option<&'static str>,
    /// The description in line mode, where it differs.
    pub line_mode_description: Option<&'static str>,
}

/// A binding without keys and modes yet.
const fn binding(command: Command, name: &'static str, description: &'static str) -> Binding {
    Binding {
        command,
        name,
        description,
        keys: &[],
        modes: &[],
        footer: None,
        line_mode_word: None,
        line_mode_description: None,
    }
}

/// A binding that adds keys to another one of the same command.
const fn alias(command: Command, name: &'static str) -> Binding {
    binding(command, name, ALIAS)
}

impl Binding {
    const fn keys(self, keys: &'static [Key]) -> Self {
        Self { keys, ..self }
    }

    const fn modes(self, modes: &'static [Mode]) -> Self {
        Self { modes, ..self }
    }

    const fn footer(self, position: u8) -> Self {
        Self {
            footer: Some(position),
            ..self
        }
    }

    const fn line_mode(self, word: &'static str) -> Self {
        Self {
            line_mode_word: Some(word),
            ..self
        }
    }

    const fn line_mode_description(self, description: &'static str) -> Self {
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

static GROUPS: [&[Binding]; 7] = [
    views::BINDINGS,
    open::BINDINGS,
    movement::BINDINGS,
    view_specific::BINDINGS,
    shared::BINDINGS,
    text_input::BINDINGS,
    terminal::BINDINGS,
];

/// Returns every binding. A test makes sure that no key has two meanings in a mode.
pub fn bindings() -> impl Iterator<Item = &'static Binding> {
    GROUPS.iter().copied().flatten()
}

/// Returns the bindings of a mode.
pub fn bindings_for(mode: Mode) -> impl Iterator<Item = &'static Binding> {
    bindings().filter(move |binding| binding.modes.contains(&mode))
}

/// Returns the commands of a mode in the table's order, each once with all its keys.
#[must_use]
pub fn commands_for(mode: Mode) -> Vec<(&'static Binding, Vec<Key>)> {
    let mut commands: Vec<(&'static Binding, Vec<Key>)> = Vec::new();
    for binding in bindings_for(mode) {
        match commands
            .iter_mut()
            .find(|(other, _)| other.command == binding.command)
        {
            Some((_, keys)) => keys.extend(binding.keys),
            None => commands.push((binding, binding.keys.to_vec())),
        }
    }
    commands
}

/// Returns the footer's bindings for a mode, the most important first.
#[must_use]
pub fn footer(mode: Mode) -> Vec<&'static Binding> {
    let mut shown: Vec<_> = bindings_for(mode)
        .filter(|binding| binding.footer.is_some())
        .collect();
    shown.sort_by_key(|binding| binding.footer);
    shown
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::command::View;

    #[test]
    fn a_key_has_one_meaning_in_each_mode() {
        for mode in Mode::ALL {
            let mut seen = HashSet::new();
            for key in bindings_for(mode).flat_map(|binding| binding.keys) {
                assert!(seen.insert(key), "{key} in {mode:?}");
            }
        }
    }

    #[test]
    fn letters_are_typed_where_there_is_a_text_input() {
        for mode in Mode::ALL.into_iter().filter(|mode| mode.has_text_input()) {
            assert!(
                bindings_for(mode)
                    .all(|binding| binding.keys.iter().all(|key| !matches!(key, Key::Char(_)))),
                "{mode:?}"
            );
            assert_eq!(
                Command::from_key(mode, Key::Char('q')),
                Some(Command::Type('q'))
            );
        }
    }

    #[test]
    fn every_binding_has_keys_and_modes() {
        assert!(bindings().all(|binding| !binding.keys.is_empty() && !binding.modes.is_empty()));
    }

    #[test]
    fn every_mode_can_be_left_and_the_footer_says_how() {
        for mode in Mode::ALL {
            assert_eq!(Command::from_key(mode, Key::Ctrl('c')), Some(Command::Quit));
            assert_eq!(Command::from_key(mode, Key::Escape), Some(Command::Back));
            assert!(
                footer(mode)
                    .iter()
                    .any(|binding| binding.command == Command::Back),
                "{mode:?}"
            );
        }
    }

    #[test]
    fn every_line_mode_word_means_one_command() {
        let mut seen = HashSet::new();
        for word in bindings().filter_map(|binding| binding.line_mode_word) {
            assert!(seen.insert(word), "{word}");
        }
        assert_eq!(
            Command::from_word("Matrix"),
            Some(Command::View(View::Matrix))
        );
    }

    #[test]
    fn every_view_opens_with_its_digit() {
        for view in View::ALL {
            assert_eq!(
                Command::from_key(Mode::View(View::Areas), Key::Char(view.digit())),
                Some(Command::View(view))
            );
        }
    }
}
