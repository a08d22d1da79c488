//! Views: pure functions of the state. They hold nothing of their own and change nothing.

mod area_list;
mod commands;
mod compare;
pub mod detail;
mod fact_list;
mod filter;
mod footer;
mod header;
mod input;
mod item_list;
pub mod loading;
mod map;
mod marks;
mod matrix;
mod pane;
mod priority_list;
pub mod render_context;
pub mod rich_text;
mod search;
mod sources;
pub mod text;
mod timeline;

use ratatui::{Frame, layout::Position};
use render_context::RenderContext;

use super::{
    app::App,
    layout::{MIN_SIZE, Pane, PaneAreas, ScreenLayout, ViewAreas, screen_layout},
    state::overlay::Overlay,
    styles::StyleRole,
};
use crate::{command::View, fit};

/// Draws a frame, and sets the terminal's cursor on the selected item: screen readers, braille displays and magnifiers follow it.
pub fn render(app: &App, frame: &mut Frame) {
    let mut context = RenderContext::new(frame.buffer_mut(), app.styles);
    render_screen(app, &mut context);
    let cursor = context.cursor;
    frame.set_cursor_position(cursor);
}

/// Draws the whole screen.
pub fn render_screen(app: &App, context: &mut RenderContext) {
    let shape = screen_layout(context.buffer.area.as_size());
    match (shape.pane_areas(), app.body()) {
        (Some(pane_areas), Some(body)) => render_parts(app, shape, &pane_areas, &body, context),
        _ => too_small(context),
    }
    context.to_ascii();
}

fn render_parts(
    app: &App,
    shape: ScreenLayout,
    pane_areas: &PaneAreas,
    body: &ViewAreas,
    context: &mut RenderContext,
) {
    let alone =
        matches!(shape, ScreenLayout::Single(_)) && app.view() == View::Areas && !covers(app);
    if alone {
        header::render_breadcrumb(app, body.header, context);
    } else {
        header::render(app, body.header, context);
    }
    match &app.overlay {
        Some(Overlay::Palette(commands)) => commands::render_palette(commands, body, context),
        Some(Overlay::Help(commands)) => commands::render_help(commands, body, context),
        Some(Overlay::Filter(list)) => filter::render(list, body, context),
        Some(Overlay::Marks(selected)) => marks::render(app, *selected, body, context),
        Some(Overlay::Text(page)) => text::render(app, page, context),
        None | Some(Overlay::Jump(_) | Overlay::Date(_) | Overlay::Save(_)) => {
            render_view(app, shape, pane_areas, context);
        }
    }
    // Last, since a line that is typed in there has the cursor.
    footer::render(app, body.footer, context);
}

/// Whether the view is hidden by what lies over it.
fn covers(app: &App) -> bool {
    !matches!(
        app.overlay,
        None | Some(Overlay::Jump(_) | Overlay::Date(_) | Overlay::Save(_))
    )
}

fn render_view(
    app: &App,
    shape: ScreenLayout,
    pane_areas: &PaneAreas,
    context: &mut RenderContext,
) {
    let Some(body) = super::layout::view_areas(app.size(), true) else {
        return;
    };
    match app.view() {
        View::Areas if matches!(shape, ScreenLayout::Single(_)) => {
            render_pane(app, app.focus(), pane_areas, context);
        }
        View::Areas => {
            // The pane that has the keys comes last: the cursor stands in it.
            let others = Pane::ALL.into_iter().filter(|&pane| pane != app.focus());
            for pane in others.chain([app.focus()]) {
                render_pane(app, pane, pane_areas, context);
            }
            pane::join_borders(pane_areas, context);
        }
        View::Matrix => matrix::render(app, &body, context),
        View::Map => map::render(app, &body, context),
        View::Timeline => timeline::render(app, &body, context),
        View::Compare => compare::render(app, &body, context),
        View::Sources => sources::render(app, &body, context),
        View::Search => search::render(app, &body, context),
    }
}

fn render_pane(app: &App, pane: Pane, pane_areas: &PaneAreas, context: &mut RenderContext) {
    match pane {
        Pane::Areas => area_list::render(app, pane_areas, context),
        Pane::Priorities => priority_list::render(app, pane_areas, context),
        Pane::Facts => fact_list::render(app, pane_areas, context),
        Pane::Detail => detail::render_scrolled(app, pane_areas.pane(Pane::Detail), context),
    }
}

fn too_small(context: &mut RenderContext) {
    let area = context.buffer.area;
    if area.is_empty() {
        return;
    }
    let words = [
        format!(
            "Enlarge to {}x{} or press q",
            MIN_SIZE.width, MIN_SIZE.height
        ),
        "Enlarge: q quits".into(),
        "q quits".into(),
    ];
    let columns = usize::from(area.width);
    let line = words
        .iter()
        .find(|words| fit::text_width(words) <= columns)
        .unwrap_or(&words[2]);
    context.put_str(
        0,
        0,
        &fit::elide_end(line, columns),
        columns,
        StyleRole::Emphasis,
    );
    context.cursor = Position::ORIGIN;
}
