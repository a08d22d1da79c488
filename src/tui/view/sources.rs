//! Every publication by date, and what rests on the one that is open.

use super::{
    detail,
    item_list::{ItemList, ListRow, columns, near},
    render_context::RenderContext,
};
use crate::{
    dataset::Item,
    fit,
    query::describe::name_of,
    tui::{app::App, layout::ViewAreas},
};

/// Draws the view.
pub(super) fn render(app: &App, body: &ViewAreas, context: &mut RenderContext) {
    let columns = columns(body.main).saturating_sub(2);
    let mut rows = Vec::new();
    let sources = &app.sources;
    for row in near(
        sources.rows.selected_index(),
        sources.rows.items().len(),
        1,
        body.main,
    ) {
        let item = sources.rows.items()[row];
        let (text, indent) = match app.dataset().item(item) {
            Item::Source(source) => {
                let citation_count = sources.citation_count(item);
                (
                    format!(
                        "{}: {}, {} ({citation_count})",
                        source.published, source.title, source.publisher
                    ),
                    "",
                )
            }
            _ => (
                format!(
                    "{}: {}",
                    app.dataset().reference(item),
                    name_of(app.snapshot(), item)
                ),
                "    ",
            ),
        };
        let lines = fit::wrap_lines(&text, columns.saturating_sub(indent.len()), 2);
        rows.extend(lines.into_iter().enumerate().map(|(line, text)| {
            ListRow::item(
                row,
                format!("{indent}{}{text}", if line == 0 { "" } else { "  " }),
            )
        }));
    }
    ItemList {
        rect: body.main,
        pane: None,
        title: "Publications, and how many facts rest on each",
        remark: "",
        rows,
        selected: app.sources.rows.selected_index(),
        count: app.sources.rows.items().len(),
        focused: true,
        empty: "none",
    }
    .render(context);
    if let Some(rect) = body.detail {
        detail::render(app, app.selected_item(), rect, context);
    }
}
