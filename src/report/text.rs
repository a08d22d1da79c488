//! For reading in a terminal: wrapped by words, columns aligned by the width that a terminal gives them.

use anstyle::{AnsiColor, Style};

use super::{Display, Page, PageBlock, PageTable};
use crate::fit;

/// Titles and headings. Magenta stays readable on dark and light backgrounds.
const HEADING: Style = Style::new()
    .bold()
    .fg_color(Some(anstyle::Color::Ansi(AnsiColor::Magenta)));
/// Labels, and the names of columns.
const LABEL: Style = Style::new().bold();

/// The page in lines that fit the display.
#[must_use]
pub fn render(page: &Page, display: Display) -> String {
    let display = Display {
        columns: display.columns.max(20),
        ..display
    };
    let mut out = Writer {
        display,
        text: String::new(),
    };
    if !page.title.is_empty() {
        out.paragraph(&page.title, "", Emphasis::Whole(HEADING));
    }
    for block in &page.blocks {
        match block {
            PageBlock::Heading(heading) => {
                out.text.push('\n');
                out.paragraph(heading, "", Emphasis::Whole(HEADING));
            }
            PageBlock::Paragraph(words) => out.paragraph(words, "", Emphasis::None),
            PageBlock::Fields(fields) => {
                for (label, value) in fields {
                    out.paragraph(
                        &format!("{label}: {value}"),
                        "  ",
                        Emphasis::Start(label.len() + 1),
                    );
                }
            }
            PageBlock::List(entries) => {
                for entry in entries {
                    out.paragraph(&format!("- {entry}"), "  ", Emphasis::None);
                }
            }
            PageBlock::Notes(notes) => {
                for (index, note) in notes.iter().enumerate() {
                    let mark = format!("[{}]", index + 1);
                    out.paragraph(
                        &format!("{mark} {note}"),
                        "    ",
                        Emphasis::Start(mark.len()),
                    );
                }
            }
            PageBlock::PageTable(table) => out.table(table),
        }
    }
    out.text
}

/// What is set off in a paragraph.
#[derive(Debug, Clone, Copy)]
enum Emphasis {
    None,
    /// So many bytes at its start: a label.
    Start(usize),
    /// All of it.
    Whole(Style),
}

struct Writer {
    display: Display,
    text: String,
}

const GAP: usize = 2;

/// A narrower column would be read letter by letter.
const NARROWEST: usize = 20;

impl Writer {
    fn paragraph(&mut self, words: &str, indent: &str, emphasis: Emphasis) {
        let lines = textwrap::wrap(
            words,
            textwrap::Options::new(self.display.columns).subsequent_indent(indent),
        );
        let mut addresses = Links::of(words);
        for (index, line) in lines.iter().enumerate() {
            let line = line.trim_end();
            let split = match emphasis {
                Emphasis::Start(bytes) if index == 0 => {
                    line.floor_char_boundary(bytes.min(line.len()))
                }
                _ => 0,
            };
            if let Emphasis::Whole(style) = emphasis {
                self.styled(line, style);
            } else {
                self.styled(&line[..split], LABEL);
                self.linked(&line[split..], &mut addresses);
            }
            self.text.push('\n');
        }
    }

    fn styled(&mut self, words: &str, style: Style) {
        if self.display.styled && !words.is_empty() {
            self.text.push_str(&format!("{style}{words}{style:#}"));
        } else {
            self.text.push_str(words);
        }
    }

    /// Text whose web addresses can be followed, also where one goes on in the next line.
    fn linked(&mut self, line: &str, links: &mut Links) {
        if !self.display.links {
            self.text.push_str(line);
            return;
        }
        for (part, address) in links.split(line) {
            match address {
                Some(address) => self
                    .text
                    .push_str(&format!("\x1b]8;;{address}\x1b\\{part}\x1b]8;;\x1b\\")),
                None => self.text.push_str(part),
            }
        }
    }

