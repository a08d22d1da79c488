//! A man page in roff that `mandoc -Tlint` accepts.

use std::io;

use clap_mangen::roff::{Inline, Roff, bold, roman};

use crate::dataset::{Dataset, PartialDate};

/// Returns the date of the pages: that of the latest source of the bundled data. So the same version always writes the same
/// pages.
fn date() -> String {
    let dataset = Dataset::bundled();
    let dates = dataset
        .sources()
        .map(|(_, source)| source.published.last_day());
    dates
        .max()
        .map_or(String::new(), |date| PartialDate::Day(date).iso())
}

/// Longest line of source text, in bytes. mandoc complains about longer ones.
const MAX_LINE: usize = 78;

/// A man page under construction.
pub(super) struct RoffPage {
    /// The name in lower case, without the section.
    name: String,
    section: u8,
    /// The sections so far, in roff.
    body: Vec<u8>,
}

impl RoffPage {
    /// Creates an empty page. `section` is 1 for commands and 8 for administration.
    pub(super) fn new(name: &str, section: u8) -> Self {
        Self {
            name: name.into(),
            section,
            body: Vec::new(),
        }
    }

    /// Appends what `clap_mangen` writes.
    pub(super) fn clap(&mut self, render: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) {
        render(&mut self.body).expect("writing to memory does not fail");
    }

    /// Appends the ways to call the program: a name and what follows it.
    pub(super) fn synopsis(&mut self, usages: &[(&str, String)]) {
        let mut roff = heading("SYNOPSIS");
        for (index, (name, usage)) in usages.iter().enumerate() {
            if index > 0 {
                roff.control("br", []);
            }
            roff.text([bold(*name), roman(format!(" {usage}"))]);
        }
        self.append(&roff);
    }

    /// Appends a section of terms and their meanings.
    pub(super) fn definitions(&mut self, title: &str, rows: &[(&str, &str)]) {
        let mut roff = heading(title);
        for (term, meaning) in rows {
            roff.control("TP", [])
                .text([bold(*term)])
                .text(marked(meaning));
        }
        self.append(&roff);
    }

    /// Appends a section of one paragraph.
    pub(super) fn paragraph(&mut self, title: &str, text: &str) {
        self.paragraphs(title, &[text]);
    }

    /// Appends a section of paragraphs.
    pub(super) fn paragraphs(&mut self, title: &str, texts: &[&str]) {
        let mut roff = heading(title);
        for (index, text) in texts.iter().enumerate() {
            if index > 0 {
                roff.control("PP", []);
            }
            roff.text(marked(text));
        }
        self.append(&roff);
    }

    /// Appends a paragraph to the last section, and the content of a file below it, as it is.
    pub(super) fn file(&mut self, text: &str, content: &str) {
        let mut roff = Roff::new();
        roff.control("PP", []).text(marked(text));
        roff.control("PP", [])
            .control("RS", ["4"])
            .control("nf", []);
        for line in content.lines() {
            roff.text([roman(line)]);
        }
        roff.control("fi", []).control("RE", []);
        self.append(&roff);
    }

    /// Appends examples, from the lines that clap shows after the help of a command.
    pub(super) fn examples(&mut self, help: &str) {
        let mut roff = heading("EXAMPLES");
        let examples = help
            .lines()
            .map(|line| line.trim_start_matches("Example: ").trim())
            .filter(|line| *line != "Examples:");
        for (index, example) in examples.enumerate() {
            if index > 0 {
                roff.control("PP", []);
            }
            roff.text([bold(example)]);
        }
        self.append(&roff);
    }

    /// Returns the page.
    pub(super) fn finish(self) -> String {
        let manual = match self.section {
            8 => "System Manager's Manual",
            _ => "User Commands",
        };
        let header = format!(
            ".TH {} {} {} \"oa {}\" \"{manual}\"\n",
            self.name.to_uppercase(),
            self.section,
            date(),
            env!("CARGO_PKG_VERSION"),
        );
        let mut page = String::from(APOSTROPHE) + &header;
        tidy(&String::from_utf8_lossy(&self.body), &mut page);
        page
    }

    fn append(&mut self, roff: &Roff) {
        roff.to_writer(&mut self.body)
            .expect("writing to memory does not fail");
    }
}

/// Defines the string for an apostrophe that stays one, in groff and elsewhere. The roff crate writes it at the start
/// of everything that it renders.
const APOSTROPHE: &str = ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n";

fn heading(title: &str) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [title]);
    roff
}

/// Returns the text with words between backticks in bold, as man pages have them.
fn marked(text: &str) -> Vec<Inline> {
    text.split('`')
        .enumerate()
        .map(|(index, part)| {
            if index % 2 == 0 {
                roman(part)
            } else {
                bold(part)
            }
        })
        .collect()
}

/// Appends roff from clap and from this module to a page, without what `mandoc -Tlint` complains about.
fn tidy(roff: &str, page: &mut String) {
    let roff = roff.replace(APOSTROPHE, "");
    // clap_mangen sets off possible values with a blank line between two breaks; one space does the same.
    let roff = roff.replace("\n.br\n\n.br\n", "\n.sp\n");
    let mut is_filled = true;
    let mut follows_tag = false;
    let mut is_bold = false;
    for line in roff.lines().map(str::trim_end) {
        match line {
            ".nf" => is_filled = false,
            ".fi" => is_filled = true,
            _ => {}
        }
        if line.starts_with('.') || !is_filled {
            page.push_str(line);
            page.push('\n');
        } else if !line.is_empty() {
            let line = bold_backticks(line, &mut is_bold);
            // The line after `.TP` is the term, which must stay one line.
            fold(&line, if follows_tag { usize::MAX } else { MAX_LINE }, page);
        }
        follows_tag = line == ".TP";
    }
}

/// Replaces backticks, with which clap's texts mark words, by changes to bold and back.
fn bold_backticks(line: &str, is_bold: &mut bool) -> String {
    let mut marked = String::with_capacity(line.len());
    for (index, part) in line.split('`').enumerate() {
        if index > 0 {
            *is_bold = !*is_bold;
            marked.push_str(if *is_bold { "\\fB" } else { "\\fR" });
        }
        marked.push_str(part);
    }
    marked
}

/// Appends a line of text, folded between words at `max_line` bytes. A filled paragraph looks the same with other line breaks.
fn fold(line: &str, max_line: usize, page: &mut String) {
    let mut column = 0;
    for word in line.split(' ') {
        // A dot or an apostrophe at the start of a line would make it a request.
        let is_request = word.starts_with(['.', '\'']);
        if column > 0 && column + 1 + word.len() > max_line && !is_request {
            page.push('\n');
            column = 0;
        } else if column > 0 {
            page.push(' ');
            column += 1;
        }
        page.push_str(word);
        column += word.len();
    }
    page.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_has_a_title_and_folded_lines() {
        let mut page = RoffPage::new("oa-list", 1);
        page.paragraph("DESCRIPTION", &"a `word` isn't ".repeat(20));
        let page = page.finish();
        assert!(
            page.contains("\n.TH OA-LIST 1 20") && page.contains("\\fBword\\fR"),
            "{page}"
        );
        assert!(page.lines().all(|line| line.len() <= MAX_LINE), "{page}");
    }
}
