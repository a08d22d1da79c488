//! The widths of the columns, and which of them have room.

use crate::{
    report::table::{CellValue, ColumnUse, PageCell, PageColumn, PageTable},
    text::text_width,
};

/// Blank columns between two columns of a table.
pub(super) const GAP: usize = 2;
/// Fewest columns in which rows have at most two lines.
pub(super) const MIN_TWO_LINE_COLUMNS: usize = 60;
/// Fewest columns of the text people look for.
const MIN_TEXT: usize = 20;
/// Most columns of a word that is kept whole if possible.
const MAX_WORD: usize = 20;
/// Fewest columns of such a text if there are several side by side.
const MIN_SHARED_TEXT: usize = 8;
/// Fewest columns of other texts that are wrapped.
const MIN_DETAIL: usize = 12;

/// A column that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FittedColumn {
    /// Position in the table.
    pub(super) index: usize,
    /// Width in columns of the terminal.
    pub(super) width: usize,
    /// True if the cells use their shorter words.
    pub(super) is_short: bool,
    /// True if all values are numbers, whose digits stand below each other.
    pub(super) is_right_aligned: bool,
    /// Position of the column whose cells stand in the second line, if each of the two has one line.
    pub(super) below: Option<usize>,
}

/// The ways to make room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// Only with shorter words: every row has one line.
    OneLine,
    /// With two lines for every text, and with details left out.
    TwoLines,
    /// With more lines, and with details left out.
    LeaveOut,
    /// With more lines and all columns.
    AllColumns,
}

impl FittedColumn {
    /// Returns the name of this column, or of the one below it.
    pub(super) fn name<'t>(&self, table: &'t PageTable, index: usize) -> &'t str {
        column_name(&table.columns[index], self.is_short)
    }

    /// Returns the words of a cell of this column, or of the one below it.
    pub(super) fn words<'t>(&self, cells: &'t [PageCell], index: usize) -> &'t str {
        words(&cells[index], self.is_short)
    }

    /// Returns the positions of the column and of the one below it.
    pub(super) fn indices(&self) -> impl Iterator<Item = usize> {
        [self.index].into_iter().chain(self.below)
    }
}

fn column_name(column: &PageColumn, is_short: bool) -> &str {
    match &column.short_name {
        Some(short) if is_short => short,
        _ => &column.name,
    }
}

fn words(cell: &PageCell, is_short: bool) -> &str {
    match &cell.short_words {
        Some(short) if is_short => short,
        _ => &cell.words,
    }
}

/// Widths that a column could have.
#[derive(Debug, Clone, Copy)]
struct Widths {
    /// Width in which every cell has one line.
    one_line: usize,
    /// Width in which no cell has more than two lines.
    two_lines: usize,
    /// Width in which no word is broken, unless it is as long as a web address.
    longest_word: usize,
    /// True if the cells have numbers or dates, which cannot be read if they are wrapped or cut.
    is_whole: bool,
}

/// A test for the columns that grow, and the width that they grow to.
type GrowthStep<'s> = (&'s dyn Fn(usize) -> bool, fn(Widths) -> usize);

/// Returns the columns with their widths, or none if they do not fit.
pub(super) fn fit(
    table: &PageTable,
    shown: &[usize],
    room: usize,
    how: Fit,
) -> Option<Vec<FittedColumn>> {
    let measured = |is_short| -> Vec<(usize, Widths)> {
        let column = |&index: &usize| (index, widths(table, index, is_short));
        shown.iter().map(column).collect()
    };
    for is_short in [false, true] {
        let columns = measured(is_short);
        let one_line = columns.iter().map(|(_, widths)| widths.one_line);
        if total(one_line) <= room {
            let columns = columns.iter();
            let column = |&(index, widths): &(usize, Widths)| {
                fitted(table, index, widths.one_line, is_short)
            };
            return Some(columns.map(column).collect());
        }
    }
    match how {
        Fit::OneLine => return None,
        Fit::TwoLines => return two_lines(table, measured(true), room),
        Fit::LeaveOut | Fit::AllColumns => {}
    }
    let is_short = how == Fit::LeaveOut;
    let mut columns = measured(is_short);
    loop {
        let comfortable = least_widths(table, &columns, room, room / 2);
        if total(comfortable.iter().copied()) <= room {
            return Some(grown(table, &columns, comfortable, room, is_short));
        }
        match next_left_out(table, &columns) {
            Some(position) if how == Fit::LeaveOut => columns.remove(position),
            _ => {
                let mut least = least_widths(table, &columns, room, MIN_TEXT);
                if total(least.iter().copied()) > room {
                    least = shared_widths(&columns, room)?;
                }
                return Some(grown(table, &columns, least, room, is_short));
            }
        };
    }
}