    /// A table that fits, if one column gives way. Where it doesn't, a table of many narrow columns has letters for their
    /// names, and of others every row becomes a block of labelled lines.
    fn table(&mut self, table: &PageTable) {
        if table.rows.is_empty() {
            return;
        }
        let names: Vec<String> = table.columns.iter().map(ToString::to_string).collect();
        if let Some(widths) = self.widths(&names, table) {
            return self.rows(&names, &widths, &table.rows);
        }
        let last = if table.marks {
            names.len() - 1
        } else {
            names.len()
        };
        let lettered = (0..names.len()).map(|index| {
            if index == 0 || index >= last {
                names[index].clone()
            } else {
                letters(index)
            }
        });
        let lettered: Vec<String> = lettered.collect();
        match self.widths(&lettered, table) {
            // Letters are for names that are longer than what stands below them.
            Some(widths)
                if table.rows.iter().all(|row| {
                    row.iter()
                        .zip(&names)
                        .take(last)
                        .skip(1)
                        .all(|(cell, name)| cell.len() <= name.len())
                }) =>
            {
                // An empty cell among many narrow ones is easier to follow with a dot in it.
                let dotted = |row: &Vec<String>| {
                    row.iter()
                        .map(|cell| {
                            if cell.is_empty() {
                                "·".into()
                            } else {
                                cell.clone()
                            }
                        })
                        .collect()
                };
                self.rows(
                    &lettered,
                    &widths,
                    &table.rows.iter().map(dotted).collect::<Vec<_>>(),
                );
                for (letters, name) in lettered.iter().zip(&names).take(last).skip(1) {
                    self.paragraph(
                        &format!("{letters}: {name}"),
                        "  ",
                        Emphasis::Start(letters.len() + 1),
                    );
                }
            }
            _ => self.blocks(table),
        }
    }

    /// How wide the columns are, if they fit.
    fn widths(&self, names: &[String], table: &PageTable) -> Option<Vec<usize>> {
        let natural = |index: usize| {
            table
                .rows
                .iter()
                .map(|row| fit::text_width(&row[index]))
                .chain([fit::text_width(&names[index])])
                .max()
                .unwrap_or(0)
        };
        let mut widths: Vec<usize> = (0..names.len()).map(natural).collect();
        let room = self
            .display
            .columns
            .saturating_sub(GAP * (names.len().saturating_sub(1)));
        let excess = widths.iter().sum::<usize>().saturating_sub(room);
        let widest = (0..names.len()).max_by_key(|&index| widths[index])?;
        if excess > 0 && widths[widest] < excess + NARROWEST {
            return None;
        }
        widths[widest] -= excess;
        Some(widths)
    }

    fn rows(&mut self, names: &[String], widths: &[usize], rows: &[Vec<String>]) {
        self.row(names, widths, Some(LABEL));
        self.row(
            &widths
                .iter()
                .map(|&width| "-".repeat(width))
                .collect::<Vec<_>>(),
            widths,
            None,
        );
        for row in rows {
            self.row(row, widths, None);
        }
    }

    fn row(&mut self, cells: &[String], widths: &[usize], style: Option<Style>) {
        let wrapped: Vec<_> = cells
            .iter()
            .zip(widths)
            .map(|(cell, &width)| fit::wrap(cell, width))
            .collect();
        let mut links: Vec<Links> = cells.iter().map(|cell| Links::of(cell)).collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..height {
            let mut blanks = 0;
            for (index, (cell, &width)) in wrapped.iter().zip(widths).enumerate() {
                let words = cell.get(line).map_or("", |words| words.trim_end());
                if !words.is_empty() {
                    self.text.push_str(&" ".repeat(blanks));
                    blanks = 0;
                    match style {
                        Some(style) => self.styled(words, style),
                        None => self.linked(words, &mut links[index]),
                    }
                }
                blanks += width.saturating_sub(fit::text_width(words)) + GAP;
            }
            self.text.push('\n');
        }
    }

    fn blocks(&mut self, table: &PageTable) {
        for row in &table.rows {
            self.text.push('\n');
            let cells = table
                .columns
                .iter()
                .zip(row)
                .filter(|(_, cell)| !cell.is_empty());
            for (index, (name, cell)) in cells.enumerate() {
                if index == 0 {
                    self.paragraph(cell, "    ", Emphasis::Whole(LABEL));
                } else {
                    self.paragraph(
                        &format!("  {name}: {cell}"),
                        "    ",
                        Emphasis::Start(name.len() + 3),
                    );
                }
            }
        }
    }
}

/// The name of the column at this place: A to Z, then AA.
fn letters(mut index: usize) -> String {
    let mut letters = String::new();
    while index > 0 {
        let letter = u8::try_from((index - 1) % 26).expect("a remainder of 26 is less than 26");
        letters.insert(0, char::from(b'A' + letter));
        index = (index - 1) / 26;
    }
    letters
}

