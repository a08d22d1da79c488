//! The lines of the comparison, kept until something else is compared or shown.

use std::{cell::RefCell, ops::Range, rc::Rc};

use super::{cell::CellPiece, layout::CompareColumns};
use crate::tui::styles::Styles;

/// A line of the comparison.
#[derive(Debug)]
pub(super) enum CompareLine {
    /// The title of the themes that follow, and their number.
    Section(String, String),
    /// A message.
    Note(&'static str),
    /// A line of a row: the index of the row, the name on the line, and a line of each visible cell.
    Cells {
        /// The index among the rows that are shown.
        row: usize,
        /// The name of the fact or theme, or the part of it on this line.
        label: Option<String>,
        /// The pieces of each visible cell.
        cells: Vec<Vec<CellPiece>>,
    },
}

/// The lines of the comparison, or those near the selected row of a long one.
#[derive(Debug)]
pub(super) struct CompareLines {
    /// The lines.
    pub lines: Vec<CompareLine>,
    /// The number of rows that are shown.
    pub rows: usize,
}

/// The lines that were made last. They follow from the state, so that keeping them changes nothing but the time that a frame
/// takes: in a large dataset each cell has a list of titles, and to wrap those of a page takes longer than all else.
#[derive(Debug, Clone, Default)]
pub(super) struct LineCache {
    kept: RefCell<Option<(LineWindow, Rc<CompareLines>)>>,
}

/// All that the lines of some areas follow from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LineWindow {
    /// The place of the columns.
    pub columns: CompareColumns,
    /// The indices of the rows that have lines.
    pub rows: Range<usize>,
    /// The styles.
    pub styles: Styles,
}

impl LineCache {
    /// Returns the lines of a window, made only if those of another one are kept.
    pub(super) fn lines(
        &self,
        window: LineWindow,
        make: impl FnOnce(&LineWindow) -> CompareLines,
    ) -> Rc<CompareLines> {
        if let Some((kept, lines)) = &*self.kept.borrow()
            && *kept == window
        {
            return Rc::clone(lines);
        }
        let lines = Rc::new(make(&window));
        *self.kept.borrow_mut() = Some((window, Rc::clone(&lines)));
        lines
    }

    /// Forgets the lines: other areas, or another order, are compared.
    pub(super) fn forget(&mut self) {
        *self.kept.get_mut() = None;
    }
}
