//! The page model: what every format renders.

use std::borrow::Cow;

use crate::{
    dataset::ItemIndex,
    query::{facets::Facet, fact_counts::FactCounts},
};

/// An answer, ready for any format.
///
/// # Examples
///
/// ```
/// use opportunity_areas::report::{Page, PageBlock, PageTable};
///
/// let page = Page {
///     title: "Areas".into(),
///     blocks: vec![PageBlock::Table(PageTable::new(&["area"], vec![vec!["Oldham".into()]]))],
///     ..Page::default()
/// };
/// assert!(page.has_table());
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Title; empty for none.
    pub title: String,
    /// Content, from top to bottom.
    pub blocks: Vec<PageBlock>,
    /// Items on the page, for JSON.
    pub items: Vec<ItemIndex>,
    /// Listed values of a condition, for JSON.
    pub values: Vec<Facet>,
    /// Counted facts of each area, for JSON.
    pub counts: Vec<FactCounts>,
}

impl Page {
    /// Returns true if the page has a table.
    #[must_use]
    pub fn has_table(&self) -> bool {
        self.blocks
            .iter()
            .any(|block| matches!(block, PageBlock::Table(_)))
    }

    /// Returns true if there is no item, no value and no count.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.values.is_empty() && self.counts.is_empty()
    }
}

/// A block of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum PageBlock {
    /// Heading below the page's title.
    Heading(String),
    /// Paragraph.
    Paragraph(String),
    /// Labelled lines: label and value.
    Fields(Vec<(String, String)>),
    /// Bulleted list.
    List(Vec<String>),
    /// Notes, numbered from 1.
    Notes(Vec<String>),
    /// Table.
    Table(PageTable),
}

/// A table in which every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageTable {
    /// Names of the columns.
    pub columns: Vec<Cow<'static, str>>,
    /// Rows of cells.
    pub rows: Vec<Vec<String>>,
    /// True if the last column holds numbers of the page's notes, such as `[1][3]`.
    pub has_note_column: bool,
}

impl PageTable {
    /// Creates a table whose last column is an ordinary one.
    #[must_use]
    pub fn new(columns: &[&'static str], rows: Vec<Vec<String>>) -> Self {
        Self {
            columns: columns.iter().map(|&name| Cow::Borrowed(name)).collect(),
            rows,
            has_note_column: false,
        }
    }
}
