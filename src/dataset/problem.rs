//! What is wrong with a file, for people: where, what, and what to do.

use std::{fmt, ops::Range};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet, renderer::DecorStyle};

use crate::text::sanitize;

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where; absent if it is wrong with the file as a whole.
    pub position: Option<FilePosition>,
    /// What is wrong.
    pub message: String,
    /// What to do; empty where the message says it.
    pub help: String,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePosition {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// The JSON path, `areas[3].name`; empty where there is none.
    pub path: String,
    /// The line, or what surrounds the place in a very long one, safe to show.
    excerpt: String,
    /// What is wrong in the excerpt, in bytes.
    mark: Range<usize>,
}

/// How many characters of a line are shown before and after the place.
const AROUND: usize = 60;

impl Diagnostic {
    /// Something wrong with the file as a whole.
    pub(super) fn whole(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            position: None,
            message: message.into(),
            help: help.into(),
        }
    }

    /// Something wrong at these bytes of the text.
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
            .nth(AROUND - 1)
            .map_or(0, |(byte, _)| byte);
        let marked_to = marked
            .char_indices()
            .nth(AROUND)
            .map_or(marked.len(), |(byte, _)| byte);
        let to = right
            .char_indices()
            .nth(AROUND)
            .map_or(right.len(), |(byte, _)| byte);
        let cut = |is_cut| if is_cut { "…" } else { "" };
        let head = format!("{}{}", cut(from > 0), sanitize(&left[from..]));
        let marked = format!(
            "{}{}",
            sanitize(&marked[..marked_to]),
            cut(marked_to < marked.len())
        );
        let tail = format!("{}{}", sanitize(&right[..to]), cut(to < right.len()));
        let position = FilePosition {
            line: before.matches('\n').count() + 1,
            column: left.chars().count() + 1,
            path: sanitize(path).into_owned(),
            mark: head.len()..head.len() + marked.len(),
            excerpt: format!("{head}{marked}{tail}"),
        };
        Self {
            position: Some(position),
            message: message.into(),
            help: help.into(),
        }
    }

    /// Draws the problem with the line that it is in.
    fn draw(&self, file: &str) -> String {
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
        // The crate counts columns in the excerpt: the true one stands in the path's place.
        let snippet = Snippet::source(position.excerpt.as_str())
            .line_start(position.line)
            .fold(false)
            .annotation(annotation);
        let mut group = title.element(snippet);
        if !self.help.is_empty() {
            group = group.element(Level::HELP.message(self.help.as_str()));
        }
        let drawn = renderer.render(&[group]);
        let (head, rest) = drawn.split_once('\n').unwrap_or((&drawn, ""));
        format!(
            "{head}\n --> {file}:{}:{}\n{rest}",
            position.line, position.column
        )
    }
}

/// Why a dataset could not be loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError {
    /// The file's name, safe to show.
    pub file: String,
    /// All that is wrong, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

impl fmt::Display for LoadError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        for problem in &self.diagnostics {
            writeln!(formatter, "{}\n", problem.draw(&self.file))?;
        }
        match self.diagnostics.len() {
            1 => write!(formatter, "1 problem in {}", self.file),
            count => write!(formatter, "{count} problems in {}", self.file),
        }
    }
}

impl std::error::Error for LoadError {}
