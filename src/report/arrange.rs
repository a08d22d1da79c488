//! The columns, the order and the number of rows that users ask for.

use std::{cmp::Ordering, collections::HashSet};

use super::{
    csv::noted,
    page::{Page, PageBlock},
    table::{CellValue, ColumnUse, ColumnValues, PageCell, PageTable},
};
use crate::{
    dataset::{Date, Pounds},
    text::natural_order,
};

/// Changes to the table of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// Names of the columns to keep, in their new order; empty for all.
    pub columns: Vec<String>,
    /// Name of the column to sort by, after a minus sign to start with the largest.
    pub sort: Option<String>,
    /// Most rows to keep.
    pub limit: Option<usize>,
}

/// A name that no column has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownColumn {
    /// Name as typed.
    pub typed: String,
    /// Names of the columns.
    pub columns: Vec<String>,
}

impl Page {
    /// Sorts the rows of the first table, keeps some of them, and then some columns. The items follow the rows.
    ///
    /// # Errors
    /// If no column has a name.
    ///
    /// # Examples
    ///
    /// ```
    /// use opportunity_areas::{
    ///     dataset::Dataset,
    ///     query::{filter::Filter, snapshot::Snapshot},
    ///     report::{Arrangement, answer::list::{Listing, list}},
    /// };
    ///
    /// let dataset = Dataset::bundled();
    /// let mut page = list(Snapshot::latest(&dataset), Listing::Areas, &Filter::default());
    /// let arrangement = Arrangement {
    ///     sort: Some("-rank".into()),
    ///     limit: Some(1),
    ///     ..Arrangement::default()
    /// };
    /// page.arrange(&arrangement).expect("areas have ranks");
    /// assert_eq!(page.items, [dataset.find("west-somerset").expect("an area")]);
    /// ```
    pub fn arrange(&mut self, arrangement: &Arrangement) -> Result<(), UnknownColumn> {
        let tables = self.blocks.iter_mut().filter_map(|block| match block {
            PageBlock::Table(table) => Some(table),
            _ => None,
        });
        let Some(table) = tables.into_iter().next() else {
            return Ok(());
        };
        let mut order: Vec<usize> = (0..table.rows.len()).collect();
        if let Some(sort) = &arrangement.sort {
            let (name, is_descending) = match sort.strip_prefix('-') {
                Some(name) => (name, true),
                None => (sort.as_str(), false),
            };
            let column = table.column(name)?;
            let key = |row: &usize| SortKey::of(&table.rows[*row].cells[column]);
            order.sort_by(|a, b| key(a).compare(&key(b), is_descending));
        }
        order.truncate(arrangement.limit.unwrap_or(usize::MAX));
        let kept = arrangement.columns.iter().map(|name| table.column(name));
        let kept = kept.collect::<Result<Vec<usize>, _>>()?;
        if order.len() < table.rows.len() || !order.is_sorted() {
            if self.values.len() == table.rows.len() {
                self.values = order.iter().map(|&row| self.values[row].clone()).collect();
            }
            let mut seen = HashSet::new();
            let records = order.iter().filter_map(|&row| table.rows[row].record);
            let records: Vec<usize> = records.filter(|&record| seen.insert(record)).collect();
            if !records.is_empty() {
                self.records = records
                    .iter()
                    .map(|&record| self.records[record].clone())
                    .collect();
            }
            let has_items = table.rows.iter().any(|row| !row.items.is_empty());
            table.rows = order.iter().map(|&row| table.rows[row].clone()).collect();
            if has_items {
                self.items = table.items();
            }
        }
        if !kept.is_empty() {
            table.keep_columns(&kept);
        }
        Ok(())
    }
}

