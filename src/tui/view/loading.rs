//! How far the reading of a large file is.

use ratatui::{Frame, layout::Position};

use super::render_context::RenderContext;
use crate::{
    fit,
    tui::styles::{StyleRole, Styles},
};

/// Renders the name of the file, a bar for the part that is read (0 to 1), and a hint below.
pub fn render(name: &str, part: f64, hint: &str, styles: Styles, frame: &mut Frame) {
    let mut context = RenderContext::new(frame.buffer_mut(), styles);
    let area = context.buffer.area;
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
        (format!("{what} {name}"), StyleRole::Emphasis),
        (
            format!(
                "{}{} {percent:>3} %",
                "█".repeat(filled),
                "░".repeat(bar - filled)
            ),
            StyleRole::Present,
        ),
        (hint.to_string(), StyleRole::Plain),
    ];
    let top = area.height.saturating_sub(3) / 2;
    for (y, (line, role)) in (top..area.height).zip(&lines) {
        let line = fit::elide_end(line, columns);
        let left = (columns - fit::text_width(&line)) / 2;
        context.put_str(u16::try_from(left).unwrap_or(0), y, &line, columns, *role);
    }
    context.to_ascii();
    frame.set_cursor_position(Position::new(0, top));
}
