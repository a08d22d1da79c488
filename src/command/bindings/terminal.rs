//! Commands for the terminal itself.

use super::binding::{Binding, binding};
use super::modes::ALL_VIEWS;
use crate::command::{intent::Command, key::Key, mode::Mode};

pub(super) const BINDINGS: &[Binding] = &[
    // Other systems cannot stop a program from the keyboard.
    #[cfg(unix)]
    binding(
        Command::Suspend,
        "Suspend",
        "suspend the program until you type `fg` in the shell",
    )
    .keys(&[Key::Ctrl('z')])
    .modes(&Mode::ALL),
    binding(
        Command::Speak,
        "Screen reader",
        "speak one list at a time, as oa --speak does, or end that; oa --plain shows plain lines",
    )
    .keys(&[Key::F(9)])
    .modes(ALL_VIEWS),
    binding(Command::Redraw, "Redraw", "redraw the screen")
        .keys(&[Key::Ctrl('l')])
        .modes(&Mode::ALL),
];
