//! Answers on standard output: one page, many faces. A face shows a page; what stands on the page is decided once.

pub mod answer;
pub mod csv;
pub mod export;
pub mod html;
pub mod json;
pub mod markdown;
pub mod text;

use std::borrow::Cow;

use crate::{
    dataset::ItemIndex,
    query::{facets::Facet, snapshot::Snapshot},
};

/// An answer, ready to be shown by any face.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// What it is about.
    pub title: String,
    /// What it says.
    pub blocks: Vec<PageBlock>,
    /// What it is made of, for machines.
    pub items: Vec<ItemIndex>,
    /// The values that can be asked for, where it lists them.
    pub values: Vec<Facet>,
}

impl Page {
    /// Whether it has a table.
    #[must_use]
    pub fn has_table(&self) -> bool {
        self.blocks
            .iter()
            .any(|block| matches!(block, PageBlock::PageTable(_)))
    }

    /// Whether it answers with nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.values.is_empty()
    }
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum PageBlock {
    /// A heading below the page's title.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// Labelled lines.
    Fields(Vec<(String, String)>),
    /// A list.
    List(Vec<String>),
    /// Numbered notes, from 1.
    Notes(Vec<String>),
    /// A table.
    PageTable(PageTable),
}

/// A table: as many cells a row as there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageTable {
    /// The columns' names.
    pub columns: Vec<Cow<'static, str>>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// Whether the last column holds marks of the page's notes.
    pub marks: bool,
}

impl PageTable {
    /// A table with columns of these names.
    #[must_use]
    pub fn new(columns: &[&'static str], rows: Vec<Vec<String>>) -> Self {
        Self {
            columns: columns.iter().map(|&name| Cow::Borrowed(name)).collect(),
            rows,
            marks: false,
        }
    }
}

/// What text is shown on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Display {
    /// How wide lines may be.
    pub columns: usize,
    /// Whether titles and labels are set off in bold and colour.
    pub styled: bool,
    /// Whether web addresses can be followed (OSC 8).
    pub links: bool,
}

impl Display {
    /// Text alone, in lines of so many columns.
    #[must_use]
    pub fn plain(columns: usize) -> Self {
        Self {
            columns,
            styled: false,
            links: false,
        }
    }
}

/// The faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For reading in a terminal.
    Text,
    /// For pasting into a document.
    Markdown,
    /// A page for a browser or a word processor.
    Html,
    /// The page's tables for a spreadsheet.
    Csv,
    /// The page's items as one object.
    Json,
    /// The page's items, one a line.
    Jsonl,
}

/// The page in a format. Only text depends on the display.
#[must_use]
pub fn render(snapshot: Snapshot, page: &Page, format: Format, display: Display) -> String {
    match format {
        Format::Text => text::render(page, display),
        Format::Markdown => markdown::render(page),
        Format::Html => html::render(page),
        Format::Csv => csv::render(page),
        Format::Json => json::render(snapshot, page),
        Format::Jsonl => json::render_lines(snapshot, page),
    }
}
