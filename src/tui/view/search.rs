//! Answers as one types, grouped by area, what matches marked.

use super::{
    canvas::Canvas,
    detail, input,
    list::{List, Row, columns, near},
};
use crate::{
    fit,
    query::describe::{kind_of, name_of},
    tui::{app::App, layout::Body},
};

/// Draws the view.
pub(super) fn draw(app: &App, body: &Body, canvas: &mut Canvas) {
    let search = &app.search;
    let (line, place) = input::split(body.main);
    let columns = columns(place).saturating_sub(2);
    let question = search.question();
    let mut rows = Vec::new();
    let mut group = None;
    for item in near(search.hits.place(), search.hits.items().len(), 1, place) {
        let hit = search.hits.items()[item];
        let area = hit.slot.area();
        if group != Some(area) {
            group = Some(area);
            rows.push(Row::heading(
                area.map_or("The programme", |area| &app.dataset().area(area).name)
                    .to_string(),
            ));
        }
        let kind = kind_of(app.world(), hit.slot);
        let text = format!("{kind}: {}", name_of(app.world(), hit.slot));
        let mut lines = fit::wrap_to(&text, columns, 2);
        // Where it matched is said only if it can't be seen.
        if question.marks(&text).is_empty()
            && let Some(last) = lines.last_mut()
        {
            *last = fit::cut(&format!("{last} [{}]", hit.field), columns).into_owned();
        }
        rows.extend(lines.into_iter().enumerate().map(|(line, text)| {
            let text = format!("{}{text}", if line == 0 { "" } else { "  " });
            Row {
                marks: question.marks(&text),
                ..Row::item(item, text)
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
    List {
        place,
        pane: None,
        title: "Search",
        remark: &match (count, searching) {
            (0, _) => String::new(),
            (_, true) => format!("{count} found so far"),
            (_, false) => format!("{count} found"),
        },
        rows,
        selected: search.hits.place(),
        count,
        focused: search.in_list,
        empty: &empty,
    }
    .draw(canvas);
    input::draw("Find: ", &search.typed, line, !search.in_list, canvas);
    if let (Some(place), Some(slot)) = (body.detail, search.slot()) {
        detail::draw(app, slot, place, canvas);
    }
}
