//! Problems of a file, worded for people: the place, the problem and the remedy.

use std::{fmt, ops::Range};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet, renderer::DecorStyle};

use crate::text::{paragraph, visible};

/// One problem of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The position; absent if the problem concerns the file as a whole.
    pub position: Option<FilePosition>,
    /// The problem.
    pub message: String,
    /// The remedy; empty if the message already says it.
    pub help: String,
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

/// The most characters of a line that are shown before and after a position.
const MAX_CONTEXT: usize = 60;

impl Diagnostic {
    /// Makes a problem of the file as a whole.
    pub(super) fn whole(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            position: None,
            message: paragraph(&message.into()),
            help: paragraph(&help.into()),
        }
    }

    /// Makes a problem at a range of bytes of the text.
    pub(super) fn at(
        text: &str,
        span: Range<usize>,
        path: &str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let start = text.floor_char_boundary(span.start);
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text[start..]
            .find('\n')
            .map_or(text.len(), |newline| start + newline);
        let end = text.ceil_char_boundary(span.end.clamp(start, line_end));
        let (left, marked, right) = (
            &text[line_start..start],
            &text[start..end],
            text[end..line_end].trim_end_matches('\r'),
        );
        let from = left
            .char_indices()
            .rev()
            .nth(MAX_CONTEXT - 1)
            .map_or(0, |(byte, _)| byte);
        let marked_to = marked
            .char_indices()
            .nth(MAX_CONTEXT)
            .map_or(marked.len(), |(byte, _)| byte);
        let to = right
            .char_indices()
            .nth(MAX_CONTEXT)
            .map_or(right.len(), |(byte, _)| byte);
        let cut = |is_cut| if is_cut { "…" } else { "" };
        let head = format!("{}{}", cut(from > 0), visible(&left[from..]));
        let marked = format!(
            "{}{}",
            visible(&marked[..marked_to]),
            cut(marked_to < marked.len())
        );
        let tail = format!("{}{}", visible(&right[..to]), cut(to < right.len()));
        let position = FilePosition {
            line: before.matches('\n').count() + 1,
            column: left.chars().count() + 1,
            path: paragraph(path),
            mark: head.len()..head.len() + marked.len(),
            excerpt: format!("{head}{marked}{tail}"),
        };
        Self {
            position: Some(position),
            message: paragraph(&message.into()),
            help: paragraph(&help.into()),
        }
    }

    /// Renders the problem with the line that it is in.
    fn render(&self, file: &str) -> String {
        let renderer = Renderer::plain()
            .decor_style(DecorStyle::Ascii)
            .term_width(200);
        let title = Level::ERROR.primary_title(self.message.as_str());
        let Some(position) = &self.position else {
            let help = if self.help.is_empty() {
                String::new()
            } else {
                format!("\n  = help: {}", self.help)
            };
            return format!("error: {}\n --> {file}{help}", self.message);
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
        let mut group = title.element(snippet);
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

/// The error for a dataset that could not be loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError {
    /// The file's name, sanitised.
    pub file: String,
    /// The problems, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

impl fmt::Display for LoadError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        for problem in &self.diagnostics {
            writeln!(formatter, "{}\n", problem.render(&self.file))?;
        }
        match self.diagnostics.len() {
            1 => write!(formatter, "1 problem in {}", self.file),
            count => write!(formatter, "{count} problems in {}", self.file),
        }
    }
}

impl std::error::Error for LoadError {}
