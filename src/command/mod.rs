//! The one table of what a user can do: its words and its keys. Handling, footer, help screen, palette and README are made
//! from it.

mod key;
mod mode;
pub mod palette;
mod save;
mod table;

pub use key::{Key, ParseKeyError};
pub use mode::{Mode, View};
pub use save::{SaveError, SaveFn, file_name};
use table::ALIAS;
pub use table::{BINDINGS, Binding};

/// What a user wants, never a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Look at the programme in this way.
    View(View),
    /// To the item above.
    Up,
    /// To the item below.
    Down,
    /// To the item on the left.
    Left,
    /// To the item on the right.
    Right,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first item.
    First,
    /// To the last item.
    Last,
    /// To the pane on the right, or the first again.
    NextPane,
    /// To the pane on the left, or the last again.
    PreviousPane,
    /// Into the selected item, or do what it says.
    Open,
    /// Back to where one came from.
    Back,
    /// Areas in another order.
    Sort,
    /// More or less of the country.
    ToggleExtent,
    /// Something else laid over the map.
    Layer,
    /// The next area in this column.
    NextArea,
    /// One more column.
    AddArea,
    /// One column less.
    RemoveArea,
    /// The selected area beside those that were chosen before.
    Compare,
    /// The date before, of those on which something became known.
    PreviousDate,
    /// The next of these dates.
    NextDate,
    /// Ask for letters of a name in the list.
    Jump,
    /// Ask for a date.
    Date,
    /// Ask for values.
    Filter,
    /// Let all values go.
    ClearFilter,
    /// Copy the text of what is selected.
    Copy,
    /// Copy the reference of what is selected.
    CopyReference,
    /// Write a briefing to a file.
    Save,
    /// Mark this place, or unmark it.
    Mark,
    /// List the marked places.
    Marks,
    /// Forget the selected mark.
    Unmark,
    /// To the place where one was before.
    PreviousLocation,
    /// To the place from which one went back.
    NextLocation,
    /// Open the next answer of the search.
    NextHit,
    /// Open the answer before.
    PreviousHit,
    /// List the commands.
    Palette,
    /// Show what the keys do.
    Help,
    /// A letter is typed.
    Type(char),
    /// The last letter goes.
    DeleteBackward,
    /// All letters go.
    ClearInput,
    /// Draw the whole screen again.
    Redraw,
    /// Stop until the shell lets the program go on.
    Suspend,
    /// Leave the program.
    Quit,
}

impl Command {
    /// Whether it may be done: in a kiosk nothing leads out of the program, to a file or to the shell that it was started from.
    #[must_use]
    pub fn is_allowed(self, kiosk: bool) -> bool {
        !kiosk || !matches!(self, Self::Save | Self::Suspend)
    }
}

/// The rows that work in a mode.
pub fn rows(mode: Mode) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |row| row.modes.contains(&mode))
}

/// The command that a key means in a mode. Where letters are typed, what is no other key's is typed.
#[must_use]
pub fn command(mode: Mode, key: Key) -> Option<Command> {
    let meant = rows(mode)
        .find(|row| row.keys.contains(&key))
        .map(|row| row.command);
    meant.or(match key {
        Key::Char(character) if mode.types() => Some(Command::Type(character)),
        _ => None,
    })
}

/// The command that a word means in the dialogue, in capitals or not.
#[must_use]
pub fn spoken(word: &str) -> Option<Command> {
    let word = word.to_lowercase();
    BINDINGS
        .iter()
        .find(|row| row.word.is_some_and(|other| other == word))
        .map(|row| row.command)
}

