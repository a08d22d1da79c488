//! Tables that fit the width of the terminal: one line a row if possible, at most two from 60 columns on.
//!
//! If a table is too wide, these steps follow each other until it fits:
//!
//! 1. Cells use their shorter words.
//! 2. Cells have two lines. Below 60 columns they have as many as they need.
//! 3. Columns with details are left out, those with the highest number first.
//! 4. Cells that are still too long end with an ellipsis.
//!
//! A table of narrow columns with long names gets a [`roof`] of names instead. What does not fit even so is written as
//! labelled lines, a block for each row. A line below the table says what was left out.

mod fit;
mod roof;
mod rows;

use fit::{Fit, MIN_TWO_LINE_COLUMNS, fit};
use rows::rows_are_cut;

use super::writer::{Emphasis, LABEL, Writer};
use crate::report::{
    format::RowLayout,
    table::{ColumnUse, PageTable},
};

impl Writer {
    /// Appends a table, and a line that says what did not fit.
    pub(super) fn table(&mut self, table: &PageTable) {
        if table.rows.is_empty() {
            return;
        }
        let shown = self.shown(table);
        let layout = self.layout;
        if layout.rows == RowLayout::OneLine {
            let fitted = fit(table, &shown, usize::MAX, Fit::OneLine);
            return self.rows(table, &fitted.unwrap_or_default(), Some(1));
        }
        if let Some(fitted) = fit(table, &shown, layout.columns, Fit::OneLine) {
            return self.rows(table, &fitted, Some(1));
        }
        if self.roofed(table, &shown) {
            return;
        }
        let max_lines = (!layout.wide && layout.columns >= MIN_TWO_LINE_COLUMNS).then_some(2);
        let how = if layout.wide {
            Fit::AllColumns
        } else {
            Fit::LeaveOut
        };
        let Some(fitted) = fit(table, &shown, layout.columns, how) else {
            return self.blocks(table, &shown);
        };
        let is_cut = rows_are_cut(table, &fitted, max_lines);
        self.rows(table, &fitted, max_lines);
        let left_out = shown
            .iter()
            .filter(|index| fitted.iter().all(|column| column.index != **index));
        let left_out: Vec<&str> = left_out.map(|&index| &*table.columns[index].name).collect();
        self.say_what_is_missing(&left_out, is_cut);
    }

    /// Returns the columns to show, if there is room.
    fn shown(&self, table: &PageTable) -> Vec<usize> {
        let is_shown = |index: &usize| {
            let only_wide = matches!(
                table.columns[*index].column_use,
                ColumnUse::Wide | ColumnUse::Notes
            );
            self.layout.wide || !only_wide
        };
        (0..table.columns.len()).filter(is_shown).collect()
    }

    /// Appends a line about columns that are left out and texts that are cut.
    fn say_what_is_missing(&mut self, left_out: &[&str], is_cut: bool) {
        let mut reasons = Vec::new();
        if !left_out.is_empty() {
            reasons.push(format!("Left out: {}.", left_out.join(", ")));
        }
        if is_cut {
            reasons.push("Some texts are cut short.".into());
        }
        if !reasons.is_empty() {
            reasons.push("Use `--wide` to see everything.".into());
            self.paragraph(&reasons.join(" "), "", Emphasis::None);
        }
    }

    /// Appends every row as a block of labelled lines.
    fn blocks(&mut self, table: &PageTable, shown: &[usize]) {
        for row in &table.rows {
            self.text.push('\n');
            let cells = shown.iter().map(|&index| (index, &row.cells[index]));
            let cells = cells.filter(|(_, cell)| !cell.words.is_empty());
            for (number, (index, cell)) in cells.enumerate() {
                let name = &table.columns[index].name;
                let words = &cell.words;
                if number == 0 {
                    self.paragraph(words, "    ", Emphasis::Whole(LABEL));
                } else {
                    let emphasis = Emphasis::Start(name.len() + 3);
                    self.paragraph(&format!("  {name}: {words}"), "    ", emphasis);
                }
            }
        }
    }
}
