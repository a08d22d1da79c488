//! Text with headings and labelled fields, wrapped between words.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::{StatefulWidget, Widget},
};

use super::{
    pane_frame::PaneFrame,
    render_context::{RenderState, put_str},
};
use crate::{
    dataset::{Citation, Dataset},
    query::describe::citation_line,
    text::wrap_hanging,
    tui::{
        layout::inner,
        styles::{StyleRole, Styles},
        symbols,
    },
};

/// The narrowest text: in narrower panes lines are cut.
const MIN_WIDTH: usize = 4;

/// The indentation of a field's second and further lines.
const FIELD_INDENT: &str = "  ";

/// Text that is wrapped to a width.
#[derive(Debug, Clone)]
pub(crate) struct RichText {
    width: usize,
    emphasis: Style,
    lines: Vec<Line<'static>>,
}

impl RichText {
    /// Creates an empty text of a width in columns.
    #[must_use]
    pub(crate) fn new(width: u16, styles: Styles) -> Self {
        Self {
            width: usize::from(width).max(MIN_WIDTH),
            emphasis: styles.style(StyleRole::Emphasis),
            lines: Vec::new(),
        }
    }

    /// Adds a heading.
    pub(crate) fn heading(&mut self, text: &str) {
        let emphasis = self.emphasis;
        let lines = wrap_hanging(text, self.width, "").into_iter();
        self.lines
            .extend(lines.map(|line| Line::from(Span::styled(line.into_owned(), emphasis))));
    }

    /// Adds a paragraph.
    pub(crate) fn paragraph(&mut self, text: &str) {
        let lines = wrap_hanging(text, self.width, "").into_iter();
        self.lines
            .extend(lines.map(|line| Line::from(line.into_owned())));
    }

    /// Adds a labelled value; all lines but the first are indented.
    pub(crate) fn field(&mut self, label: &str, value: &str) {
        let text = format!("{label}: {value}");
        let mut lines = wrap_hanging(&text, self.width, FIELD_INDENT).into_iter();
        if let Some(first) = lines.next() {
            let (label, value) = first.split_at(first.len().min(label.len() + 1));
            self.lines.push(Line::from_iter([
                Span::styled(label.to_string(), self.emphasis),
                Span::raw(value.to_string()),
            ]));
        }
        self.lines
            .extend(lines.map(|line| Line::from(line.into_owned())));
    }

    /// Adds a field for each citation.
    pub(crate) fn citations<'a>(
        &mut self,
        dataset: &Dataset,
        citations: impl IntoIterator<Item = &'a Citation>,
    ) {
        for citation in citations {
            self.field("Source", &citation_line(dataset, citation));
        }
    }

    /// Returns the largest number of lines to scroll by: the last page is full.
    #[must_use]
    pub(crate) fn max_scroll(&self, height: u16) -> usize {
        self.lines.len().saturating_sub(usize::from(height))
    }
}

/// A text in a pane. When focused, it puts the cursor on the first visible line.
pub(crate) struct TextPane<'a> {
    /// The text.
    pub text: RichText,
    /// The title.
    pub title: &'a str,
    /// The text on the right of the title.
    pub status: &'a str,
    /// The number of lines that are scrolled out above.
    pub scroll: usize,
    /// True if the pane receives the keys.
    pub focused: bool,
    /// The styles.
    pub styles: Styles,
}

impl StatefulWidget for TextPane<'_> {
    type State = RenderState;

    fn render(self, area: Rect, buffer: &mut Buffer, state: &mut RenderState) {
        let content = inner(area);
        PaneFrame {
            title: self.title,
            statuses: &self.statuses(usize::from(content.height)),
            focused: self.focused,
            styles: self.styles,
        }
        .render(area, buffer);
        // Not `Paragraph`: it looks for grapheme boundaries in ASCII text, too, and made a key press 6 % slower.
        for (y, line) in
            (content.top()..content.bottom()).zip(self.text.lines.iter().skip(self.scroll))
        {
            let mut x = content.x;
            for span in &line.spans {
                let room = usize::from(content.right().saturating_sub(x));
                x = put_str(buffer, x, y, &span.content, room, span.style);
            }
        }
        if self.focused {
            state.cursor = content.as_position();
        }
    }
}

impl TextPane<'_> {
    /// Returns the texts for the right of the title, the longest first.
    fn statuses(&self, height: usize) -> Vec<String> {
        let (top, count) = (self.scroll, self.text.lines.len());
        let (above, below) = (top > 0, top + height < count);
        if !above && !below {
            return vec![self.status.to_string()];
        }
        let arrows = symbols::scroll_arrows(above, below);
        let last = (top + height).min(count);
        let position = format!("{}-{last} of {count}{arrows}", top + 1);
        let status = if self.status.is_empty() {
            position.clone()
        } else {
            format!("{} · {position}", self.status)
        };
        vec![status, position, arrows.to_string()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> RichText {
        let mut text = RichText::new(14, Styles::default());
        text.heading("Oldham");
        text.field("Plan", "published in 2017");
        text.paragraph("東京 is wide");
        text
    }

    fn rendered(scroll: usize, focused: bool) -> (Buffer, RenderState) {
        let area = Rect::new(0, 0, 14, 4);
        let (mut buffer, mut state) = (Buffer::empty(area), RenderState::default());
        TextPane {
            text: text(),
            title: "Area",
            status: "",
            scroll,
            focused,
            styles: Styles::default(),
        }
        .render(area, &mut buffer, &mut state);
        (buffer, state)
    }

    #[test]
    fn headings_and_labels_are_emphasised() {
        let (buffer, _) = rendered(0, false);
        let mut expected = Buffer::with_lines([
            "─ Area ──── ↓ ",
            "Oldham        ",
            "Plan:         ",
            "  published in",
        ]);
        let emphasis = Styles::default().style(StyleRole::Emphasis);
        expected.set_style(Rect::new(1, 0, 6, 1), emphasis);
        expected.set_style(Rect::new(0, 1, 6, 1), emphasis);
        expected.set_style(Rect::new(0, 2, 5, 1), emphasis);
        assert_eq!(buffer, expected);
    }

    #[test]
    fn scrolled_text_shows_its_last_page_and_the_cursor() {
        assert_eq!(text().max_scroll(3), 2);
        let (buffer, state) = rendered(2, true);
        assert_eq!(buffer[(2, 1)].symbol(), "p");
        assert_eq!(buffer[(0, 3)].symbol(), "東");
        assert_eq!(state.cursor, (0, 1).into());
    }
}
