//! What all panes have in common: a title above, a border on the left.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    fit,
    tui::{
        layout::{Pane, Places},
        look,
    },
};

/// Draws a pane's title row and border. The pane that has the keys has its title in brackets.
/// Of the remarks the first that fits stands on the right.
pub fn draw(place: Rect, title: &str, remarks: &[String], focused: bool, buffer: &mut Buffer) {
    let columns = usize::from(place.width);
    for x in place.left()..place.right() {
        buffer[(x, place.y)].set_symbol("─");
    }
    if place.x > 0 {
        buffer[(place.x, place.y)].set_symbol("┬");
        for y in place.top() + 1..place.bottom() {
            buffer[(place.x, y)].set_symbol("│");
        }
    }
    let title = if focused { format!("[{title}]") } else { format!(" {title} ") };
    let room = columns.saturating_sub(2);
    let title = fit::cut(&title, room);
    buffer.set_stringn(place.x + 1, place.y, &title, room, if focused { look::STRONG } else { look::PLAIN });
    let left = room.saturating_sub(fit::width(&title));
    let fits = |remark: &&String| !remark.is_empty() && fit::width(remark) + 2 <= left;
    if let Some(remark) = remarks.iter().find(fits) {
        let remark = format!(" {remark} ");
        let x = place.right() - u16::try_from(fit::width(&remark)).unwrap_or(0);
        buffer.set_stringn(x, place.y, remark, left, look::PLAIN);
    }
}

/// Signs that there is more above and below.
#[must_use]
pub fn arrows(above: bool, below: bool) -> String {
    format!("{}{}", if above { "↑" } else { "" }, if below { "↓" } else { "" })
}

/// Where the detail lies below the lists, lets their borders end in its title row.
pub fn join_borders(places: &Places, buffer: &mut Buffer) {
    let detail = places.pane(Pane::Detail);
    for pane in [Pane::Chapters, Pane::Entries] {
        let place = places.pane(pane);
        if place.bottom() == detail.y && buffer[(place.x, detail.y)].symbol() == "─" {
            buffer[(place.x, detail.y)].set_symbol("┴");
        }
    }
}
