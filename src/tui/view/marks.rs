//! The places that were marked.

use super::{
    canvas::Canvas,
    list::{List, Row, columns},
};
use crate::{
    fit,
    query::describe::name_of,
    tui::{app::App, layout::Body, state::places::Place},
};

/// Draws the list.
pub(super) fn draw(app: &App, selected: usize, body: &Body, canvas: &mut Canvas) {
    let columns = columns(body.main);
    let text = |place: &Place| {
        let text = format!(
            "{}: {}, {}",
            place.view.name(),
            app.dataset().reference(place.slot),
            name_of(app.world(), place.slot)
        );
        fit::cut(&text, columns).into_owned()
    };
    List {
        place: body.main,
        pane: None,
        title: "Marked places",
        remark: "kept while the program runs",
        rows: app
            .places
            .marks
            .iter()
            .enumerate()
            .map(|(item, place)| Row::item(item, text(place)))
            .collect(),
        selected,
        count: app.places.marks.len(),
        focused: true,
        empty: "none yet: m marks the place where one is",
    }
    .draw(canvas);
}
