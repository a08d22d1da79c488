//! The heading and the rows of a table.

use super::fit::{FittedColumn, GAP};
use crate::{
    report::{
        format::RowLayout,
        table::{CellValue, PageTable},
        text::writer::{LABEL, Writer},
    },
    text::{elide_words_with, first_word_lines, text_width, wrap_words_with},
};

/// A cell of a row, in lines.
struct WrappedCell<'a> {
    lines: Vec<String>,
    address: Option<&'a str>,
}

/// Returns true if a cell does not fit its lines.
pub(super) fn rows_are_cut(
    table: &PageTable,
    columns: &[FittedColumn],
    max_lines: Option<usize>,
    ellipsis: &str,
) -> bool {
    let Some(max_lines) = max_lines else {
        return false;
    };
    table.rows.iter().any(|row| {
        columns.iter().any(|column| {
            let max_lines = if column.below.is_some() { 1 } else { max_lines };
            column.indices().any(|index| {
                let words = column.words(&row.cells, index);
                // Shorter words may end before all is said.
                column.is_short && words.contains(ellipsis)
                    || words.len() > column.width
                        && first_word_lines(words, column.width, max_lines + 1).len() > max_lines
            })
        })
    })
}

impl FittedColumn {
    /// Returns the lines of a cell, at most `max_lines`. With a column below this one, each of the two has one. A text that is
    /// cut ends with `ellipsis`.
    fn lines<'t>(
        &self,
        max_lines: Option<usize>,
        ellipsis: &str,
        words: impl Fn(usize) -> &'t str,
    ) -> Vec<String> {
        if self.below.is_some() {
            let line = |index| elide_words_with(words(index), self.width, ellipsis).into_owned();
            return self.indices().map(line).collect();
        }
        let max_lines = max_lines.unwrap_or(usize::MAX);
        wrap_words_with(words(self.index), self.width, max_lines, ellipsis)
    }
}

impl Writer {
    /// Appends the heading and the rows, each in at most `max_lines` lines.
    pub(super) fn rows(
        &mut self,
        table: &PageTable,
        columns: &[FittedColumn],
        max_lines: Option<usize>,
    ) {
        self.heading_row(table, columns);
        let ellipsis = self.ellipsis();
        for row in &table.rows {
            let cells = columns.iter().map(|column| WrappedCell {
                lines: column.lines(max_lines, ellipsis, |index| column.words(&row.cells, index)),
                address: match &row.cells[column.index].value {
                    CellValue::Link(address) => Some(address),
                    _ => None,
                },
            });
            let cells: Vec<_> = cells.collect();
            self.row(columns, &cells, false);
        }
    }

    /// Appends the names of the columns, and a line below each.
    fn heading_row(&mut self, table: &PageTable, columns: &[FittedColumn]) {
        let cell = |lines| WrappedCell {
            lines,
            address: None,
        };
        let ellipsis = self.ellipsis();
        let names = columns
            .iter()
            .map(|column| cell(column.lines(None, ellipsis, |index| column.name(table, index))));
        self.row(columns, &names.collect::<Vec<_>>(), true);
        let rules = columns.iter().map(|column| {
            // A column in a pipe may have thousands of characters.
            let width = match self.layout.rows {
                RowLayout::OneLine => text_width(column.name(table, column.index)),
                RowLayout::Fitted => column.width,
            };
            cell(vec!["-".repeat(width)])
        });
        self.row(columns, &rules.collect::<Vec<_>>(), false);
    }

    /// Appends a row, over as many lines as its tallest cell has.
    fn row(&mut self, columns: &[FittedColumn], cells: &[WrappedCell], is_heading: bool) {
        let height = cells.iter().map(|cell| cell.lines.len()).max();
        for line in 0..height.unwrap_or(0) {
            let mut blanks = 0;
            for (column, cell) in columns.iter().zip(cells) {
                let words = cell.lines.get(line).map_or("", |words| words.trim_end());
                let room = column.width.saturating_sub(text_width(words));
                if words.is_empty() {
                    blanks += column.width + GAP;
                    continue;
                }
                let before = if column.is_right_aligned { room } else { 0 };
                self.text.push_str(&" ".repeat(blanks + before));
                blanks = room - before + GAP;
                match cell.address {
                    _ if is_heading => self.styled(words, LABEL),
                    Some(address) => self.link(words, address),
                    None => self.text.push_str(words),
                }
            }
            self.text.push('\n');
        }
    }
}
