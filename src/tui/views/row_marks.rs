//! The marks of a list with rows of its own: the selected item, and the scroll bar.

use ratatui::{layout::Rect, style::Modifier};

use crate::tui::{
    styles::StyleRole,
    symbols,
    widgets::{RenderContext, render_thumb, thumb_rows},
};

/// Marks the rows of the selected item with the bar and the background, and makes their text bold.
pub(super) fn render_selection(rows: Rect, context: &mut RenderContext) {
    if rows.is_empty() {
        return;
    }
    for y in rows.top()..rows.bottom() {
        if y == rows.y || !context.styles.ascii {
            context.put_symbol(rows.x, y, symbols::BAR, StyleRole::SelectedBar);
        }
    }
    let text = Rect {
        x: rows.x + 1,
        width: rows.width - 1,
        ..rows
    };
    embolden(text, context);
    context.set_style(rows, StyleRole::SelectedRow);
}

/// Makes text bold that has its colours already.
pub(super) fn embolden(area: Rect, context: &mut RenderContext) {
    for position in area.positions() {
        context.buffer[position].modifier.insert(Modifier::BOLD);
    }
}

/// Draws the scroll bar in the last column if not all items are visible.
pub(super) fn render_scroll_bar(
    first: usize,
    visible: usize,
    count: usize,
    rows: Rect,
    context: &mut RenderContext,
) {
    let thumb = thumb_rows(usize::from(rows.height), first, visible, count);
    render_thumb(thumb, rows, context.styles, context.buffer);
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::tui::styles::Styles;

    #[test]
    fn the_scroll_bar_reaches_both_ends() {
        let bar = |first, visible, count| {
            let area = Rect::new(0, 0, 2, 4);
            let mut buffer = Buffer::empty(area);
            let mut context = RenderContext::new(&mut buffer, Styles::default());
            render_scroll_bar(first, visible, count, area, &mut context);
            let has_thumb = |y| buffer[(1, y)].symbol() == symbols::THUMB;
            (0..4).map(has_thumb).collect::<Vec<_>>()
        };
        assert_eq!(bar(0, 4, 8), [true, true, false, false]);
        assert_eq!(bar(4, 4, 8), [false, false, true, true]);
        assert_eq!(bar(500, 4, 1_000_000), [true, false, false, false]);
        assert_eq!(bar(999_996, 4, 1_000_000), [false, false, false, true]);
        assert_eq!(bar(0, 4, 4), [false; 4]);
    }
}