impl PageTable {
    /// Returns the position of the column with a name, or with the beginning of a name. `date` and `money` find the first
    /// column with such values, whatever its name.
    fn column(&self, typed: &str) -> Result<usize, UnknownColumn> {
        let plain = |name: &str| name.trim().to_lowercase().replace(['-', '_'], " ");
        let name = plain(typed);
        let has_values = |values| {
            let mut columns = self.columns.iter();
            columns.position(|column| column.values == values)
        };
        let is_named = |test: &dyn Fn(&str) -> bool| {
            let mut columns = self.columns.iter();
            columns.position(|column| test(&plain(&column.name)))
        };
        let by_value = || match name.as_str() {
            "date" => has_values(ColumnValues::Dates),
            "money" | "amount" => has_values(ColumnValues::Sums),
            "kind" => is_named(&|other| other == "type"),
            _ => None,
        };
        let by_beginning = || is_named(&|other| !name.is_empty() && other.starts_with(&name));
        is_named(&|other| other == name)
            .or_else(by_value)
            .or_else(by_beginning)
            .ok_or_else(|| UnknownColumn {
                typed: typed.into(),
                columns: self
                    .columns
                    .iter()
                    .map(|column| column.name.to_string())
                    .collect(),
            })
    }

    /// Keeps some columns in an order, all of which text shows. A column with numbers of notes has the notes instead.
    fn keep_columns(&mut self, kept: &[usize]) {
        let of_notes = |&&index: &&usize| self.columns[index].column_use == ColumnUse::Notes;
        for &index in kept.iter().filter(of_notes).collect::<HashSet<_>>() {
            for row in &mut self.rows {
                let cell = &mut row.cells[index];
                *cell = PageCell::new(noted(&cell.words, &self.notes));
            }
        }
        self.notes.clear();
        let column = |&index: &usize| {
            let mut column = self.columns[index].clone();
            column.column_use = match column.column_use {
                ColumnUse::Main | ColumnUse::Notes => ColumnUse::Main,
                _ => ColumnUse::Key,
            };
            column.is_below = false;
            column
        };
        self.columns = kept.iter().map(column).collect();
        for row in &mut self.rows {
            row.cells = kept.iter().map(|&index| row.cells[index].clone()).collect();
        }
    }
}

/// The value that a cell is sorted by.
#[derive(Debug, Clone, PartialEq)]
enum SortKey<'a> {
    Number(u64),
    Sum(Pounds),
    Day(Date),
    Words(&'a str),
    Unknown,
}

impl<'a> SortKey<'a> {
    fn of(cell: &'a PageCell) -> Self {
        match cell.value {
            CellValue::Number(number) => Self::Number(number),
            CellValue::Money(amount) => Self::Sum(amount.pounds),
            CellValue::Date(date) => Self::Day(date.last_day()),
            CellValue::Text | CellValue::Link(_) if !cell.words.is_empty() => {
                Self::Words(&cell.words)
            }
            CellValue::Text | CellValue::Link(_) => Self::Unknown,
        }
    }

