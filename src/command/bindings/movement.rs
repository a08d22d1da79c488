//! Moving the selection.

use super::{
    Binding, alias, binding,
    modes::{AREAS, GRIDS, LETTER_LISTS, LETTER_ROWS, LISTS, NAMED_LISTS, ROWS},
};
use crate::command::{Command, Key, Mode};

pub(super) const BINDINGS: &[Binding] = &[
    binding(
        Command::Up,
        "Up",
        "go to the item before that has the letters",
    )
    .keys(&[Key::Up])
    .modes(&[Mode::Jump]),
    binding(
        Command::Down,
        "Move",
        "go to the next item that has the letters",
    )
    .keys(&[Key::Down])
    .modes(&[Mode::Jump])
    .footer(5),
    binding(
        Command::Up,
        "Up",
        "go to the item above, or scroll the text up",
    )
    .keys(&[Key::Up])
    .modes(LISTS),
    alias(Command::Up, "Up")
        .keys(&[Key::Char('k')])
        .modes(LETTER_LISTS),
    binding(
        Command::Down,
        "Move",
        "go to the item below, or scroll the text down",
    )
    .keys(&[Key::Down])
    .modes(LISTS)
    .footer(5),
    alias(Command::Down, "Move")
        .keys(&[Key::Char('j')])
        .modes(LETTER_LISTS),
    binding(Command::PageUp, "Page up", "go a page up")
        .keys(&[Key::PageUp, Key::Ctrl('b')])
        .modes(ROWS)
        .line_mode("p")
        .line_mode_description("says the choices before"),
    binding(Command::PageDown, "Page down", "go a page down")
        .keys(&[Key::PageDown, Key::Ctrl('f')])
        .modes(ROWS)
        .line_mode("n")
        .line_mode_description("says more choices"),
    binding(Command::First, "First", "go to the first item or line")
        .keys(&[Key::Home])
        .modes(ROWS),
    alias(Command::First, "First")
        .keys(&[Key::Char('g')])
        .modes(LETTER_ROWS),
    binding(Command::Last, "Last", "go to the last item or line")
        .keys(&[Key::End])
        .modes(ROWS),
    alias(Command::Last, "Last")
        .keys(&[Key::Char('G')])
        .modes(LETTER_ROWS),
    binding(
        Command::Jump,
        "Jump",
        "go to the item whose name has the letters that are typed",
    )
    .keys(&[Key::Char('J')])
    .modes(NAMED_LISTS)
    .footer(14),
    binding(Command::NextPane, "Next pane", "go to the next pane")
        .keys(&[Key::Tab, Key::Right, Key::Char('l')])
        .modes(&[AREAS])
        .footer(6),
    binding(
        Command::PreviousPane,
        "Pane before",
        "go to the pane before",
    )
    .keys(&[Key::ShiftTab, Key::Left, Key::Char('h')])
    .modes(&[AREAS]),
    binding(Command::Left, "Left", "go to the left")
        .keys(&[Key::Left, Key::Char('h'), Key::ShiftTab])
        .modes(GRIDS),
    binding(Command::Right, "Right", "go to the right")
        .keys(&[Key::Right, Key::Char('l'), Key::Tab])
        .modes(GRIDS),
];
