//! Tables that fit the width of the terminal: one line a row if possible, at most two from 60 columns on.
//!
//! If a table is too wide, these steps follow each other until it fits:
//!
//! 1. Cells use their shorter words.
//! 2. Cells have two lines. Below 60 columns they have as many as they need.
//! 3. Columns with details are left out, those with the highest number first.
//! 4. Cells that are still too long end with an ellipsis.
//!
//! From 60 to 99 columns, a column that has its place below another one goes there in place of steps 2 and 3. Without
//! details, the two then have a line each.
//!
//! If everything is asked for, no text is cut: where rows of two lines are too narrow even without details, no column is left
//! out, and cells have as many lines as they need.
//!
//! A table of narrow columns with long names gets a [`roof`] of names instead. What does not fit even so is written as
//! labelled lines, a block for each row. A line below the table says what was left out.

mod fit;
mod roof;
mod rows;

use fit::{Fit, FittedColumn, MIN_TWO_LINE_COLUMNS, fit, stacked};
use rows::rows_are_cut;

use super::writer::{Emphasis, LABEL, Writer};
use crate::report::{
    format::{RowLayout, TextLayout},
    table::{ColumnUse, PageTable},
};

/// Fewest columns in which all columns stand side by side.
const MIN_SIDE_BY_SIDE: usize = 100;

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
            self.rows(table, &fitted, Some(1));
            return self
                .say_what_is_missing(&[], rows_are_cut(table, &fitted, Some(1), self.ellipsis()));
        }
        if self.roofed(table, &shown) {
            return;
        }
        let max_lines = (!layout.wide && layout.columns >= MIN_TWO_LINE_COLUMNS).then_some(2);
        let Some(fitted) = self.fitted(table, &shown) else {
            return self.blocks(table, &shown);
        };
        let is_cut = rows_are_cut(table, &fitted, max_lines, self.ellipsis());
        self.rows(table, &fitted, max_lines);
        let is_shown = |index: usize| {
            let mut columns = fitted.iter().flat_map(FittedColumn::indices);
            columns.any(|other| other == index)
        };
        let left_out = shown.iter().filter(|&&index| !is_shown(index));
        let left_out: Vec<&str> = left_out.map(|&index| &*table.columns[index].name).collect();
        self.say_what_is_missing(&left_out, is_cut);
    }

    /// Returns the columns of a table whose rows need more than one line; none if there is too little room.
    fn fitted(&self, table: &PageTable, shown: &[usize]) -> Option<Vec<FittedColumn>> {
        let TextLayout { columns, wide, .. } = self.layout;
        if wide {
            let fitted = fit(table, shown, columns, Fit::TwoLines);
            return fitted.or_else(|| fit(table, shown, columns, Fit::AllColumns));
        }
        let fitted = (MIN_TWO_LINE_COLUMNS..MIN_SIDE_BY_SIDE)
            .contains(&columns)
            .then(|| stacked(table, shown, columns))
            .flatten();
        fitted.or_else(|| fit(table, shown, columns, Fit::LeaveOut))
    }

    /// Returns the columns to show, if there is room.
    fn shown(&self, table: &PageTable) -> Vec<usize> {
        let is_shown = |index: &usize| match table.columns[*index].column_use {
            ColumnUse::Wide | ColumnUse::Notes => self.layout.wide,
            ColumnUse::Summary => !self.layout.wide,
            _ => true,
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
            let advice = if self.layout.wide {
                "A wider window or a file (`-o FILE`) has everything."
            } else {
                "Use `--wide` to see everything."
            };
            reasons.push(advice.into());
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
