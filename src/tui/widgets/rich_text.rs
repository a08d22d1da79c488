//! Text in paragraphs, wrapped between words.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    widgets::{StatefulWidget, Widget},
};

use super::{
    pane_frame::PaneFrame,
    render_context::{RenderState, put_str},
};
use crate::{
    text::wrap_hanging,
    tui::{
        layout::inner,
        styles::{StyleRole, Styles},
        symbols,
    },
};

/// The narrowest text: in narrower panes lines are cut.
const MIN_WIDTH: usize = 4;

/// Text that is wrapped to a width.
#[derive(Debug, Clone)]
pub(crate) struct RichText {
    width: usize,
    lines: Vec<String>,
}

impl RichText {
    /// Creates an empty text of a width in columns.
    #[must_use]
    pub(crate) fn new(width: u16) -> Self {
        Self {
            width: usize::from(width).max(MIN_WIDTH),
            lines: Vec::new(),
        }
    }

    /// Adds a paragraph.
    pub(crate) fn paragraph(&mut self, text: &str) {
        let lines = wrap_hanging(text, self.width, "").into_iter();
        self.lines.extend(lines.map(std::borrow::Cow::into_owned));
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
            let style = self.styles.style(StyleRole::Plain);
            put_str(
                buffer,
                content.x,
                y,
                line,
                usize::from(content.width),
                style,
            );
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
        let mut text = RichText::new(14);
        for paragraph in ["Oldham", "Plan: published in 2017", "東京 is wide"] {
            text.paragraph(paragraph);
        }
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
    fn scrolled_text_shows_its_last_page_and_the_cursor() {
        assert_eq!(text().max_scroll(3), 2);
        let (buffer, state) = rendered(2, true);
        assert_eq!(buffer[(0, 1)].symbol(), "p");
        assert_eq!(buffer[(0, 3)].symbol(), "東");
        assert_eq!(state.cursor, (0, 1).into());
    }
}