    /// Compares two keys. Cells without a value come last in both directions, and words after values: they say why there
    /// is none.
    fn compare(&self, other: &Self, is_descending: bool) -> Ordering {
        let order = match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.cmp(b),
            (Self::Sum(a), Self::Sum(b)) => a.cmp(b),
            (Self::Day(a), Self::Day(b)) => a.cmp(b),
            (Self::Words(a), Self::Words(b)) => natural_order(a, b),
            _ => return self.group().cmp(&other.group()),
        };
        if is_descending {
            order.reverse()
        } else {
            order
        }
    }

    fn group(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Sum(_) => 1,
            Self::Day(_) => 2,
            Self::Words(_) => 3,
            Self::Unknown => 4,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::{PageColumn, PageRow};

    fn page() -> Page {
        let row = |name: &str, count: PageCell| PageRow::from(vec![name.into(), count]);
        let rows = [
            row("b", PageCell::number(10_usize)),
            row("a", PageCell::default()),
            row("d", "not known".into()),
            row("c", PageCell::number(9_usize)),
        ];
        let columns = [PageColumn::key("name"), PageColumn::detail("cited by", 1)];
        Page::of_table("Test", columns, rows)
    }

    fn arranged(columns: &[&str], sort: &str, limit: Option<usize>) -> Vec<Vec<String>> {
        let mut page = page();
        let arrangement = Arrangement {
            columns: columns.iter().map(ToString::to_string).collect(),
            sort: Some(sort.into()),
            limit,
        };
        page.arrange(&arrangement).expect("the columns exist");
        let PageBlock::Table(table) = &page.blocks[0] else {
            panic!("the page is a table")
        };
        let words = |row: &PageRow| row.cells.iter().map(|cell| cell.words.clone()).collect();
        table.rows.iter().map(words).collect()
    }

    #[test]
    fn rows_are_sorted_by_their_values_and_unknown_ones_come_last() {
        let names = |sort| arranged(&["name"], sort, None).concat().concat();
        assert_eq!(names("cited-by"), "cbda");
        assert_eq!(names("-cited by"), "bcda");
        assert_eq!(names("name"), "abcd");
        assert_eq!(names("-name"), "dcba");
    }

    #[test]
    fn columns_and_rows_are_kept_in_the_order_asked_for() {
        let expected = [["10", "b"], ["9", "c"]];
        assert_eq!(arranged(&["cited", "NAME"], "-cited", Some(2)), expected);
    }

    #[test]
    fn date_and_money_find_their_columns_even_if_no_value_is_known() {
        let columns = [
            PageColumn::key("by").of_dates(),
            PageColumn::key("sum").of_sums(),
        ];
        let row = PageRow::from(vec!["not known".into(), "none stated".into()]);
        let page = Page::of_table("Test", columns, [row]);
        for name in ["date", "money", "-amount"] {
            let arrangement = Arrangement {
                sort: Some(name.into()),
                ..Arrangement::default()
            };
            assert_eq!(page.clone().arrange(&arrangement), Ok(()), "{name}");
        }
    }

    #[test]
    fn column_of_notes_is_shown_with_the_notes_themselves() {
        let columns = ["area", "note"].map(PageColumn::key);
        let rows =
            ["[2][1]", ""].map(|numbers| PageRow::from(vec!["Derby".into(), numbers.into()]));
        let mut page = Page::of_table("Test", columns, rows);
        let PageBlock::Table(table) = &mut page.blocks[0] else {
            panic!("the page is a table")
        };
        table.columns[1].column_use = ColumnUse::Notes;
        table.notes = ["one", "two"].map(String::from).to_vec();
        let arrangement = Arrangement {
            columns: ["note", "area"].map(String::from).to_vec(),
            ..Arrangement::default()
        };
        page.arrange(&arrangement).expect("the columns exist");
        let PageBlock::Table(table) = &page.blocks[0] else {
            panic!("the page is a table")
        };
        assert_eq!(table.rows[0].cells[0].words, "two; one");
        assert_eq!(table.rows[1].cells[0].words, "");
        assert_eq!(table.columns[0].column_use, ColumnUse::Main);
        assert!(table.notes.is_empty());
    }

    #[test]
    fn objects_follow_their_rows() {
        let row = |name: &str, record| PageRow::from(vec![name.into()]).about_record(record);
        let rows = [row("c", 0), row("b", 0), row("a", 1), row("d", 2)];
        let mut page = Page::of_table("Test", [PageColumn::key("name")], rows);
        page.records = [10, 11, 12].map(Into::into).to_vec();
        let arrangement = Arrangement {
            sort: Some("name".into()),
            limit: Some(3),
            ..Arrangement::default()
        };
        page.arrange(&arrangement).expect("the column exists");
        assert_eq!(page.records, [11, 10]);
    }

    #[test]
    fn unknown_column_lists_the_columns() {
        let arrangement = Arrangement {
            sort: Some("-size".into()),
            ..Arrangement::default()
        };
        let error = page().arrange(&arrangement).expect_err("no such column");
        assert_eq!(error.typed, "size");
        assert_eq!(error.columns, ["name", "cited by"]);
    }
}
