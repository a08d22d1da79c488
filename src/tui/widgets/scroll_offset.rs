//! The scrolling of lists that are not a [`BlockList`](super::BlockList).

use std::ops::Range;

/// Returns the first visible row, so that the selected rows are visible with some context.
///
/// Derived from the selection only, and moves in half pages so that most key presses do not repaint the list.
#[must_use]
pub(crate) fn scroll_offset(selected: &Range<usize>, rows: usize, height: usize) -> usize {
    if rows <= height || height == 0 {
        return 0;
    }
    let half = (height / 2).max(1);
    let by_halves = (selected.start / half * half).saturating_sub(half / 2);
    by_halves
        .max(selected.end.saturating_sub(height))
        .min(selected.start)
        .min(rows - height)
}
