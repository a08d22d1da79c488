//! Commands of a single view or overlay.

use super::{
    binding::{Binding, binding},
    modes::{
        COMPARE, MAP, MATRIX, SLASH_FILTERS, SOURCES, TABLE, TARGETS, TIMELINE, VIEWS, ZOOMABLE,
    },
};
use crate::command::{intent::Command, key::Key, mode::Mode};

const PREVIOUS_DATE: &str = "show the previous date on which something became known";
const NEXT_DATE: &str = "show the next date on which something became known";

pub(super) const BINDINGS: &[Binding] = &[
    binding(
        Command::Sort,
        "Sort",
        "change the order: by name, rank, number of priorities, theme",
    )
    .keys(&[Key::Char('s')])
    .modes(&[MATRIX]),
    binding(
        Command::Sort,
        "Sort",
        "group the targets by area, by theme or by outcome",
    )
    .keys(&[Key::Char('s')])
    .modes(&[TARGETS]),
    binding(
        Command::Sort,
        "Sort",
        "change the order: differences first, themes as listed, by name",
    )
    .keys(&[Key::Char('s')])
    .modes(&[COMPARE]),
    binding(
        Command::Sort,
        "Sort",
        "change the order: by year, latest first, most cited first",
    )
    .keys(&[Key::Char('s')])
    .modes(&[SOURCES]),
    binding(
        Command::Sort,
        "Sort",
        "sort the rows by the selected column",
    )
    .keys(&[Key::Char('s')])
    .modes(&[TABLE]),
    binding(
        Command::ReverseOrder,
        "Reverse",
        "sort the rows in the other direction",
    )
    .keys(&[Key::Char('S')])
    .modes(&[TABLE])
    .line_mode("reverse")
    .line_mode_description("turn the order of the facts round"),
    binding(
        Command::FilterRows,
        "Filter rows",
        "type the words that rows must have",
    )
    .keys(&[Key::Char('/')])
    .modes(SLASH_FILTERS),
    binding(Command::Left, "Left", "select the column on the left")
        .keys(&[Key::Left, Key::Char('h')])
        .modes(&[TABLE]),
    binding(Command::Right, "Right", "select the column on the right")
        .keys(&[Key::Right, Key::Char('l')])
        .modes(&[TABLE]),
    binding(
        Command::NextPane,
        "Rows",
        "go from the rows to the filter, or back",
    )
    .keys(&[Key::Tab, Key::ShiftTab])
    .modes(&[TARGETS, TABLE, Mode::RowFilter]),
    binding(
        Command::ZoomIn,
        "Zoom in",
        "show the selected area with its neighbours, then alone",
    )
    .keys(&[Key::Char('+'), Key::Char('=')])
    .modes(&[MAP]),
    binding(
        Command::ZoomOut,
        "Zoom out",
        "show a larger part of the country",
    )
    .keys(&[Key::Char('-')])
    .modes(&[MAP]),
    binding(
        Command::Layer,
        "Layer",
        "show plans, ranks, a theme, money or targets on the map",
    )
    .keys(&[Key::Char('t')])
    .modes(&[MAP]),
    binding(
        Command::NextTheme,
        "Theme",
        "show the next theme on the map",
    )
    .keys(&[Key::Char('T')])
    .modes(&[MAP]),
    binding(
        Command::Fill,
        "Fill",
        "draw the map in quarter blocks, half blocks, braille dots or plain signs",
    )
    .keys(&[Key::Char('b')])
    .modes(&[MAP]),
    binding(
        Command::AddArea,
        "Add area",
        "choose an area to add as a column, up to four",
    )
    .keys(&[Key::Char('a'), Key::Char('+')])
    .modes(&[COMPARE]),
    binding(
        Command::RemoveArea,
        "Remove area",
        "remove the selected column",
    )
    .keys(&[Key::Char('x'), Key::Char('-'), Key::Delete])
    .modes(&[COMPARE]),
    binding(
        Command::NextArea,
        "Next area",
        "replace the selected column with the next area",
    )
    .keys(&[Key::Char('A')])
    .modes(&[COMPARE]),
    binding(
        Command::Compare,
        "Compare this area",
        "add the selected area to the comparison",
    )
    .keys(&[Key::Char('c')])
    .modes(VIEWS),
    binding(
        Command::Zoom,
        "Zoom",
        "give the focused pane the whole screen, or restore all panes",
    )
    .keys(&[Key::Char('z')])
    .modes(ZOOMABLE),
    binding(
        Command::ZoomIn,
        "Zoom in",
        "show the year of the selected event, then its month",
    )
    .keys(&[Key::Char('+'), Key::Char('=')])
    .modes(&[TIMELINE]),
    binding(Command::ZoomOut, "Zoom out", "show a longer time")
        .keys(&[Key::Char('-')])
        .modes(&[TIMELINE]),
    binding(Command::PreviousDate, "Earlier", PREVIOUS_DATE)
        .keys(&[Key::Char('<')])
        .modes(&[TIMELINE])
        .line_mode("earlier"),
    binding(Command::NextDate, "Later", NEXT_DATE)
        .keys(&[Key::Char('>')])
        .modes(&[TIMELINE])
        .line_mode("later"),
    binding(
        Command::Toggle,
        "Switch",
        "switch the selected value on or off",
    )
    .keys(&[Key::Char(' '), Key::Char('x')])
    .modes(&[Mode::Filter]),
    binding(Command::ChooseAll, "All", "choose all values of the group")
        .keys(&[Key::Char('a')])
        .modes(&[Mode::Filter]),
    binding(
        Command::ChooseOnly,
        "Only this",
        "choose only the selected value of the group",
    )
    .keys(&[Key::Char('o')])
    .modes(&[Mode::Filter]),
    binding(Command::Jump, "Find", "find a value by typing its name")
        .keys(&[Key::Char('/'), Key::Char('J')])
        .modes(&[Mode::Filter]),
    binding(Command::NextPane, "Next group", "go to the next group")
        .keys(&[Key::Tab])
        .modes(&[Mode::Filter]),
    binding(
        Command::PreviousPane,
        "Previous group",
        "go to the previous group",
    )
    .keys(&[Key::ShiftTab])
    .modes(&[Mode::Filter]),
    binding(Command::Left, "Left", "go to the column on the left")
        .keys(&[Key::Left, Key::Char('h')])
        .modes(&[Mode::Filter]),
    binding(Command::Right, "Right", "go to the column on the right")
        .keys(&[Key::Right, Key::Char('l')])
        .modes(&[Mode::Filter]),
    binding(
        Command::NextFormat,
        "Next format",
        "give the file the next format",
    )
    .keys(&[Key::Tab])
    .modes(&[Mode::Save]),
];
