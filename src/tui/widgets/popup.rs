//! Popups: a frame in the middle of the screen over the view, or the whole body of a small screen.

use ratatui::layout::{Position, Rect};

use super::{
    input_line::InputLine, pane_frame::PaneFrame, render_context::RenderContext,
    scroll_offset::scroll_offset, text_input::TextInput,
};
use crate::{
    text::{elide_end, text_width},
    tui::{layout::cells, mouse_targets::MouseTarget, styles::StyleRole, symbols},
};

/// The smallest body on which the view stays visible behind a popup, in columns and rows.
const MIN_WIDTH: u16 = 60;
const MIN_HEIGHT: u16 = 14;
/// The columns at each side of a popup's text: the bar of the selected row and a blank.
const MARGIN: u16 = 2;

/// The place of a popup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PopupArea {
    /// The part of the screen without header and footer.
    body: Rect,
    /// The popup with its frame or title.
    pub outer: Rect,
    /// The content.
    pub inner: Rect,
    /// True if the popup has a frame, and the view is visible around it.
    pub is_framed: bool,
}

impl PopupArea {
    /// Returns true if a popup lies over the view: there is room for both.
    #[must_use]
    pub(crate) fn has_view(body: Rect) -> bool {
        body.width >= MIN_WIDTH && body.height >= MIN_HEIGHT
    }

    /// Places a popup of a size in columns and rows, with its frame, in the middle of the body.
    #[must_use]
    pub(crate) fn new(body: Rect, width: u16, height: u16) -> Self {
        if !Self::has_view(body) {
            return Self::full(body);
        }
        let (width, height) = (width.min(body.width), height.min(body.height));
        let outer = Rect {
            x: body.x + (body.width - width) / 2,
            y: body.y + (body.height - height) / 2,
            width,
            height,
        };
        Self {
            body,
            outer,
            inner: Rect {
                x: outer.x + 1,
                y: outer.y + 1,
                width: width.saturating_sub(2),
                height: height.saturating_sub(2),
            },
            is_framed: true,
        }
    }

    /// Places a popup that is as high as its content, but leaves a row of the view free above and below, and is never lower
    /// than `least` rows.
    #[must_use]
    pub(crate) fn growing(body: Rect, width: u16, least: u16, content: u16) -> Self {
        let most = body.height.saturating_sub(2);
        Self::new(body, width, content.min(most).max(least))
    }

    /// Returns a popup that covers the body.
    #[must_use]
    pub(crate) fn full(body: Rect) -> Self {
        Self {
            body,
            outer: body,
            inner: Rect {
                y: body.y + 1,
                height: body.height.saturating_sub(1),
                ..body
            },
            is_framed: false,
        }
    }

    /// Returns a row of the content without its margins, by its number from the top.
    #[must_use]
    pub(crate) fn row(&self, number: u16) -> Rect {
        text_of(Rect {
            y: self.inner.y + number.min(self.inner.height.saturating_sub(1)),
            height: self.inner.height.min(1),
            ..self.inner
        })
    }

    /// Returns the content from a row on, without `below` rows at its end.
    #[must_use]
    pub(crate) fn rows(&self, from: u16, below: u16) -> Rect {
        let from = from.min(self.inner.height);
        Rect {
            y: self.inner.y + from,
            height: (self.inner.height - from).saturating_sub(below),
            ..self.inner
        }
    }

    /// Renders the empty popup: frame, title and status. A click beside it closes it.
    pub(crate) fn render(&self, title: &str, status: &str, context: &mut RenderContext) {
        context.clear(self.outer);
        if !self.is_framed {
            let frame = PaneFrame {
                title,
                statuses: &[status.to_string()],
                focused: true,
                styles: context.styles,
            };
            ratatui::widgets::Widget::render(frame, self.outer, context.buffer);
            return;
        }
        context.set_style(self.outer, StyleRole::Popup);
        self.render_frame(title, status, context);
        for area in self.beside() {
            context.add_target(area, MouseTarget::Beside);
        }
    }

    fn render_frame(&self, title: &str, status: &str, context: &mut RenderContext) {
        let Rect { x, y, width, .. } = self.outer;
        let (right, bottom) = (self.outer.right() - 1, self.outer.bottom() - 1);
        let role = StyleRole::Accent;
        for column in x + 1..right {
            context.put_symbol(column, y, "─", role);
            context.put_symbol(column, bottom, "─", role);
        }
        for row in y + 1..bottom {
            context.put_symbol(x, row, "│", role);
            context.put_symbol(right, row, "│", role);
        }
        for (column, row, corner) in [
            (x, y, "┌"),
            (right, y, "┐"),
            (x, bottom, "└"),
            (right, bottom, "┘"),
        ] {
            context.put_symbol(column, row, corner, role);
        }
        let columns = usize::from(width).saturating_sub(4);
        let title = context.shown(title);
        let title = format!(" {} ", elide_end(&title, columns.saturating_sub(2)));
        let end = context.put_str(x + 2, y, &title, columns, StyleRole::Emphasis);
        let status = format!(" {} ", context.shown(status));
        let status_width = cells(text_width(&status));
        if status.trim().is_empty() || end + status_width + 3 > right {
            return;
        }
        let columns = usize::from(status_width);
        context.put_str(
            right - 1 - status_width,
            y,
            &status,
            columns,
            StyleRole::Dim,
        );
    }

