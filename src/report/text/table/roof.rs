//! Tables of narrow columns with long names.
//!
//! ```text
//! area       Early years
//!            |  Literacy
//!            |  |  Maths
//! Blackpool  1  .  2
//! ```

use super::fit::{GAP, MIN_TWO_LINE_COLUMNS};
use crate::{
    report::{
        table::{ColumnUse, PageCell, PageTable},
        text::writer::{LABEL, Writer},
    },
    text::{elide_words_with, text_width},
};

/// The line from a name down to its column.
const TICK: &str = "│";
/// A dot in an empty cell, which helps the eye along a row.
const EMPTY: &str = "·";

/// Fewest columns below a roof.
const MIN_COLUMNS: usize = 4;
/// Fewest columns of a name that is shortened.
const MIN_NAME: usize = 8;

/// A column below the roof.
struct RoofColumn<'t> {
    index: usize,
    name: &'t str,
    /// Position of the first column of the terminal.
    start: usize,
    width: usize,
    is_right_aligned: bool,
}

impl RoofColumn<'_> {
    /// Returns the position of the tick: above the last digit, or the first character.
    fn tick(&self) -> usize {
        if self.is_right_aligned {
            self.start + self.width.saturating_sub(1)
        } else {
            self.start
        }
    }
}

impl Writer {
    /// Appends a table whose cells, but for the first of each row, are narrower than the names of their columns. Returns false
    /// if that is not so, or if there is too little room.
    pub(super) fn roofed(&mut self, table: &PageTable, shown: &[usize]) -> bool {
        let Some((&first, others)) = shown.split_first() else {
            return false;
        };
        let (notes, others): (Vec<usize>, Vec<usize>) = others
            .iter()
            .partition(|&&index| table.columns[index].column_use == ColumnUse::Notes);
        let notes = notes.first().copied();
        let is_narrow = others.len() >= MIN_COLUMNS
            && others.iter().all(|&index| {
                let name = text_width(&table.columns[index].name);
                let mut cells = table.rows.iter().map(|row| &row.cells[index]);
                cells.all(|cell| text_width(&cell.words) <= name)
            });
        if !is_narrow {
            return false;
        }
        let room = self.layout.columns;
        let (columns, end) = roof_columns(table, first, &others, room);
        let notes_width = notes.map_or(0, |index| {
            let cells = table.rows.iter().map(|row| &row.cells[index]);
            cells.map(|cell| text_width(&cell.words)).max().unwrap_or(0)
        });
        let name_end = columns
            .last()
            .map_or(0, |last| last.tick() + text_width(last.name).min(MIN_NAME));
        let end_of_cells = if notes.is_some() {
            end + notes_width
        } else {
            end - GAP
        };
        if name_end.max(end_of_cells) > room {
            return false;
        }
        self.names(table, first, &columns, room);
        for row in &table.rows {
            let cells = &row.cells;
            let mut line = words(&cells[first]).to_string();
            for column in &columns {
                let words = Some(&*cells[column.index].words).filter(|words| !words.is_empty());
                let words = words.unwrap_or(EMPTY);
                let before = if column.is_right_aligned {
                    column.width - text_width(words)
                } else {
                    0
                };
                pad(&mut line, column.start + before);
                line.push_str(words);
            }
            if let Some(index) = notes {
                pad(&mut line, end);
                line.push_str(&cells[index].words);
            }
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
        true
    }

    /// Appends the names, each above and to the right of its column.
    fn names(&mut self, table: &PageTable, first: usize, columns: &[RoofColumn], room: usize) {
        for (number, column) in columns.iter().enumerate() {
            let mut line = String::new();
            if number + 1 == columns.len() {
                line.push_str(&table.columns[first].name);
            }
            for earlier in &columns[..number] {
                pad(&mut line, earlier.tick());
                line.push_str(TICK);
            }
            pad(&mut line, column.tick());
            self.text.push_str(&line);
            let room = room.saturating_sub(column.tick());
            let name = match &table.columns[column.index].short_name {
                Some(short) if text_width(column.name) > room => short,
                _ => column.name,
            };
            let name = elide_words_with(name, room, self.ellipsis());
            self.styled(&name, LABEL);
            self.text.push('\n');
        }
    }
}

/// Returns the columns below the roof, and the position after them and a gap.
fn roof_columns<'t>(
    table: &'t PageTable,
    first: usize,
    others: &[usize],
    room: usize,
) -> (Vec<RoofColumn<'t>>, usize) {
    let names = table
        .rows
        .iter()
        .map(|row| text_width(words(&row.cells[first])));
    let names = names.fold(text_width(&table.columns[first].name), usize::max);
    let gap = if room >= MIN_TWO_LINE_COLUMNS { GAP } else { 1 };
    let mut columns = Vec::new();
    let mut start = names + GAP;
    for &index in others {
        let mut cells = table.rows.iter().map(|row| &row.cells[index]);
        let width = cells.clone().map(|cell| text_width(&cell.words)).max();
        let width = width.unwrap_or(0).max(1);
        columns.push(RoofColumn {
            index,
            name: &table.columns[index].name,
            start,
            width,
            is_right_aligned: cells.any(PageCell::is_numeric),
        });
        start += width + gap;
    }
    (columns, start - gap + GAP)
}

fn words(cell: &PageCell) -> &str {
    cell.short_words.as_deref().unwrap_or(&cell.words)
}

/// Fills a line with blanks up to a position.
fn pad(line: &mut String, position: usize) {
    let blanks = position.saturating_sub(text_width(line));
    line.extend(std::iter::repeat_n(' ', blanks));
}
