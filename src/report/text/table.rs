//! Tables that fit the width of the terminal.

use anstyle::Style;

use super::{
    links::Links,
    writer::{Emphasis, LABEL, Writer},
};
use crate::{
    report::table::{ColumnUse, PageTable},
    text::{text_width, wrap},
};

/// Blank columns between two columns of a table.
const GAP: usize = 2;

/// Smallest width that the widest column may shrink to.
const MIN_COLUMN_WIDTH: usize = 20;

impl Writer {
    /// Appends a table, with its widest column wrapped if necessary.
    ///
    /// A table that does not fit even so is written with letters for the names of its columns, if
    /// its cells are narrower than the names, or else as a block of labelled lines for each row.
    pub(super) fn table(&mut self, table: &PageTable) {
        if table.rows.is_empty() {
            return;
        }
        let names: Vec<String> = table
            .columns
            .iter()
            .map(|column| column.name.to_string())
            .collect();
        let words: Vec<Vec<String>> = table
            .rows
            .iter()
            .map(|row| row.cells.iter().map(|cell| cell.words.clone()).collect())
            .collect();
        if let Some(widths) = self.widths(&names, &words) {
            return self.rows(&names, &widths, &words);
        }
        let has_note_column = table
            .columns
            .iter()
            .any(|column| column.column_use == ColumnUse::Notes);
        let last = if has_note_column {
            names.len() - 1
        } else {
            names.len()
        };
        let lettered = (0..names.len()).map(|index| {
            if index == 0 || index >= last {
                names[index].clone()
            } else {
                letters(index)
            }
        });
        let lettered: Vec<String> = lettered.collect();
        match self.widths(&lettered, &words) {
            // Letters save room only if the names are wider than the cells.
            Some(widths)
                if words.iter().all(|row| {
                    row.iter()
                        .zip(&names)
                        .take(last)
                        .skip(1)
                        .all(|(cell, name)| cell.len() <= name.len())
                }) =>
            {
                // A dot in an empty cell helps the eye along a row of narrow columns.
                let dotted = |row: &Vec<String>| {
                    row.iter()
                        .map(|cell| {
                            if cell.is_empty() {
                                "·".into()
                            } else {
                                cell.clone()
                            }
                        })
                        .collect()
                };
                self.rows(
                    &lettered,
                    &widths,
                    &words.iter().map(dotted).collect::<Vec<_>>(),
                );
                for (letters, name) in lettered.iter().zip(&names).take(last).skip(1) {
                    self.paragraph(
                        &format!("{letters}: {name}"),
                        "  ",
                        Emphasis::Start(letters.len() + 1),
                    );
                }
            }
            _ => self.blocks(&names, &words),
        }
    }

    /// Returns the widths of the columns, or none if they do not fit.
    fn widths(&self, names: &[String], rows: &[Vec<String>]) -> Option<Vec<usize>> {
        let natural = |index: usize| {
            rows.iter()
                .map(|row| text_width(&row[index]))
                .chain([text_width(&names[index])])
                .max()
                .unwrap_or(0)
        };
        let mut widths: Vec<usize> = (0..names.len()).map(natural).collect();
        let room = self
            .layout
            .columns
            .saturating_sub(GAP * (names.len().saturating_sub(1)));
        let excess = widths.iter().sum::<usize>().saturating_sub(room);
        let widest = (0..names.len()).max_by_key(|&index| widths[index])?;
        if excess > 0 && widths[widest] < excess + MIN_COLUMN_WIDTH {
            return None;
        }
        widths[widest] -= excess;
        Some(widths)
    }

    /// Appends a header and rows.
    fn rows(&mut self, names: &[String], widths: &[usize], rows: &[Vec<String>]) {
        self.row(names, widths, Some(LABEL));
        self.row(
            &widths
                .iter()
                .map(|&width| "-".repeat(width))
                .collect::<Vec<_>>(),
            widths,
            None,
        );
        for row in rows {
            self.row(row, widths, None);
        }
    }

    /// Appends a row, over as many lines as its tallest cell needs.
    fn row(&mut self, cells: &[String], widths: &[usize], style: Option<Style>) {
        let wrapped: Vec<_> = cells
            .iter()
            .zip(widths)
            .map(|(cell, &width)| wrap(cell, width))
            .collect();
        let mut links: Vec<Links> = cells.iter().map(|cell| Links::new(cell)).collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..height {
            let mut blanks = 0;
            for (index, (cell, &width)) in wrapped.iter().zip(widths).enumerate() {
                let words = cell.get(line).map_or("", |words| words.trim_end());
                if !words.is_empty() {
                    self.text.push_str(&" ".repeat(blanks));
                    blanks = 0;
                    match style {
                        Some(style) => self.styled(words, style),
                        None => self.linked(words, &mut links[index]),
                    }
                }
                blanks += width.saturating_sub(text_width(words)) + GAP;
            }
            self.text.push('\n');
        }
    }

    /// Appends every row as a block of labelled lines.
    fn blocks(&mut self, names: &[String], rows: &[Vec<String>]) {
        for row in rows {
            self.text.push('\n');
            let cells = names.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
            for (index, (name, cell)) in cells.enumerate() {
                if index == 0 {
                    self.paragraph(cell, "    ", Emphasis::Whole(LABEL));
                } else {
                    self.paragraph(
                        &format!("  {name}: {cell}"),
                        "    ",
                        Emphasis::Start(name.len() + 3),
                    );
                }
            }
        }
    }
}

/// Returns the letters for a column, counted from 1: A to Z, then AA.
fn letters(mut index: usize) -> String {
    let mut letters = String::new();
    while index > 0 {
        let letter = u8::try_from((index - 1) % 26).expect("a remainder of 26 is less than 26");
        letters.insert(0, char::from(b'A' + letter));
        index = (index - 1) / 26;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_beyond_z_have_two_letters() {
        assert_eq!(
            [1, 26, 27, 52, 53, 702, 703].map(letters),
            ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
        );
    }
}