    /// Returns the parts of the body beside the popup.
    fn beside(&self) -> [Rect; 4] {
        let Self { body, outer, .. } = *self;
        [
            Rect {
                height: outer.y - body.y,
                ..body
            },
            Rect {
                y: outer.bottom(),
                height: body.bottom() - outer.bottom(),
                ..body
            },
            Rect {
                width: outer.x - body.x,
                ..body
            },
            Rect {
                x: outer.right(),
                width: body.right() - outer.right(),
                ..body
            },
        ]
    }
}

/// Returns an area of a popup without the margins of its text.
#[must_use]
pub(crate) fn text_of(area: Rect) -> Rect {
    Rect {
        x: area.x + MARGIN.min(area.width),
        width: area.width.saturating_sub(2 * MARGIN),
        ..area
    }
}

/// Renders an input line as a field. When focused, it has the cursor.
pub(crate) fn render_field(
    input: &TextInput,
    area: Rect,
    focused: bool,
    context: &mut RenderContext,
) {
    if area.width < 4 || area.height == 0 {
        return;
    }
    let line = InputLine {
        label: "",
        input,
        status: None,
        focused,
        styles: context.styles,
    };
    let text = Rect {
        x: area.x + 1,
        width: area.width - 2,
        ..area
    };
    context.render(line, text);
    if context.styles.has_backgrounds() {
        context.set_style(area, StyleRole::SelectedText);
        context.set_style(area, StyleRole::SelectedRow);
    } else {
        context.put_symbol(area.x, area.y, "[", StyleRole::AccentBold);
        context.put_symbol(area.right() - 1, area.y, "]", StyleRole::AccentBold);
    }
    if input.is_suggestion() {
        // It looks selected, as in any other program where typing replaces it.
        let columns = text_width(input.text()).min(usize::from(text.width));
        let width = cells(columns);
        context.set_style(Rect { width, ..text }, StyleRole::ActiveTab);
    }
}

/// The rows of a list in a popup, of which one is selected.
pub(crate) struct PopupRows {
    /// The rows on the screen.
    pub area: Rect,
    /// The number of items.
    pub count: usize,
    /// The index of the selected item.
    pub selected: usize,
    /// True if the list receives the keys.
    pub focused: bool,
}

impl PopupRows {
    /// Renders the visible rows, each with `render`, which gets the index of the item, the room for its text, and the
    /// style of that: the selected row has another. A target that it adds counts instead of the item.
    pub(crate) fn render(
        &self,
        context: &mut RenderContext,
        mut render: impl FnMut(usize, Rect, StyleRole, &mut RenderContext),
    ) {
        let Self {
            area,
            count,
            selected,
            focused,
        } = *self;
        let height = usize::from(area.height);
        let top = scroll_offset(&(selected..selected + 1), count, height);
        for (y, item) in (area.y..area.bottom()).zip(top..count) {
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            let is_selected = focused && item == selected;
            let role = if is_selected {
                StyleRole::SelectedText
            } else {
                StyleRole::Plain
            };
            context.add_target(row, MouseTarget::Row(item));
            render(item, text_of(row), role, context);
            if is_selected {
                context.put_symbol(row.x, y, symbols::BAR, StyleRole::SelectedBar);
                context.set_style(row, StyleRole::SelectedRow);
                context.set_cursor(Position::new(row.x, y));
            }
        }
        context.put_scroll_bar(area, top..top + usize::from(area.height), count);
    }

    /// Renders items of several lines: each line with the index of its item. The count is that of the lines.
    pub(crate) fn render_lines(&self, lines: &[(usize, String)], context: &mut RenderContext) {
        let Self {
            area,
            count,
            selected,
            focused,
        } = *self;
        let is_selected = |(item, _): &(usize, String)| focused && *item == selected;
        let start = lines.iter().position(is_selected).unwrap_or(0);
        let length = lines[start..]
            .iter()
            .take_while(|line| is_selected(line))
            .count();
        let top = scroll_offset(&(start..start + length), count, usize::from(area.height));
        for (y, line) in (area.y..area.bottom()).zip(&lines[top..]) {
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            let text = text_of(row);
            let role = if is_selected(line) {
                StyleRole::SelectedText
            } else {
                StyleRole::Plain
            };
            context.put_str(text.x, y, &line.1, usize::from(text.width), role);
            if is_selected(line) {
                context.put_symbol(row.x, y, symbols::BAR, StyleRole::SelectedBar);
                context.set_style(row, StyleRole::SelectedRow);
            }
            context.add_target(row, MouseTarget::Row(line.0));
        }
        if focused && length > 0 {
            let y = area.y + cells(start.saturating_sub(top));
            context.set_cursor(Position::new(area.x, y));
        }
        context.put_scroll_bar(area, top..top + usize::from(area.height), count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn popup_is_in_the_middle_and_never_larger_than_the_body() {
        for width in 20..200 {
            for height in 3..70 {
                let body = Rect::new(0, 1, width, height);
                let popup = PopupArea::new(body, 76, 22);
                assert_eq!(popup.outer.intersection(body), popup.outer);
                assert_eq!(popup.inner.intersection(popup.outer), popup.inner);
                assert!(popup.inner.height >= 2, "{width}x{height}");
                let beside: u32 = popup.beside().iter().map(|area| area.area()).sum();
                assert!(popup.is_framed || beside == 0, "{width}x{height}");
            }
        }
        let popup = PopupArea::new(Rect::new(0, 1, 80, 22), 60, 16);
        assert_eq!(popup.outer, Rect::new(10, 4, 60, 16));
        assert!(!PopupArea::new(Rect::new(0, 1, 40, 10), 60, 16).is_framed);
    }
}
