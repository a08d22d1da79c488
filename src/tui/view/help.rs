//! What the keys do, from the table.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::pane;
use crate::{
    command::{self, Mode},
    fit,
    tui::{
        app::App,
        layout::{Pane, Places},
        look,
    },
};

/// Where the help's lines stand.
#[must_use]
pub fn room(places: &Places) -> Rect {
    let left = places.pane(Pane::Subjects);
    Rect { x: 0, y: left.y, width: places.header.width, height: places.footer.y - left.y }
}

/// The help in lines of so many columns: each mode's rows, then the signs.
#[must_use]
pub fn lines(_: &App, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for mode in Mode::ALL {
        lines.push(mode.name().to_string());
        for row in command::rows(mode) {
            entry(&command::keys(row), row.what, columns, &mut lines);
        }
        lines.push(String::new());
    }
    lines.push("Signs".to_string());
    for (sign, meaning) in [
        (look::MARKER, "the selected item"),
        (look::PUBLISHED, "the plan is published"),
        (look::AWAITED, "the plan is awaited"),
        (look::UNKNOWN, "not known"),
        (fit::CUT, "there is more: the whole text stands in the detail"),
        ("↑ ↓", "there is more above, below"),
        ("(shared)", "several areas' plans have this action"),
        ("(area-wide)", "the action is for the area as a whole"),
    ] {
        entry(sign, meaning, columns, &mut lines);
    }
    lines
}

fn entry(term: &str, meaning: &str, columns: usize, lines: &mut Vec<String>) {
    const TERM: usize = 24;
    let indent = " ".repeat(if columns >= 60 { TERM + 2 } else { 4 });
    let options = textwrap::Options::new(columns.max(8)).subsequent_indent(&indent);
    let text = if columns >= 60 { format!("  {term:TERM$}{meaning}") } else { format!("  {term}: {meaning}") };
    lines.extend(textwrap::wrap(&text, options).into_iter().map(std::borrow::Cow::into_owned));
}

/// Draws the help from line `top` on. Gives the first cell of the first line that is shown.
pub fn draw(app: &App, top: usize, places: &Places, buffer: &mut Buffer) -> Position {
    let room = room(places);
    let columns = usize::from(room.width);
    let lines = lines(app, columns);
    for (y, line) in (room.y..room.bottom()).zip(lines.iter().skip(top)) {
        let style = if line.starts_with(' ') { look::PLAIN } else { look::STRONG };
        buffer.set_stringn(room.x, y, line, columns, style);
    }
    let height = usize::from(room.height);
    let (above, below) = (top > 0, top + height < lines.len());
    if above || below {
        let sign = format!(" {}", pane::arrows(above, below));
        let width = u16::try_from(fit::width(&sign)).unwrap_or(0);
        buffer.set_stringn(places.header.right() - width, places.footer.y, sign, columns, look::STRONG);
    }
    room.as_position()
}
