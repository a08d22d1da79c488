//! The one table of what a user can do: its words and its keys. Handling, footer, help screen, palette and README are made
//! from it.

pub mod find;
mod key;
mod mode;
mod table;

pub use key::{Key, UnknownKey};
pub use mode::{Mode, View};
pub use table::{Row, TABLE};

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
    Widen,
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
    Earlier,
    /// The next of these dates.
    Later,
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
    PreviousPlace,
    /// To the place from which one went back.
    NextPlace,
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
    Erase,
    /// All letters go.
    EraseAll,
    /// Draw the whole screen again.
    Redraw,
    /// Leave the program.
    Quit,
}

/// The rows that work in a mode.
pub fn rows(mode: Mode) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| row.modes.contains(&mode))
}

/// The command that a key means in a mode. Where letters are typed, what is no other key's is typed.
#[must_use]
pub fn command(mode: Mode, key: Key) -> Option<Command> {
    let meant = rows(mode).find(|row| row.keys.contains(&key)).map(|row| row.command);
    meant.or(match key {
        Key::Char(character) if mode.types() => Some(Command::Type(character)),
        _ => None,
    })
}

/// A row's keys in words: `Down or j`.
#[must_use]
pub fn keys(row: &Row) -> String {
    row.keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" or ")
}

/// What a user can do in a mode, each command once with all its keys, in the table's order.
#[must_use]
pub fn entries(mode: Mode) -> Vec<(&'static Row, Vec<Key>)> {
    let mut entries: Vec<(&'static Row, Vec<Key>)> = Vec::new();
    for row in rows(mode) {
        match entries.iter_mut().find(|(other, _)| other.command == row.command) {
            Some((_, keys)) => keys.extend(row.keys),
            None => entries.push((row, row.keys.to_vec())),
        }
    }
    entries
}

/// The footer's entries for a mode, the most needed first: the first key, the name and the command.
#[must_use]
pub fn footer(mode: Mode) -> Vec<(Key, &'static str, Command)> {
    let mut entries: Vec<_> = rows(mode).filter_map(|row| row.footer.map(|place| (place, row))).collect();
    entries.sort_by_key(|(place, _)| *place);
    entries.into_iter().map(|(_, row)| (row.keys[0], row.name, row.command)).collect()
}

/// The table as Markdown, for the README.
#[must_use]
pub fn markdown() -> String {
    let mut text = String::new();
    for mode in Mode::ALL {
        text.push_str(&format!("**{}**\n\n| keys | what they do |\n|---|---|\n", mode.name()));
        for (row, keys) in entries(mode) {
            let keys = keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" ");
            text.push_str(&format!("| {keys} | {} |\n", row.what));
        }
        text.push('\n');
    }
    text
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
            assert!(rows(mode).all(|row| row.keys.iter().all(|key| !matches!(key, Key::Char(_)))), "{mode:?}");
            assert_eq!(command(mode, Key::Char('q')), Some(Command::Type('q')));
        }
    }

    #[test]
    fn every_row_has_a_key_and_every_mode_a_way_out_and_a_footer_that_says_so() {
        assert!(TABLE.iter().all(|row| !row.keys.is_empty() && !row.modes.is_empty()));
        for mode in Mode::ALL {
            assert_eq!(command(mode, Key::Ctrl('c')), Some(Command::Quit));
            assert_eq!(command(mode, Key::Escape), Some(Command::Back));
            assert!(footer(mode).iter().any(|(.., command)| *command == Command::Back), "{mode:?}");
        }
    }

    #[test]
    fn every_view_has_its_digit() {
        for view in View::ALL {
            assert_eq!(command(Mode::Areas, Key::Char(view.digit())), Some(Command::View(view)));
        }
    }
}
