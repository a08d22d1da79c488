//! The table model: rows of typed cells, which every format renders.

mod cell;
mod column;

pub use cell::{CellValue, PageCell};
pub use column::{ColumnUse, PageColumn};

use crate::dataset::ItemIndex;

/// A table in which every row has as many cells as there are columns.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PageTable {
    /// Columns, from left to right.
    pub columns: Vec<PageColumn>,
    /// Rows, from top to bottom.
    pub rows: Vec<PageRow>,
    /// Notes, numbered from 1, to which cells such as `[1][3]` of a column for notes refer.
    pub notes: Vec<String>,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PageRow {
    /// Cells, one for each column.
    pub cells: Vec<PageCell>,
    /// Items that the row is about, for JSON.
    pub items: Vec<ItemIndex>,
}

impl PageTable {
    /// Creates a table without notes.
    #[must_use]
    pub fn new(columns: Vec<PageColumn>, rows: Vec<PageRow>) -> Self {
        Self {
            columns,
            rows,
            notes: Vec::new(),
        }
    }

    /// Returns the columns that other formats than text have, with their positions.
    pub(super) fn whole_columns(&self) -> impl Iterator<Item = (usize, &PageColumn)> {
        let columns = self.columns.iter().enumerate();
        columns.filter(|(_, column)| column.column_use != ColumnUse::Summary)
    }

    /// Returns the items of all rows, in order. One that several rows in a row are about comes once.
    #[must_use]
    pub fn items(&self) -> Vec<ItemIndex> {
        let rows = self.rows.iter();
        let mut items: Vec<_> = rows.flat_map(|row| row.items.iter().copied()).collect();
        items.dedup();
        items
    }
}

impl PageRow {
    /// Creates a row about one item.
    #[must_use]
    pub fn of(item: ItemIndex, cells: Vec<PageCell>) -> Self {
        Self {
            cells,
            items: vec![item],
        }
    }
}

impl From<Vec<PageCell>> for PageRow {
    /// Creates a row that is about no item.
    fn from(cells: Vec<PageCell>) -> Self {
        Self {
            cells,
            items: Vec::new(),
        }
    }
}
