//! The modes, and sets of modes that share keys.

use crate::command::{mode::Mode, view::View};

pub(super) const AREAS: Mode = Mode::View(View::Areas);
pub(super) const MATRIX: Mode = Mode::View(View::Matrix);
pub(super) const MAP: Mode = Mode::View(View::Map);
pub(super) const TIMELINE: Mode = Mode::View(View::Timeline);
pub(super) const COMPARE: Mode = Mode::View(View::Compare);
pub(super) const TARGETS: Mode = Mode::View(View::Targets);
pub(super) const TABLE: Mode = Mode::View(View::Table);
pub(super) const SOURCES: Mode = Mode::View(View::Sources);
pub(super) const SEARCH: Mode = Mode::View(View::Search);

use Mode::{Date, Filter, FindValue, Help, Jump, Marks, Palette, Results, RowFilter, Save, Text};

/// Views in which letters are keys: all but the search.
pub(super) const VIEWS: &[Mode] = &[
    AREAS, MATRIX, MAP, TIMELINE, COMPARE, TARGETS, TABLE, SOURCES, Results,
];
/// [`VIEWS`] in which `/` starts a search. In the others it starts to filter the rows.
pub(super) const SLASH_SEARCHES: &[Mode] =
    &[AREAS, MATRIX, MAP, TIMELINE, COMPARE, SOURCES, Results];
/// [`VIEWS`] in which `/` starts to filter the rows.
pub(super) const SLASH_FILTERS: &[Mode] = &[TARGETS, TABLE];
/// Views, and parts of views, in which letters and digits are typed.
pub(super) const TYPING: &[Mode] = &[SEARCH, RowFilter];
pub(super) const ALL_VIEWS: &[Mode] = &[
    AREAS, MATRIX, MAP, TIMELINE, COMPARE, TARGETS, TABLE, SOURCES, Results, SEARCH,
];
/// Views in which `z` gives the focused pane the whole screen.
pub(super) const ZOOMABLE: &[Mode] = &[
    AREAS, MATRIX, MAP, TIMELINE, COMPARE, TARGETS, TABLE, SOURCES,
];
/// Modes in which the selection, or a text, moves up and down.
pub(super) const LISTS: &[Mode] = &[
    AREAS, MATRIX, MAP, TIMELINE, COMPARE, TARGETS, TABLE, SOURCES, Results, SEARCH, RowFilter,
    Palette, Help, Filter, Marks, Text,
];
/// [`LISTS`] in which letters are keys.
pub(super) const LETTER_LISTS: &[Mode] = &[
    AREAS, MATRIX, MAP, TIMELINE, COMPARE, TARGETS, TABLE, SOURCES, Results, Filter, Marks, Text,
];
/// [`LISTS`] that have pages, a first and a last row.
pub(super) const ROWS: &[Mode] = &[
    AREAS, MATRIX, TIMELINE, COMPARE, TARGETS, TABLE, SOURCES, Results, SEARCH, RowFilter, Palette,
    Help, Filter, Marks, Text,
];
/// [`ROWS`] in which letters are keys.
pub(super) const LETTER_ROWS: &[Mode] = &[
    AREAS, MATRIX, TIMELINE, COMPARE, TARGETS, TABLE, SOURCES, Results, Filter, Marks, Text,
];
/// Views in which the selection also moves left and right.
pub(super) const GRIDS: &[Mode] = &[MATRIX, MAP, TIMELINE, COMPARE];
/// Overlays that Esc closes.
pub(super) const POPUPS: &[Mode] = &[Palette, Help, Filter, Marks, Save, Text];
/// Prompts that Esc cancels, with what the view showed meanwhile.
pub(super) const PREVIEWS: &[Mode] = &[Jump, Date];
pub(super) const TEXT_INPUTS: &[Mode] = &[
    SEARCH, RowFilter, Palette, Help, Jump, Date, FindValue, Save,
];
/// Views with a list of names to jump in.
pub(super) const NAMED_LISTS: &[Mode] = &[AREAS, MATRIX, MAP, TIMELINE, TARGETS, SOURCES, Results];
