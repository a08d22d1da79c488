//! The page's tables for a spreadsheet: RFC 4180, and no cell that a spreadsheet would take for a formula.

use super::{Page, PageBlock};

/// The page's tables, one after the other. Marks of notes become the notes themselves: nothing else stands in the file.
#[must_use]
pub fn render(page: &Page) -> String {
    let mut out = String::new();
    let notes = page.blocks.iter().find_map(|block| {
        if let PageBlock::Notes(notes) = block {
            Some(&notes[..])
        } else {
            None
        }
    });
    for block in &page.blocks {
        let PageBlock::PageTable(table) = block else {
            continue;
        };
        row(table.columns.iter().map(AsRef::as_ref), &mut out);
        for cells in &table.rows {
            match (cells.split_last(), notes) {
                (Some((marks, others)), Some(notes)) if table.marks => {
                    row(
                        others
                            .iter()
                            .map(String::as_str)
                            .chain([marked(marks, notes).as_str()]),
                        &mut out,
                    );
                }
                _ => row(cells.iter().map(String::as_str), &mut out),
            }
        }
    }
    out
}

/// The notes that marks like `[1][3]` stand for.
fn marked(marks: &str, notes: &[String]) -> String {
    let numbers = marks
        .split(['[', ']'])
        .filter_map(|number| number.parse::<usize>().ok());
    let meant: Vec<&str> = numbers
        .filter_map(|number| notes.get(number.checked_sub(1)?))
        .map(String::as_str)
        .collect();
    meant.join("; ")
}

/// A row of cells.
pub(super) fn row<'a>(cells: impl Iterator<Item = &'a str>, out: &mut String) {
    let cells: Vec<String> = cells.map(cell).collect();
    out.push_str(&cells.join(","));
    out.push_str("\r\n");
}

/// A cell that begins like a formula gets an apostrophe, which spreadsheets take for a sign that it is text.
/// A negative number is no formula: it stays one.
fn cell(words: &str) -> String {
    let number = words.parse::<f64>().is_ok()
        && words
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-' || byte == b'.');
    let defused = if !number && words.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{words}")
    } else {
        words.to_string()
    };
    if defused.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", defused.replace('"', "\"\""))
    } else {
        defused
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_notes() {
        let notes = ["one".to_string(), "two".to_string()];
        assert_eq!(marked("[2][1]", &notes), "two; one");
        assert_eq!(marked("", &notes), "");
        assert_eq!(marked("[3][0]", &notes), "");
    }

    #[test]
    fn cells_are_quoted_and_defused() {
        assert_eq!(cell("plain"), "plain");
        assert_eq!(cell("a, b"), "\"a, b\"");
        assert_eq!(cell("say \"it\""), "\"say \"\"it\"\"\"");
        assert_eq!(cell("-3.05"), "-3.05");
        for evil in ["=1+1", "+1", "-1+1", "-A1", "--1", "-inf", "@SUM(A1)"] {
            assert_eq!(cell(evil), format!("'{evil}"));
        }
    }
}
