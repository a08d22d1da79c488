//! Rendering of a page in any format.

use super::{
    csv,
    format::{Format, TextLayout},
    html, json, markdown,
    page::Page,
    text,
};
use crate::query::snapshot::Snapshot;

/// Renders a page. Only the text format depends on the layout.
#[must_use]
pub fn render(snapshot: Snapshot, page: &Page, format: Format, layout: TextLayout) -> String {
    match format {
        Format::Text => text::render(page, layout),
        Format::Markdown => markdown::render(page),
        Format::Html => html::render(page),
        Format::Csv => csv::render(page),
        Format::Json => json::render(snapshot, page),
        Format::Jsonl => json::render_lines(snapshot, page),
    }
}