/// What a user can do in a mode, each command once with all its keys, in the table's order.
#[must_use]
pub fn entries(mode: Mode) -> Vec<(&'static Binding, Vec<Key>)> {
    let mut entries: Vec<(&'static Binding, Vec<Key>)> = Vec::new();
    for row in rows(mode) {
        match entries
            .iter_mut()
            .find(|(other, _)| other.command == row.command)
        {
            Some((_, keys)) => keys.extend(row.keys),
            None => entries.push((row, row.keys.to_vec())),
        }
    }
    entries
}

/// The footer's entries for a mode, the most needed first: the first key, the name and the command.
#[must_use]
pub fn footer(mode: Mode) -> Vec<(Key, &'static str, Command)> {
    let mut entries: Vec<_> = rows(mode)
        .filter_map(|row| row.footer.map(|index| (index, row)))
        .collect();
    entries.sort_by_key(|(index, _)| *index);
    entries
        .into_iter()
        .map(|(_, row)| (row.keys[0], row.name, row.command))
        .collect()
}

/// The table as Markdown, for the README: a line a row, with where it works.
#[must_use]
pub fn markdown() -> String {
    let mut text = String::from("| keys | what they do | where |\n|---|---|---|\n");
    for row in BINDINGS.iter().filter(|row| row.what != ALIAS) {
        let same = BINDINGS.iter().filter(|other| {
            other.command == row.command
                && other.what == ALIAS
                && row.modes.contains(&other.modes[0])
        });
        let keys = row.keys.iter().chain(same.flat_map(|other| other.keys));
        let keys = keys
            .map(|key| format!("`{key}`"))
            .collect::<Vec<_>>()
            .join(" ");
        text.push_str(&format!(
            "| {keys} | {} | {} |\n",
            row.what,
            places(row.modes)
        ));
    }
    text
}

/// Modes in a few words.
fn places(modes: &[Mode]) -> String {
    if Mode::ALL.iter().all(|mode| modes.contains(mode)) {
        return "everywhere".into();
    }
    // The search has no letters to spare: what works in all other views works in every view that has.
    let views: Vec<Mode> = View::ALL
        .into_iter()
        .map(Mode::from)
        .filter(|mode| !mode.types())
        .collect();
    let all_views = views.iter().all(|view| modes.contains(view));
    let names = modes
        .iter()
        .filter(|mode| !all_views || !views.contains(mode))
        .map(|mode| mode.name().split(':').next().unwrap_or_default());
    all_views
        .then_some("every view")
        .into_iter()
        .chain(names)
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_mode() {
        for mode in Mode::ALL {
            let mut seen = HashSet::new();
            for key in rows(mode).flat_map(|row| row.keys) {
                assert!(seen.insert(key), "{key} in {mode:?}");
            }
        }
    }

    #[test]
    fn letters_are_no_keys_where_they_are_typed() {
        for mode in Mode::ALL.into_iter().filter(|mode| mode.types()) {
            assert!(
                rows(mode).all(|row| row.keys.iter().all(|key| !matches!(key, Key::Char(_)))),
                "{mode:?}"
            );
            assert_eq!(command(mode, Key::Char('q')), Some(Command::Type('q')));
        }
    }

    #[test]
    fn every_row_has_a_key_and_every_mode_a_way_out_and_a_footer_that_says_so() {
        assert!(
            BINDINGS
                .iter()
                .all(|row| !row.keys.is_empty() && !row.modes.is_empty())
        );
        for mode in Mode::ALL {
            assert_eq!(command(mode, Key::Ctrl('c')), Some(Command::Quit));
            assert_eq!(command(mode, Key::Escape), Some(Command::Back));
            assert!(
                footer(mode)
                    .iter()
                    .any(|(.., command)| *command == Command::Back),
                "{mode:?}"
            );
        }
    }

    #[test]
    fn every_word_means_one_command() {
        let mut seen = HashSet::new();
        for word in BINDINGS.iter().filter_map(|row| row.word) {
            assert!(seen.insert(word), "{word}");
        }
        assert_eq!(spoken("Matrix"), Some(Command::View(View::Matrix)));
    }

    #[test]
    fn every_view_has_its_digit() {
        for view in View::ALL {
            assert_eq!(
                command(Mode::Areas, Key::Char(view.digit())),
                Some(Command::View(view))
            );
        }
    }
}
