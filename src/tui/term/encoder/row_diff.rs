//! The difference between a row that is shown and a wanted one, cell by cell.

use ratatui::{buffer::Cell, layout::Position};
use unicode_width::UnicodeWidthStr as _;

use super::{
    sgr::SgrState,
    uncertain_width::{may_have_most_columns, most_columns},
};
use crate::text::is_plain;

/// A wanted row, and what must change for it.
pub(super) struct RowDiff<'r> {
    pub(super) y: u16,
    pub(super) cells: &'r [CellView<'r>],
    /// For each cell, true if it is not shown as wanted.
    pub(super) changed: &'r [bool],
    /// Column from which on all cells are blank.
    pub(super) blank_from: usize,
}

/// Length in bytes of the sequence that erases the rest of a row.
const ERASE_LEN: usize = 3;
/// Unchanged cells that cost no more than moving the cursor over them.
const FREE_GAP: usize = 3;

impl RowDiff<'_> {
    /// Returns the first column from which it may be shorter to erase the rest of the row, and to
    /// write again what is not blank, than to write blanks over what is shown.
    pub(super) fn erase_start(&self, first: usize) -> Option<usize> {
        let mut start = None;
        // Blanks that need not be written, and unchanged cells that must be written again.
        let (mut saved, mut repeated, mut gap) = (0, 0, 0);
        for x in (first..self.blank_from.min(self.cells.len())).rev() {
            if self.changed[x] {
                saved += usize::from(self.cells[x].blank);
                gap = 0;
                let begins_change = x == first || !self.changed[x - 1];
                if begins_change && saved > ERASE_LEN + repeated {
                    start = Some(x);
                }
            } else if !self.cells[x].blank {
                gap += 1;
                repeated += usize::from(gap > FREE_GAP);
            }
        }
        start
    }

    pub(super) fn position(&self, x: usize) -> Position {
        Position {
            x: u16::try_from(x).unwrap_or(u16::MAX),
            y: self.y,
        }
    }

    /// Returns true if a wide character in the cell before covers this one.
    pub(super) fn is_covered(&self, x: usize) -> bool {
        x > 0 && self.cells[x - 1].columns > 1
    }
}

/// Returns for each cell true if it is not shown as wanted, or will not be once others are written. Those before `first` are
/// shown as wanted.
pub(super) fn changed_cells(shown: &[Cell], wanted: &[&Cell], first: usize) -> Vec<bool> {
    let mut changed = vec![false; first];
    changed.reserve(wanted.len() - first);
    // Writing over one half of a wide character erases the other half.
    let mut erases_half = false;
    let mut is_covered = first > 0 && column_count(wanted[first - 1]) > 1;
    let mut may_be_uncertain = false;
    for (shown, wanted) in shown.iter().zip(wanted).skip(first) {
        let differs = !looks_like(shown, wanted);
        let is_changed = (differs || erases_half) && !is_covered;
        changed.push(is_changed);
        erases_half = differs && column_count(shown) > 1;
        is_covered = column_count(wanted) > 1;
        may_be_uncertain |= is_changed && may_have_most_columns(wanted.symbol());
    }
    if may_be_uncertain {
        mark_after_uncertain(wanted, &mut changed);
    }
    changed
}

/// Marks what follows a symbol that terminals show in different widths: it is written again after it.
fn mark_after_uncertain(wanted: &[&Cell], changed: &mut [bool]) {
    let mut marked = false;
    for x in 0..changed.len() {
        let columns = if changed[x] {
            column_count(wanted[x])
        } else {
            0
        };
        if columns > 0
            && let Some(most) = most_columns(wanted[x].symbol(), columns)
        {
            let end = changed.len().min(x + usize::from(most));
            changed[end.min(x + usize::from(columns))..end].fill(true);
            marked = true;
        }
    }
    if marked {
        for x in 1..changed.len() {
            changed[x] &= column_count(wanted[x - 1]) <= 1;
        }
    }
}

