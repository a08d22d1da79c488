//! The content of an item in a list: its text, the lines under it, and what stands on its right.

use std::{borrow::Cow, ops::Range};

use crate::tui::styles::StyleRole;

/// A piece of text with one style.
pub(crate) type TextPiece = (Cow<'static, str>, StyleRole);

/// The place of an item's [`ItemBlock::aside`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum AsidePlace {
    /// In the last line if it fits there, otherwise in a line of its own: a sum.
    #[default]
    LastLine,
    /// In the last line that has room for it, otherwise in a line of its own: signs that say nothing about the end of a text.
    AnyRoom,
    /// In the first line. The text keeps clear of it in all lines: a column of numbers.
    FirstLine,
}

/// A line under the text of an item, or several if it does not fit in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BlockNote {
    /// The pieces. Lines end between them; a piece that is wider than a line ends lines between its words.
    pub pieces: Vec<TextPiece>,
    /// The level of room at which the note is shown: at 0 always, at 1 before level 2.
    pub level: usize,
}

impl BlockNote {
    /// Creates a note of one piece.
    #[must_use]
    pub(crate) fn new(text: impl Into<Cow<'static, str>>, role: StyleRole, level: usize) -> Self {
        Self {
            pieces: vec![(text.into(), role)],
            level,
        }
    }
}

/// The content of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ItemBlock {
    /// The sign or number in front of the text.
    pub sign: Option<TextPiece>,
    /// The words between the sign and the text, if the list has a column for them.
    pub label: Option<TextPiece>,
    /// The text.
    pub text: String,
    /// The role of the text while it is not selected.
    pub role: StyleRole,
    /// The byte of the text from which it is context, such as a publisher after a title.
    pub dim_from: Option<usize>,
    /// The parts of the text that match the search, as ranges of bytes.
    pub matches: Vec<Range<usize>>,
    /// The lines under the text.
    pub notes: Vec<BlockNote>,
    /// The pieces at the right edge.
    pub aside: Vec<TextPiece>,
    /// The place of these pieces.
    pub aside_place: AsidePlace,
}

impl ItemBlock {
    /// Creates the content of an item that has only a text.
    #[must_use]
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self {
            sign: None,
            label: None,
            text: text.into(),
            role: StyleRole::Plain,
            dim_from: None,
            matches: Vec::new(),
            notes: Vec::new(),
            aside: Vec::new(),
            aside_place: AsidePlace::default(),
        }
    }
}

/// Neighbouring items of a list with a heading. It stays on the first row while its items are scrolled through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ListGroup {
    /// The items.
    pub items: Range<usize>,
    /// The heading.
    pub heading: String,
    /// A shorter heading, if there is one, for lists without room for the other.
    pub short_heading: Option<String>,
    /// The role of the heading.
    pub role: StyleRole,
    /// The text at the right edge, such as the number of items.
    pub status: String,
}
