//! Problems of a file, worded for people: the place, the problem and the remedy.

use std::{fmt, ops::Range};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet, renderer::DecorStyle};

use crate::text::{paragraph, visible};

/// One problem of a file, or one warning about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The weight of the problem.
    pub severity: Severity,
    /// The position; absent if the problem concerns the file as a whole.
    pub position: Option<FilePosition>,
    /// The problem, sanitised.
    pub message: String,
    /// The remedy, sanitised; empty if the message already says it.
    pub help: String,
}

/// The weight of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The file cannot be used.
    Error,
    /// The file can be used, but a value is probably wrong.
    Warning,
}

/// A position in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePosition {
    /// The number of the line, from 1.
    pub line: usize,
    /// The number of the character in the line, from 1.
    pub column: usize,
    /// The JSON path, such as `areas[3].name`; empty if there is none.
    pub path: String,
    /// The line, or the surroundings of the position in a very long line, sanitised.
    excerpt: String,
    /// The wrong part of the excerpt, as a range of bytes.
    mark: Range<usize>,
}

impl Diagnostic {
    /// Makes a problem of the file as a whole.
    pub(super) fn whole(message: &str, help: &str) -> Self {
        Self {
            severity: Severity::Error,
            position: None,
            message: paragraph(message),
            help: paragraph(help),
        }
    }

    /// Makes a problem at a position.
    pub(super) fn at(position: FilePosition, message: &str, help: &str) -> Self {
        Self {
            position: Some(position),
            ..Self::whole(message, help)
        }
    }

    /// Makes a warning of a problem.
    pub(super) fn into_warning(self) -> Self {
        Self {
            severity: Severity::Warning,
            ..self
        }
    }

    /// Renders the problem with the line that it is in.
    fn render(&self, file: &str) -> String {
        let renderer = Renderer::plain()
            .decor_style(DecorStyle::Ascii)
            .term_width(200);
        let (level, word) = match self.severity {
            Severity::Error => (Level::ERROR, "error"),
            Severity::Warning => (Level::WARNING, "warning"),
        };
        let Some(position) = &self.position else {
            let help = if self.help.is_empty() {
                String::new()
            } else {
                format!("\n  = help: {}", self.help)
            };
            return format!("{word}: {}\n --> {file}{help}", self.message);
        };
        let annotation = AnnotationKind::Primary.span(position.mark.clone());
        let annotation = if position.path.is_empty() {
            annotation
        } else {
            annotation.label(format!("at {}", position.path))
        };
        // annotate-snippets would count columns in the excerpt, so the position is added below
        // instead.
        let snippet = Snippet::source(position.excerpt.as_str())
            .line_start(position.line)
            .fold(false)
            .annotation(annotation);
        let mut group = level.primary_title(self.message.as_str()).element(snippet);
        if !self.help.is_empty() {
            group = group.element(Level::HELP.message(self.help.as_str()));
        }
        let report = renderer.render(&[group]);
        let (head, rest) = report.split_once('\n').unwrap_or((&report, ""));
        format!(
            "{head}\n --> {file}:{}:{}\n{rest}",
            position.line, position.column
        )
    }
}

/// Finds lines and columns of positions in a text.
///
/// It goes forward from each position to the next, so that finding many in their order takes no
/// more than one walk through the text.
#[derive(Debug)]
pub(super) struct Locator<'t> {
    text: &'t str,
    /// The last position, in bytes.
    byte: usize,
    line_start: usize,
    line: usize,
    column: usize,
}

/// The most characters of a line that are shown before and after a position.
const MAX_CONTEXT: usize = 60;