/// Returns the position of the detail that is left out next.
fn next_left_out(table: &PageTable, columns: &[(usize, Widths)]) -> Option<usize> {
    let order = |index: usize| match table.columns[index].column_use {
        ColumnUse::Detail(order) => Some(order),
        _ => None,
    };
    let details = columns.iter().enumerate();
    details
        .filter_map(|(position, &(index, _))| Some((position, order(index)?)))
        .max_by_key(|&(_, order)| order)
        .map(|(position, _)| position)
}

/// Returns the columns with two lines for every text, as many details as there is room for; none if there is too little room
/// even without details.
fn two_lines(
    table: &PageTable,
    mut columns: Vec<(usize, Widths)>,
    room: usize,
) -> Option<Vec<FittedColumn>> {
    loop {
        let least: Vec<usize> = columns.iter().map(|(_, widths)| widths.two_lines).collect();
        if total(least.iter().copied()) <= room {
            return Some(grown(table, &columns, least, room, true));
        }
        columns.remove(next_left_out(table, &columns)?);
    }
}

/// Returns the columns with those below others in a second line, and without details; none if no column has a place below
/// another, or there is too little room.
pub(super) fn stacked(
    table: &PageTable,
    shown: &[usize],
    room: usize,
) -> Option<Vec<FittedColumn>> {
    let is_detail =
        |&index: &usize| matches!(table.columns[index].column_use, ColumnUse::Detail(_));
    let mut columns: Vec<FittedColumn> = Vec::new();
    for index in shown.iter().copied().filter(|index| !is_detail(index)) {
        let width = widths(table, index, true).one_line;
        match columns.last_mut() {
            Some(upper) if table.columns[index].is_below => {
                upper.below = Some(index);
                upper.width = upper.width.max(width);
                upper.is_right_aligned = false;
            }
            _ => columns.push(fitted(table, index, width, true)),
        }
    }
    if columns.iter().all(|column| column.below.is_none()) {
        return None;
    }
    let is_main = |column: &FittedColumn| table.columns[column.index].column_use == ColumnUse::Main;
    let others = columns.iter().filter(|column| !is_main(column));
    let used: usize = others.map(|column| column.width + GAP).sum();
    let mains = columns.iter().filter(|column| is_main(column)).count();
    let share = ((room + GAP).checked_sub(used)? / mains.max(1)).checked_sub(GAP)?;
    for column in columns.iter_mut().filter(|column| is_main(column)) {
        column.width = column.width.min(share);
    }
    (share >= MIN_TEXT).then_some(columns)
}

/// Returns the width of a table.
fn total(widths: impl ExactSizeIterator<Item = usize>) -> usize {
    let gaps = widths.len().saturating_sub(1) * GAP;
    widths.fold(gaps, usize::saturating_add)
}

fn fitted(table: &PageTable, index: usize, width: usize, is_short: bool) -> FittedColumn {
    let mut cells = table.rows.iter().map(|row| &row.cells[index]);
    FittedColumn {
        index,
        width,
        is_short,
        is_right_aligned: cells.any(PageCell::is_numeric),
        below: None,
    }
}

/// Returns true for texts that people look for.
fn is_main_use(column_use: ColumnUse) -> bool {
    matches!(column_use, ColumnUse::Main | ColumnUse::Summary)
}

/// Returns the widths below which columns are not worth their room. `text` is that of the text people look for.
fn least_widths(
    table: &PageTable,
    columns: &[(usize, Widths)],
    room: usize,
    text: usize,
) -> Vec<usize> {
    let uses = columns
        .iter()
        .map(|&(index, _)| table.columns[index].column_use);
    let mains = uses
        .filter(|column_use| is_main_use(*column_use))
        .count()
        .max(1);
    let least = |&(index, widths): &(usize, Widths)| {
        let most = match table.columns[index].column_use {
            _ if widths.is_whole => usize::MAX,
            ColumnUse::Main | ColumnUse::Summary => {
                (text / mains).max(if mains > 1 { MIN_SHARED_TEXT } else { MIN_TEXT })
            }
            ColumnUse::Remark => (room / 3).max(MIN_DETAIL),
            ColumnUse::Key => (room / 2).max(MIN_DETAIL),
            ColumnUse::Detail(_) | ColumnUse::Wide | ColumnUse::Notes => (room / 5).max(MIN_DETAIL),
        };
        widths.two_lines.min(most)
    };
    columns.iter().map(least).collect()
}

