//! The formats, and the layout of text.

/// The layout of the text format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextLayout {
    /// Width of a line in columns; values below 20 count as 20.
    pub columns: usize,
    /// True to set off titles and labels in bold and colour.
    pub styled: bool,
    /// True to make web addresses clickable (OSC 8).
    pub links: bool,
}

impl TextLayout {
    /// Creates a layout without styles and links.
    #[must_use]
    pub fn plain(columns: usize) -> Self {
        Self {
            columns,
            styled: false,
            links: false,
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
