//! Views: pure functions of the state. They hold nothing of their own and change nothing.

pub mod chapters;
pub mod detail;
pub mod entries;
pub mod footer;
pub mod header;
pub mod help;
pub mod list;
pub mod pane;
pub mod subjects;

use ratatui::{Frame, buffer::Buffer, layout::Position};

use super::{
    app::App,
    layout::{Layout, Pane, SMALLEST, layout},
    look,
};
use crate::fit;

/// Draws a frame, and sets the terminal's cursor on the selected item: screen readers, braille displays and magnifiers follow it.
pub fn draw(app: &App, frame: &mut Frame) {
    let cursor = draw_screen(app, frame.buffer_mut());
    frame.set_cursor_position(cursor);
}

fn draw_screen(app: &App, buffer: &mut Buffer) -> Position {
    let shape = layout(buffer.area.as_size());
    let Some(places) = shape.places() else { return too_small(buffer) };
    footer::draw(app, places.footer, buffer);
    if let Some(top) = app.help_top() {
        header::draw_help(app, places.header, buffer);
        return help::draw(app, top, &places, buffer);
    }
    if matches!(shape, Layout::OnePane(_)) {
        header::draw_breadcrumb(app, places.header, buffer);
        return draw_pane(app, app.focus(), &places, buffer);
    }
    header::draw(app, places.header, buffer);
    let mut cursor = Position::ORIGIN;
    for pane in Pane::ALL {
        let at = draw_pane(app, pane, &places, buffer);
        if pane == app.focus() {
            cursor = at;
        }
    }
    pane::join_borders(&places, buffer);
    cursor
}

fn draw_pane(app: &App, pane: Pane, places: &super::layout::Places, buffer: &mut Buffer) -> Position {
    match pane {
        Pane::Subjects => subjects::draw(app, places, buffer),
        Pane::Chapters => chapters::draw(app, places, buffer),
        Pane::Entries => entries::draw(app, places, buffer),
        Pane::Detail => detail::draw(app, places, buffer),
    }
}

fn too_small(buffer: &mut Buffer) -> Position {
    let area = buffer.area;
    if area.is_empty() {
        return Position::ORIGIN;
    }
    let words = [format!("Enlarge to {}x{} or press q", SMALLEST.width, SMALLEST.height), "Enlarge: q quits".into(), "q quits".into()];
    let columns = usize::from(area.width);
    let line = words.iter().find(|words| fit::width(words) <= columns).unwrap_or(&words[2]);
    buffer.set_stringn(0, 0, fit::cut(line, columns), columns, look::STRONG);
    Position::ORIGIN
}
