//! The part of one sheet.

use std::io::{self, Write};

use super::{
    cell::{SheetCell, cell_text, serial},
    names::{column_letters, quoted_name},
    styles::CellStyle,
};
use crate::report::office::xml::{DECLARATION, RELATIONSHIPS, escape};

/// Most links of a sheet; Excel removes all of them if there are more.
const MAX_LINKS: usize = 65_530;

/// Height of a line, room above and below the lines of a row, and the greatest height of a row, in points.
const LINE_HEIGHT: usize = 13;
const ROW_PADDING: usize = 2;
const MAX_HEIGHT: usize = 409;

/// Namespace of the elements of a sheet.
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/// The end of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
enum LinkTarget {
    /// A web address.
    Address(String),
    /// A sheet of the workbook.
    Sheet(String),
}

/// A sheet while it is written.
pub(super) struct SheetWriter<'a> {
    out: &'a mut dyn Write,
    /// Widths of the columns in characters.
    widths: &'a [usize],
    /// Number of the row that is written, from 1.
    row: usize,
    links: Vec<(String, LinkTarget)>,
}

impl<'a> SheetWriter<'a> {
    /// Starts a sheet. `widths` are those of the columns in characters. With a heading, the first row stays in view.
    pub(super) fn start(
        out: &'a mut dyn Write,
        widths: &'a [usize],
        has_heading: bool,
        is_first: bool,
    ) -> io::Result<Self> {
        write!(
            out,
            "{DECLARATION}<worksheet xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONSHIPS}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
             <sheetViews><sheetView {}{}workbookViewId=\"0\">",
            if has_heading {
                ""
            } else {
                "showGridLines=\"0\" "
            },
            if is_first { "tabSelected=\"1\" " } else { "" },
        )?;
        if has_heading {
            out.write_all(
                b"<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>\
                  <selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/>",
            )?;
        }
        out.write_all(b"</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"13\"/><cols>")?;
        for (index, width) in widths.iter().enumerate() {
            let column = index + 1;
            write!(
                out,
                "<col min=\"{column}\" max=\"{column}\" width=\"{width}\" customWidth=\"1\"/>"
            )?;
        }
        out.write_all(b"</cols><sheetData>")?;
        Ok(Self {
            out,
            widths,
            row: 0,
            links: Vec::new(),
        })
    }

