//! The columns of the table, for every width.

use crate::{
    dataset::{Amount, Bound},
    query::table::{TableColumn, TableRows},
    text::text_width,
    tui::symbols::shown_text,
};

/// The narrowest screen with words for kinds, full names, and dates.
pub(super) const WIDE: u16 = 100;
/// The narrowest screen with the first source.
const WITH_SOURCE: u16 = 150;
/// The columns before the first: the bar of the selected row.
const LEFT: usize = 1;
/// The columns at the right: a blank, and the scroll bar.
const RIGHT: usize = 2;
/// The columns of the shortest column for money: `£42,000,000` with a blank before it.
const MONEY: usize = 12;
/// The columns of a number of sources, and of a date; the heading of the latter may have an arrow.
const SOURCES: usize = 7;
const KNOWN_FROM: usize = 12;
/// The columns of the first source.
const FIRST_SOURCE: usize = 24;

/// A column on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TableSpan {
    pub(super) column: TableColumn,
    pub(super) x: usize,
    pub(super) width: usize,
}

/// The columns that a table of some width has, from left to right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TableColumns {
    pub(super) spans: Vec<TableSpan>,
    /// True if the kind has its word beside its sign, and areas have their full names where these fit.
    pub(super) is_wide: bool,
    /// True if the name of the area stands before the text of the fact, because it has no column.
    pub(super) names_in_text: bool,
}

impl TableColumns {
    /// Divides `width` columns. The largest sum in the rows always fits.
    #[must_use]
    pub(super) fn new(width: u16, rows: &TableRows, ascii: bool) -> Self {
        use TableColumn::{Area, Fact, FirstSource, Kind, KnownFrom, Money, Sources};
        let wide = width >= WIDE;
        let longest = if wide {
            rows.longest_sum
        } else {
            // The signs of all limits are about as long.
            let bound = rows.longest_sum.and_then(|amount| amount.bound);
            rows.largest_sum.map(|pounds| Amount {
                pounds,
                bound: bound.map(|_| Bound::AtLeast),
                every_year: false,
            })
        };
        let money = longest.map_or(0, |amount| text_width(&sum_text(amount, wide, ascii)) + 1);
        let money = money.max(MONEY);
        // The columns before the fact and after it, each with its width.
        let before: &[_] = match width {
            ..60 => &[(Kind, 1)],
            60..WIDE => &[(Area, 17), (Kind, 4)],
            WIDE.. => &[(Area, 22), (Kind, 8)],
        };
        let known_from = (KnownFrom, KNOWN_FROM);
        let after: &[_] = match width {
            ..60 => &[],
            60..WIDE => &[(Money, money)],
            WIDE..WITH_SOURCE => &[(Sources, SOURCES), known_from, (Money, money)],
            WITH_SOURCE.. => &[(FirstSource, FIRST_SOURCE), known_from, (Money, money)],
        };
        let room = usize::from(width).saturating_sub(LEFT + RIGHT);
        let used: usize = before.iter().chain(after).map(|(_, width)| width + 1).sum();
        let fact = room.saturating_sub(used).max(1);
        let mut x = LEFT;
        let columns = before.iter().copied().chain([(Fact, fact)]);
        let columns = columns.chain(after.iter().copied());
        let spans = columns.map(|(column, width)| {
            let span = TableSpan { column, x, width };
            x += width + 1;
            span
        });
        Self {
            spans: spans.collect(),
            is_wide: width >= WIDE,
            names_in_text: width < 60,
        }
    }

    /// Returns the columns that can be sorted by.
    pub(super) fn columns(&self) -> Vec<TableColumn> {
        self.spans.iter().map(|span| span.column).collect()
    }
}

/// Returns a sum in full with its limit: in words, `up to £42,000,000`, or as a sign, `≤£42,000,000`. The detail has the
/// words in any case.
pub(super) fn sum_text(amount: Amount, in_words: bool, ascii: bool) -> String {
    if in_words {
        return shown_text(&amount.in_full(), ascii).into_owned();
    }
    let sign = match (amount.bound, ascii) {
        (None, _) => "",
        (Some(Bound::AtLeast), false) => "≥",
        (Some(Bound::AtLeast), true) => ">=",
        (Some(Bound::Over), _) => ">",
        (Some(Bound::Nearly), _) => "<",
        (Some(Bound::UpTo), false) => "≤",
        (Some(Bound::UpTo), true) => "<=",
    };
    format!("{sign}{}", shown_text(&amount.pounds.in_full(), ascii))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Pounds;

    #[test]
    fn columns_fill_the_width_and_never_overlap() {
        for width in 20..300 {
            let columns = TableColumns::new(width, &TableRows::default(), false);
            let mut end = 0;
            for span in &columns.spans {
                assert!(span.x >= end && span.width > 0, "{width}: {columns:?}");
                end = span.x + span.width + 1;
            }
            assert_eq!(end, usize::from(width) - RIGHT + 1, "{width}: {columns:?}");
        }
    }

    #[test]
    fn every_sum_fits_with_its_limit() {
        let amount = |pounds, bound| Amount {
            pounds: Pounds(pounds),
            bound,
            every_year: false,
        };
        let bounds = [None, Some(Bound::AtLeast), Some(Bound::Nearly)];
        for (largest, bound) in bounds.into_iter().map(|bound| (u64::MAX, bound)) {
            let rows = TableRows {
                largest_sum: Some(Pounds(largest)),
                longest_sum: Some(amount(largest, bound)),
                ..TableRows::default()
            };
            for (width, ascii) in [(80, false), (80, true), (120, false), (120, true)] {
                let columns = TableColumns::new(width, &rows, ascii);
                let money = columns.spans.last().expect("there are columns");
                let sum = sum_text(amount(largest, bound), width >= WIDE, ascii);
                assert!(money.width > text_width(&sum), "{width}: {sum}");
            }
        }
    }

    #[test]
    fn limits_are_words_where_there_is_room_and_signs_elsewhere() {
        let amount = Amount {
            pounds: Pounds(42_000_000),
            bound: Some(Bound::UpTo),
            every_year: false,
        };
        assert_eq!(sum_text(amount, true, false), "up to £42,000,000");
        assert_eq!(sum_text(amount, true, true), "up to GBP 42,000,000");
        assert_eq!(sum_text(amount, false, false), "≤£42,000,000");
        assert_eq!(sum_text(amount, false, true), "<=GBP 42,000,000");
    }

    #[test]
    fn the_first_source_goes_first_then_the_date() {
        let columns = |width| TableColumns::new(width, &TableRows::default(), false).columns();
        assert!(columns(160).contains(&TableColumn::FirstSource));
        assert!(columns(120).contains(&TableColumn::KnownFrom));
        assert!(!columns(120).contains(&TableColumn::FirstSource));
        assert_eq!(columns(80).len(), 4);
        assert_eq!(columns(40), [TableColumn::Kind, TableColumn::Fact]);
    }
}
