//! The places that were marked.

use super::{
    item_list::{ItemList, ListRow, columns},
    render_context::RenderContext,
};
use crate::{
    fit,
    query::describe::name_of,
    tui::{app::App, layout::ViewAreas, state::history::Location},
};

/// Draws the list.
pub(super) fn render(app: &App, selected: usize, body: &ViewAreas, context: &mut RenderContext) {
    let columns = columns(body.main);
    let text = |location: &Location| {
        let text = format!(
            "{}: {}, {}",
            location.view.name(),
            app.dataset().reference(location.item),
            name_of(app.snapshot(), location.item)
        );
        fit::elide_end(&text, columns).into_owned()
    };
    ItemList {
        rect: body.main,
        pane: None,
        title: "Marked places",
        remark: "kept while the program runs",
        rows: app
            .history
            .marks
            .iter()
            .enumerate()
            .map(|(item, location)| ListRow::item(item, text(location)))
            .collect(),
        selected,
        count: app.history.marks.len(),
        focused: true,
        empty: "none yet: m marks the place where one is",
    }
    .render(context);
}
