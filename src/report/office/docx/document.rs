//! The text of a document.

use std::io::{self, Write};

use super::{
    inline::{DocumentLinks, run, write_text},
    styles::FIRST_NUMBERED_LIST,
    table::{shown_columns, write_table},
};
use crate::report::{
    office::xml::{DECLARATION, RELATIONSHIPS, WORD as MAIN},
    page::PageBlock,
    table::PageTable,
};

/// Short and long side of A4, and the margin, in twentieths of a point.
const SHORT_SIDE: usize = 11_906;
const LONG_SIDE: usize = 16_838;
const MARGIN: usize = 1_134;

/// Most columns of a table on a page that is higher than wide.
const MAX_UPRIGHT_COLUMNS: usize = 4;

/// A document while it is written.
pub(super) struct DocumentWriter<'a> {
    out: &'a mut dyn Write,
    links: &'a mut DocumentLinks,
    /// Number of lists of notes so far.
    lists: usize,
    /// True if the pages are wider than high.
    is_wide: bool,
}

impl<'a> DocumentWriter<'a> {
    /// Starts the text.
    pub(super) fn start(out: &'a mut dyn Write, links: &'a mut DocumentLinks) -> io::Result<Self> {
        write!(
            out,
            "{DECLARATION}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONSHIPS}\"><w:body>"
        )?;
        Ok(Self {
            out,
            links,
            lists: 0,
            is_wide: false,
        })
    }

    /// Writes a paragraph in a style, unless it is empty.
    pub(super) fn styled(&mut self, style: &str, words: &str) -> io::Result<()> {
        if words.is_empty() {
            return Ok(());
        }
        self.paragraph(style, "", words)
    }

    /// Writes the blocks of a page. Wide tables turn the pages.
    pub(super) fn blocks(&mut self, blocks: &[PageBlock]) -> io::Result<()> {
        let is_wide = |table: &PageTable| shown_columns(table).len() > MAX_UPRIGHT_COLUMNS;
        self.is_wide = blocks
            .iter()
            .any(|block| matches!(block, PageBlock::Table(table) if is_wide(table)));
        for block in blocks {
            match block {
                PageBlock::Heading(heading) => self.styled("Heading1", heading)?,
                PageBlock::Subheading(words) => self.styled("Heading2", words)?,
                PageBlock::Paragraph(words) => self.styled("Normal", words)?,
                PageBlock::Fields(fields) => {
                    for (label, value) in fields {
                        self.field(label, value)?;
                    }
                }
                PageBlock::List(entries) => {
                    for entry in entries {
                        self.paragraph("ListBullet", "", entry)?;
                    }
                }
                PageBlock::Notes(notes) => self.notes(notes)?,
                PageBlock::Table(table) if table.rows.is_empty() => {}
                PageBlock::Table(table) => {
                    let width = self.page_width();
                    write_table(self.out, self.links, table, width)?;
                    if !table.notes.is_empty() {
                        self.styled("Heading1", "Sources")?;
                        self.notes(&table.notes)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Returns the width of the text.
    pub(super) fn page_width(&self) -> usize {
        let side = if self.is_wide { LONG_SIDE } else { SHORT_SIDE };
        side - 2 * MARGIN
    }

    fn paragraph(&mut self, style: &str, properties: &str, words: &str) -> io::Result<()> {
        self.open(style, properties)?;
        write_text(self.out, self.links, words, "")?;
        self.close()
    }

    fn open(&mut self, style: &str, properties: &str) -> io::Result<()> {
        write!(
            self.out,
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>"
        )
    }

    fn close(&mut self) -> io::Result<()> {
        self.out.write_all(b"</w:p>")
    }

    /// Writes a label and its value beside it.
    fn field(&mut self, label: &str, value: &str) -> io::Result<()> {
        self.open("Field", "")?;
        run(self.out, label, "<w:b/>")?;
        self.out.write_all(b"<w:r><w:tab/></w:r>")?;
        write_text(self.out, self.links, value, "")?;
        self.close()
    }

    /// Writes notes, each with a bookmark that its numbers in the text lead to.
    fn notes(&mut self, notes: &[String]) -> io::Result<()> {
        let list = FIRST_NUMBERED_LIST + self.lists;
        let properties =
            format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr>");
        for (index, note) in notes.iter().enumerate() {
            self.open("Note", &properties)?;
            let number = index + 1;
            // The numbers in the text are those of the first list.
            let has_bookmark = self.lists == 0;
            if has_bookmark {
                write!(
                    self.out,
                    "<w:bookmarkStart w:id=\"{number}\" w:name=\"note{number}\"/>"
                )?;
            }
            write_text(self.out, self.links, note, "")?;
            if has_bookmark {
                write!(self.out, "<w:bookmarkEnd w:id=\"{number}\"/>")?;
            }
            self.close()?;
        }
        self.lists += 1;
        Ok(())
    }

    /// Completes the text with the size of its pages.
    pub(super) fn finish(self) -> io::Result<()> {
        let (width, height, turned) = if self.is_wide {
            (LONG_SIDE, SHORT_SIDE, " w:orient=\"landscape\"")
        } else {
            (SHORT_SIDE, LONG_SIDE, "")
        };
        write!(
            self.out,
            "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{turned}/>\
             <w:pgMar w:top=\"{MARGIN}\" w:right=\"{MARGIN}\" w:bottom=\"{MARGIN}\" w:left=\"{MARGIN}\" w:header=\"567\" \
             w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
        )
    }
}
