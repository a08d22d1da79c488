//! All bindings, and the questions that keys, footer, help and line mode ask of them.

use super::{binding::Binding, movement, open, shared, terminal, text_input, view_specific, views};
use crate::command::{key::Key, mode::Mode};

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
            None => commands.push((described(binding), binding.keys.to_vec())),
        }
    }
    commands
}

/// Returns the binding that has the description: an alias may be the only one in its mode.
fn described(binding: &'static Binding) -> &'static Binding {
    let mut same = bindings().filter(|other| other.command == binding.command);
    same.find(|other| !other.is_alias())
        .filter(|_| binding.is_alias())
        .unwrap_or(binding)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::command::{intent::Command, view::View};

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
    fn every_mode_can_be_left() {
        for mode in Mode::ALL {
            assert_eq!(Command::from_key(mode, Key::Ctrl('c')), Some(Command::Quit));
            let leaves = |command: Command| matches!(command, Command::Back | Command::Escape);
            assert!(Command::from_key(mode, Key::Escape).is_some_and(leaves));
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
    fn every_view_opens_with_its_digit_and_function_key() {
        for (view, digit) in View::ALL.map(|view| (view, view.digit())) {
            let Some(digit) = digit else { continue };
            let digit_key = (View::Areas, Key::Char(digit));
            let number = u8::try_from(digit).expect("ASCII") - b'0';
            let function_keys = [View::Areas, View::Search].map(|mode| (mode, Key::F(number)));
            // F1 is the help, as in most programs.
            let function_keys = function_keys.into_iter().filter(|_| number > 1);
            for (opened, key) in function_keys.chain([digit_key]) {
                assert_eq!(
                    Command::from_key(Mode::View(opened), key),
                    Some(Command::View(view)),
                    "{key} in {opened:?}"
                );
            }
        }
    }

    #[test]
    fn every_listed_command_has_a_description() {
        for mode in Mode::ALL {
            for (binding, _) in commands_for(mode) {
                assert!(!binding.is_alias(), "{} in {mode:?}", binding.name);
            }
        }
    }
}
