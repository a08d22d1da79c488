//! The table model: rows of typed cells, which every format renders.

mod cell;
mod column;

pub use cell::{CellValue, PageCell};
pub use column::{ColumnUse, ColumnValues, PageColumn};

use std::collections::HashSet;

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
    /// Position of the object that the row is about in [`Page::records`](super::Page::records), if it is about one.
    pub record: Option<usize>,
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

    /// Returns the items of all rows, each once, in order.
    #[must_use]
    pub fn items(&self) -> Vec<ItemIndex> {
        let mut seen = HashSet::new();
        let items = self.rows.iter().flat_map(|row| row.items.iter().copied());
        items.filter(|item| seen.insert(*item)).collect()
    }
}

impl PageRow {
    /// Creates a row about one item.
    #[must_use]
    pub fn of(item: ItemIndex, cells: Vec<PageCell>) -> Self {
        Self {
            items: vec![item],
            ..Self::from(cells)
        }
    }

    /// Returns the row with the position of the object that it is about.
    #[must_use]
    pub fn about_record(self, record: usize) -> Self {
        Self {
            record: Some(record),
            ..self
        }
    }
}

impl From<Vec<PageCell>> for PageRow {
    /// Creates a row that is about no item.
    fn from(cells: Vec<PageCell>) -> Self {
        Self {
            cells,
            items: Vec::new(),
            record: None,
        }
    }
}
