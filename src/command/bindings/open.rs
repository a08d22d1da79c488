//! Opening what is selected, and going back.

use super::{
    binding::{Binding, alias, binding},
    modes::{
        ALL_VIEWS, AREAS, COMPARE, MAP, MATRIX, POPUPS, PREVIEWS, SEARCH, SOURCES, TABLE, TARGETS,
        TIMELINE, VIEWS,
    },
};
use crate::command::{intent::Command, key::Key, mode::Mode};

/// The keys that go back. Fenrir keeps the first Esc for itself, and readers of Emacs know Ctrl-G.
const LEAVING: &[Key] = &[Key::Escape, Key::Ctrl('g')];

pub(super) const BINDINGS: &[Binding] = &[
    binding(
        Command::Open,
        "Open",
        "open the page of an area, the facts of a priority, or the full text of a fact",
    )
    .keys(&[Key::Enter])
    .modes(&[AREAS]),
    binding(
        Command::Open,
        "Open",
        "open the selected item in the areas view",
    )
    .keys(&[Key::Enter])
    .modes(&[
        MAP,
        TIMELINE,
        COMPARE,
        TARGETS,
        TABLE,
        SEARCH,
        Mode::Results,
    ]),
    binding(Command::Open, "Rows", "keep the words, and go to the rows")
        .keys(&[Key::Enter])
        .modes(&[Mode::RowFilter]),
    binding(
        Command::Open,
        "Open",
        "open the priority or area in the areas view, or the full text of a theme",
    )
    .keys(&[Key::Enter])
    .modes(&[MATRIX]),
    binding(
        Command::Open,
        "Open",
        "list what cites the publication, or open that in the areas view",
    )
    .keys(&[Key::Enter])
    .modes(&[SOURCES]),
    binding(Command::Open, "Run", "run the selected command")
        .keys(&[Key::Enter])
        .modes(&[Mode::Palette, Mode::Help]),
    binding(Command::Open, "Go there", "go to the selected mark")
        .keys(&[Key::Enter])
        .modes(&[Mode::Marks]),
    binding(
        Command::Open,
        "Apply",
        "apply the filter; if nothing was switched, show only the selected value",
    )
    .keys(&[Key::Enter])
    .modes(&[Mode::Filter]),
    binding(Command::Open, "Go to it", "go to the selected value")
        .keys(&[Key::Enter])
        .modes(&[Mode::FindValue]),
    binding(Command::Open, "Use", "use the selected item")
        .keys(&[Key::Enter])
        .modes(&[Mode::Jump]),
    binding(Command::Open, "Use", "use the date")
        .keys(&[Key::Enter])
        .modes(&[Mode::Date]),
    binding(Command::Open, "Save", "write the file")
        .keys(&[Key::Enter])
        .modes(&[Mode::Save]),
    binding(Command::Open, "Close", "close the text")
        .keys(&[Key::Enter])
        .modes(&[Mode::Text]),
    binding(
        Command::Escape,
        "Back",
        "clear the date, or else the filter, or else go back",
    )
    .keys(LEAVING)
    .modes(ALL_VIEWS),
    binding(Command::Back, "Back", "go back")
        .keys(&[Key::Backspace])
        .modes(VIEWS)
        .line_mode("b"),
    binding(Command::Back, "Close", "close, and return to the view")
        .keys(LEAVING)
        .modes(POPUPS),
    binding(
        Command::Back,
        "Leave",
        "leave the filter, and keep its words",
    )
    .keys(LEAVING)
    .modes(&[Mode::RowFilter]),
    alias(Command::Back, "Close")
        .keys(&[Key::Backspace])
        .modes(&[Mode::Filter, Mode::Marks, Mode::Text]),
    binding(
        Command::Back,
        "All values",
        "return to the list of all values",
    )
    .keys(&[Key::Escape])
    .modes(&[Mode::FindValue]),
    binding(Command::Back, "Cancel", "cancel, and return to the view")
        .keys(LEAVING)
        .modes(PREVIEWS),
];
