//! Paragraphs with styles and links.

use anstyle::{AnsiColor, Style};

use super::links::Links;
use crate::{
    report::format::TextLayout,
    text::{ELLIPSIS, wrap_hanging},
};

/// Style of titles and headings. Magenta is readable on dark and light backgrounds.
pub(super) const HEADING: Style = Style::new()
    .bold()
    .fg_color(Some(anstyle::Color::Ansi(AnsiColor::Magenta)));
/// Style of labels and names of columns.
pub(super) const LABEL: Style = Style::new().bold();

/// Fewest columns of a line; in fewer, words would have to be broken.
const MIN_COLUMNS: usize = 20;

/// The part of a paragraph that is set off.
#[derive(Debug, Clone, Copy)]
pub(super) enum Emphasis {
    /// No part.
    None,
    /// This many bytes at the start: a label.
    Start(usize),
    /// All of the paragraph.
    Whole(Style),
}

/// Text while it is written.
pub(super) struct Writer {
    /// Width, styles and links.
    pub(super) layout: TextLayout,
    /// Text so far.
    pub(super) text: String,
}

impl Writer {
    /// Starts an empty text.
    pub(super) fn new(layout: TextLayout) -> Self {
        let columns = layout.columns.max(MIN_COLUMNS);
        Self {
            layout: TextLayout { columns, ..layout },
            text: String::new(),
        }
    }

    /// Returns the mark at the end of a text that is cut.
    pub(super) fn ellipsis(&self) -> &'static str {
        if self.layout.ascii { "..." } else { ELLIPSIS }
    }

    /// Appends a paragraph. Every line but the first is indented.
    pub(super) fn paragraph(&mut self, words: &str, indent: &str, emphasis: Emphasis) {
        let wrapped = wrap_hanging(words, self.layout.columns, indent);
        let mut links = Links::new(words);
        for (index, line) in wrapped.iter().enumerate() {
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
                self.linked(&line[split..], &mut links);
            }
            self.text.push('\n');
        }
    }

    /// Appends a heading below the page's title.
    pub(super) fn heading(&mut self, words: &str) {
        self.text.push('\n');
        self.paragraph(words, "", Emphasis::Whole(HEADING));
    }

    /// Appends notes, numbered from 1.
    pub(super) fn notes(&mut self, notes: &[String]) {
        for (index, note) in notes.iter().enumerate() {
            let mark = format!("[{}]", index + 1);
            let words = format!("{mark} {note}");
            self.paragraph(&words, "    ", Emphasis::Start(mark.len()));
        }
    }

    /// Appends words in a style, if the layout has styles.
    pub(super) fn styled(&mut self, words: &str, style: Style) {
        if self.layout.styled && !words.is_empty() {
            self.text.push_str(&format!("{style}{words}{style:#}"));
        } else {
            self.text.push_str(words);
        }
    }

    /// Appends a line with clickable web addresses, including those that continue from the line
    /// before.
    pub(super) fn linked(&mut self, line: &str, links: &mut Links) {
        if !self.layout.links {
            self.text.push_str(line);
            return;
        }
        for (part, address) in links.split(line) {
            match address {
                Some(address) => self.link(part, address),
                None => self.text.push_str(part),
            }
        }
    }

    /// Appends words that lead to a web address, if the layout has links.
    pub(super) fn link(&mut self, words: &str, address: &str) {
        if self.layout.links {
            self.text
                .push_str(&format!("\x1b]8;;{address}\x1b\\{words}\x1b]8;;\x1b\\"));
        } else {
            self.text.push_str(words);
        }
    }
}
