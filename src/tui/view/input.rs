//! A line to type in, above a list.

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use crate::{fit, tui::look::Role};

/// Draws the line; where it has the keys the cursor stands at its end.
pub(super) fn draw(label: &str, typed: &str, place: Rect, focused: bool, canvas: &mut Canvas) {
    let after_label = canvas.text(
        place.x,
        place.y,
        label,
        usize::from(place.width),
        Role::Strong,
    );
    let room = usize::from(place.right().saturating_sub(after_label)).saturating_sub(1);
    // Of a long line the end is shown: that is where letters are added.
    let after = canvas.text(
        after_label,
        place.y,
        &fit::end(typed, room),
        room,
        Role::Plain,
    );
    if focused {
        canvas.cursor = Position::new(after.min(place.right().saturating_sub(1)), place.y);
    }
}

/// The row of the line, and what is left below it.
#[must_use]
pub(super) fn split(place: Rect) -> (Rect, Rect) {
    (
        Rect { height: 1, ..place },
        Rect {
            y: place.y + 1,
            height: place.height.saturating_sub(1),
            ..place
        },
    )
}
