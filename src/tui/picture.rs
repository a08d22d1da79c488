//! Pictures of a screen: text, text with colours, or SVG.

use ratatui::{
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{layout::cells, styles::Background};
use crate::text::is_noncharacter;

/// Adjacent cells with the same style.
struct Run<'b> {
    /// The column of the first cell.
    column: u16,
    /// The width in columns.
    width: u16,
    text: String,
    like: &'b Cell,
}

/// Returns the rows of a screen as runs.
fn rows(buffer: &Buffer) -> impl Iterator<Item = Vec<Run<'_>>> {
    (0..buffer.area.height).map(move |y| {
        let mut runs: Vec<Run> = Vec::new();
        let mut x = 0;
        while x < buffer.area.width {
            let cell = &buffer[(x, y)];
            let width = cells(cell.symbol().width()).max(1);
            match runs.last_mut().filter(|run| {
                let look = |cell: &Cell| (cell.fg, cell.bg, cell.modifier);
                look(run.like) == look(cell)
            }) {
                Some(run) => {
                    run.text.push_str(cell.symbol());
                    run.width += width;
                }
                None => runs.push(Run {
                    column: x,
                    width,
                    text: cell.symbol().to_string(),
                    like: cell,
                }),
            }
            // A wide character covers the cell after it.
            x += width;
        }
        runs
    })
}

/// Returns the screen as text, a line for each row, without trailing blanks.
#[must_use]
pub fn text(buffer: &Buffer) -> String {
    rows(buffer)
        .map(|runs| {
            let line: String = runs.into_iter().map(|run| run.text).collect();
            format!("{}\n", line.trim_end())
        })
        .collect()
}

/// Returns the screen as text with ANSI colours and styles.
#[must_use]
pub fn ansi(buffer: &Buffer) -> String {
    let mut out = String::new();
    for runs in rows(buffer) {
        for run in runs {
            let codes = codes(run.like);
            if codes.is_empty() {
                out.push_str(&run.text);
            } else {
                out.push_str(&format!("\x1b[{}m{}\x1b[0m", codes.join(";"), run.text));
            }
        }
        out.push('\n');
    }
    out
}

fn codes(cell: &Cell) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for (modifier, code) in [
        (Modifier::BOLD, "1"),
        (Modifier::UNDERLINED, "4"),
        (Modifier::REVERSED, "7"),
    ] {
        if cell.modifier.contains(modifier) {
            codes.push(code.into());
        }
    }
    for (color, code) in [(cell.fg, 38), (cell.bg, 48)] {
        if let Color::Rgb(red, green, blue) = color {
            codes.push(format!("{code};2;{red};{green};{blue}"));
        }
    }
    codes
}

/// The size of a cell in pixels.
const WIDTH: u32 = 9;
const HEIGHT: u32 = 19;
/// The distance from the upper edge of a row to its baseline.
const BASE: u32 = 14;
const MARGIN: u32 = 10;

