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
/// The narrowest screen on which publishers are never shortened.
const WITH_WHOLE_SOURCE: u16 = 170;
/// The narrowest screen with the full names of areas that have no short ones.
const WITH_FULL_NAMES: u16 = 140;
/// The most columns of names: short ones, full ones where short ones stand in for the longest, and full ones.
const SHORT_NAMES: usize = 17;
const MOST_FULL_NAMES: usize = 22;
const FULL_NAMES: usize = 31;
/// The columns of the heading of areas with its arrow.
const AREA_HEADING: usize = 6;
/// The columns before the first: the bar of the selected row.
const LEFT: usize = 1;
/// The columns at the right: a blank, and the scroll bar.
const RIGHT: usize = 2;
/// The columns of the shortest column for money: `£42,000,000` with a blank before it.
const MONEY: usize = 12;
/// The columns of the signs of kinds.
const NARROW_KIND: usize = 4;
/// The columns of a number of sources, and of a date; the heading of the latter may have an arrow.
const SOURCES: usize = 7;
const KNOWN_FROM: usize = 12;
/// The columns of the first source, and on a wide screen.
const FIRST_SOURCE: usize = 24;
const WHOLE_SOURCE: usize = 34;
/// The fewest columns of a fact beside sums in words.
const MIN_FACT: usize = 20;

/// A column on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TableSpan {
    pub(super) column: TableColumn,
    pub(super) x: usize,
    pub(super) width: usize,
}

/// The columns that a table of some width has, from left to right.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a way of writing a cell, and they are independent"
)]
pub(super) struct TableColumns {
    pub(super) spans: Vec<TableSpan>,
    /// True if the kind has its word beside its sign, and areas have their full names where these fit.
    pub(super) is_wide: bool,
    /// True if the limits of sums are words; otherwise they are signs.
    pub(super) sums_in_words: bool,
    /// True if sums are written in ASCII, which is wider.
    pub(super) ascii: bool,
    /// True if the name of the area stands before the text of the fact, because it has no column.
    pub(super) names_in_text: bool,
}

impl TableColumns {
    /// Divides `width` columns. The largest sum in the rows always fits.
    #[must_use]
    pub(super) fn new(width: u16, rows: &TableRows, ascii: bool) -> Self {
        use TableColumn::{Area, Fact, FirstSource, Kind, KnownFrom, Money, Sources};
        let wide = width >= WIDE;
        let [full, short] = rows.area_columns;
        let names = match width {
            ..WIDE => short.min(SHORT_NAMES),
            WITH_FULL_NAMES.. if full == short => full.min(FULL_NAMES),
            WIDE.. => full.min(MOST_FULL_NAMES),
        };
        let names = names.max(AREA_HEADING);
        let room = usize::from(width).saturating_sub(LEFT + RIGHT);
        let sums_in_words = wide
            || rows.longest_sum.is_none_or(|amount| {
                let sum = text_width(&sum_text(amount, true, ascii));
                names + NARROW_KIND + sum + 4 + MIN_FACT <= room
            });
        let longest = if sums_in_words {
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
        let money = longest.map_or(0, |amount| {
            text_width(&sum_text(amount, sums_in_words, ascii)) + 1
        });
        let money = money.max(MONEY);
        // The columns before the fact and after it, each with its width.
        let before: &[_] = match width {
            ..60 => &[(Kind, 1)],
            60..WIDE => &[(Area, names), (Kind, NARROW_KIND)],
            WIDE.. => &[(Area, names), (Kind, 8)],
        };
        let known_from = (KnownFrom, KNOWN_FROM);
        let source = if width < WITH_WHOLE_SOURCE {
            FIRST_SOURCE
        } else {
            WHOLE_SOURCE
        };
        let after: &[_] = match width {
            ..60 => &[],
            60..WIDE => &[(Money, money)],
            WIDE..WITH_SOURCE => &[(Money, money), (Sources, SOURCES), known_from],
            WITH_SOURCE.. => &[(Money, money), (FirstSource, source), known_from],
        };
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
            sums_in_words,
            ascii,
            names_in_text: width < 60,
        }
    }

    /// Returns the place of a fact beside a sum of some columns. It has what the sum leaves free of its column.
    pub(super) fn fact_beside(&self, fact: TableSpan, sum: usize) -> TableSpan {
        let money = self
            .spans
            .iter()
            .find(|span| span.column == TableColumn::Money);
        let Some(money) = money else {
            return fact;
        };
        let end = (money.x + money.width).saturating_sub(if sum == 0 { 0 } else { sum + 1 });
        TableSpan {
            width: end.saturating_sub(fact.x).max(1),
            ..fact
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
                let mut spans = columns.spans.iter();
                let money = spans.find(|span| span.column == TableColumn::Money);
                let money = money.expect("there is one");
                let sum = sum_text(amount(largest, bound), columns.sums_in_words, ascii);
                assert!(money.width > text_width(&sum), "{width}: {sum}");
            }
        }
    }

    #[test]
    fn limits_of_usual_sums_are_words_at_80_columns() {
        let amount = |pounds| Amount {
            pounds: Pounds(pounds),
            bound: Some(Bound::Nearly),
            every_year: false,
        };
        let in_words = |pounds, ascii| {
            let rows = TableRows {
                largest_sum: Some(Pounds(pounds)),
                longest_sum: Some(amount(pounds)),
                area_columns: [31, 17],
                ..TableRows::default()
            };
            TableColumns::new(80, &rows, ascii).sums_in_words
        };
        assert!(in_words(42_000_000, false) && in_words(42_000_000, true));
        assert!(!in_words(u64::MAX, false));
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
    fn fact_uses_the_money_column_of_a_row_without_a_sum() {
        let columns = TableColumns::new(80, &TableRows::default(), false);
        let fact = columns.spans[2];
        let width = |sum| columns.fact_beside(fact, sum).width;
        assert_eq!(width(0), fact.width + 1 + MONEY);
        assert_eq!(width(MONEY), fact.width);
        assert_eq!(width("£2,100,000".chars().count()), fact.width + 2);
        let names = |area_columns| {
            let rows = TableRows {
                area_columns,
                ..TableRows::default()
            };
            [80, 120, 140].map(|width| TableColumns::new(width, &rows, false).spans[0].width)
        };
        assert_eq!(names([31, 17]), [17, 22, 22]);
        assert_eq!(names([31, 31]), [17, 22, 31]);
        assert_eq!(names([9, 9]), [9, 9, 9]);
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
