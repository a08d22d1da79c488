//! Every publication by date, and what rests on the one that is open.

use super::{
    canvas::Canvas,
    detail,
    list::{List, Row, columns},
};
use crate::{
    dataset::{Item, Slot},
    fit,
    query::{describe::name_of, sources::publications},
    tui::{app::App, layout::Body},
};

/// Draws the view.
pub(super) fn draw(app: &App, body: &Body, canvas: &mut Canvas) {
    let columns = columns(body.main).saturating_sub(2);
    let publications = publications(app.world(), app.filter());
    let resting =
        |slot: Slot| publications.iter().find(|publication| Slot::Source(publication.index) == slot).map_or(0, |found| found.resting);
    let mut rows = Vec::new();
    for (item, &slot) in app.sources.rows.items().iter().enumerate() {
        let (text, indent) = match app.dataset().item(slot) {
            Item::Source(source) => (format!("{}: {}, {} ({})", source.published, source.title, source.publisher, resting(slot)), ""),
            _ => (format!("{}: {}", app.dataset().reference(slot), name_of(app.world(), slot)), "    "),
        };
        let lines = fit::wrap_to(&text, columns.saturating_sub(indent.len()), 2);
        rows.extend(
            lines
                .into_iter()
                .enumerate()
                .map(|(line, text)| Row::item(item, format!("{indent}{}{text}", if line == 0 { "" } else { "  " }))),
        );
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
