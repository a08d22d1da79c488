//! The one table of what a user can do: its words and its keys. Handling, footer, help screen and README are made from it.

use std::fmt;

/// What a user wants, never a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// To the item above.
    Up,
    /// To the item below.
    Down,
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
    /// Into the selected item.
    Deeper,
    /// Back to where one came from.
    Back,
    /// Open the help screen.
    Help,
    /// Close the help screen.
    CloseHelp,
    /// Draw the whole screen again.
    Redraw,
    /// Leave the program.
    Quit,
}

/// What the keys work on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The panes.
    Browse,
    /// The help screen.
    Help,
}

impl Mode {
    /// All modes.
    pub const ALL: [Self; 2] = [Self::Browse, Self::Help];

    /// The mode's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Browse => "The three panes",
            Self::Help => "This help screen",
        }
    }
}

/// A key, whatever terminal it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character; capitals mean Shift.
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
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Char(' ') => formatter.write_str("Space"),
            Self::Char(character) => write!(formatter, "{character}"),
            Self::Ctrl(character) => write!(formatter, "Ctrl-{}", character.to_ascii_uppercase()),
            Self::Up => formatter.write_str("Up"),
            Self::Down => formatter.write_str("Down"),
            Self::Left => formatter.write_str("Left"),
            Self::Right => formatter.write_str("Right"),
            Self::Home => formatter.write_str("Home"),
            Self::End => formatter.write_str("End"),
            Self::PageUp => formatter.write_str("PageUp"),
            Self::PageDown => formatter.write_str("PageDown"),
            Self::Enter => formatter.write_str("Enter"),
            Self::Escape => formatter.write_str("Esc"),
            Self::Tab => formatter.write_str("Tab"),
            Self::ShiftTab => formatter.write_str("Shift-Tab"),
        }
    }
}

/// A command's row in the table.
#[derive(Debug)]
pub struct Row {
    /// The command.
    pub command: Command,
    /// Its name, in a word or two.
    pub name: &'static str,
    /// What it does, in a few words.
    pub what: &'static str,
    /// Its keys, the one to show first.
    pub keys: &'static [Key],
    /// Where it works.
    pub modes: &'static [Mode],
    /// Its place in the footer, where it has one; the lowest is shown first.
    pub footer: Option<u8>,
}

use Mode::{Browse, Help};

/// All commands.
pub static TABLE: &[Row] = &[
    Row {
        command: Command::Up,
        name: "Up",
        what: "go to the item above, or scroll the text up",
        keys: &[Key::Up, Key::Char('k')],
        modes: &[Browse, Help],
        footer: None,
    },
    Row {
        command: Command::Down,
        name: "Move",
        what: "go to the item below, or scroll the text down",
        keys: &[Key::Down, Key::Char('j')],
        modes: &[Browse, Help],
        footer: Some(4),
    },
    Row {
        command: Command::PageUp,
        name: "Page up",
        what: "go a page up",
        keys: &[Key::PageUp, Key::Ctrl('b')],
        modes: &[Browse, Help],
        footer: None,
    },
    Row {
        command: Command::PageDown,
        name: "Page down",
        what: "go a page down",
        keys: &[Key::PageDown, Key::Ctrl('f')],
        modes: &[Browse, Help],
        footer: None,
    },
    Row {
        command: Command::First,
        name: "First",
        what: "go to the first item or line",
        keys: &[Key::Home, Key::Char('g')],
        modes: &[Browse, Help],
        footer: None,
    },
    Row {
        command: Command::Last,
        name: "Last",
        what: "go to the last item or line",
        keys: &[Key::End, Key::Char('G')],
        modes: &[Browse, Help],
        footer: None,
    },
    Row {
        command: Command::NextPane,
        name: "Next pane",
        what: "go to the next pane",
        keys: &[Key::Tab, Key::Right, Key::Char('l')],
        modes: &[Browse],
        footer: Some(5),
    },
    Row {
        command: Command::PreviousPane,
        name: "Pane before",
        what: "go to the pane before",
        keys: &[Key::ShiftTab, Key::Left, Key::Char('h')],
        modes: &[Browse],
        footer: None,
    },
    Row {
        command: Command::Deeper,
        name: "Open",
        what: "go into the selected item: area, priority, action, its whole text",
        keys: &[Key::Enter],
        modes: &[Browse],
        footer: Some(2),
    },
    Row {
        command: Command::Back,
        name: "Back",
        what: "go back to the pane that one came from",
        keys: &[Key::Escape],
        modes: &[Browse],
        footer: Some(3),
    },
    Row { command: Command::Help, name: "Help", what: "show what the keys do", keys: &[Key::Char('?')], modes: &[Browse], footer: Some(0) },
    Row {
        command: Command::CloseHelp,
        name: "Close",
        what: "close the help",
        keys: &[Key::Escape, Key::Char('?'), Key::Char('q'), Key::Enter],
        modes: &[Help],
        footer: Some(0),
    },
    Row {
        command: Command::Redraw,
        name: "Redraw",
        what: "draw the whole screen again",
        keys: &[Key::Ctrl('l')],
        modes: &[Browse, Help],
        footer: None,
    },
    Row {
        command: Command::Quit,
        name: "Quit",
        what: "leave the program",
        keys: &[Key::Char('q'), Key::Ctrl('c')],
        modes: &[Browse],
        footer: Some(1),
    },
    Row { command: Command::Quit, name: "Quit", what: "leave the program", keys: &[Key::Ctrl('c')], modes: &[Help], footer: None },
];

/// The rows that work in a mode.
pub fn rows(mode: Mode) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| row.modes.contains(&mode))
}

/// The command that a key means in a mode.
#[must_use]
pub fn command(mode: Mode, key: Key) -> Option<Command> {
    rows(mode).find(|row| row.keys.contains(&key)).map(|row| row.command)
}

/// A row's keys in words: `Down or j`.
#[must_use]
pub fn keys(row: &Row) -> String {
    row.keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" or ")
}

/// The footer's entries for a mode, the most needed first: the first key and the name.
#[must_use]
pub fn footer(mode: Mode) -> Vec<(Key, &'static str)> {
    let mut entries: Vec<_> = rows(mode).filter_map(|row| row.footer.map(|place| (place, row.keys[0], row.name))).collect();
    entries.sort_by_key(|(place, ..)| *place);
    entries.into_iter().map(|(_, key, name)| (key, name)).collect()
}

/// The table as Markdown, for the README.
#[must_use]
pub fn markdown() -> String {
    let mut text = String::new();
    for mode in Mode::ALL {
        text.push_str(&format!("**{}**\n\n| keys | what they do |\n|---|---|\n", mode.name()));
        for row in rows(mode) {
            let keys = row.keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" ");
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
    fn every_row_has_a_key_and_every_mode_a_way_out() {
        assert!(TABLE.iter().all(|row| !row.keys.is_empty()));
        for mode in Mode::ALL {
            assert_eq!(command(mode, Key::Ctrl('c')), Some(Command::Quit));
        }
    }
}
