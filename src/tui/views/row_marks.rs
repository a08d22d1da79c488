//! The marks of a list with rows of its own: the selected item, and signs in texts.

use ratatui::{
    layout::Rect,
    style::{Modifier, Style},
};

use crate::tui::{styles::StyleRole, symbols, widgets::RenderContext};

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

/// Changes the style of the symbols in an area that `style_of` has one for, whatever text they are in. Cells that are reversed
/// as a selection stay so.
pub(super) fn restyle_symbols(
    area: Rect,
    style_of: impl Fn(&str) -> Option<Style>,
    context: &mut RenderContext,
) {
    for position in area.positions() {
        let cell = &mut context.buffer[position];
        if cell.modifier.contains(Modifier::REVERSED) {
            continue;
        }
        if let Some(style) = style_of(cell.symbol()) {
            cell.set_style(style);
        }
    }
}