/// Returns the widths of columns that share the room, or none if that is too little for any of them.
fn shared_widths(columns: &[(usize, Widths)], room: usize) -> Option<Vec<usize>> {
    let (whole, others): (Vec<Widths>, Vec<Widths>) = columns
        .iter()
        .map(|&(_, widths)| widths)
        .partition(|widths| widths.is_whole);
    let fixed = whole.iter().map(|widths| widths.two_lines + GAP);
    let room = (room + GAP).checked_sub(fixed.sum::<usize>())?;
    let share = (room / others.len().max(1)).saturating_sub(GAP);
    let width = |&(_, widths): &(usize, Widths)| {
        if widths.is_whole {
            widths.two_lines
        } else {
            widths.two_lines.min(share)
        }
    };
    (share >= MIN_SHARED_TEXT).then(|| columns.iter().map(width).collect())
}

/// Gives the room that is left to columns that can use it: names of rows first, then whatever is still cut.
fn grown(
    table: &PageTable,
    columns: &[(usize, Widths)],
    least: Vec<usize>,
    room: usize,
    is_short: bool,
) -> Vec<FittedColumn> {
    let column_use = |index: usize| table.columns[index].column_use;
    let with_width =
        |(&(index, _), width): (&(usize, Widths), usize)| fitted(table, index, width, is_short);
    let mut grown: Vec<FittedColumn> = columns.iter().zip(least).map(with_width).collect();
    let used = total(grown.iter().map(|column| column.width));
    let mut left = room.saturating_sub(used);
    let is_key = |index| column_use(index) == ColumnUse::Key;
    let is_main = |index| is_main_use(column_use(index));
    let longest_word = |widths: Widths| widths.longest_word;
    let one_line = |widths: Widths| widths.one_line;
    let two_lines = |widths: Widths| widths.two_lines;
    let steps: [GrowthStep; 6] = [
        (&|_| true, longest_word),
        (&is_key, one_line),
        (&is_main, two_lines),
        (&|_| true, two_lines),
        (&|index| !is_main(index), one_line),
        (&|_| true, one_line),
    ];
    for (grows, wanted) in steps {
        // A column at a time, so that texts side by side get the same room.
        let mut has_grown = true;
        while has_grown && left > 0 {
            has_grown = false;
            for (column, &(index, widths)) in grown.iter_mut().zip(columns) {
                if left > 0 && grows(index) && column.width < wanted(widths) {
                    column.width += 1;
                    left -= 1;
                    has_grown = true;
                }
            }
        }
    }
    grown
}

fn widths(table: &PageTable, index: usize, is_short: bool) -> Widths {
    let name = column_name(&table.columns[index], is_short);
    let mut widths = Widths {
        one_line: text_width(name),
        two_lines: two_line_width(name),
        longest_word: longest_word(name),
        is_whole: false,
    };
    for row in &table.rows {
        let cell = &row.cells[index];
        let words = words(cell, is_short);
        let width = text_width(words);
        widths.one_line = widths.one_line.max(width);
        let is_whole = cell.is_numeric() || matches!(cell.value, CellValue::Date(_));
        widths.is_whole |= is_whole;
        let two_lines = if is_whole {
            width
        } else if width <= widths.two_lines {
            0
        } else {
            two_line_width(words)
        };
        widths.two_lines = widths.two_lines.max(two_lines);
        if words.len() > widths.longest_word {
            widths.longest_word = widths.longest_word.max(longest_word(words));
        }
    }
    widths
}

/// Returns the width of the longest word, but not more than a long word has.
fn longest_word(text: &str) -> usize {
    let words = text.split(' ').map(text_width).max();
    words.unwrap_or(0).min(MAX_WORD)
}

/// Returns the least width in which words have two lines.
fn two_line_width(text: &str) -> usize {
    let whole = text_width(text);
    let blanks = text.match_indices(' ').map(|(blank, _)| blank);
    let split = |blank: usize| {
        let (first, second) = text.split_at(blank);
        text_width(first.trim()).max(text_width(second.trim()))
    };
    // The wider of two lines is least near the middle, so the lines farther away need not be measured.
    let mut least = whole;
    for blank in blanks {
        let width = split(blank);
        if width > least {
            break;
        }
        least = width;
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn least_width_for_two_lines_is_found() {
        for (text, width) in [
            ("", 0),
            ("Oldham", 6),
            ("North Yorkshire Coast", 15),
            ("a b c d e f", 5),
            ("extraordinary a b c", 13),
            ("a b c extraordinary", 13),
            ("東京 都庁", 4),
        ] {
            assert_eq!(two_line_width(text), width, "{text}");
        }
    }
}
