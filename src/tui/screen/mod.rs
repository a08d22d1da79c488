//! The whole screen: header, view or overlay, and footer. A pure function of the state.

mod footer;
mod header;
pub mod loading;
mod scope_tag;
mod speech;

use ratatui::{
    Frame,
    layout::{Position, Rect},
};

use super::{
    app::App,
    layout::{MIN_SIZE, ViewRects},
    styles::StyleRole,
    symbols,
    widgets::{PopupArea, RenderContext, RenderState},
};
use crate::text::{elide_end, text_width};

/// Renders a frame and sets the terminal's cursor. Returns the mouse targets for [`App::set_mouse_targets`].
pub fn render(app: &App, frame: &mut Frame) -> RenderState {
    let mut context = RenderContext::new(frame.buffer_mut(), app.styles());
    render_to(app, &mut context);
    let state = context.state;
    frame.set_cursor_position(state.cursor);
    state
}

/// Renders the screen to any buffer.
pub fn render_to(app: &App, context: &mut RenderContext) {
    match app.view_rects() {
        _ if app.speaks() => speech::render(app, context),
        Some(rects) => render_parts(app, &rects, context),
        None => render_too_small(context),
    }
    if context.styles.ascii {
        symbols::replace_non_ascii(context.buffer);
    }
}

fn render_parts(app: &App, rects: &ViewRects, context: &mut RenderContext) {
    let view = app.views.get(app.view());
    if let Some(overlay) = &app.overlay {
        let body = rects.whole();
        if PopupArea::has_view(body) {
            view.render(app.scope(), rects, context);
            // Nothing behind a popup can be clicked but the tabs.
            context.state = RenderState::default();
        }
        header::render(app, rects.header, context);
        if PopupArea::has_view(body) {
            render_faint(rects.header.union(body), context);
        }
        overlay.state().render(&app.overlay_scope(), body, context);
    } else {
        header::render(app, rects.header, context);
        view.render(app.scope(), rects, context);
    }
    footer::render(app, rects.footer, context);
}

/// Fades the view behind a popup. Its lines are faint enough: in the colour of faint text they would be stronger than before.
fn render_faint(area: Rect, context: &mut RenderContext) {
    let faint = context.styles.style(StyleRole::Faint);
    let line = context.styles.color(StyleRole::Line);
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let cell = &mut context.buffer[(x, y)];
            let is_line = line == Some(cell.fg);
            cell.set_style(faint);
            if let Some(line) = line.filter(|_| is_line) {
                cell.fg = line;
            }
        }
    }
}

fn render_too_small(context: &mut RenderContext) {
    let area = context.buffer.area;
    if area.is_empty() {
        return;
    }
    let messages = [
        format!(
            "Enlarge to {}x{} or press q",
            MIN_SIZE.width, MIN_SIZE.height
        ),
        "Enlarge: q quits".into(),
        "q quits".into(),
    ];
    let columns = usize::from(area.width);
    let message = messages
        .iter()
        .find(|message| text_width(message) <= columns)
        .unwrap_or(&messages[2]);
    let message = elide_end(message, columns);
    context.put_str(0, 0, &message, columns, StyleRole::Emphasis);
    context.set_cursor(Position::ORIGIN);
}
