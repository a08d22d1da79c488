//! Tables of a document.

use std::io::{self, Write};

use super::inline::{DocumentLinks, write_link, write_text};
use crate::{
    query::describe::capitalized,
    report::table::{CellValue, PageCell, PageTable},
};

/// Widest column, longest text that gets a single line if there is room, and longest word, in characters.
const MAX_NATURAL: usize = 80;
const MAX_SINGLE_LINE: usize = 20;
const MAX_WORD: usize = 20;
/// Most columns in letters of the larger size.
const MAX_LARGE_COLUMNS: usize = 7;
/// Width of a character and the margins of a cell, in twentieths of a point, for each of the two sizes.
const LARGE: (usize, usize) = (100, 180);
const SMALL: (usize, usize) = (82, 120);

/// Most columns of which one may be for references, which readers of a document do not type.
const MAX_WITH_REFERENCE: usize = 4;

/// Returns the positions of the columns that a document has room for.
pub(super) fn shown_columns(table: &PageTable) -> Vec<usize> {
    let all = table.whole_columns().map(|(index, _)| index);
    let all: Vec<usize> = all.collect();
    if all.len() <= MAX_WITH_REFERENCE {
        return all;
    }
    let all = all.into_iter();
    all.filter(|&index| table.columns[index].name != "reference")
        .collect()
}

/// Writes a table that is as wide as the page.
pub(super) fn write_table(
    out: &mut dyn Write,
    links: &mut DocumentLinks,
    table: &PageTable,
    page_width: usize,
) -> io::Result<()> {
    let shown = shown_columns(table);
    let is_small = shown.len() > MAX_LARGE_COLUMNS;
    let names: Vec<PageCell> = shown
        .iter()
        .map(|&index| capitalized(&table.columns[index].name).into())
        .collect();
    let rows: Vec<Vec<&PageCell>> = table
        .rows
        .iter()
        .map(|row| shown.iter().map(|&index| &row.cells[index]).collect())
        .collect();
    let size = if is_small { SMALL } else { LARGE };
    let widths = widths(&names, &rows, page_width, size);
    let is_numeric = (0..shown.len()).map(|index| {
        let mut cells = rows.iter().map(|row| row[index]);
        let has_value = rows.iter().any(|row| row[index].is_numeric());
        has_value && cells.all(|cell| cell.is_numeric() || cell.words.is_empty())
    });
    let columns: Vec<DocumentColumn> = widths
        .into_iter()
        .zip(is_numeric)
        .map(|(width, is_numeric)| DocumentColumn { width, is_numeric })
        .collect();
    out.write_all(
        b"<w:tbl><w:tblPr><w:tblStyle w:val=\"Rows\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLayout w:type=\"fixed\"/>\
          <w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
          </w:tblPr><w:tblGrid>",
    )?;
    for column in &columns {
        write!(out, "<w:gridCol w:w=\"{}\"/>", column.width)?;
    }
    out.write_all(b"</w:tblGrid>")?;
    let style = if is_small { "SmallCell" } else { "Cell" };
    let names: Vec<&PageCell> = names.iter().collect();
    // The heading is repeated on every page.
    let heading = std::iter::once(("<w:cantSplit/><w:tblHeader/>", &names));
    let rows = rows.iter().map(|cells| ("<w:cantSplit/>", cells));
    for (properties, cells) in heading.chain(rows) {
        write!(out, "<w:tr><w:trPr>{properties}</w:trPr>")?;
        for (column, cell) in columns.iter().zip(cells) {
            write_cell(out, links, column, style, cell)?;
        }
        out.write_all(b"</w:tr>")?;
    }
    // Word expects a paragraph after a table.
    out.write_all(b"</w:tbl><w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>")
}

/// A column on the page.
struct DocumentColumn {
    /// Width in twentieths of a point.
    width: usize,
    /// True if all of its cells are numbers, whose digits are below each other.
    is_numeric: bool,
}

fn write_cell(
    out: &mut dyn Write,
    links: &mut DocumentLinks,
    column: &DocumentColumn,
    style: &str,
    cell: &PageCell,
) -> io::Result<()> {
    let width = column.width;
    let alignment = if column.is_numeric {
        "<w:jc w:val=\"right\"/>"
    } else {
        ""
    };
    write!(
        out,
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{alignment}</w:pPr>"
    )?;
    match &cell.value {
        CellValue::Link(address) => write_link(out, links, &cell.words, address)?,
        _ => write_text(out, links, &cell.words, "")?,
    }
    out.write_all(b"</w:p></w:tc>")
}

/// Returns the widths of the columns in twentieths of a point. Every column gets room for its longest word, if there is room,
/// and long ones share the rest.
fn widths(
    names: &[PageCell],
    rows: &[Vec<&PageCell>],
    page_width: usize,
    (character, margin): (usize, usize),
) -> Vec<usize> {
    let measured: Vec<(usize, usize)> = names
        .iter()
        .enumerate()
        .map(|(index, name)| {
            let name = name.words.as_str();
            let cells = rows.iter().map(|row| row[index].words.as_str());
            let (mut word, mut all, mut longest) = (0, 0, 0);
            for text in cells.chain([name]) {
                let length = text.chars().count();
                all += length;
                longest = longest.max(length);
                let words = text.split_whitespace().map(|word| word.chars().count());
                word = word.max(words.max().unwrap_or(0));
            }
            // Names are bold, which is wider.
            let bold = name.split_whitespace().map(|word| word.chars().count());
            word = word.max(bold.max().unwrap_or(0) * 6 / 5);
            // Texts of average length should take two lines, but a column of short ones no more than one.
            let whole = (all / (rows.len() + 1) * 2 / 3).max(longest.min(MAX_SINGLE_LINE));
            let twips = |count: usize| count * character + margin;
            (
                twips(word.min(MAX_WORD)),
                twips(whole.clamp(word.min(MAX_WORD), MAX_NATURAL)),
            )
        })
        .collect();
    let least: usize = measured.iter().map(|(least, _)| least).sum();
    let wanted: usize = measured
        .iter()
        .map(|(least, natural)| natural - least)
        .sum();
    let rest = page_width.saturating_sub(least);
    let share = |least_width: usize, natural: usize| {
        if least > page_width {
            return least_width * page_width / least;
        }
        let share = (rest * (natural - least_width)).checked_div(wanted);
        // If no column wants more, all get the same.
        least_width + share.unwrap_or(rest / measured.len())
    };
    measured
        .iter()
        .map(|&(least, natural)| share(least, natural))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::PageColumn;

    #[test]
    fn columns_fill_the_page_and_have_room_for_words() {
        let long = "words and words ".repeat(9);
        let cells = ["Oldham", "3", &long].map(PageCell::from);
        let names = ["Area", "Number", "Text"].map(PageCell::from);
        let widths = widths(&names, &[cells.iter().collect()], 9_638, LARGE);
        assert!(widths[0] > 600 && widths[1] > 600, "{widths:?}");
        assert!(widths[2] > 4_000, "{widths:?}");
        let sum: usize = widths.iter().sum();
        assert!((9_600..=9_638).contains(&sum), "{widths:?}");
    }

    #[test]
    fn wide_tables_leave_out_references() {
        let column = |name: &'static str| PageColumn::detail(name, 1);
        let narrow = PageTable::new(["area", "reference"].map(column).into(), Vec::new());
        assert_eq!(shown_columns(&narrow), [0, 1]);
        let wide = ["area", "a", "reference", "b", "source"].map(column);
        assert_eq!(
            shown_columns(&PageTable::new(wide.into(), Vec::new())),
            [0, 1, 3, 4]
        );
    }
}
