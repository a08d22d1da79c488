//! The pane of priorities: each with its title and its themes.

use super::{
    item_list::{ItemList, ListRow, columns, near},
    render_context::RenderContext,
};
use crate::{
    fit,
    query::outline::{AreaRow, PriorityRow},
    tui::{
        app::App,
        layout::{Pane, PaneAreas},
    },
};

/// Longer titles are cut, with a sign; the whole title stands in the detail.
const TITLE_LINES: usize = 2;

/// Draws the pane.
pub(super) fn render(app: &App, pane_areas: &PaneAreas, context: &mut RenderContext) {
    let rect = pane_areas.pane(Pane::Priorities);
    let priority_rows = &app.areas.priority_rows;
    let rows = near(
        priority_rows.selected_index(),
        priority_rows.items().len(),
        2,
        rect,
    )
    .flat_map(|item| {
        let texts = texts(app, priority_rows.items()[item], columns(rect));
        texts.into_iter().map(move |text| ListRow::item(item, text))
    });
    let programme = app.areas.area_rows.selected() == Some(AreaRow::Programme);
    ItemList {
        rect,
        pane: Some(Pane::Priorities),
        title: if programme {
            "The programme"
        } else {
            "Priorities"
        },
        remark: "",
        rows: rows.collect(),
        selected: priority_rows.selected_index(),
        count: priority_rows.items().len(),
        focused: app.focus() == Pane::Priorities,
        empty: "none known",
    }
    .render(context);
}

fn texts(app: &App, priority_row: PriorityRow, columns: usize) -> Vec<String> {
    let dataset = app.dataset();
    let PriorityRow::Priority(priority) = priority_row else {
        return vec![priority_row.name(dataset).into_owned()];
    };
    let priority = dataset.priority(priority);
    let number = format!("{} ", priority.number);
    let indent = " ".repeat(number.len());
    let lines = fit::wrap_lines(
        &priority.title,
        columns.saturating_sub(number.len()),
        TITLE_LINES,
    );
    let mut texts: Vec<String> = lines
        .iter()
        .enumerate()
        .map(|(rect, line)| format!("{}{line}", if rect == 0 { &number } else { &indent }))
        .collect();
    let themes: Vec<&str> = priority
        .themes
        .iter()
        .map(|classification| {
            dataset
                .theme(dataset.theme_index(&classification.theme))
                .name
                .as_str()
        })
        .collect();
    let themes = if themes.is_empty() {
        "no theme".to_string()
    } else {
        themes.join(", ")
    };
    texts.push(format!(
        "{indent}{}",
        fit::elide_end(&format!("({themes})"), columns.saturating_sub(indent.len()))
    ));
    texts
}
