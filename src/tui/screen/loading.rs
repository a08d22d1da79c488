//! The screen while a large dataset is loading.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    widgets::{LineGauge, Widget},
};

use crate::{
    text::{elide_end, text_width},
    tui::{
        layout::cells,
        styles::{StyleRole, Styles},
        symbols,
        widgets::RenderContext,
    },
};

/// The widest gauge, in columns.
const MAX_GAUGE: u16 = 60;

/// Renders the name of the file, a gauge of `fraction` (from 0 to 1), and a hint. Returns the position of the cursor.
pub fn render(
    name: &str,
    fraction: f64,
    hint: &str,
    styles: Styles,
    buffer: &mut Buffer,
) -> Position {
    let mut context = RenderContext::new(buffer, styles);
    let area = context.buffer.area;
    if area.is_empty() {
        return Position::ORIGIN;
    }
    let top = area.height.saturating_sub(3) / 2;
    let step = if fraction < 1.0 {
        "Reading"
    } else {
        "Checking"
    };
    render_centred(
        &format!("{step} {name}"),
        top,
        StyleRole::Emphasis,
        &mut context,
    );
    if top + 1 < area.height {
        render_gauge(fraction.clamp(0.0, 1.0), top + 1, &mut context);
    }
    if top + 2 < area.height {
        render_centred(hint, top + 2, StyleRole::Plain, &mut context);
    }
    if styles.ascii {
        symbols::replace_non_ascii(context.buffer);
    }
    Position::new(0, top)
}

fn render_centred(text: &str, y: u16, role: StyleRole, context: &mut RenderContext) {
    let columns = usize::from(context.buffer.area.width);
    let text = elide_end(text, columns);
    let x = cells((columns - text_width(&text)) / 2);
    context.put_str(x, y, &text, columns, role);
}

fn render_gauge(fraction: f64, y: u16, context: &mut RenderContext) {
    let columns = context.buffer.area.width;
    let width = columns.min(MAX_GAUGE);
    let style = context.styles.style(StyleRole::Present);
    let area = Rect {
        x: (columns - width) / 2,
        y,
        width,
        height: 1,
    };
    LineGauge::default()
        .ratio(fraction)
        .filled_symbol("█")
        .unfilled_symbol("░")
        .filled_style(style)
        .unfilled_style(style)
        .style(style)
        .render(area, context.buffer);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gauge_shows_the_fraction_above_a_hint() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 5));
        let cursor = render(
            "facts.json",
            0.5,
            "Press q to quit",
            Styles::default(),
            &mut buffer,
        );
        assert_eq!(cursor, Position::new(0, 1));
        buffer.set_style(buffer.area, ratatui::style::Style::reset());
        let mut expected = Buffer::with_lines([
            "                    ",
            " Reading facts.json ",
            " 50% ███████░░░░░░░░",
            "  Press q to quit   ",
            "                    ",
        ]);
        expected.set_style(expected.area, ratatui::style::Style::reset());
        assert_eq!(buffer, expected);
    }
}
