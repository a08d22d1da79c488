//! The last row: the keys that matter here, from the table.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    command, fit,
    tui::{app::App, look},
};

/// Draws as many entries as fit, the most needed first.
pub fn draw(app: &App, place: Rect, buffer: &mut Buffer) {
    let mut x = place.x;
    for (key, name) in command::footer(app.mode()) {
        let key = key.to_string();
        let columns = fit::width(&key) + 1 + fit::width(name);
        if usize::from(x) + columns > usize::from(place.right()) {
            break;
        }
        let (after_key, _) = buffer.set_stringn(x, place.y, key, columns, look::STRONG);
        let (after_name, _) = buffer.set_stringn(after_key + 1, place.y, name, columns, look::PLAIN);
        x = after_name + 2;
    }
}
