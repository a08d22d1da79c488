//! The keys that the footer offers in each mode, the most useful first. Where there is no room, the last ones are left out,
//! but not the pinned ones at the end.

use super::{footer_key::FooterKey, intent::Command, mode::Mode, view::View};

/// The footer of a mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Footer {
    /// Keys that are left out where there is no room, the last ones first.
    pub keys: &'static [FooterKey],
    /// Keys at the end, which stay; the first of them even where nothing else fits.
    pub pinned: &'static [FooterKey],
}

/// Returns keys with a word for what they do.
#[must_use]
pub const fn key(commands: &'static [Command], label: &'static str) -> FooterKey {
    FooterKey { commands, label }
}

const COMPARE: FooterKey = key(&[Command::Compare], "compare");
const COPY: FooterKey = key(&[Command::Copy], "copy");
const DATE: FooterKey = key(&[Command::Date], "date");
const FILTER: FooterKey = key(&[Command::Filter], "filter");
const MARK: FooterKey = key(&[Command::Mark], "mark");
const OPEN: FooterKey = key(&[Command::Open], "open");
const SAVE: FooterKey = key(&[Command::Save], "save");
const SEARCH: FooterKey = key(&[Command::View(View::Search)], "search");
const SCROLL: FooterKey = key(&[Command::Up, Command::Down], "scroll");
const SORT: FooterKey = key(&[Command::Sort], "sort");
const ZOOM: FooterKey = key(&[Command::Zoom], "zoom");
const CLEAR: FooterKey = key(&[Command::ClearInput], "clear");
const BACK: FooterKey = key(&[Command::Escape], "back");
/// The pinned keys of every view.
pub const VIEW_PINNED: &[FooterKey] =
    &[key(&[Command::Help], "help"), key(&[Command::Quit], "quit")];

/// The keys of the areas.
const AREAS: &[FooterKey] = &[
    OPEN,
    key(&[Command::Right], "priorities"),
    SEARCH,
    FILTER,
    DATE,
    COMPARE,
    COPY,
    MARK,
    SAVE,
    ZOOM,
];
/// The keys of the priorities.
pub const PRIORITIES: &[FooterKey] = &[
    OPEN,
    key(&[Command::Right], "facts"),
    key(&[Command::Left], "areas"),
    SEARCH,
    FILTER,
    COPY,
    MARK,
    DATE,
    SAVE,
    ZOOM,
];
/// The keys of the facts.
pub const FACTS: &[FooterKey] = &[
    key(&[Command::Open], "full text"),
    key(&[Command::Left], "priorities"),
    SEARCH,
    FILTER,
    COPY,
    MARK,
    DATE,
    SAVE,
    ZOOM,
];
/// The keys of the detail.
pub const DETAIL: &[FooterKey] = &[
    SCROLL,
    key(&[Command::Left], "facts"),
    SEARCH,
    FILTER,
    COPY,
    MARK,
    DATE,
    SAVE,
    ZOOM,
];
/// The keys of the page of an area.
pub const AREA_PAGE: &[FooterKey] = &[
    BACK,
    SCROLL,
    key(&[Command::Right], "next area"),
    SEARCH,
    COPY,
    SAVE,
    COMPARE,
];
/// The keys of the areas where only one pane fits.
pub const SINGLE_AREAS: &[FooterKey] = &[OPEN, SEARCH, FILTER, COPY, DATE, SAVE];
/// The keys of the priorities where only one pane fits.
pub const SINGLE_PRIORITIES: &[FooterKey] = &[
    key(&[Command::Open], "facts"),
    BACK,
    SEARCH,
    FILTER,
    COPY,
    SAVE,
];
/// The keys of the facts where only one pane fits.
pub const SINGLE_FACTS: &[FooterKey] = &[
    key(&[Command::Open], "full text"),
    BACK,
    SEARCH,
    FILTER,
    COPY,
    SAVE,
];
/// The keys of the detail where only one pane fits.
pub const SINGLE_DETAIL: &[FooterKey] = &[SCROLL, BACK, SEARCH, COPY, SAVE];

