//! Commands of a single view or overlay.

use super::{
    Binding, binding,
    modes::{AREAS, COMPARE, MAP, MATRIX, TIMELINE},
};
use crate::command::{Command, Key, Mode};

pub(super) const BINDINGS: &[Binding] = &[
    binding(
        Command::Sort,
        "Sort",
        "put areas in another order: as listed, by rank, by count",
    )
    .keys(&[Key::Char('s')])
    .modes(&[MATRIX])
    .footer(6),
    binding(
        Command::ToggleExtent,
        "Widen",
        "show England, or all of Great Britain",
    )
    .keys(&[Key::Char('z')])
    .modes(&[MAP])
    .footer(7),
    binding(
        Command::Layer,
        "Layer",
        "lay ranks or the next theme over the map",
    )
    .keys(&[Key::Char('t')])
    .modes(&[MAP])
    .footer(6),
    binding(
        Command::NextArea,
        "Next area",
        "put the next area into this column",
    )
    .keys(&[Key::Char('a')])
    .modes(&[COMPARE])
    .footer(6),
    binding(
        Command::AddArea,
        "Add",
        "add a column with another area, up to four",
    )
    .keys(&[Key::Char('+')])
    .modes(&[COMPARE])
    .footer(7),
    binding(
        Command::RemoveArea,
        "Remove",
        "take this column away, down to two",
    )
    .keys(&[Key::Char('-')])
    .modes(&[COMPARE])
    .footer(8),
    binding(
        Command::Compare,
        "Compare with",
        "compare the selected area with those chosen before",
    )
    .keys(&[Key::Char('c')])
    .modes(&[AREAS, MATRIX, MAP])
    .footer(13),
    binding(
        Command::PreviousDate,
        "Earlier",
        "the date before on which something became known",
    )
    .keys(&[Key::Left, Key::Char('h')])
    .modes(&[TIMELINE])
    .footer(7),
    binding(
        Command::NextDate,
        "Later",
        "the next date on which something became known",
    )
    .keys(&[Key::Right, Key::Char('l')])
    .modes(&[TIMELINE])
    .footer(8),
    binding(
        Command::PreviousDate,
        "Earlier",
        "the date before on which something became known",
    )
    .keys(&[Key::Up, Key::Left])
    .modes(&[Mode::Date])
    .footer(5),
    binding(
        Command::NextDate,
        "Later",
        "the next date on which something became known",
    )
    .keys(&[Key::Down, Key::Right])
    .modes(&[Mode::Date])
    .footer(6),
];
