//! Moving the selection.

use super::{
    binding::{Binding, alias, binding},
    modes::{AREAS, GRIDS, LETTER_LISTS, LETTER_ROWS, LISTS, NAMED_LISTS, ROWS},
};
use crate::command::{intent::Command, key::Key, mode::Mode};

pub(super) const BINDINGS: &[Binding] = &[
    binding(Command::Up, "Up", "select the previous match")
        .keys(&[Key::Up])
        .modes(&[Mode::Jump, Mode::FindValue]),
    binding(Command::Down, "Down", "select the next match")
        .keys(&[Key::Down])
        .modes(&[Mode::Jump, Mode::FindValue]),
    binding(Command::Up, "Up", "select the previous date in the list")
        .keys(&[Key::Up])
        .modes(&[Mode::Date]),
    binding(Command::Down, "Down", "select the next date in the list")
        .keys(&[Key::Down])
        .modes(&[Mode::Date]),
    binding(Command::Up, "Up", "select the item above, or scroll up")
        .keys(&[Key::Up])
        .modes(LISTS),
    alias(Command::Up, "Up")
        .keys(&[Key::Char('k')])
        .modes(LETTER_LISTS),
    binding(
        Command::Down,
        "Down",
        "select the item below, or scroll down",
    )
    .keys(&[Key::Down])
    .modes(LISTS),
    alias(Command::Down, "Down")
        .keys(&[Key::Char('j')])
        .modes(LETTER_LISTS),
    binding(Command::PageUp, "Page up", "move up by a page")
        .keys(&[Key::PageUp])
        .modes(ROWS)
        .line_mode("p")
        .line_mode_description("list the previous choices"),
    binding(Command::PageDown, "Page down", "move down by a page")
        .keys(&[Key::PageDown])
        .modes(ROWS)
        .line_mode("n")
        .line_mode_description("list more choices"),
    binding(
        Command::First,
        "First",
        "select the first item, or scroll to the start",
    )
    .keys(&[Key::Home])
    .modes(ROWS),
    alias(Command::First, "First")
        .keys(&[Key::Char('g')])
        .modes(LETTER_ROWS),
    binding(
        Command::Last,
        "Last",
        "select the last item, or scroll to the end",
    )
    .keys(&[Key::End])
    .modes(ROWS),
    alias(Command::Last, "Last")
        .keys(&[Key::Char('G')])
        .modes(LETTER_ROWS),
    binding(Command::Jump, "Jump", "select an item by typing its name")
        .keys(&[Key::Char('J')])
        .modes(NAMED_LISTS),
    binding(Command::NextPane, "Next pane", "go to the next pane")
        .keys(&[Key::Tab])
        .modes(&[AREAS]),
    binding(
        Command::PreviousPane,
        "Previous pane",
        "go to the previous pane",
    )
    .keys(&[Key::ShiftTab])
    .modes(&[AREAS]),
    binding(Command::Left, "Left", "go to the pane on the left")
        .keys(&[Key::Left, Key::Char('h')])
        .modes(&[AREAS]),
    binding(Command::Right, "Right", "go to the pane on the right")
        .keys(&[Key::Right, Key::Char('l')])
        .modes(&[AREAS]),
    binding(Command::Left, "Left", "select the item on the left")
        .keys(&[Key::Left, Key::Char('h'), Key::ShiftTab])
        .modes(GRIDS),
    binding(Command::Right, "Right", "select the item on the right")
        .keys(&[Key::Right, Key::Char('l'), Key::Tab])
        .modes(GRIDS),
];
