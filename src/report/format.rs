//! The formats, and the layout of text.

/// The layout of the rows of a table in the text format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowLayout {
    /// Each row is one line, as wide as it needs, so that a pipe or a file has every row whole.
    OneLine,
    /// Rows fit the width.
    Fitted,
}

/// The layout of the text format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an ability of the output of its own"
)]
pub struct TextLayout {
    /// Width of a line in columns; values below 20 count as 20.
    pub columns: usize,
    /// Layout of the rows of tables.
    pub rows: RowLayout,
    /// True if tables have all columns, with whole texts.
    pub wide: bool,
    /// True to set off titles and labels in bold and colour.
    pub styled: bool,
    /// True to make web addresses clickable (OSC 8).
    pub links: bool,
    /// True to use no other characters than ASCII.
    pub ascii: bool,
}

impl TextLayout {
    /// Creates a layout without styles and links.
    #[must_use]
    pub fn plain(columns: usize) -> Self {
        Self {
            columns,
            rows: RowLayout::Fitted,
            wide: false,
            styled: false,
            links: false,
            ascii: false,
        }
    }

    /// Creates a layout for a file: lines of 80 columns, but each row of a table in one line, with all its cells.
    #[must_use]
    pub fn file() -> Self {
        Self {
            rows: RowLayout::OneLine,
            wide: true,
            ..Self::plain(80)
        }
    }
}

/// An output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text for a terminal.
    Text,
    /// Markdown for a document.
    Markdown,
    /// HTML page for a browser or a word processor.
    Html,
    /// The page's tables as CSV for a spreadsheet.
    Csv,
    /// The page's items as one JSON object.
    Json,
    /// The page's items as JSON, one a line.
    Jsonl,
}
