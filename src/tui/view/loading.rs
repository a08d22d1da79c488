//! How far the reading of a large file is.

use ratatui::{Frame, layout::Position};

use super::canvas::Canvas;
use crate::{
    fit,
    tui::look::{Look, Role},
};

/// Draws the name of what is read, a bar, and what keys do meanwhile.
pub fn draw(name: &str, part: f64, leaves: bool, look: Look, frame: &mut Frame) {
    let mut canvas = Canvas::new(frame.buffer_mut(), look);
    let area = canvas.buffer.area;
    if area.is_empty() {
        return;
    }
    let columns = usize::from(area.width);
    let bar = columns.min(60).saturating_sub(8);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a part of the width"
    )]
    let [filled, percent] =
        [bar as f64, 100.0].map(|whole| (part.clamp(0.0, 1.0) * whole) as usize);
    let what = if part < 1.0 { "Reading" } else { "Checking" };
    let lines = [
        (format!("{what} {name}"), Role::Strong),
        (
            format!(
                "{}{} {percent:>3} %",
                "█".repeat(filled),
                "░".repeat(bar - filled)
            ),
            Role::There,
        ),
        (
            if leaves {
                "q leaves".to_string()
            } else {
                String::new()
            },
            Role::Plain,
        ),
    ];
    let top = area.height.saturating_sub(3) / 2;
    for (y, (line, role)) in (top..area.height).zip(&lines) {
        let line = fit::cut(line, columns);
        let left = (columns - fit::width(&line)) / 2;
        canvas.text(u16::try_from(left).unwrap_or(0), y, &line, columns, *role);
    }
    canvas.to_ascii();
    frame.set_cursor_position(Position::new(0, top));
}
