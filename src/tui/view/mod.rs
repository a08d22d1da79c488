//! Views: pure functions of the state. They hold nothing of their own and change nothing.

pub mod canvas;
mod chapters;
mod commands;
mod compare;
pub mod detail;
mod entries;
mod filter;
mod footer;
mod header;
mod input;
mod list;
pub mod loading;
mod map;
mod marks;
mod matrix;
mod pane;
pub mod prose;
mod search;
mod sources;
mod subjects;
pub mod text;
mod timeline;

use canvas::Canvas;
use ratatui::{Frame, layout::Position};

use super::{
    app::App,
    layout::{Body, Layout, Pane, Places, SMALLEST, layout},
    look::Role,
    state::over::Over,
};
use crate::{command::View, fit};

/// Draws a frame, and sets the terminal's cursor on the selected item: screen readers, braille displays and magnifiers follow it.
pub fn draw(app: &App, frame: &mut Frame) {
    let mut canvas = Canvas::new(frame.buffer_mut(), app.look);
    draw_screen(app, &mut canvas);
    let cursor = canvas.cursor;
    frame.set_cursor_position(cursor);
}

/// Draws the whole screen.
pub fn draw_screen(app: &App, canvas: &mut Canvas) {
    let shape = layout(canvas.buffer.area.as_size());
    match (shape.places(), app.body()) {
        (Some(places), Some(body)) => draw_parts(app, shape, &places, &body, canvas),
        _ => too_small(canvas),
    }
    canvas.to_ascii();
}

fn draw_parts(app: &App, shape: Layout, places: &Places, body: &Body, canvas: &mut Canvas) {
    let alone = matches!(shape, Layout::OnePane(_)) && app.view() == View::Areas && !covers(app);
    if alone {
        header::draw_breadcrumb(app, body.header, canvas);
    } else {
        header::draw(app, body.header, canvas);
    }
    match &app.over {
        Some(Over::Palette(commands)) => commands::draw_palette(commands, body, canvas),
        Some(Over::Help(commands)) => commands::draw_help(commands, body, canvas),
        Some(Over::Filter(list)) => filter::draw(list, body, canvas),
        Some(Over::Marks(selected)) => marks::draw(app, *selected, body, canvas),
        Some(Over::Text(page)) => text::draw(app, page, canvas),
        None | Some(Over::Jump(_) | Over::Date(_) | Over::Save(_)) => {
            draw_view(app, shape, places, canvas)
        }
    }
    // Last, since a line that is typed in there has the cursor.
    footer::draw(app, body.footer, canvas);
}

/// Whether the view is hidden by what lies over it.
fn covers(app: &App) -> bool {
    !matches!(
        app.over,
        None | Some(Over::Jump(_) | Over::Date(_) | Over::Save(_))
    )
}

fn draw_view(app: &App, shape: Layout, places: &Places, canvas: &mut Canvas) {
    let Some(body) = super::layout::body(app.size(), true) else {
        return;
    };
    match app.view() {
        View::Areas if matches!(shape, Layout::OnePane(_)) => {
            draw_pane(app, app.focus(), places, canvas)
        }
        View::Areas => {
            // The pane that has the keys comes last: the cursor stands in it.
            let others = Pane::ALL.into_iter().filter(|&pane| pane != app.focus());
            for pane in others.chain([app.focus()]) {
                draw_pane(app, pane, places, canvas);
            }
            pane::join_borders(places, canvas);
        }
        View::Matrix => matrix::draw(app, &body, canvas),
        View::Map => map::draw(app, &body, canvas),
        View::Timeline => timeline::draw(app, &body, canvas),
        View::Compare => compare::draw(app, &body, canvas),
        View::Sources => sources::draw(app, &body, canvas),
        View::Search => search::draw(app, &body, canvas),
    }
}

fn draw_pane(app: &App, pane: Pane, places: &Places, canvas: &mut Canvas) {
    match pane {
        Pane::Subjects => subjects::draw(app, places, canvas),
        Pane::Chapters => chapters::draw(app, places, canvas),
        Pane::Entries => entries::draw(app, places, canvas),
        Pane::Detail => detail::draw_scrolled(app, places.pane(Pane::Detail), canvas),
    }
}

fn too_small(canvas: &mut Canvas) {
    let area = canvas.buffer.area;
    if area.is_empty() {
        return;
    }
    let words = [
        format!(
            "Enlarge to {}x{} or press q",
            SMALLEST.width, SMALLEST.height
        ),
        "Enlarge: q quits".into(),
        "q quits".into(),
    ];
    let columns = usize::from(area.width);
    let line = words
        .iter()
        .find(|words| fit::width(words) <= columns)
        .unwrap_or(&words[2]);
    canvas.text(0, 0, &fit::cut(line, columns), columns, Role::Strong);
    canvas.cursor = Position::ORIGIN;
}
