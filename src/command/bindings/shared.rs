//! Commands that every view has: dates, filters, copies, files, bookmarks, history.

use super::{Binding, binding, modes::VIEWS};
use crate::command::{Command, Key, Mode};

pub(super) const BINDINGS: &[Binding] = &[
    binding(Command::Date, "As of", "show what was known on a date")
        .keys(&[Key::Char('d')])
        .modes(VIEWS)
        .footer(9)
        .line_mode("d")
        .line_mode_description("and a date shows what was known then; alone, all that is known"),
    binding(Command::Filter, "Filter", "by theme, region, wave, partner")
        .keys(&[Key::Char('f')])
        .modes(VIEWS)
        .footer(8)
        .line_mode("f"),
    binding(Command::ClearFilter, "Clear filter", "show all again")
        .keys(&[Key::Char('F')])
        .modes(VIEWS)
        .line_mode("all"),
    binding(Command::ClearFilter, "Clear", "let all values go")
        .keys(&[Key::Char('F'), Key::Delete])
        .modes(&[Mode::Filter])
        .footer(5),
    binding(
        Command::Copy,
        "Copy",
        "copy the text of what is selected, with its sources",
    )
    .keys(&[Key::Char('y')])
    .modes(VIEWS)
    .footer(10),
    binding(
        Command::CopyReference,
        "Copy reference",
        "copy the reference of what is selected",
    )
    .keys(&[Key::Char('Y')])
    .modes(VIEWS),
    binding(
        Command::Save,
        "Save",
        "write a briefing of what is selected to a file",
    )
    .keys(&[Key::Char('w')])
    .modes(VIEWS)
    .footer(11)
    .line_mode("w")
    .line_mode_description(
        "and a name writes a briefing of what is shown to a file; w! replaces one",
    ),
    binding(Command::Mark, "Mark", "mark this place, or unmark it")
        .keys(&[Key::Char('m')])
        .modes(VIEWS)
        .line_mode("m")
        .line_mode_description("marks this place"),
    binding(Command::Marks, "Marks", "list the marked places")
        .keys(&[Key::Char('\'')])
        .modes(VIEWS)
        .line_mode("marks"),
    binding(Command::Unmark, "Unmark", "unmark the selected place")
        .keys(&[Key::Delete, Key::Char('x')])
        .modes(&[Mode::Marks])
        .footer(5),
    binding(
        Command::PreviousLocation,
        "Place before",
        "go back through where one was",
    )
    .keys(&[Key::Char('[')])
    .modes(VIEWS),
    binding(Command::NextLocation, "Next place", "go forward again")
        .keys(&[Key::Char(']')])
        .modes(VIEWS),
    binding(
        Command::NextHit,
        "Next answer",
        "open the search's next answer",
    )
    .keys(&[Key::Char('n')])
    .modes(VIEWS),
    binding(
        Command::PreviousHit,
        "Answer before",
        "open the search's answer before",
    )
    .keys(&[Key::Char('N')])
    .modes(VIEWS),
];
