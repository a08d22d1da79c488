//! A text input on the screen.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    widgets::StatefulWidget,
};

use super::{
    render_context::{RenderState, put_str},
    text_input::TextInput,
};
use crate::{
    text::{elide_end, elide_start, text_width},
    tui::{
        styles::{StyleRole, Styles},
        symbols::shown_text,
    },
};

/// The columns between the text and the status.
const STATUS_GAP: u16 = 2;

/// The message if something that was typed did not fit.
const FULL: &str = "You cannot type more here.";

/// A text input in one row: label, text and status. When focused, it has the cursor.
pub(crate) struct InputLine<'a> {
    /// The label.
    pub label: &'a str,
    /// The text and its cursor.
    pub input: &'a TextInput,
    /// A message about the text, if there is one.
    pub status: Option<&'a str>,
    /// True if the input receives the keys.
    pub focused: bool,
    /// The styles.
    pub styles: Styles,
}

impl InputLine<'_> {
    /// Returns the message after the text. That nothing more fits comes before any other.
    fn status(&self) -> Option<&str> {
        if self.input.is_full() {
            Some(FULL)
        } else {
            self.status
        }
    }

    /// Returns the columns for the text in a row that has `columns` after the label. The last is left to the cursor.
    fn room(&self, columns: usize) -> usize {
        // A full input is longer than any row, so the message would never be seen after it.
        let status = if self.input.is_full() {
            text_width(FULL) + usize::from(STATUS_GAP)
        } else {
            0
        };
        columns
            .saturating_sub(1 + status)
            .max(columns.saturating_sub(1) / 2)
    }

    /// Returns the visible text before and after the cursor, for at most `columns`. Of a long text, the part around the
    /// cursor is visible.
    fn visible(&self, columns: usize) -> (String, String) {
        let (before, after) = self.input.split_at_cursor();
        let shown = |text| shown_text(text, self.styles.ascii);
        let (before, after) = (shown(before), shown(after));
        let after_columns = text_width(&after).min(columns / 2);
        let before = elide_start(&before, columns - after_columns);
        let after = elide_end(&after, columns - text_width(&before));
        (before.into_owned(), after.into_owned())
    }
}

impl StatefulWidget for InputLine<'_> {
    type State = RenderState;

    fn render(self, area: Rect, buffer: &mut Buffer, state: &mut RenderState) {
        let emphasis = self.styles.style(StyleRole::Emphasis);
        let plain = self.styles.style(StyleRole::Plain);
        let Rect { x, y, width, .. } = area;
        let text_x = put_str(buffer, x, y, self.label, usize::from(width), emphasis);
        let room = self.room(usize::from(area.right().saturating_sub(text_x)));
        let (before, after) = self.visible(room);
        let cursor = put_str(buffer, text_x, y, &before, room, plain);
        let end = put_str(buffer, cursor, y, &after, room, plain);
        if self.focused {
            let last = area.right().saturating_sub(1);
            state.cursor = Position::new(cursor.min(last), y);
        }
        if let Some(status) = self.status() {
            let x = end + STATUS_GAP;
            let room = usize::from(area.right().saturating_sub(x));
            put_str(buffer, x, y, &elide_end(status, room), room, emphasis);
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;
    use crate::command::Command;

    fn rendered(text: &str, left: usize, columns: u16, status: Option<&str>) -> (Buffer, u16) {
        let mut input = TextInput::new(text.into());
        for _ in 0..left {
            input.update(Command::CursorLeft);
        }
        let area = Rect::new(0, 0, columns, 1);
        let (mut buffer, mut state) = (Buffer::empty(area), RenderState::default());
        InputLine {
            label: "Find: ",
            input: &input,
            status,
            focused: true,
            styles: Styles::default(),
        }
        .render(area, &mut buffer, &mut state);
        buffer.set_style(area, Style::reset());
        (buffer, state.cursor.x)
    }

    fn line(text: &str) -> Buffer {
        let mut buffer = Buffer::with_lines([text]);
        buffer.set_style(buffer.area, Style::reset());
        buffer
    }

    #[test]
    fn cursor_is_in_the_text() {
        assert_eq!(
            rendered("oldham", 0, 16, None),
            (line("Find: oldham    "), 12)
        );
        assert_eq!(
            rendered("oldham", 2, 16, None),
            (line("Find: oldham    "), 10)
        );
        assert_eq!(rendered("東京", 1, 16, None), (line("Find: 東京      "), 8));
    }

    #[test]
    fn long_text_is_cut_away_from_the_cursor() {
        let text = "mental health";
        assert_eq!(rendered(text, 0, 16, None), (line("Find: …l health "), 15));
        assert_eq!(rendered(text, 13, 16, None), (line("Find: mental h… "), 6));
        assert_eq!(rendered(text, 6, 16, None), (line("Find: …tal hea… "), 11));
    }

    #[test]
    fn full_input_says_so_beside_the_end_of_the_text() {
        let mut input = TextInput::default();
        input.insert(&"mental health ".repeat(100));
        for (columns, shown) in [
            (
                60,
                "Find: …alth mental health mental  You cannot type more here.",
            ),
            (20, "Find: …ental  You c…"),
        ] {
            let area = Rect::new(0, 0, columns, 1);
            let (mut buffer, mut state) = (Buffer::empty(area), RenderState::default());
            let line = InputLine {
                label: "Find: ",
                input: &input,
                status: Some("no match"),
                focused: true,
                styles: Styles::default(),
            };
            line.render(area, &mut buffer, &mut state);
            let text: String = buffer
                .content
                .iter()
                .map(ratatui::buffer::Cell::symbol)
                .collect();
            assert_eq!(text, shown);
            assert_eq!(text.chars().nth(usize::from(state.cursor.x)), Some(' '));
        }
    }

    #[test]
    fn status_follows_the_text() {
        let (buffer, _) = rendered("x", 0, 20, Some("no match"));
        assert_eq!(buffer, line("Find: x  no match   "));
    }
}
