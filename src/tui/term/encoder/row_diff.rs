//! The difference between a row that is shown and a wanted one, cell by cell.

use ratatui::{buffer::Cell, layout::Position};
use unicode_width::UnicodeWidthStr as _;

use super::{sgr::SgrState, uncertain_width::most_columns};

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

/// Returns for each cell true if it is not shown as wanted, or will not be once others are written.
pub(super) fn changed_cells(shown: &[Cell], wanted: &[&Cell]) -> Vec<bool> {
    let differs: Vec<bool> = shown
        .iter()
        .zip(wanted)
        .map(|(shown, wanted)| !looks_like(shown, wanted))
        .collect();
    let mut changed = differs.clone();
    for x in 1..changed.len() {
        // Writing over one half of a wide character erases the other half.
        changed[x] |= differs[x - 1] && column_count(&shown[x - 1]) > 1;
        changed[x] &= column_count(wanted[x - 1]) <= 1;
    }
    // What follows a symbol that terminals show in different widths is written again after it.
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
    changed
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

fn looks_like(one: &Cell, other: &Cell) -> bool {
    let same_style = (one.fg, one.bg, one.modifier) == (other.fg, other.bg, other.modifier);
    one.symbol() == other.symbol() && (same_style || SgrState::of(one) == SgrState::of(other))
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
        let (symbol, columns) = match cell.symbol() {
            // A fast path: nearly everything is ASCII.
            ascii if matches!(ascii.as_bytes(), [b' '..=b'~']) => (ascii, 1),
            other => match column_count(cell) {
                0 => (" ", 1),
                _ if other.contains(char::is_control) => (" ", 1),
                columns => (other, columns),
            },
        };
        let sgr = SgrState::of(cell);
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
        1
    } else {
        u8::try_from(symbol.width()).unwrap_or(1)
    }
}
