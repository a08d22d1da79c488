//! The scroll bar: the part of a list or a text that is visible, in the last column of its area.

use std::ops::Range;

use ratatui::{buffer::Buffer, layout::Rect};

use crate::tui::{
    layout::cells,
    styles::{StyleRole, Styles},
    symbols,
};

/// Renders a scroll bar if not all of `count` items or lines are visible.
pub(crate) fn render_scroll_bar(
    visible: Range<usize>,
    count: usize,
    area: Rect,
    styles: Styles,
    buffer: &mut Buffer,
) {
    for row in thumb_rows(usize::from(area.height), &visible, count) {
        let y = area.y + cells(row);
        if area.width > 0 && y < area.bottom() {
            buffer[(area.right() - 1, y)]
                .set_symbol(symbols::THUMB)
                .set_style(styles.style(StyleRole::Thumb));
        }
    }
}

/// Returns the rows of the bar.
fn thumb_rows(height: usize, visible: &Range<usize>, count: usize) -> Range<usize> {
    if height == 0 || count == 0 || visible.len() >= count {
        return 0..0;
    }
    let length = (height * visible.len() / count).clamp(1, height.saturating_sub(1).max(1));
    let hidden = count - visible.len();
    let start = ((height - length) * visible.start.min(hidden) + hidden / 2) / hidden;
    start..start + length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_shows_place_and_size_and_is_absent_if_all_fits() {
        assert_eq!(thumb_rows(10, &(0..10), 100), 0..1);
        assert_eq!(thumb_rows(10, &(90..100), 100), 9..10);
        assert_eq!(thumb_rows(10, &(0..100), 100), 0..0);
        assert_eq!(thumb_rows(20, &(0..15), 30), 0..10);
        assert_eq!(thumb_rows(1, &(3..4), 100), 0..1);
        assert_eq!(thumb_rows(0, &(0..0), 100), 0..0);
    }

    #[test]
    fn the_bar_reaches_both_ends() {
        let bar = |visible, count| {
            let area = Rect::new(0, 0, 2, 4);
            let mut buffer = Buffer::empty(area);
            render_scroll_bar(visible, count, area, Styles::default(), &mut buffer);
            let has_thumb = |y| buffer[(1, y)].symbol() == symbols::THUMB;
            (0..4).map(has_thumb).collect::<Vec<_>>()
        };
        assert_eq!(bar(0..4, 8), [true, true, false, false]);
        assert_eq!(bar(4..8, 8), [false, false, true, true]);
        assert_eq!(bar(500..504, 1_000_000), [true, false, false, false]);
        assert_eq!(
            bar(999_996..1_000_000, 1_000_000),
            [false, false, false, true]
        );
        assert_eq!(bar(0..4, 4), [false; 4]);
    }
}