/// Returns the screen as an SVG image. Every run of letters is as wide as its cells, whatever the font.
#[must_use]
pub fn svg(buffer: &Buffer, title: &str, background: Background) -> String {
    let (paper, ink) = if background == Background::Light {
        ("#ffffff", "#1f2328")
    } else {
        ("#0d1117", "#e6edf3")
    };
    let (width, height) = (
        u32::from(buffer.area.width) * WIDTH + 2 * MARGIN,
        u32::from(buffer.area.height) * HEIGHT + 2 * MARGIN,
    );
    // With smooth edges, a scaled picture has seams between rectangles that touch.
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{title}\">\n\
         <title>{title}</title>\n<rect width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"{paper}\"/>\n\
         <g font-family=\"ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace\" font-size=\"15\" fill=\"{ink}\" xml:space=\"preserve\" shape-rendering=\"crispEdges\">\n",
        title = escape(title)
    );
    for (row, runs) in rows(buffer).enumerate() {
        let y = MARGIN + u32::from(cells(row)) * HEIGHT;
        for run in runs {
            draw_run(&run, y, ink, paper, &mut out);
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

fn draw_run(run: &Run, y: u32, ink: &str, paper: &str, out: &mut String) {
    let Run {
        column,
        width,
        text,
        like,
    } = run;
    let (x, length) = (
        MARGIN + u32::from(*column) * WIDTH,
        u32::from(*width) * WIDTH,
    );
    let hex = |color, default: &str| match color {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        _ => default.to_string(),
    };
    let mut colors = [hex(like.fg, ink), hex(like.bg, paper)];
    if like.modifier.contains(Modifier::REVERSED) {
        colors.reverse();
    }
    let [color, ground] = colors;
    if ground != paper {
        out.push_str(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{length}\" height=\"{HEIGHT}\" fill=\"{ground}\"/>\n"
        ));
    }
    let text = &draw_blocks(text, x, y, &color, out);
    let mut style = String::new();
    if color != ink {
        style.push_str(&format!(" fill=\"{color}\""));
    }
    if like.modifier.contains(Modifier::BOLD) {
        style.push_str(" font-weight=\"bold\"");
    }
    if like.modifier.contains(Modifier::UNDERLINED) {
        style.push_str(" text-decoration=\"underline\"");
    }
    // SVG collapses several blanks into one, so each part between them is positioned.
    let mut column = 0;
    for part in text.split("  ") {
        let bare = part.trim();
        let blanks = u32::from(cells(part.len() - part.trim_start().len()));
        let letters = u32::from(cells(bare.width()));
        if letters > 0 {
            out.push_str(&format!(
                "<text x=\"{}\" y=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"{style}>{}</text>\n",
                x + (column + blanks) * WIDTH,
                y + BASE,
                letters * WIDTH,
                escape(bare)
            ));
        }
        column += u32::from(cells(part.width())) + 2;
    }
}

/// The characters that fill quarters of a cell, each with its quarters: 1 upper left, 2 upper right, 4 lower left, 8 lower
/// right.
const BLOCKS: [(char, u8); 15] = [
    ('▘', 1),
    ('▝', 2),
    ('▀', 3),
    ('▖', 4),
    ('▌', 5),
    ('▞', 6),
    ('▛', 7),
    ('▗', 8),
    ('▚', 9),
    ('▐', 10),
    ('▜', 11),
    ('▄', 12),
    ('▙', 13),
    ('▟', 14),
    ('█', 15),
];

/// Draws block characters as rectangles, because those of fonts leave gaps between cells. Returns the text without them.
fn draw_blocks(text: &str, x: u32, y: u32, color: &str, out: &mut String) -> String {
    if !text.contains(|character| BLOCKS.iter().any(|(block, _)| *block == character)) {
        return text.to_string();
    }
    let mut rest = String::with_capacity(text.len());
    let mut column = 0;
    for character in text.chars() {
        match BLOCKS.iter().find(|(block, _)| *block == character) {
            Some((_, quarters)) => {
                draw_quarters(*quarters, x + column * WIDTH, y, color, out);
                rest.push(' ');
            }
            None => rest.push(character),
        }
        column += u32::from(cells(character.width().unwrap_or(0)));
    }
    rest
}

fn draw_quarters(quarters: u8, x: u32, y: u32, color: &str, out: &mut String) {
    // Half a cell is 4.5 pixels wide and 9.5 high: in tenths of a pixel there are no fractions.
    let (half_width, half_height) = (WIDTH * 5, HEIGHT * 5);
    let mut draw = |left: u32, top: u32, columns: u32, rows: u32| {
        let tenths = |tenths: u32| format!("{}.{}", tenths / 10, tenths % 10);
        out.push_str(&format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{color}\"/>\n",
            tenths(x * 10 + left * half_width),
            tenths(y * 10 + top * half_height),
            tenths(columns * half_width),
            tenths(rows * half_height),
        ));
    };
    let (upper, lower) = (quarters & 3, quarters >> 2);
    let row = |quarters: u8| (u32::from(quarters == 2), if quarters == 3 { 2 } else { 1 });
    if upper == lower {
        let (left, columns) = row(upper);
        draw(left, 0, columns, 2);
        return;
    }
    for (top, quarters) in [(0, upper), (1, lower)] {
        let (left, columns) = row(quarters);
        if quarters > 0 {
            draw(left, top, columns, 1);
        }
    }
}

