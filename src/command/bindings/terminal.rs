//! Commands for the terminal itself.

use super::{Binding, binding};
use crate::command::{Command, Key, Mode};

pub(super) const BINDINGS: &[Binding] = &[
    binding(Command::Suspend, "Suspend", "stop until the shell's `fg`")
        .keys(&[Key::Ctrl('z')])
        .modes(&Mode::ALL),
    binding(Command::Redraw, "Redraw", "draw the whole screen again")
        .keys(&[Key::Ctrl('l')])
        .modes(&Mode::ALL),
];
