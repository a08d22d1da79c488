//! The table of a sheet, and the tables of a page.

use super::cell::{SheetCell, is_address};
use crate::{
    query::describe::capitalized,
    report::{
        csv::noted,
        page::{Page, PageBlock},
        table::{CellValue, ColumnUse, PageCell, PageTable},
    },
};

/// Most rows of a sheet besides the heading.
pub(super) const MAX_ROWS: usize = 1_048_575;
/// Most columns of a sheet.
pub(super) const MAX_COLUMNS: usize = 16_384;

/// Widest and narrowest column, in characters.
const MAX_WIDTH: usize = 50;
const MIN_WIDTH: usize = 8;
/// Room for the button of the filter beside the name of a column.
const FILTER_BUTTON: usize = 4;
/// Longest name of a column that is not wrapped.
const MAX_HEADING: usize = 24;
/// Rows that the widths of columns are chosen for.
const MEASURED_ROWS: usize = 1_000;

/// A table, whose rows are made when they are written.
pub(super) struct SheetTable<'a> {
    /// Title, for the name of the sheet.
    pub(super) title: String,
    /// Names of the columns.
    pub(super) columns: Vec<String>,
    /// Number of rows.
    pub(super) len: usize,
    /// Makes a row. It has as many cells as there are columns.
    pub(super) row: Box<dyn Fn(usize) -> Vec<SheetCell> + 'a>,
}

impl SheetTable<'_> {
    /// Returns the widths of the columns in characters.
    pub(super) fn widths(&self) -> Vec<usize> {
        let heading = |name: &String| name.chars().count().min(MAX_HEADING) + FILTER_BUTTON;
        let mut widths: Vec<usize> = self.columns.iter().map(heading).collect();
        for index in 0..self.len.min(MEASURED_ROWS) {
            for (width, cell) in widths.iter_mut().zip((self.row)(index)) {
                *width = (*width).max(cell.width() + 1);
            }
        }
        widths
            .into_iter()
            .map(|width| width.clamp(MIN_WIDTH, MAX_WIDTH))
            .collect()
    }
}

/// Returns the tables of a page. Each has the heading before it as its title, or else that of the page.
pub(super) fn of_page(page: &Page) -> Vec<SheetTable<'_>> {
    let mut title = page.title.as_str();
    let mut tables = Vec::new();
    for block in &page.blocks {
        match block {
            PageBlock::Heading(heading) => title = heading,
            PageBlock::Table(table) => tables.push(of_table(title, table)),
            _ => {}
        }
    }
    tables
}

fn of_table<'a>(title: &str, table: &'a PageTable) -> SheetTable<'a> {
    let columns: Vec<_> = table.whole_columns().collect();
    let names = columns.iter();
    SheetTable {
        title: title.to_string(),
        columns: names.map(|(_, column)| capitalized(&column.name)).collect(),
        len: table.rows.len(),
        row: Box::new(move |row| {
            let cells = &table.rows[row].cells;
            let cells = columns
                .iter()
                .map(|&(index, column)| (column, &cells[index]));
            cells
                .map(|(column, cell)| match column.column_use {
                    ColumnUse::Notes => SheetCell::text(noted(&cell.words, &table.notes)),
                    _ => typed(cell),
                })
                .collect()
        }),
    }
}

/// Returns the cell for a cell of a page. Words that say more than its value are kept in its place.
fn typed(cell: &PageCell) -> SheetCell {
    let words = cell.words.as_str();
    match &cell.value {
        CellValue::Number(number) if words == number.to_string() => SheetCell::number(*number),
        CellValue::Money(amount)
            if words == amount.to_string() || words == amount.pounds.0.to_string() =>
        {
            SheetCell::money(*amount)
        }
        CellValue::Date(date) if words == date.to_string() || words == date.iso() => {
            SheetCell::date(*date)
        }
        CellValue::Link(address) => SheetCell::link(words, address),
        _ if is_address(words) => SheetCell::link(words, words),
        _ => SheetCell::text(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Amount, Bound, PartialDate, Pounds};

    #[test]
    fn values_are_typed_unless_the_words_say_more() {
        let amount = Amount {
            pounds: Pounds(1_300_000),
            bound: Some(Bound::UpTo),
            every_year: false,
        };
        let date: PartialDate = "2017-10".parse().expect("a date");
        let rank = PageCell::new("316 of 324").value(CellValue::Number(316));
        let address = "https://a.example/b";
        for (cell, expected) in [
            (PageCell::number(12_u64), SheetCell::Number("12".into())),
            (PageCell::money(amount), SheetCell::Money(amount)),
            (PageCell::date(date), SheetCell::Date(date)),
            (rank, SheetCell::text("316 of 324")),
            (PageCell::default(), SheetCell::Empty),
            (address.into(), SheetCell::link(address, address)),
            ("=1+1".into(), SheetCell::text("=1+1")),
        ] {
            assert_eq!(typed(&cell), expected);
        }
    }
}