fn escape(text: &str) -> String {
    // XML forbids U+FFFE and U+FFFF; no other character that it forbids reaches a cell.
    text.replace(is_noncharacter, "\u{fffd}")
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use ratatui::{layout::Rect, style::Style};

    use super::*;

    fn screen() -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 2));
        buffer.set_string(
            1,
            0,
            "<東> & co",
            Style::new()
                .fg(Color::Rgb(1, 2, 255))
                .add_modifier(Modifier::BOLD),
        );
        buffer.set_string(0, 1, "here", Style::new().add_modifier(Modifier::REVERSED));
        buffer
    }

    #[test]
    fn text_has_no_styles() {
        assert_eq!(text(&screen()), " <東> & co\nhere\n");
    }

    #[test]
    fn ansi_resets_every_style() {
        assert_eq!(
            ansi(&screen()),
            " \x1b[1;38;2;1;2;255m<東> & co\x1b[0m  \n\x1b[7mhere\x1b[0m        \n"
        );
    }

    #[test]
    fn backgrounds_are_drawn_behind_the_text() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        let style = Style::new().bg(Color::Rgb(29, 56, 84));
        buffer.set_string(1, 0, "ab", style);
        assert_eq!(ansi(&buffer), " \x1b[48;2;29;56;84mab\x1b[0m \n");
        let drawing = svg(&buffer, "", Background::Dark);
        let ground = "<rect x=\"19\" y=\"10\" width=\"18\" height=\"19\" fill=\"#1d3854\"/>";
        let (ground, text) = (drawing.find(ground), drawing.find(">ab<"));
        assert!(ground.is_some() && ground < text, "{drawing}");
    }

    #[test]
    fn block_characters_are_rectangles_without_gaps() {
        let mut blocks = Buffer::empty(Rect::new(0, 0, 3, 1));
        blocks.set_string(0, 0, "▐▙b", Style::new());
        let drawing = svg(&blocks, "", Background::Dark);
        for rect in [
            "x=\"14.5\" y=\"10.0\" width=\"4.5\" height=\"19.0\"",
            "x=\"19.0\" y=\"10.0\" width=\"4.5\" height=\"9.5\"",
            "x=\"19.0\" y=\"19.5\" width=\"9.0\" height=\"9.5\"",
        ] {
            assert!(drawing.contains(rect), "{rect} in {drawing}");
        }
        assert!(drawing.contains(">b</text>") && !drawing.contains('▙'));
        assert!(drawing.contains("shape-rendering=\"crispEdges\">"));
    }

    #[test]
    fn svg_is_escaped_and_keeps_the_grid() {
        let mut spread = Buffer::empty(Rect::new(0, 0, 12, 1));
        spread.set_string(0, 0, "a   b c ", Style::new());
        let drawing = svg(&spread, "", Background::Light);
        assert!(drawing.contains("<text x=\"10\" y=\"24\" textLength=\"9\" lengthAdjust=\"spacingAndGlyphs\">a</text>"), "{drawing}");
        assert!(drawing.contains("<text x=\"46\" y=\"24\" textLength=\"27\" lengthAdjust=\"spacingAndGlyphs\">b c</text>"), "{drawing}");
        let drawing = svg(&screen(), "a \"b\"", Background::Dark);
        assert!(drawing.contains("<text x=\"19\" y=\"24\" textLength=\"81\" lengthAdjust=\"spacingAndGlyphs\" fill=\"#0102ff\" font-weight=\"bold\">&lt;東&gt; &amp; co</text>"), "{drawing}");
        assert!(
            drawing
                .contains("<rect x=\"10\" y=\"29\" width=\"36\" height=\"19\" fill=\"#e6edf3\"/>"),
            "{drawing}"
        );
        assert!(drawing.contains("aria-label=\"a &quot;b&quot;\""));
    }
}
