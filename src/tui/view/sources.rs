//! Every publication by date, and what rests on the one that is open.

use super::{
    canvas::Canvas,
    detail,
    list::{List, Row, columns, near},
};
use crate::{
    dataset::Item,
    fit,
    query::describe::name_of,
    tui::{app::App, layout::Body},
};

/// Draws the view.
pub(super) fn draw(app: &App, body: &Body, canvas: &mut Canvas) {
    let columns = columns(body.main).saturating_sub(2);
    let mut rows = Vec::new();
    let sources = &app.sources;
    for item in near(
        sources.rows.place(),
        sources.rows.items().len(),
        1,
        body.main,
    ) {
        let slot = sources.rows.items()[item];
        let (text, indent) = match app.dataset().item(slot) {
            Item::Source(source) => {
                let resting = sources.resting(slot);
                (
                    format!(
                        "{}: {}, {} ({resting})",
                        source.published, source.title, source.publisher
                    ),
                    "",
                )
            }
            _ => (
                format!(
                    "{}: {}",
                    app.dataset().reference(slot),
                    name_of(app.world(), slot)
                ),
                "    ",
            ),
        };
        let lines = fit::wrap_to(&text, columns.saturating_sub(indent.len()), 2);
        rows.extend(lines.into_iter().enumerate().map(|(line, text)| {
            Row::item(
                item,
                format!("{indent}{}{text}", if line == 0 { "" } else { "  " }),
            )
        }));
    }
    List {
        place: body.main,
        pane: None,
        title: "Publications, and how many facts rest on each",
        remark: "",
        rows,
        selected: app.sources.rows.place(),
        count: app.sources.rows.items().len(),
        focused: true,
        empty: "none",
    }
    .draw(canvas);
    if let Some(place) = body.detail {
        detail::draw(app, app.slot(), place, canvas);
    }
}
