//! The page model: what every format renders.

use serde_json::Value;

use super::table::{PageColumn, PageRow, PageTable};
use crate::{
    dataset::ItemIndex,
    query::{facets::Facet, fact_counts::FactCounts},
};

/// An answer, ready for any format.
///
/// # Examples
///
/// ```
/// use opportunity_areas::report::{Page, PageColumn, PageRow};
///
/// let row = PageRow::from(vec!["Oldham".into()]);
/// let page = Page::of_table("Areas", [PageColumn::key("area")], [row]);
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
    /// Other objects, for JSON.
    pub records: Vec<Value>,
}

impl Page {
    /// Creates a page with one table.
    #[must_use]
    pub fn of_table(
        title: impl Into<String>,
        columns: impl IntoIterator<Item = PageColumn>,
        rows: impl IntoIterator<Item = PageRow>,
    ) -> Self {
        let (columns, rows) = (columns.into_iter(), rows.into_iter());
        let table = PageTable::new(columns.collect(), rows.collect());
        Self {
            title: title.into(),
            items: table.items(),
            blocks: vec![PageBlock::Table(table)],
            ..Self::default()
        }
    }

    /// Returns true if the page has a table.
    #[must_use]
    pub fn has_table(&self) -> bool {
        self.blocks
            .iter()
            .any(|block| matches!(block, PageBlock::Table(_)))
    }

    /// Returns the groups of notes, each numbered from 1: those of the page, and those of its tables.
    pub fn notes(&self) -> impl Iterator<Item = &[String]> {
        self.blocks.iter().filter_map(|block| match block {
            PageBlock::Notes(notes) => Some(&notes[..]),
            PageBlock::Table(table) if !table.notes.is_empty() => Some(&table.notes),
            _ => None,
        })
    }

    /// Returns true if there is no item, no value, no count and no other record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
            && self.values.is_empty()
            && self.counts.is_empty()
            && self.records.is_empty()
    }
}

/// A block of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum PageBlock {
    /// Heading below the page's title.
    Heading(String),
    /// Heading of the list below it.
    Subheading(String),
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