const MATRIX: &[FooterKey] = &[
    OPEN,
    key(
        &[Command::Left, Command::Right, Command::Up, Command::Down],
        "move",
    ),
    SORT,
    SEARCH,
    FILTER,
    COMPARE,
    COPY,
    SAVE,
    DATE,
    ZOOM,
];
const MAP: &[FooterKey] = &[
    OPEN,
    key(
        &[Command::Up, Command::Down, Command::Left, Command::Right],
        "next area",
    ),
    key(&[Command::ZoomIn, Command::ZoomOut], "zoom"),
    key(&[Command::Layer], "layer"),
    key(&[Command::NextTheme], "theme"),
    SAVE,
    SEARCH,
    FILTER,
    DATE,
    COPY,
    COMPARE,
];
const TIMELINE: &[FooterKey] = &[
    key(&[Command::Left, Command::Right], "event"),
    key(&[Command::Up, Command::Down], "lane"),
    OPEN,
    DATE,
    key(&[Command::ZoomIn, Command::ZoomOut], "zoom"),
    SEARCH,
    COPY,
    FILTER,
    COMPARE,
    SAVE,
    ZOOM,
];
const COMPARISON: &[FooterKey] = &[
    OPEN,
    key(&[Command::AddArea], "add area"),
    key(&[Command::RemoveArea], "remove area"),
    SORT,
    SEARCH,
    COPY,
    SAVE,
    DATE,
    ZOOM,
];
const TARGETS: &[FooterKey] = &[
    OPEN,
    key(&[Command::Up, Command::Down], "target"),
    SORT,
    key(&[Command::FilterRows], "filter"),
    SAVE,
    DATE,
    COPY,
];
const TABLE: &[FooterKey] = &[
    key(&[Command::Up, Command::Down], "row"),
    OPEN,
    key(&[Command::FilterRows], "filter"),
    key(&[Command::Left, Command::Right], "column"),
    key(&[Command::Sort], "sort by it"),
    SAVE,
    key(&[Command::ReverseOrder], "reverse"),
    COPY,
    DATE,
    COMPARE,
];
const ROW_FILTER: &[FooterKey] = &[
    key(&[Command::Open], "rows"),
    key(&[Command::Down], "next row"),
    CLEAR,
    key(&[Command::Help], "help"),
];
const SOURCES: &[FooterKey] = &[
    key(&[Command::Open], "facts that cite it"),
    key(&[Command::Up, Command::Down], "source"),
    SORT,
    SEARCH,
    FILTER,
    DATE,
    COPY,
    SAVE,
    ZOOM,
];
/// The keys of the facts that cite a publication.
pub const CITING: &[FooterKey] = &[
    OPEN,
    key(&[Command::Up, Command::Down], "fact"),
    key(&[Command::Escape], "sources"),
    SEARCH,
    FILTER,
    COPY,
    SAVE,
    DATE,
    ZOOM,
];
const QUERY: &[FooterKey] = &[OPEN, key(&[Command::Down], "next"), CLEAR, BACK];
const RESULTS: &[FooterKey] = &[OPEN, SEARCH, COPY, MARK, SAVE, BACK];
/// The pinned keys of the search, where letters are typed.
const SEARCH_PINNED: &[FooterKey] = &[key(&[Command::Help], "help")];
const CLOSE: &[FooterKey] = &[key(&[Command::Back], "close")];
const LEAVE: &[FooterKey] = &[key(&[Command::Back], "leave")];
const ALL_VALUES: &[FooterKey] = &[key(&[Command::Back], "all values")];
const CANCEL: &[FooterKey] = &[key(&[Command::Back], "cancel")];

