//! Help, quitting, and the views.

use super::{
    binding::{Binding, alias, binding},
    modes::{SEARCH, SLASH_SEARCHES, TABLE, TARGETS, TYPING, VIEWS},
};
use crate::command::{intent::Command, key::Key, mode::Mode, view::View};

pub(super) const BINDINGS: &[Binding] = &[
    binding(
        Command::Help,
        "Help",
        "show the keys, and find one by typing",
    )
    .keys(&[Key::Char('?'), Key::F(1)])
    .modes(VIEWS)
    .line_mode("?")
    .line_mode_description("list the commands"),
    binding(Command::Quit, "Quit", "end oa")
        .keys(&[Key::Char('q')])
        .modes(VIEWS)
        .line_mode("q")
        .line_mode_description("quit"),
    binding(Command::Quit, "Quit", "end oa from anywhere")
        .keys(&[Key::Ctrl('c')])
        .modes(&Mode::ALL),
    binding(
        Command::View(View::Areas),
        "Areas",
        "show areas with their priorities and actions",
    )
    .keys(&[Key::Char('1')])
    .modes(VIEWS)
    .line_mode("areas"),
    binding(
        Command::View(View::Matrix),
        "Matrix",
        "show which areas have priorities in which themes",
    )
    .keys(&[Key::Char('2'), Key::F(2)])
    .modes(VIEWS)
    .line_mode("matrix")
    .line_mode_argument("AREA")
    .line_mode_description("list the themes with their areas, or those of an area, and why it has none"),
    binding(Command::View(View::Map), "Map", "show the areas on a map")
        .keys(&[Key::Char('3'), Key::F(3)])
        .modes(VIEWS)
        .line_mode("map")
        .line_mode_argument("AREA")
        .line_mode_description(
            "list the areas by distance from one; map by rank, plan, money, targets or a theme: with these",
        ),
    binding(
        Command::View(View::Timeline),
        "Timeline",
        "show what happened when",
    )
    .keys(&[Key::Char('4'), Key::F(4)])
    .modes(VIEWS)
    .line_mode("timeline")
    .line_mode_argument("AREA")
    .line_mode_description("list what happened when, everywhere or in an area"),
    binding(
        Command::View(View::Compare),
        "Compare",
        "compare two to four areas, differences first",
    )
    .keys(&[Key::Char('5'), Key::F(5)])
    .modes(VIEWS)
    .line_mode("compare")
    .line_mode_argument("AREAS")
    .line_mode_description("compare two to four areas; with one area: add it to those of the page"),
    binding(
        Command::View(View::Targets),
        "Targets",
        "list the targets and what came of them",
    )
    .keys(&[Key::Char('6'), Key::F(6)])
    .modes(VIEWS)
    .line_mode("targets")
    .line_mode_argument("AREA")
    .line_mode_description("list the targets; targets by theme, outcome or a date: in that order, or to reach by then"),
    binding(
        Command::View(View::Table),
        "Table",
        "list every fact as a row, to sort and to filter",
    )
    .keys(&[Key::Char('7'), Key::F(7)])
    .modes(VIEWS)
    .line_mode("table")
    .line_mode_argument("WORDS")
    .line_mode_description(
        "list the facts with these words; table by money, area, kind, date and others: in that order",
    ),
    binding(
        Command::View(View::Sources),
        "Sources",
        "list the publications and the facts taken from them",
    )
    .keys(&[Key::Char('8'), Key::F(8)])
    .modes(VIEWS)
    .line_mode("sources")
    .line_mode_description("list the publications by date; sources by citations: most cited first"),
    binding(
        Command::View(View::Search),
        "Search",
        "find anything by its words",
    )
    .keys(&[Key::Char('/'), Key::Ctrl('f'), Key::Ctrl('s')])
    .modes(SLASH_SEARCHES)
    .line_mode("s")
    .line_mode_argument("WORDS")
    .line_mode_description("search"),
    binding(Command::Palette, "Commands", "find a command by its name")
        .keys(&[Key::Char(':'), Key::Ctrl('p')])
        .modes(VIEWS),
    binding(Command::Palette, "Commands", "find a command by its name")
        .keys(&[Key::Ctrl('p')])
        .modes(TYPING),
    // Where letters and digits are typed.
    alias(Command::Help, "Help")
        .keys(&[Key::F(1)])
        .modes(&[SEARCH, Mode::RowFilter, Mode::Help]),
    alias(Command::View(View::Matrix), "Matrix")
        .keys(&[Key::F(2)])
        .modes(TYPING),
    alias(Command::View(View::Map), "Map")
        .keys(&[Key::F(3)])
        .modes(TYPING),
    alias(Command::View(View::Timeline), "Timeline")
        .keys(&[Key::F(4)])
        .modes(TYPING),
    alias(Command::View(View::Compare), "Compare")
        .keys(&[Key::F(5)])
        .modes(TYPING),
    alias(Command::View(View::Targets), "Targets")
        .keys(&[Key::F(6)])
        .modes(TYPING),
    alias(Command::View(View::Table), "Table")
        .keys(&[Key::F(7)])
        .modes(TYPING),
    alias(Command::View(View::Sources), "Sources")
        .keys(&[Key::F(8)])
        .modes(TYPING),
    alias(Command::View(View::Search), "Search")
        .keys(&[Key::Ctrl('f'), Key::Ctrl('s')])
        .modes(&[SEARCH, TARGETS, TABLE, Mode::RowFilter]),
    alias(Command::View(View::Search), "Search")
        .keys(&[Key::Char('/'), Key::Ctrl('f'), Key::Ctrl('s')])
        .modes(&[Mode::Marks, Mode::Text]),
];