    /// Writes a row with the style of each value, or with one style for all cells.
    pub(super) fn row<'c>(
        &mut self,
        cells: impl IntoIterator<Item = &'c SheetCell>,
        style: Option<CellStyle>,
    ) -> io::Result<()> {
        self.row += 1;
        let cells: Vec<&SheetCell> = cells.into_iter().collect();
        let height = match style {
            Some(CellStyle::Title) => 30,
            // Their text runs on over empty cells.
            Some(CellStyle::Number | CellStyle::Label) => LINE_HEIGHT,
            _ => self.height(&cells),
        };
        // Not every program finds out the height of wrapped text when it opens a file.
        write!(
            self.out,
            "<row r=\"{}\" ht=\"{height}\" customHeight=\"1\">",
            self.row
        )?;
        for (column, cell) in cells.into_iter().enumerate() {
            self.cell(column, cell, style)?;
        }
        self.out.write_all(b"</row>")
    }

    /// Returns the height of a row in points: room for the lines of its highest cell.
    fn height(&self, cells: &[&SheetCell]) -> usize {
        let lines = cells
            .iter()
            .zip(self.widths)
            .map(|(cell, width)| cell.lines(*width));
        let lines = lines.max().unwrap_or(1).max(1);
        (lines * LINE_HEIGHT + ROW_PADDING).min(MAX_HEIGHT)
    }

    /// Writes a row whose first cell leads to a sheet, with a second cell.
    pub(super) fn row_with_link_to_sheet(
        &mut self,
        sheet: &str,
        second: &SheetCell,
    ) -> io::Result<()> {
        self.row += 1;
        write!(self.out, "<row r=\"{}\">", self.row)?;
        self.add_link(0, LinkTarget::Sheet(sheet.to_string()));
        self.cell(0, &SheetCell::text(sheet), Some(CellStyle::Link))?;
        self.cell(1, second, None)?;
        self.out.write_all(b"</row>")
    }

    /// Leaves a row empty.
    pub(super) fn skip_row(&mut self) {
        self.row += 1;
    }

    /// Returns true if the link was added.
    fn add_link(&mut self, column: usize, target: LinkTarget) -> bool {
        let has_room = self.links.len() < MAX_LINKS;
        if has_room {
            let cell = format!("{}{}", column_letters(column), self.row);
            self.links.push((cell, target));
        }
        has_room
    }

    fn cell(
        &mut self,
        column: usize,
        cell: &SheetCell,
        style: Option<CellStyle>,
    ) -> io::Result<()> {
        let style_of = |own: CellStyle| style.unwrap_or(own).index();
        let place = format!("{}{}", column_letters(column), self.row);
        match cell {
            SheetCell::Empty if style.is_none() => Ok(()),
            SheetCell::Empty => {
                let style = style_of(CellStyle::Text);
                write!(self.out, "<c r=\"{place}\" s=\"{style}\"/>")
            }
            SheetCell::Text(words) => {
                let looks_like_formula = words.starts_with(['=', '+', '-', '@']);
                let own = if looks_like_formula {
                    CellStyle::Quoted
                } else {
                    CellStyle::Text
                };
                self.text(&place, style_of(own), words)
            }
            SheetCell::Link { words, address } => {
                let has_link = self.add_link(column, LinkTarget::Address(address.clone()));
                let own = if has_link {
                    CellStyle::Link
                } else {
                    CellStyle::Text
                };
                self.text(&place, style_of(own), words)
            }
            SheetCell::Number(number) => {
                let style = style_of(CellStyle::Number);
                write!(
                    self.out,
                    "<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>"
                )
            }
            SheetCell::Money(amount) => {
                let style = style_of(CellStyle::of_amount(*amount));
                let pounds = amount.pounds.0;
                write!(
                    self.out,
                    "<c r=\"{place}\" s=\"{style}\"><v>{pounds}</v></c>"
                )
            }
            SheetCell::Date(date) => {
                let style = style_of(CellStyle::of_date(*date));
                let serial = serial(*date);
                write!(
                    self.out,
                    "<c r=\"{place}\" s=\"{style}\"><v>{serial}</v></c>"
                )
            }
        }
    }

    /// Writes text into its cell. A table of shared texts would need all of them in memory.
    fn text(&mut self, place: &str, style: usize, words: &str) -> io::Result<()> {
        let words = cell_text(words);
        write!(
            self.out,
            "<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            escape(&words)
        )
    }

    /// Completes the sheet, and returns the relationships to its web addresses. `filter` is the range of the table.
    pub(super) fn finish(self, filter: Option<&str>) -> io::Result<Option<String>> {
        let Self { out, links, .. } = self;
        out.write_all(b"</sheetData>")?;
        if let Some(range) = filter {
            write!(out, "<autoFilter ref=\"{range}\"/>")?;
        }
        let mut relationships = String::new();
        if !links.is_empty() {
            out.write_all(b"<hyperlinks>")?;
            let mut number = 0;
            for (cell, target) in &links {
                match target {
                    LinkTarget::Sheet(name) => {
                        let name = quoted_name(name);
                        write!(
                            out,
                            "<hyperlink ref=\"{cell}\" location=\"{}!A1\"/>",
                            escape(&name)
                        )?;
                    }
                    LinkTarget::Address(address) => {
                        number += 1;
                        write!(out, "<hyperlink ref=\"{cell}\" r:id=\"rId{number}\"/>")?;
                        relationships.push_str(&format!(
                            "<Relationship Id=\"rId{number}\" Type=\"{RELATIONSHIPS}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
                            escape(address)
                        ));
                    }
                }
            }
            out.write_all(b"</hyperlinks>")?;
        }
        // A4, across, as wide as the page.
        out.write_all(
            b"<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>\
              <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>\
              <headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>",
        )?;
        Ok((!relationships.is_empty()).then(|| {
            format!(
                "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relationships}</Relationships>"
            )
        }))
    }
}
