//! What all panes have in common: a title above, a border on the left.

use ratatui::layout::Rect;

use super::render_context::RenderContext;
use crate::{
    fit,
    tui::{
        layout::{Pane, PaneAreas},
        styles::StyleRole,
    },
};

/// Draws a pane's title row and border. The pane that has the keys has its title in brackets.
/// Of the remarks the first that fits stands on the right.
pub(super) fn render(
    rect: Rect,
    title: &str,
    remarks: &[String],
    focused: bool,
    context: &mut RenderContext,
) {
    let columns = usize::from(rect.width);
    for x in rect.left()..rect.right() {
        context.put_symbol(x, rect.y, "─", StyleRole::Border);
    }
    if rect.x > 0 {
        context.put_symbol(rect.x, rect.y, "┬", StyleRole::Border);
        for y in rect.top() + 1..rect.bottom() {
            context.put_symbol(rect.x, y, "│", StyleRole::Border);
        }
    }
    let title = if focused {
        format!("[{title}]")
    } else {
        format!(" {title} ")
    };
    let room = columns.saturating_sub(2);
    let title = fit::elide_end(&title, room);
    context.put_str(
        rect.x + 1,
        rect.y,
        &title,
        room,
        if focused {
            StyleRole::Heading
        } else {
            StyleRole::Plain
        },
    );
    let left = room.saturating_sub(fit::text_width(&title));
    let fits = |remark: &&String| !remark.is_empty() && fit::text_width(remark) + 2 <= left;
    if let Some(remark) = remarks.iter().find(fits) {
        let remark = format!(" {remark} ");
        let x = rect.right() - u16::try_from(fit::text_width(&remark)).unwrap_or(0);
        context.put_str(x, rect.y, &remark, left, StyleRole::Plain);
    }
}

/// Signs that there is more above and below.
#[must_use]
pub(super) fn arrows(above: bool, below: bool) -> String {
    format!(
        "{}{}",
        if above { "↑" } else { "" },
        if below { "↓" } else { "" }
    )
}

/// Where the detail lies below the lists, lets their borders end in its title row.
pub(super) fn join_borders(pane_areas: &PaneAreas, context: &mut RenderContext) {
    let detail = pane_areas.pane(Pane::Detail);
    for pane in [Pane::Priorities, Pane::Facts] {
        let rect = pane_areas.pane(pane);
        if rect.bottom() == detail.y && context.buffer[(rect.x, detail.y)].symbol() == "─" {
            context.put_symbol(rect.x, detail.y, "┴", StyleRole::Border);
        }
    }
}
