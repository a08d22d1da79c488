//! The difference between a row that is shown and a wanted one, cell by cell.

use ratatui::{buffer::Cell, layout::Position};
use unicode_width::UnicodeWidthStr as _;

use super::sgr::SgrState;

/// A wanted row, and what must change for it.
pub(super) struct RowDiff<'r> {
    pub(super) y: u16,
    pub(super) cells: &'r [CellView<'r>],
    /// For each cell, true if it is not shown as wanted.
    pub(super) changed: &'r [bool],
    /// Column from which on all cells are blank.
    pub(super) blank_from: usize,
}

impl RowDiff<'_> {
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
pub(super) fn changed_cells(shown: &[Cell], wanted: &[Cell]) -> Vec<bool> {
    let differs: Vec<bool> = shown
        .iter()
        .zip(wanted)
        .map(|(shown, wanted)| !looks_like(shown, wanted))
        .collect();
    let mut changed = differs.clone();
    for x in 1..changed.len() {
        // Writing over one half of a wide character erases the other half.
        changed[x] |= differs[x - 1] && column_count(&shown[x - 1]) > 1;
        changed[x] &= column_count(&wanted[x - 1]) <= 1;
    }
    changed
}

fn looks_like(one: &Cell, other: &Cell) -> bool {
    one == other || (one.symbol() == other.symbol() && SgrState::of(one) == SgrState::of(other))
}

/// A cell as it is written.
pub(super) struct CellView<'r> {
    pub(super) symbol: &'r str,
    pub(super) sgr: SgrState,
    /// Width in columns, at least 1.
    pub(super) columns: u8,
    /// True if the cell looks as if it had been erased.
    pub(super) blank: bool,
    /// True for a single character that is one column wide.
    pub(super) simple: bool,
}

impl<'r> CellView<'r> {
    /// Views a cell. A symbol without a width, or with a control character, is written as a blank.
    pub(super) fn new(cell: &'r Cell) -> Self {
        let (symbol, columns) = match (cell.symbol(), column_count(cell)) {
            (_, 0) => (" ", 1),
            (symbol, _) if symbol.contains(char::is_control) => (" ", 1),
            printable => printable,
        };
        let sgr = SgrState::of(cell);
        let simple = columns == 1 && (symbol.len() == 1 || symbol.chars().nth(1).is_none());
        Self {
            symbol,
            sgr,
            columns,
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
