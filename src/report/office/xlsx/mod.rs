//! Workbooks: a first sheet that says what the file is, then a sheet for each table.

mod about;
mod cell;
mod facts;
mod names;
mod sheet;
mod styles;
mod table;
mod workbook;

use std::io::{self, Write};

use self::workbook::write_workbook;
use crate::{query::snapshot::Snapshot, report::page::Page};

/// Writes a page as a workbook: its tables or, if it has none, the facts that it is about, with a sheet for each kind.
///
/// # Errors
/// If `out` cannot be written to, or if a table has more rows or columns than a sheet can have.
pub fn write_xlsx(snapshot: Snapshot, page: &Page, out: impl Write) -> io::Result<()> {
    let tables = if page.has_table() {
        table::of_page(page)
    } else {
        facts::of_items(snapshot, &page.items)
    };
    let about = about::About::of_page(snapshot, page);
    write_workbook(snapshot, &about, &tables, out)
}

/// Writes everything known as a workbook, with a sheet for each kind.
///
/// # Errors
/// As [`write_xlsx`].
pub fn write_dataset(snapshot: Snapshot, out: impl Write) -> io::Result<()> {
    let tables = facts::of_everything(snapshot);
    let about = about::About::of_everything(snapshot);
    write_workbook(snapshot, &about, &tables, out)
}
