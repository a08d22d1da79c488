//! What all panes have in common: a title above, a border on the left.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::{
    fit,
    tui::{
        layout::{Pane, Places},
        look::Role,
    },
};

/// Draws a pane's title row and border. The pane that has the keys has its title in brackets.
/// Of the remarks the first that fits stands on the right.
pub(super) fn draw(
    place: Rect,
    title: &str,
    remarks: &[String],
    focused: bool,
    canvas: &mut Canvas,
) {
    let columns = usize::from(place.width);
    for x in place.left()..place.right() {
        canvas.sign(x, place.y, "─", Role::Line);
    }
    if place.x > 0 {
        canvas.sign(place.x, place.y, "┬", Role::Line);
        for y in place.top() + 1..place.bottom() {
            canvas.sign(place.x, y, "│", Role::Line);
        }
    }
    let title = if focused {
        format!("[{title}]")
    } else {
        format!(" {title} ")
    };
    let room = columns.saturating_sub(2);
    let title = fit::cut(&title, room);
    canvas.text(
        place.x + 1,
        place.y,
        &title,
        room,
        if focused { Role::Heading } else { Role::Plain },
    );
    let left = room.saturating_sub(fit::width(&title));
    let fits = |remark: &&String| !remark.is_empty() && fit::width(remark) + 2 <= left;
    if let Some(remark) = remarks.iter().find(fits) {
        let remark = format!(" {remark} ");
        let x = place.right() - u16::try_from(fit::width(&remark)).unwrap_or(0);
        canvas.text(x, place.y, &remark, left, Role::Plain);
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
pub(super) fn join_borders(places: &Places, canvas: &mut Canvas) {
    let detail = places.pane(Pane::Detail);
    for pane in [Pane::Chapters, Pane::Entries] {
        let place = places.pane(pane);
        if place.bottom() == detail.y && canvas.buffer[(place.x, detail.y)].symbol() == "─" {
            canvas.sign(place.x, detail.y, "┴", Role::Line);
        }
    }
}