/// The web addresses of a text, found again in its lines.
struct Links<'a> {
    addresses: std::vec::IntoIter<&'a str>,
    /// The address that goes on in the next line, and how much of it was seen.
    open: Option<(&'a str, usize)>,
}

fn is_address(word: &str) -> bool {
    word.starts_with("https://") || word.starts_with("http://")
}

impl<'a> Links<'a> {
    fn of(text: &'a str) -> Self {
        let addresses: Vec<&str> = text.split(' ').filter(|word| is_address(word)).collect();
        Self {
            addresses: addresses.into_iter(),
            open: None,
        }
    }

    /// The parts of a line, those of an address with the whole of it.
    fn split<'l>(&mut self, line: &'l str) -> Vec<(&'l str, Option<&'a str>)> {
        let mut parts = Vec::new();
        for part in line.split_inclusive(' ') {
            let word = part.trim_end_matches(' ');
            if self.open.is_none() && is_address(word) {
                self.open = self.addresses.next().map(|address| (address, 0));
            }
            match self.open {
                Some((address, seen)) if !word.is_empty() && address[seen..].starts_with(word) => {
                    parts.push((word, Some(address)));
                    parts.push((&part[word.len()..], None));
                    let seen = seen + word.len();
                    self.open = Some((address, seen)).filter(|_| seen < address.len());
                }
                _ => parts.push((part, None)),
            }
        }
        parts.retain(|(part, _)| !part.is_empty());
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_keep_columns_aligned_and_long_cells_wrap() {
        let table = PageTable::new(
            &["area", "what"],
            vec![
                vec!["東京".into(), "read at home every day".into()],
                vec!["Oldham".into(), "short".into()],
            ],
        );
        let page = Page {
            blocks: vec![PageBlock::PageTable(table)],
            ..Page::default()
        };
        assert_eq!(
            render(&page, Display::plain(28)),
            "area    what\n------  --------------------\n東京    read at home every\n        day\nOldham  short\n"
        );
        assert_eq!(
            render(&page, Display::plain(20)),
            "\n東京\n  what: read at home\n    every day\n\nOldham\n  what: short\n"
        );
    }

    #[test]
    fn columns_beyond_z_have_two_letters() {
        assert_eq!(
            [1, 26, 27, 52, 53, 702, 703].map(letters),
            ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
        );
    }

    #[test]
    fn an_address_that_is_broken_links_to_all_of_it() {
        let address = "https://example.org/a/very/long/address";
        let page = Page {
            blocks: vec![PageBlock::Paragraph(format!("see {address} there"))],
            ..Page::default()
        };
        let shown = render(
            &page,
            Display {
                columns: 24,
                styled: false,
                links: true,
            },
        );
        assert!(
            shown.matches(&format!("\x1b]8;;{address}\x1b\\")).count() >= 2,
            "{shown:?}"
        );
        assert_eq!(
            shown.matches("\x1b]8;;\x1b\\").count(),
            shown.matches(&format!(";;{address}")).count()
        );
        let mut bare = shown
            .replace(&format!("\x1b]8;;{address}\x1b\\"), "")
            .replace("\x1b]8;;\x1b\\", "");
        bare.retain(|character| character != '\n');
        assert_eq!(bare.replace(' ', ""), format!("see{address}there"));
    }

    #[test]
    fn styles_take_no_room_and_are_ended_in_their_line() {
        let page = Page {
            title: "A title that is longer than a line".into(),
            blocks: vec![PageBlock::Fields(vec![(
                "Label".into(),
                "a value that goes on and on".into(),
            )])],
            ..Page::default()
        };
        let styled = render(
            &page,
            Display {
                columns: 20,
                styled: true,
                links: false,
            },
        );
        assert_eq!(anstyle_free(&styled), render(&page, Display::plain(20)));
        assert!(
            styled
                .lines()
                .all(|line| !line.contains('\x1b') || line.contains("\x1b[0m")),
            "{styled:?}"
        );
    }

    fn anstyle_free(text: &str) -> String {
        let mut free = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('\x1b') {
            free.push_str(before);
            rest = after.split_once('m').expect("a style ends with m").1;
        }
        free + rest
    }
}