/// Returns the footer of a mode; for the areas view, that of its first pane.
#[must_use]
pub const fn footer(mode: Mode) -> Footer {
    let (keys, pinned) = match mode {
        Mode::View(View::Areas) => (AREAS, VIEW_PINNED),
        Mode::View(View::Matrix) => (MATRIX, VIEW_PINNED),
        Mode::View(View::Map) => (MAP, VIEW_PINNED),
        Mode::View(View::Timeline) => (TIMELINE, VIEW_PINNED),
        Mode::View(View::Compare) => (COMPARISON, VIEW_PINNED),
        Mode::View(View::Targets) => (TARGETS, VIEW_PINNED),
        Mode::View(View::Table) => (TABLE, VIEW_PINNED),
        Mode::View(View::Sources) => (SOURCES, VIEW_PINNED),
        Mode::View(View::Search) => (QUERY, SEARCH_PINNED),
        Mode::Results => (RESULTS, VIEW_PINNED),
        Mode::RowFilter => (ROW_FILTER, LEAVE),
        Mode::Palette => (PALETTE, CLOSE),
        Mode::Help => (HELP, CLOSE),
        Mode::Jump => (JUMP, CANCEL),
        Mode::Date => (DATES, CANCEL),
        Mode::Filter => (FILTERS, CANCEL),
        Mode::FindValue => (FIND_VALUE, ALL_VALUES),
        Mode::Marks => (MARKS, CLOSE),
        Mode::Save => (FILE, CANCEL),
        Mode::Text => (TEXT, CLOSE),
    };
    Footer { keys, pinned }
}

const PALETTE: &[FooterKey] = &[
    key(&[Command::Open], "run"),
    key(&[Command::Down], "next"),
    CLEAR,
];
const HELP: &[FooterKey] = &[
    key(&[Command::Down], "more"),
    key(&[Command::Help], "all keys of this view"),
    key(&[Command::Open], "run"),
    CLEAR,
];
/// The keys of the list of all keys of a view, in the help.
pub const KEY_LIST: &[FooterKey] = &[
    key(&[Command::Down], "more"),
    key(&[Command::Help], "back to the help"),
    key(&[Command::Open], "run"),
    CLEAR,
];
/// The keys of a prompt that holds words for the search. Only a file name has formats.
pub const QUESTION: &[FooterKey] = &[
    key(&[Command::Open], "search"),
    key(&[Command::NextFormat], "make it a file"),
    CLEAR,
];
const JUMP: &[FooterKey] = &[
    key(&[Command::Open], "choose"),
    key(&[Command::Down], "next"),
    CLEAR,
];
const DATES: &[FooterKey] = &[
    key(&[Command::Open], "set the date"),
    key(&[Command::Down], "jump to"),
    CLEAR,
];
const FILTERS: &[FooterKey] = &[
    key(&[Command::Open], "show"),
    key(&[Command::Toggle], "switch"),
    key(&[Command::Jump], "find"),
    key(&[Command::ChooseAll], "all"),
    key(&[Command::ChooseOnly], "only this"),
    key(&[Command::NextPane], "next group"),
];
const FIND_VALUE: &[FooterKey] = &[
    key(&[Command::Open], "go to it"),
    key(&[Command::Down], "next"),
    CLEAR,
];
const MARKS: &[FooterKey] = &[
    key(&[Command::Open], "go there"),
    key(&[Command::Up, Command::Down], "move"),
    key(&[Command::Unmark], "remove"),
];
const FILE: &[FooterKey] = &[
    key(&[Command::Open], "save"),
    key(&[Command::NextFormat], "next format"),
    CLEAR,
];
const TEXT: &[FooterKey] = &[SCROLL];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_footer_says_how_to_leave_or_to_find_help() {
        for mode in Mode::ALL {
            let footer = footer(mode);
            let first = footer.pinned.first().expect("a pinned key");
            assert!(
                [Command::Help, Command::Back].contains(&first.commands[0]),
                "{mode:?}"
            );
            assert!(first.keys(mode, false).is_some(), "{mode:?}");
        }
    }
}
