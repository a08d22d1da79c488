//! The pane with the whole text of what is selected, and who says so.

use ratatui::{buffer::Buffer, layout::Position, style::Style};

use super::pane;
use crate::{
    fit,
    query::{
        describe::{Description, describe, source_line},
        world::World,
    },
    tui::{
        app::App,
        layout::{Pane, Places},
        look,
    },
};

/// A line of the detail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its text.
    pub text: String,
    /// How many columns at its start are set off from the rest: a label, or the whole of a title.
    strong: usize,
}

/// Draws the pane. Gives the first cell of the first line that is shown.
pub fn draw(app: &App, places: &Places, buffer: &mut Buffer) -> Position {
    let content = places.content(Pane::Detail);
    let (columns, height) = (usize::from(content.width), usize::from(content.height));
    let description = describe(World::now(app.dataset()), app.slot());
    let lines = wrap(app, &description, columns);
    let top = app.detail_top();
    let (above, below) = (top > 0, top + height < lines.len());
    let mut remarks = vec![description.reference.clone()];
    if above || below {
        let arrows = pane::arrows(above, below);
        let position = format!("{}-{} of {}{arrows}", top + 1, (top + height).min(lines.len()), lines.len());
        remarks = vec![format!("{} · {position}", description.reference), position, arrows];
    }
    pane::draw(places.pane(Pane::Detail), &description.kind, &remarks, app.focus() == Pane::Detail, buffer);
    for (y, line) in (content.y..content.bottom()).zip(lines.iter().skip(top)) {
        buffer.set_stringn(content.x, y, &line.text, columns, Style::new());
        let strong = u16::try_from(line.strong).unwrap_or(u16::MAX).min(content.width);
        buffer.set_style(ratatui::layout::Rect { x: content.x, y, width: strong, height: 1 }, look::STRONG);
    }
    content.as_position()
}

/// The lines of what the detail shows, in so many columns.
#[must_use]
pub fn lines(app: &App, columns: usize) -> Vec<Line> {
    wrap(app, &describe(World::now(app.dataset()), app.slot()), columns)
}

fn wrap(app: &App, description: &Description, columns: usize) -> Vec<Line> {
    let mut lines: Vec<Line> =
        fit::wrap(&description.title, columns).into_iter().map(|text| Line { strong: columns, text: text.into_owned() }).collect();
    for field in &description.fields {
        labelled(field.label, &field.value, columns, &mut lines);
    }
    for citation in &description.cites {
        let source = app.dataset().source(&citation.source);
        let mut value = format!("{}: {}", source_line(source), citation.at);
        match &source.address {
            Some(address) => value.push_str(&format!(". {address}")),
            None => value.push_str(". Address not known"),
        }
        labelled("Source", &value, columns, &mut lines);
    }
    labelled("Reference", &description.reference, columns, &mut lines);
    lines
}

fn labelled(label: &'static str, value: &str, columns: usize, lines: &mut Vec<Line>) {
    let text = format!("{label}: {value}");
    let options = textwrap::Options::new(columns.max(4)).subsequent_indent("  ");
    for (place, line) in textwrap::wrap(&text, options).into_iter().enumerate() {
        lines.push(Line { text: line.into_owned(), strong: if place == 0 { label.len() + 1 } else { 0 } });
    }
}
