//! Commands of a single view or overlay.

use super::{
    binding::{Binding, binding},
    modes::{AREAS, COMPARE, MAP, MATRIX, TIMELINE},
};
use crate::command::{intent::Command, key::Key, mode::Mode};

const PREVIOUS_DATE: &str = "show the previous date on which something became known";
const NEXT_DATE: &str = "show the next date on which something became known";

pub(super) const BINDINGS: &[Binding] = &[
    binding(
        Command::Sort,
        "Sort",
        "change the order of the areas: as listed, by rank, by count",
    )
    .keys(&[Key::Char('s')])
    .modes(&[MATRIX])
    .footer(6),
    binding(
        Command::ToggleExtent,
        "Zoom",
        "switch between England and Great Britain",
    )
    .keys(&[Key::Char('z')])
    .modes(&[MAP])
    .footer(7),
    binding(
        Command::Layer,
        "Layer",
        "show the ranks or the next theme on the map",
    )
    .keys(&[Key::Char('t')])
    .modes(&[MAP])
    .footer(6),
    binding(
        Command::NextArea,
        "Next area",
        "replace this column with the next area",
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
        "remove this column (two always stay)",
    )
    .keys(&[Key::Char('-')])
    .modes(&[COMPARE])
    .footer(8),
    binding(
        Command::Compare,
        "Compare with",
        "add the selected area to the comparison",
    )
    .keys(&[Key::Char('c')])
    .modes(&[AREAS, MATRIX, MAP])
    .footer(13),
    binding(Command::PreviousDate, "Earlier", PREVIOUS_DATE)
        .keys(&[Key::Left, Key::Char('h')])
        .modes(&[TIMELINE])
        .footer(7),
    binding(Command::NextDate, "Later", NEXT_DATE)
        .keys(&[Key::Right, Key::Char('l')])
        .modes(&[TIMELINE])
        .footer(8),
    // In the prompt the left and right keys step through the dates, too, so they do not move the cursor.
    binding(Command::PreviousDate, "Earlier", PREVIOUS_DATE)
        .keys(&[Key::Up, Key::Left])
        .modes(&[Mode::Date])
        .footer(5),
    binding(Command::NextDate, "Later", NEXT_DATE)
        .keys(&[Key::Down, Key::Right])
        .modes(&[Mode::Date])
        .footer(6),
];
