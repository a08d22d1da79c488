//! A pane with a text that can be scrolled.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    widgets::{StatefulWidget, Widget},
};

use super::{
    entry_text::EntryText, pane_frame::PaneFrame, render_context::RenderState,
    scroll_bar::render_scroll_bar,
};
use crate::tui::{layout::inner, styles::Styles};

/// A text in a pane with a title rule and a scroll bar. When focused, it puts the cursor on the first visible line.
pub(crate) struct EntryPane<'a> {
    /// The text.
    pub text: &'a EntryText,
    /// The title.
    pub title: &'a str,
    /// Texts for the right of the title, the preferred one first.
    pub statuses: &'a [String],
    /// The number of lines that are scrolled out above.
    pub scroll: usize,
    /// True if the pane receives the keys.
    pub focused: bool,
    /// The styles.
    pub styles: Styles,
}

impl StatefulWidget for EntryPane<'_> {
    type State = RenderState;

    fn render(self, area: Rect, buffer: &mut Buffer, state: &mut RenderState) {
        let content = inner(area);
        PaneFrame {
            title: self.title,
            statuses: self.statuses,
            focused: self.focused,
            styles: self.styles,
        }
        .render(area, buffer);
        self.text.render(self.scroll, content, self.styles, buffer);
        let visible = self.scroll..self.scroll + usize::from(content.height);
        render_scroll_bar(visible, self.text.count(), content, self.styles, buffer);
        if self.focused {
            state.cursor = content.as_position();
        }
    }
}

/// Returns the columns for the text of a pane: its first column is empty, the last one is the scroll bar's, and a gap is
/// before that.
#[must_use]
pub(crate) fn entry_columns(pane: Rect) -> usize {
    content_columns(inner(pane).width)
}

/// Returns the columns for text in a content of `width` columns, as [`entry_columns`] does.
#[must_use]
pub(crate) fn content_columns(width: u16) -> usize {
    usize::from(width.saturating_sub(3)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::styles::StyleRole;

    #[test]
    fn scrolled_text_has_a_scroll_bar_and_the_cursor_on_its_first_line() {
        let mut text = EntryText::new(9, Styles::default());
        for line in ["one", "two", "three", "four", "five", "six"] {
            text.paragraph(line, StyleRole::Plain);
        }
        let area = Rect::new(0, 0, 12, 4);
        let (mut buffer, mut state) = (Buffer::empty(area), RenderState::default());
        EntryPane {
            text: &text,
            title: "Oldham",
            statuses: &[],
            scroll: 3,
            focused: true,
            styles: Styles::default(),
        }
        .render(area, &mut buffer, &mut state);
        buffer.set_style(area, ratatui::style::Style::reset());
        let mut expected = Buffer::with_lines([
            "━ Oldham ━━━",
            " four       ",
            " five       ",
            " six       ┃",
        ]);
        expected.set_style(area, ratatui::style::Style::reset());
        assert_eq!(buffer, expected);
        assert_eq!(state.cursor, (0, 1).into());
    }
}
