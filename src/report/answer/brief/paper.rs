//! The height of a page on A4 paper, as its Word document has it: letters of 10.5 points, and of 9 in notes, between margins
//! of 2 cm.

use crate::{
    report::page::{Page, PageBlock},
    text::wrap,
};

/// Tenths of a point between the margins of an A4 page.
const A4_HEIGHT: usize = 7_285;
/// Tenths of a point that may stay empty at the foot of a page, since a heading stays with what follows it.
const FOOT: usize = 250;
/// Tenths of a point of a title and the line with the date below it.
const TITLE: usize = 550;

/// Measures of a kind of text, in tenths of a point.
struct TextSize {
    /// Fewest letters in a full line.
    columns: usize,
    /// Height of a line.
    line: usize,
    /// Space before and behind a paragraph.
    space: usize,
}

const BODY: TextSize = TextSize {
    columns: 94,
    line: 133,
    space: 60,
};
const FIELD: TextSize = TextSize {
    columns: 68,
    line: 133,
    space: 30,
};
const LIST: TextSize = TextSize {
    columns: 92,
    line: 133,
    space: 30,
};
const HEADING: TextSize = TextSize {
    columns: 66,
    line: 177,
    space: 240,
};
const LABEL: TextSize = TextSize {
    columns: 90,
    line: 143,
    space: 120,
};
const NOTE: TextSize = TextSize {
    columns: 102,
    line: 114,
    space: 30,
};

impl TextSize {
    /// Returns the height of a paragraph.
    fn height(&self, words: &str) -> usize {
        wrap(words, self.columns).len() * self.line + self.space
    }
}

/// Returns true if a page fits a number of A4 pages.
pub(super) fn fits(page: &Page, pages: usize) -> bool {
    height(page) <= pages * (A4_HEIGHT - FOOT)
}

/// Returns the height of a page in tenths of a point.
pub(super) fn height(page: &Page) -> usize {
    let of_all = |size: &TextSize, texts: &[String]| -> usize {
        texts.iter().map(|words| size.height(words)).sum()
    };
    let block = |block: &PageBlock| match block {
        PageBlock::Heading(words) => HEADING.height(words),
        PageBlock::Subheading(words) => LABEL.height(words),
        PageBlock::Paragraph(words) => BODY.height(words),
        PageBlock::Fields(fields) => fields.iter().map(|(_, value)| FIELD.height(value)).sum(),
        PageBlock::List(entries) => of_all(&LIST, entries),
        PageBlock::Notes(notes) => of_all(&NOTE, notes),
        // A briefing has no table.
        PageBlock::Table(table) => table.rows.len() * BODY.line,
    };
    TITLE + page.blocks.iter().map(block).sum::<usize>()
}
