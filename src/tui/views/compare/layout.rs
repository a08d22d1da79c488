//! The columns of the comparison.

use crate::tui::{layout::cells, widgets::scroll_offset};

/// The columns of the names of facts and themes, with the bar before them and the gap after them: where areas have wide
/// columns, and elsewhere.
const WIDE_LABEL: u16 = 18;
const LABEL: u16 = 14;
/// The narrowest screen with names beside the values. In a narrower one each name has a row of its own.
const MIN_WIDTH_WITH_LABEL: u16 = 36;
/// The narrowest column: a sum of millions and a gap.
const MIN_COLUMN: u16 = 11;
/// The narrowest column in which titles and bars can be read.
const MIN_WIDE_COLUMN: u16 = 22;

/// The place of the visible columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CompareColumns {
    /// The columns of the names; only that of the bar if they have rows of their own.
    pub label: u16,
    /// True if each name has a row of its own.
    pub is_stacked: bool,
    /// The width of an area, with the gap after it.
    pub width: u16,
    /// The index of the first visible area.
    pub first: usize,
    /// The number of visible areas.
    pub count: usize,
    /// True if there is only room for numbers: titles are below the comparison, and bars, board and plan are left out.
    pub is_compact: bool,
}

impl CompareColumns {
    /// Divides `width` columns among areas, one of which is selected and visible.
    #[must_use]
    pub(super) fn new(width: u16, areas: usize, selected: usize) -> Self {
        let is_stacked = width < MIN_WIDTH_WITH_LABEL;
        let shown = cells(areas.max(1));
        let label = if is_stacked {
            1
        } else if width.saturating_sub(WIDE_LABEL + 1) / shown >= MIN_WIDE_COLUMN {
            WIDE_LABEL
        } else {
            LABEL
        };
        // The last column is that of the scroll bar.
        let room = width.saturating_sub(label + 1).max(1);
        let count = usize::from(room / MIN_COLUMN).clamp(1, areas.max(1));
        let column = room / cells(count);
        let selected = selected.min(areas.saturating_sub(1));
        Self {
            label,
            is_stacked,
            width: column,
            first: scroll_offset(&(selected..selected + 1), areas, count),
            count,
            is_compact: column < MIN_WIDE_COLUMN,
        }
    }

    /// Returns the left edge of a visible area, counted from the first visible one.
    #[must_use]
    pub(super) fn x(&self, column: usize) -> u16 {
        self.label + cells(column) * self.width
    }

    /// Returns the columns for the text of an area. Sentences side by side need a wider gap than numbers.
    #[must_use]
    pub(super) fn text_width(&self) -> usize {
        let gap = if self.is_compact { 1 } else { 2 };
        usize::from(self.width.saturating_sub(gap)).max(1)
    }

    /// Returns the columns for the name of an area: there is a gap after it, and then the sign of the selected area.
    #[must_use]
    pub(super) fn name_width(&self) -> usize {
        usize::from(self.width.saturating_sub(2)).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_areas_have_titles_and_four_have_numbers_at_80_columns() {
        let two = CompareColumns::new(80, 2, 0);
        assert_eq!((two.width, two.is_compact), (30, false));
        let four = CompareColumns::new(80, 4, 3);
        assert_eq!((four.width, four.count, four.is_compact), (16, 4, true));
        assert_eq!([0, 3].map(|column| four.x(column)), [14, 62]);
        assert!(!CompareColumns::new(120, 4, 0).is_compact);
        assert!(CompareColumns::new(80, 3, 0).is_compact);
    }

    #[test]
    fn selected_area_is_visible_and_columns_fit_at_every_width() {
        for width in 20..250 {
            for areas in 1..5 {
                for selected in 0..areas {
                    let columns = CompareColumns::new(width, areas, selected);
                    let visible = columns.first..columns.first + columns.count;
                    assert!(visible.contains(&selected) && visible.end <= areas);
                    assert!(columns.x(columns.count) < width);
                }
            }
        }
    }
}
