//! The surface that views render to.

use std::{borrow::Cow, ops::Range};

use ratatui::{
    buffer::Buffer,
    layout::{Margin, Position, Rect},
    style::Style,
    widgets::{Clear, StatefulWidget, Widget},
};

use super::scroll_bar::render_scroll_bar;
use crate::{
    text::{is_plain, wrap_words},
    tui::{
        layout::cells,
        mouse_targets::{MouseTarget, MouseTargets},
        styles::{StyleRole, Styles},
        symbols::shown_text,
    },
};

/// The results of rendering: the position of the cursor, and the meaning of clicks.
#[derive(Debug, Clone, Default)]
pub struct RenderState {
    /// The position of the terminal's cursor: on the selected item, so that screen readers, braille displays and magnifiers
    /// follow the selection.
    pub cursor: Position,
    /// The mouse targets.
    pub targets: MouseTargets,
}

/// A buffer to render to, the styles to use, and what rendering has found out so far.
pub struct RenderContext<'b> {
    /// The cells.
    pub buffer: &'b mut Buffer,
    /// The styles.
    pub styles: Styles,
    /// The cursor and the mouse targets.
    pub state: RenderState,
}

impl<'b> RenderContext<'b> {
    /// Creates a context without targets, its cursor in the upper left corner.
    #[must_use]
    pub fn new(buffer: &'b mut Buffer, styles: Styles) -> Self {
        Self {
            buffer,
            styles,
            state: RenderState::default(),
        }
    }

    /// Writes text, at most `columns` of it. Returns the column after it.
    pub fn put_str(&mut self, x: u16, y: u16, text: &str, columns: usize, role: StyleRole) -> u16 {
        put_str(self.buffer, x, y, text, columns, self.styles.style(role))
    }

    /// Writes text in a style, at most `columns` of it. Returns the column after it.
    pub fn put_styled(&mut self, x: u16, y: u16, text: &str, columns: usize, style: Style) -> u16 {
        put_str(self.buffer, x, y, text, columns, style)
    }

    /// Writes a paragraph into an area. Returns the number of its rows.
    pub fn put_wrapped(&mut self, area: Rect, text: &str, role: StyleRole) -> u16 {
        put_wrapped(self.buffer, area, text, role, self.styles)
    }

    /// Writes a message in place of the content of a pane, such as why it is empty.
    pub fn put_message(&mut self, content: Rect, message: &str) {
        put_message(self.buffer, content, message, self.styles);
    }

    /// Returns text as it can be shown, to be measured before it is written.
    #[must_use]
    pub fn shown<'t>(&self, text: &'t str) -> Cow<'t, str> {
        shown_text(text, self.styles.ascii)
    }

    /// Draws a scroll bar in the last column of an area if not all of `count` items or lines are visible.
    pub fn put_scroll_bar(&mut self, area: Rect, visible: Range<usize>, count: usize) {
        render_scroll_bar(visible, count, area, self.styles, self.buffer);
    }

    /// Writes one symbol, which must be one column wide.
    pub fn put_symbol(&mut self, x: u16, y: u16, symbol: &str, role: StyleRole) {
        let style = self.styles.style(role);
        self.buffer[(x, y)].set_symbol(symbol).set_style(style);
    }

    /// Changes the style of an area.
    pub fn set_style(&mut self, area: Rect, role: StyleRole) {
        self.buffer.set_style(area, self.styles.style(role));
    }

    /// Blanks an area.
    pub fn clear(&mut self, area: Rect) {
        Clear.render(area, self.buffer);
    }

    /// Renders a widget that reports its cursor and targets.
    pub fn render(&mut self, widget: impl StatefulWidget<State = RenderState>, area: Rect) {
        widget.render(area, self.buffer, &mut self.state);
    }

    /// Moves the cursor.
    pub fn set_cursor(&mut self, position: Position) {
        self.state.cursor = position;
    }

    /// Adds a mouse target.
    pub fn add_target(&mut self, area: Rect, target: MouseTarget) {
        self.state.targets.add(area, target);
    }
}

/// Writes text to a buffer, at most `columns` of it. Returns the column after it.
pub(super) fn put_str(
    buffer: &mut Buffer,
    x: u16,
    y: u16,
    text: &str,
    columns: usize,
    style: Style,
) -> u16 {
    // `set_stringn` would look for grapheme boundaries, which takes four times as many instructions (benchmark `key` in
    // benches/growth.rs).
    if !text.chars().all(is_plain) {
        return buffer.set_stringn(x, y, text, columns, style).0;
    }
    let room = usize::from(buffer.area.right().saturating_sub(x));
    let room = columns.min(room);
    if room == 0 || text.is_empty() {
        return x;
    }
    let first = buffer.index_of(x, y);
    let row = &mut buffer.content[first..first + room];
    let mut count = 0;
    for (cell, character) in row.iter_mut().zip(text.chars()) {
        cell.set_char(character).set_style(style);
        count += 1;
    }
    x + count
}

/// Writes a paragraph of whole words into an area. If it does not fit, it ends in an ellipsis. Returns the number of its rows.
pub(super) fn put_wrapped(
    buffer: &mut Buffer,
    area: Rect,
    text: &str,
    role: StyleRole,
    styles: Styles,
) -> u16 {
    let (columns, rows) = (usize::from(area.width), usize::from(area.height));
    let lines = wrap_words(&shown_text(text, styles.ascii), columns, rows);
    for (y, line) in (area.y..area.bottom()).zip(&lines) {
        put_str(buffer, area.x, y, line, columns, styles.style(role));
    }
    cells(lines.len())
}

/// Writes a message in place of the content of a pane.
pub(super) fn put_message(buffer: &mut Buffer, content: Rect, message: &str, styles: Styles) {
    let text = content.inner(Margin::new(1, 0));
    put_wrapped(buffer, text, message, StyleRole::Dim, styles);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_at_the_given_width_and_at_the_edge() {
        let mut buffer = Buffer::with_lines(["········"; 3]);
        let style = Style::default();
        assert_eq!(put_str(&mut buffer, 1, 0, "Blackpool", 5, style), 6);
        assert_eq!(put_str(&mut buffer, 4, 1, "Blackpool", 9, style), 8);
        assert_eq!(put_str(&mut buffer, 0, 2, "東京都", 5, style), 4);
        assert_eq!(
            buffer,
            Buffer::with_lines(["·Black··", "····Blac", "東京····"])
        );
    }
}
