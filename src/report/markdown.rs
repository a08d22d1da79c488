//! Markdown for a document.

use super::page::{Page, PageBlock};

/// Renders a page as Markdown.
pub(super) fn render(page: &Page) -> String {
    let mut out = String::new();
    if !page.title.is_empty() {
        out.push_str(&format!("# {}\n", escape(&page.title)));
    }
    for block in &page.blocks {
        out.push('\n');
        match block {
            PageBlock::Heading(heading) => out.push_str(&format!("## {}\n", escape(heading))),
            PageBlock::Subheading(words) => out.push_str(&format!("### {}\n", escape(words))),
            PageBlock::Paragraph(words) => out.push_str(&format!("{}\n", escape(words))),
            PageBlock::Fields(fields) => {
                for (label, value) in fields {
                    out.push_str(&format!("- **{}:** {}\n", escape(label), escape(value)));
                }
            }
            PageBlock::List(entries) => {
                for entry in entries {
                    out.push_str(&format!("- {}\n", escape(entry)));
                }
            }
            PageBlock::Notes(entries) => {
                notes(entries, &mut out);
            }
            PageBlock::Table(table) if table.rows.is_empty() => {}
            PageBlock::Table(table) => {
                let columns: Vec<_> = table.whole_columns().collect();
                row(columns.iter().map(|(_, column)| &*column.name), &mut out);
                out.push_str(&format!("|{}\n", "---|".repeat(columns.len())));
                for table_row in &table.rows {
                    let cells = columns.iter().map(|(index, _)| &table_row.cells[*index]);
                    row(cells.map(|cell| &*cell.words), &mut out);
                }
                if !table.notes.is_empty() {
                    out.push_str("\n## Sources\n\n");
                    notes(&table.notes, &mut out);
                }
            }
        }
    }
    out
}

/// Appends numbered notes.
fn notes(notes: &[String], out: &mut String) {
    for (index, note) in notes.iter().enumerate() {
        out.push_str(&format!("{}. {}\n", index + 1, escape(note)));
    }
}

/// Appends a row of a table.
fn row<'a>(cells: impl Iterator<Item = &'a str>, out: &mut String) {
    let cells: Vec<String> = cells.map(|cell| escape(cell).replace('|', "\\|")).collect();
    out.push_str(&format!("| {} |\n", cells.join(" | ")));
}

/// Escapes the characters that Markdown reserves.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in words.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '<' | '>' | '#') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
