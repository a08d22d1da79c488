//! Commands that every view has: dates, filters, copies, files, marks and history.

use super::{
    binding::{Binding, binding},
    modes::VIEWS,
};
use crate::command::{intent::Command, key::Key, mode::Mode};

pub(super) const BINDINGS: &[Binding] = &[
    binding(Command::Date, "As of a date", "show what was known then")
        .keys(&[Key::Char('d')])
        .modes(VIEWS)
        .line_mode("d")
        .line_mode_argument("DATE")
        .line_mode_description("show what was known on that date; d alone: show the latest"),
    binding(
        Command::Filter,
        "Filter",
        "show only some themes, regions, waves or partners",
    )
    .keys(&[Key::Char('f')])
    .modes(VIEWS)
    .line_mode("f")
    .line_mode_argument("NAME")
    .line_mode_description(
        "show only a theme, region, wave, partner or kind; the same again: show the others, too; f alone: list them",
    ),
    binding(Command::ClearFilter, "Clear filters", "clear all filters")
        .keys(&[Key::Char('F')])
        .modes(VIEWS)
        .line_mode("all"),
    binding(
        Command::ClearFilter,
        "Clear",
        "choose all values of all groups",
    )
    .keys(&[Key::Char('F'), Key::Delete])
    .modes(&[Mode::Filter]),
    binding(
        Command::Copy,
        "Copy with sources",
        "copy the text of the selected item and its sources",
    )
    .keys(&[Key::Char('y')])
    .modes(VIEWS)
    .line_mode("y")
    .line_mode_description("say the text of the page and its sources, to copy"),
    binding(
        Command::CopyReference,
        "Copy the reference",
        "copy the reference of the selected item",
    )
    .keys(&[Key::Char('Y')])
    .modes(VIEWS)
    .line_mode("ref")
    .line_mode_description("say the reference, to copy"),
    binding(
        Command::Save,
        "Save to a file",
        "save a briefing on the selected item to a file",
    )
    .keys(&[Key::Char('w')])
    .modes(VIEWS)
    .line_mode("w")
    .line_mode_argument("FILE")
    .line_mode_description(
        "save a briefing, facts or targets, by the ending: .docx, .xlsx, .html, .md, .txt or .csv; w! FILE: replace a file",
    ),
    binding(
        Command::Mark,
        "Mark",
        "mark this location, or remove its mark",
    )
    .keys(&[Key::Char('m')])
    .modes(VIEWS)
    .line_mode("m")
    .line_mode_description("mark this page, or remove its mark"),
    binding(Command::Marks, "Marks", "list the marks")
        .keys(&[Key::Char('\'')])
        .modes(VIEWS)
        .line_mode("marks")
        .line_mode_description("list the marked pages, to return to one"),
    binding(Command::Unmark, "Remove", "remove the selected mark")
        .keys(&[Key::Delete, Key::Char('x')])
        .modes(&[Mode::Marks]),
    binding(
        Command::PreviousLocation,
        "Previous location",
        "go back to the previous location",
    )
    .keys(&[Key::Char('[')])
    .modes(VIEWS),
    binding(
        Command::NextLocation,
        "Next location",
        "go forward to the next location",
    )
    .keys(&[Key::Char(']')])
    .modes(VIEWS)
    .line_mode("forward"),
    binding(
        Command::NextHit,
        "Next result",
        "open the next search result",
    )
    .keys(&[Key::Char('n')])
    .modes(VIEWS),
    binding(
        Command::PreviousHit,
        "Previous result",
        "open the previous search result",
    )
    .keys(&[Key::Char('N')])
    .modes(VIEWS),
];
