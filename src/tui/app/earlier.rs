//! The state before letters that were meant as words: letters are keys, and some of them change things.

use crate::{
    command::{Command, View},
    dataset::PartialDate,
    query::filter::Filter,
    tui::{
        history::{Bookmarks, History},
        views::Views,
    },
};

/// The state before the first letter that changed something.
#[derive(Debug, Clone)]
pub(super) struct Earlier {
    pub(super) as_of: Option<PartialDate>,
    pub(super) filter: Filter,
    pub(super) zoomed: bool,
    pub(super) view: View,
    pub(super) views: Views,
    pub(super) history: History,
    pub(super) bookmarks: Bookmarks,
}

/// Returns true if a command of a letter changes more than what is selected or which prompt is open.
pub(super) fn changes_more_than_selection(command: Command) -> bool {
    use Command::{
        ClearFilter, Compare, Fill, FilterRows, Layer, Mark, NextArea, NextDate, NextHit,
        NextLocation, NextTheme, PreviousDate, PreviousHit, PreviousLocation, RemoveArea,
        ReverseOrder, Sort, Unmark, View, Zoom, ZoomIn, ZoomOut,
    };
    matches!(
        command,
        ClearFilter
            | Compare
            | Fill
            | FilterRows
            | Layer
            | Mark
            | NextArea
            | NextDate
            | NextHit
            | NextLocation
            | NextTheme
            | PreviousDate
            | PreviousHit
            | PreviousLocation
            | RemoveArea
            | ReverseOrder
            | Sort
            | Unmark
            | View(_)
            | Zoom
            | ZoomIn
            | ZoomOut
    )
}
