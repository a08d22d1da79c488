//! Editing a line of text.

use super::{Binding, binding, modes::TEXT_INPUTS};
use crate::command::{Command, Key};

pub(super) const BINDINGS: &[Binding] = &[
    binding(
        Command::DeleteBackward,
        "Erase",
        "take the last letter away",
    )
    .keys(&[Key::Backspace])
    .modes(TEXT_INPUTS),
    binding(Command::ClearInput, "Erase all", "take all letters away")
        .keys(&[Key::Ctrl('u')])
        .modes(TEXT_INPUTS)
        .footer(7),
];
