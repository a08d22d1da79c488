//! Pages in ASCII.

use crate::{
    report::{
        page::{Page, PageBlock},
        table::PageTable,
    },
    text::{similar_ascii, to_ascii},
};

/// Returns a page whose texts are in ASCII. They are replaced before they are laid out, since some get longer.
pub(super) fn ascii_page(page: &Page) -> Page {
    Page {
        title: to_ascii(&page.title).into_owned(),
        blocks: page.blocks.iter().map(block).collect(),
        ..Page::default()
    }
}

/// Returns laid out text with every sign that the layout has added in ASCII, as wide as before.
pub(super) fn ascii_layout(text: String) -> String {
    if text.is_ascii() {
        return text;
    }
    let similar = |character: char| {
        if character.is_ascii() {
            character
        } else {
            similar_ascii(character)
        }
    };
    text.chars().map(similar).collect()
}

fn block(block: &PageBlock) -> PageBlock {
    let ascii = |text: &String| to_ascii(text).into_owned();
    let all = |texts: &[String]| texts.iter().map(ascii).collect();
    match block {
        PageBlock::Heading(words) => PageBlock::Heading(ascii(words)),
        PageBlock::Subheading(words) => PageBlock::Subheading(ascii(words)),
        PageBlock::Paragraph(words) => PageBlock::Paragraph(ascii(words)),
        PageBlock::Fields(fields) => {
            let fields = fields.iter();
            PageBlock::Fields(
                fields
                    .map(|(label, value)| (ascii(label), ascii(value)))
                    .collect(),
            )
        }
        PageBlock::List(entries) => PageBlock::List(all(entries)),
        PageBlock::Notes(notes) => PageBlock::Notes(all(notes)),
        PageBlock::Table(table) => PageBlock::Table(ascii_table(table)),
    }
}

fn ascii_table(table: &PageTable) -> PageTable {
    let mut table = table.clone();
    let replace = |text: &mut String| {
        if !text.is_ascii() {
            *text = to_ascii(text).into_owned();
        }
    };
    for column in &mut table.columns {
        if !column.name.is_ascii() {
            column.name = to_ascii(&column.name).into_owned().into();
        }
        column.short_name.iter_mut().for_each(replace);
    }
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        replace(&mut cell.words);
        cell.short_words.iter_mut().for_each(replace);
    }
    table.notes.iter_mut().for_each(replace);
    table
}
