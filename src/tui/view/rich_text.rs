//! Text on its own: paragraphs and labelled lines, wrapped by words.

use ratatui::layout::Rect;

use super::{pane, render_context::RenderContext};
use crate::{
    dataset::{Citation, Dataset},
    fit,
    query::describe::citation_line,
    tui::{layout::inner, styles::StyleRole},
};

/// A line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct RichLine {
    text: String,
    /// How many columns at its start are set off from the rest: a label, or the whole of a title.
    strong: usize,
}

/// Text in lines of a given width.
#[derive(Debug, Clone)]
pub struct RichText {
    columns: usize,
    lines: Vec<RichLine>,
}

impl RichText {
    /// No text yet, in lines of so many columns.
    #[must_use]
    pub fn new(columns: u16) -> Self {
        Self {
            columns: usize::from(columns).max(4),
            lines: Vec::new(),
        }
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Adds a title.
    pub fn strong(&mut self, text: &str) {
        self.add(text, "", usize::MAX, false);
    }

    /// Adds a paragraph.
    pub fn plain(&mut self, text: &str) {
        self.add(text, "", 0, false);
    }

    /// Adds a labelled line.
    pub fn labelled(&mut self, label: &str, value: &str) {
        self.add(
            &format!("{label}: {value}"),
            "  ",
            fit::text_width(label) + 1,
            true,
        );
    }

    /// Adds who says so.
    pub fn sources<'a>(
        &mut self,
        dataset: &Dataset,
        cites: impl IntoIterator<Item = &'a Citation>,
    ) {
        for citation in cites {
            self.labelled("Source", &citation_line(dataset, citation));
        }
    }

    fn add(&mut self, text: &str, indent: &str, strong: usize, first_only: bool) {
        let wrapped = textwrap::wrap(
            text,
            textwrap::Options::new(self.columns).subsequent_indent(indent),
        );
        let lines = wrapped
            .into_iter()
            .enumerate()
            .map(|(rect, line)| RichLine {
                text: line.into_owned(),
                strong: if first_only && rect > 0 { 0 } else { strong },
            });
        self.lines.extend(lines);
    }

    /// The last line that may be the first on a page of this height.
    #[must_use]
    pub fn last_top(&self, height: u16) -> usize {
        self.lines.len().saturating_sub(usize::from(height))
    }

    /// Draws a pane with the text, from a line on, with a remark; the pane has the keys or not.
    pub fn render_pane(
        &self,
        rect: Rect,
        title: &str,
        remark: &str,
        top: usize,
        focused: bool,
        context: &mut RenderContext,
    ) {
        let content = inner(rect);
        let height = usize::from(content.height);
        let (above, below) = (top > 0, top + height < self.lines.len());
        let mut remarks = vec![remark.to_string()];
        if above || below {
            let arrows = pane::arrows(above, below);
            let position = format!(
                "{}-{} of {}{arrows}",
                top + 1,
                (top + height).min(self.lines.len()),
                self.lines.len()
            );
            let both = if remark.is_empty() {
                position.clone()
            } else {
                format!("{remark} · {position}")
            };
            remarks = vec![both, position, arrows];
        }
        pane::render(rect, title, &remarks, focused, context);
        for (y, line) in (content.y..content.bottom()).zip(self.lines.iter().skip(top)) {
            context.put_str(content.x, y, &line.text, self.columns, StyleRole::Plain);
            let width = u16::try_from(line.strong)
                .unwrap_or(u16::MAX)
                .min(content.width);
            context.set_style(
                Rect {
                    x: content.x,
                    y,
                    width,
                    height: 1,
                },
                StyleRole::Emphasis,
            );
        }
        if focused {
            context.cursor = content.as_position();
        }
    }
}