impl<'t> Locator<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            byte: 0,
            line_start: 0,
            line: 1,
            column: 1,
        }
    }

    /// Finds the position of a range of bytes. `path` is its JSON path.
    pub(super) fn locate(&mut self, span: Range<usize>, path: &str) -> FilePosition {
        let text = self.text;
        let start = text.floor_char_boundary(span.start);
        if start < self.byte {
            *self = Self::new(text);
        }
        let passed = &text[self.byte..start];
        self.line += passed.matches('\n').count();
        if let Some(newline) = passed.rfind('\n') {
            self.line_start = self.byte + newline + 1;
            self.column = 1;
        }
        self.column += text[self.byte.max(self.line_start)..start].chars().count();
        self.byte = start;
        let left = &text[self.line_start..start];
        let from = left
            .char_indices()
            .rev()
            .nth(MAX_CONTEXT - 1)
            .map_or(0, |(byte, _)| byte);
        // Neither the value nor the rest of the line is looked at beyond what is shown: it may be
        // the whole file.
        let end = text.ceil_char_boundary(span.end.clamp(start, text.len()));
        let (marked, is_cut, end) = first_chars(&text[start..end], start);
        let (right, is_more, _) = first_chars(&text[end..], end);
        let cut = |is_cut| if is_cut { "…" } else { "" };
        let head = format!("{}{}", cut(from > 0), visible(&left[from..]));
        let marked = format!("{}{}", visible(marked), cut(is_cut));
        let tail = if is_cut {
            String::new()
        } else {
            format!("{}{}", visible(right.trim_end_matches('\r')), cut(is_more))
        };
        FilePosition {
            line: self.line,
            column: self.column,
            path: paragraph(path),
            mark: head.len()..head.len() + marked.len(),
            excerpt: format!("{head}{marked}{tail}"),
        }
    }
}

/// Returns the first characters of a text up to the end of its line, true if the line goes on after
/// them, and the position after them if the text starts at `start`.
fn first_chars(text: &str, start: usize) -> (&str, bool, usize) {
    let stop = text
        .char_indices()
        .take(MAX_CONTEXT + 1)
        .enumerate()
        .find(|&(count, (_, character))| count == MAX_CONTEXT || character == '\n');
    let (end, is_cut) = match stop {
        Some((_, (byte, character))) => (byte, character != '\n'),
        None => (text.len(), false),
    };
    (&text[..end], is_cut, start + end)
}

/// The error for a dataset that could not be loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError {
    /// The file's name, sanitised.
    pub file: String,
    /// The problems, in the order of the file. Further ones may have been left out.
    pub diagnostics: Vec<Diagnostic>,
    /// The number of all problems.
    pub total: usize,
}

impl LoadError {
    /// Makes an error of a single problem. `name` is the file's name.
    pub(super) fn single(name: &str, diagnostic: Diagnostic) -> Self {
        Self {
            file: paragraph(name),
            diagnostics: vec![diagnostic],
            total: 1,
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        render(formatter, &self.file, &self.diagnostics)?;
        render_count(formatter, "problem", self.diagnostics.len(), self.total)?;
        write!(formatter, " in {}", self.file)?;
        render_rest(formatter, self.diagnostics.len(), self.total)
    }
}

impl std::error::Error for LoadError {}

/// Warnings about values of a dataset that are probably wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warnings {
    /// The file's name, sanitised.
    pub file: String,
    /// The warnings, in the order of the file. Further ones may have been left out.
    pub diagnostics: Vec<Diagnostic>,
    /// The number of all warnings.
    pub total: usize,
}

impl fmt::Display for Warnings {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        render(formatter, &self.file, &self.diagnostics)?;
        render_count(formatter, "warning", self.diagnostics.len(), self.total)?;
        write!(formatter, " about {}", self.file)?;
        render_rest(formatter, self.diagnostics.len(), self.total)
    }
}

fn render(formatter: &mut fmt::Formatter, file: &str, found: &[Diagnostic]) -> fmt::Result {
    found
        .iter()
        .try_for_each(|diagnostic| writeln!(formatter, "{}\n", diagnostic.render(file)))
}

fn render_count(
    formatter: &mut fmt::Formatter,
    noun: &str,
    shown: usize,
    total: usize,
) -> fmt::Result {
    if shown < total {
        write!(formatter, "{shown} of ")?;
    }
    let plural = if total == 1 { "" } else { "s" };
    write!(formatter, "{total} {noun}{plural}")
}

fn render_rest(formatter: &mut fmt::Formatter, shown: usize, total: usize) -> fmt::Result {
    if shown < total {
        formatter.write_str(" shown; `oa check --all` shows the rest")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_found_in_any_order() {
        let text = "one\ntwo é three\r\n\nfour";
        let mut locator = Locator::new(text);
        for word in ["one", "three", "four", "two", "é"] {
            let start = text.find(word).expect("the word is there");
            let found = locator.locate(start..start + word.len(), "");
            let fresh = Locator::new(text).locate(start..start + word.len(), "");
            assert_eq!(found, fresh);
            let before = &text[..start];
            let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
            assert_eq!(found.line, before.matches('\n').count() + 1, "{word}");
            assert_eq!(
                found.column,
                before[line_start..].chars().count() + 1,
                "{word}"
            );
            assert_eq!(&found.excerpt[found.mark.clone()], word);
        }
    }
}
