//! A line to type in, above a list.

use ratatui::layout::{Position, Rect};

use super::render_context::RenderContext;
use crate::{fit, tui::styles::StyleRole};

/// Draws the line; where it has the keys the cursor stands at its end.
pub(super) fn render(
    label: &str,
    typed: &str,
    rect: Rect,
    focused: bool,
    context: &mut RenderContext,
) {
    let after_label = context.put_str(
        rect.x,
        rect.y,
        label,
        usize::from(rect.width),
        StyleRole::Emphasis,
    );
    let room = usize::from(rect.right().saturating_sub(after_label)).saturating_sub(1);
    // Of a long line the end is shown: that is where letters are added.
    let after = context.put_str(
        after_label,
        rect.y,
        &fit::elide_start(typed, room),
        room,
        StyleRole::Plain,
    );
    if focused {
        context.cursor = Position::new(after.min(rect.right().saturating_sub(1)), rect.y);
    }
}

/// The row of the line, and what is left below it.
#[must_use]
pub(super) fn split(rect: Rect) -> (Rect, Rect) {
    (
        Rect { height: 1, ..rect },
        Rect {
            y: rect.y + 1,
            height: rect.height.saturating_sub(1),
            ..rect
        },
    )
}
