//! For reading in a terminal: wrapped by words, columns aligned by the width that a terminal gives them.

use super::{Block, Page, Table};
use crate::fit;

/// The page in lines of at most so many columns.
#[must_use]
pub fn render(page: &Page, columns: usize) -> String {
    let columns = columns.max(20);
    let mut out = String::new();
    if !page.title.is_empty() {
        paragraph(&page.title, columns, "", &mut out);
    }
    for block in &page.blocks {
        match block {
            Block::Heading(heading) => {
                out.push('\n');
                paragraph(heading, columns, "", &mut out);
            }
            Block::Paragraph(words) => paragraph(words, columns, "", &mut out),
            Block::Fields(fields) => {
                for (label, value) in fields {
                    paragraph(&format!("{label}: {value}"), columns, "  ", &mut out);
                }
            }
            Block::List(entries) => {
                for entry in entries {
                    paragraph(&format!("- {entry}"), columns, "  ", &mut out);
                }
            }
            Block::Notes(notes) => {
                for (place, note) in notes.iter().enumerate() {
                    paragraph(&format!("[{}] {note}", place + 1), columns, "    ", &mut out);
                }
            }
            Block::Table(table) => draw_table(table, columns, &mut out),
        }
    }
    out
}

fn paragraph(words: &str, columns: usize, indent: &str, out: &mut String) {
    for line in textwrap::wrap(words, textwrap::Options::new(columns).subsequent_indent(indent)) {
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

const GAP: usize = 2;

/// A narrower column would be read letter by letter.
const NARROWEST: usize = 20;

/// A table that fits, if one column gives way. Where it doesn't, every row becomes a block of labelled lines.
fn draw_table(table: &Table, columns: usize, out: &mut String) {
    if table.rows.is_empty() {
        return;
    }
    let count = table.columns.len();
    let natural =
        |place: usize| table.rows.iter().map(|row| fit::width(&row[place])).chain([fit::width(table.columns[place])]).max().unwrap_or(0);
    let mut widths: Vec<usize> = (0..count).map(natural).collect();
    let room = columns.saturating_sub(GAP * (count.saturating_sub(1)));
    let excess = widths.iter().sum::<usize>().saturating_sub(room);
    let widest = (0..count).max_by_key(|&place| widths[place]).unwrap_or(0);
    if excess > 0 && widths[widest] < excess + NARROWEST {
        return draw_blocks(table, columns, out);
    }
    widths[widest] -= excess;
    let header: Vec<String> = table.columns.iter().map(|name| (*name).to_string()).collect();
    draw_row(&header, &widths, out);
    draw_row(&widths.iter().map(|&width| "-".repeat(width)).collect::<Vec<_>>(), &widths, out);
    for row in &table.rows {
        draw_row(row, &widths, out);
    }
}

fn draw_blocks(table: &Table, columns: usize, out: &mut String) {
    for row in &table.rows {
        out.push('\n');
        let cells = table.columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        for (place, (name, cell)) in cells.enumerate() {
            let line = if place == 0 { cell.clone() } else { format!("  {name}: {cell}") };
            paragraph(&line, columns, "    ", out);
        }
    }
}

fn draw_row(cells: &[String], widths: &[usize], out: &mut String) {
    let wrapped: Vec<_> = cells.iter().zip(widths).map(|(cell, &width)| fit::wrap(cell, width)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    for line in 0..height {
        let mut row = String::new();
        for (place, (cell, &width)) in wrapped.iter().zip(widths).enumerate() {
            let words = cell.get(line).map_or("", AsRef::as_ref);
            row.push_str(words);
            if place + 1 < widths.len() {
                row.push_str(&" ".repeat(width.saturating_sub(fit::width(words)) + GAP));
            }
        }
        out.push_str(row.trim_end());
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_keep_columns_aligned_and_long_cells_wrap() {
        let table = Table {
            columns: vec!["area", "what"],
            rows: vec![vec!["東京".into(), "read at home every day".into()], vec!["Oldham".into(), "short".into()]],
        };
        let page = Page { blocks: vec![Block::Table(table)], ..Page::default() };
        assert_eq!(
            render(&page, 28),
            "area    what\n------  --------------------\n東京    read at home every\n        day\nOldham  short\n"
        );
        assert_eq!(render(&page, 20), "\n東京\n  what: read at home\n    every day\n\nOldham\n  what: short\n");
    }
}
