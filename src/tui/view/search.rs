//! Answers as one types, grouped by area, what matches marked.

use super::{
    detail, input,
    item_list::{ItemList, ListRow, columns, near},
    render_context::RenderContext,
};
use crate::{
    fit,
    query::describe::{kind_of, name_of},
    tui::{app::App, layout::ViewAreas},
};

/// Draws the view.
pub(super) fn render(app: &App, body: &ViewAreas, context: &mut RenderContext) {
    let search = &app.search;
    let (line, rect) = input::split(body.main);
    let columns = columns(rect).saturating_sub(2);
    let question = search.question();
    let mut rows = Vec::new();
    let mut group = None;
    for item in near(
        search.hits.selected_index(),
        search.hits.items().len(),
        1,
        rect,
    ) {
        let hit = search.hits.items()[item];
        let area = hit.item.area();
        if group != Some(area) {
            group = Some(area);
            rows.push(ListRow::heading(
                area.map_or("The programme", |area| &app.dataset().area(area).name)
                    .to_string(),
            ));
        }
        let kind = kind_of(app.snapshot(), hit.item);
        let text = format!("{kind}: {}", name_of(app.snapshot(), hit.item));
        let mut lines = fit::wrap_lines(&text, columns, 2);
        // Where it matched is said only if it can't be seen.
        if question.highlights(&text).is_empty()
            && let Some(last) = lines.last_mut()
        {
            *last = fit::elide_end(&format!("{last} [{}]", hit.field), columns).into_owned();
        }
        rows.extend(lines.into_iter().enumerate().map(|(line, text)| {
            let text = format!("{}{text}", if line == 0 { "" } else { "  " });
            ListRow {
                marks: question.highlights(&text),
                ..ListRow::item(item, text)
            }
        }));
    }
    let count = search.hits.items().len();
    let searching = search.wanted().is_some();
    let empty = match (search.typed.is_empty(), search.near.is_empty()) {
        _ if searching => "searching".to_string(),
        (true, _) => "type words in any order, or a \"phrase\"".to_string(),
        (false, true) => "nothing matches".to_string(),
        (false, false) => format!(
            "nothing matches; words that occur: {}",
            search.near.join(", ")
        ),
    };
    ItemList {
        rect,
        pane: None,
        title: "Search",
        remark: &match (count, searching) {
            (0, _) => String::new(),
            (_, true) => format!("{count} found so far"),
            (_, false) => format!("{count} found"),
        },
        rows,
        selected: search.hits.selected_index(),
        count,
        focused: search.in_list,
        empty: &empty,
    }
    .render(context);
    input::render("Find: ", &search.typed, line, !search.in_list, context);
    if let (Some(rect), Some(item)) = (body.detail, search.selected_item()) {
        detail::render(app, item, rect, context);
    }
}
