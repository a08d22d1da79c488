//! A sheet, and its cells.

use crate::dataset::PartialDate;

/// The table of one CSV file.
pub(in crate::report) struct Sheet {
    /// Name of the file without its extension.
    pub(in crate::report) name: String,
    /// Title in words.
    pub(in crate::report) title: String,
    /// Name and datatype of each column.
    pub(in crate::report) columns: Vec<(&'static str, &'static str)>,
    /// Foreign keys: the column, the other sheet, and its column.
    pub(in crate::report) links: Vec<(&'static str, &'static str, &'static str)>,
    /// True if the first column is unique.
    pub(in crate::report) keyed: bool,
    /// Rows of cells.
    pub(in crate::report) rows: Vec<Vec<String>>,
}

/// Returns a value as a cell, which is empty if the value is unknown.
pub(super) fn some(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Returns a date as a cell in ISO form.
pub(super) fn date(value: Option<PartialDate>) -> String {
    value.map(|date| date.iso()).unwrap_or_default()
}

/// Returns several words as one cell.
pub(super) fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().collect::<Vec<_>>().join("; ")
}