/// Views the cells of a row.
pub(super) fn views<'r>(wanted: &[&'r Cell]) -> Vec<CellView<'r>> {
    let mut cells: Vec<CellView> = wanted.iter().copied().map(CellView::new).collect();
    for x in 0..cells.len() {
        if let Some(most) = cells[x].most_columns {
            let end = cells.len().min(x + usize::from(most));
            let start = end.min(x + usize::from(cells[x].columns));
            for cell in &mut cells[start..end] {
                cell.may_be_covered = true;
            }
        }
    }
    cells
}

/// Returns true if two cells are the same.
pub(super) fn is_same(one: &Cell, other: &Cell) -> bool {
    has_same_style(one, other) && is_same_symbol(one.symbol(), other.symbol())
}

fn has_same_style(one: &Cell, other: &Cell) -> bool {
    one.modifier == other.modifier && one.fg == other.fg && one.bg == other.bg
}

fn is_same_symbol(one: &str, other: &str) -> bool {
    // A fast path: comparing strings is a call of a function.
    match (one.as_bytes(), other.as_bytes()) {
        ([one], [other]) => one == other,
        (one, other) => one.len() == other.len() && one == other,
    }
}

fn looks_like(one: &Cell, other: &Cell) -> bool {
    let symbol = one.symbol();
    is_same_symbol(symbol, other.symbol())
        && (has_same_style(one, other)
            || (symbol == " " && SgrState::of(one, true) == SgrState::of(other, true)))
}

/// A cell as it is written.
pub(super) struct CellView<'r> {
    pub(super) symbol: &'r str,
    pub(super) sgr: SgrState,
    /// Width in columns, at least 1.
    pub(super) columns: u8,
    /// The most columns that a terminal may need, if terminals do not agree.
    pub(super) most_columns: Option<u8>,
    /// True if a symbol before the cell covers it in some terminals.
    pub(super) may_be_covered: bool,
    /// True if the cell looks as if it had been erased.
    pub(super) blank: bool,
    /// True for a single character that is one column wide.
    pub(super) simple: bool,
}

impl<'r> CellView<'r> {
    /// Views a cell. A symbol without a width, or with a control character, is written as a blank.
    pub(super) fn new(cell: &'r Cell) -> Self {
        let symbol = cell.symbol();
        // A fast path: nearly everything is ASCII.
        if let [byte @ b' '..=b'~'] = symbol.as_bytes() {
            let is_blank = *byte == b' ';
            let sgr = SgrState::of(cell, is_blank);
            return Self {
                symbol,
                sgr,
                columns: 1,
                most_columns: None,
                may_be_covered: false,
                blank: is_blank && sgr == SgrState::DEFAULT,
                simple: true,
            };
        }
        let (symbol, columns) = match column_count(cell) {
            0 => (" ", 1),
            _ if symbol.contains(char::is_control) => (" ", 1),
            columns => (symbol, columns),
        };
        let sgr = SgrState::of(cell, false);
        let simple = columns == 1 && (symbol.len() == 1 || symbol.chars().nth(1).is_none());
        Self {
            symbol,
            sgr,
            columns,
            most_columns: if simple {
                None
            } else {
                most_columns(symbol, columns)
            },
            may_be_covered: false,
            blank: symbol == " " && sgr == SgrState::DEFAULT,
            simple,
        }
    }

    pub(super) fn is_one_character(&self) -> bool {
        self.simple || self.symbol.chars().nth(1).is_none()
    }
}

/// Returns the width of a cell's symbol in columns.
pub(super) fn column_count(cell: &Cell) -> u8 {
    let symbol = cell.symbol();
    if symbol.len() == 1 {
        return 1;
    }
    let mut characters = symbol.chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) if is_plain(character) => 1,
        _ => u8::try_from(symbol.width()).unwrap_or(1),
    }
}
