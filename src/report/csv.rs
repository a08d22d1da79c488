//! Tables as CSV (RFC 4180), with no cell that a spreadsheet would run as a formula.

use std::borrow::Cow;

use super::{
    page::{Page, PageBlock},
    table::ColumnUse,
};

/// Renders the page's tables, one after the other.
///
/// Numbers of notes become the notes themselves, since the file has no other place for them.
pub(super) fn render(page: &Page) -> String {
    let mut out = String::new();
    for block in &page.blocks {
        let PageBlock::Table(table) = block else {
            continue;
        };
        let columns: Vec<_> = table.whole_columns().collect();
        row(columns.iter().map(|(_, column)| &column.name), &mut out);
        for table_row in &table.rows {
            let cells = columns
                .iter()
                .map(|&(index, column)| (column, &table_row.cells[index]));
            row(
                cells.map(|(column, cell)| match column.column_use {
                    ColumnUse::Notes => Cow::Owned(noted(&cell.words, &table.notes)),
                    _ => Cow::Borrowed(&*cell.words),
                }),
                &mut out,
            );
        }
    }
    out
}

/// Returns the notes for numbers such as `[1][3]`.
pub(super) fn noted(numbers: &str, notes: &[String]) -> String {
    let numbers = numbers
        .split(['[', ']'])
        .filter_map(|number| number.parse::<usize>().ok());
    let found: Vec<&str> = numbers
        .filter_map(|number| notes.get(number.checked_sub(1)?))
        .map(String::as_str)
        .collect();
    found.join("; ")
}

/// Appends a row of cells.
pub(super) fn row(cells: impl Iterator<Item = impl AsRef<str>>, out: &mut String) {
    let cells: Vec<String> = cells.map(|words| cell(words.as_ref())).collect();
    out.push_str(&cells.join(","));
    out.push_str("\r\n");
}

/// Returns a cell, quoted if necessary.
///
/// A cell that begins like a formula gets an apostrophe, which makes spreadsheets treat it as text.
/// See <https://owasp.org/www-community/attacks/CSV_Injection>. A negative number is not a formula.
fn cell(words: &str) -> String {
    let number = words.parse::<f64>().is_ok()
        && words
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-' || byte == b'.');
    let safe = if !number && words.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{words}")
    } else {
        words.to_string()
    };
    if safe.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn note_numbers_become_notes() {
        let notes = ["one".to_string(), "two".to_string()];
        assert_eq!(noted("[2][1]", &notes), "two; one");
        assert_eq!(noted("", &notes), "");
        assert_eq!(noted("[3][0]", &notes), "");
    }

    #[test]
    fn cells_are_quoted_and_formulas_disarmed() {
        assert_eq!(cell("plain"), "plain");
        assert_eq!(cell("a, b"), "\"a, b\"");
        assert_eq!(cell("say \"it\""), "\"say \"\"it\"\"\"");
        assert_eq!(cell("-3.05"), "-3.05");
        for evil in ["=1+1", "+1", "-1+1", "-A1", "--1", "-inf", "@SUM(A1)"] {
            assert_eq!(cell(evil), format!("'{evil}"));
        }
    }
}
