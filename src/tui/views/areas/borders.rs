//! The corners where the borders of the lists meet the detail.

use crate::tui::{
    layout::{Pane, PaneRects},
    styles::StyleRole,
    widgets::RenderContext,
};

/// Ends the borders of the lists in the title row of a detail below them.
pub(super) fn join_borders(rects: &PaneRects, context: &mut RenderContext) {
    let detail = rects.pane(Pane::Detail);
    for pane in [Pane::Priorities, Pane::Facts] {
        let pane = rects.pane(pane);
        if pane.bottom() == detail.y && context.buffer[(pane.x, detail.y)].symbol() == "─" {
            context.put_symbol(pane.x, detail.y, "┴", StyleRole::Border);
        }
    }
}
