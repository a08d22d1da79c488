//! General commands, and the views.

use super::{
    Binding, binding,
    modes::{SEARCH, VIEWS},
};
use crate::command::{Command, Key, Mode, View};

pub(super) const BINDINGS: &[Binding] = &[
    binding(
        Command::Help,
        "Help",
        "show what the keys do; typing finds a command",
    )
    .keys(&[Key::Char('?')])
    .modes(VIEWS)
    .footer(0)
    .line_mode("?")
    .line_mode_description("says what can be typed"),
    binding(Command::Quit, "Quit", "leave the program")
        .keys(&[Key::Char('q')])
        .modes(VIEWS)
        .footer(1)
        .line_mode("q"),
    binding(Command::Quit, "Quit", "leave the program from anywhere")
        .keys(&[Key::Ctrl('c')])
        .modes(&Mode::ALL),
    binding(
        Command::View(View::Areas),
        "Areas",
        "areas, their priorities and actions, side by side",
    )
    .keys(&[Key::Char('1')])
    .modes(VIEWS)
    .line_mode("areas"),
    binding(
        Command::View(View::Matrix),
        "Matrix",
        "which areas have priorities in which themes",
    )
    .keys(&[Key::Char('2')])
    .modes(VIEWS)
    .line_mode("matrix"),
    binding(Command::View(View::Map), "Map", "where the areas are")
        .keys(&[Key::Char('3')])
        .modes(VIEWS)
        .line_mode("map"),
    binding(
        Command::View(View::Timeline),
        "Timeline",
        "what happened when",
    )
    .keys(&[Key::Char('4')])
    .modes(VIEWS)
    .line_mode("timeline"),
    binding(
        Command::View(View::Compare),
        "Compare",
        "two to four areas side by side, differences first",
    )
    .keys(&[Key::Char('5')])
    .modes(VIEWS)
    .line_mode("compare")
    .line_mode_description("and two to four areas shows them side by side, differences first"),
    binding(
        Command::View(View::Sources),
        "Sources",
        "every publication, and what rests on it",
    )
    .keys(&[Key::Char('6')])
    .modes(VIEWS)
    .line_mode("sources"),
    binding(
        Command::View(View::Search),
        "Search",
        "find anything by its words",
    )
    .keys(&[Key::Char('/'), Key::Char('7'), Key::Ctrl('s')])
    .modes(VIEWS)
    .footer(3)
    .line_mode("s")
    .line_mode_description("and words finds anything by its words"),
    binding(Command::Palette, "Palette", "find any command by its name")
        .keys(&[Key::Ctrl('p'), Key::Char(':')])
        .modes(VIEWS)
        .footer(12),
    binding(Command::Palette, "Palette", "find any command by its name")
        .keys(&[Key::Ctrl('p')])
        .modes(&[SEARCH]),
];
