//! The pane of actions, targets and results, by kind; each action with its money where that is known.

use super::{
    item_list::{ItemList, ListRow, columns, near},
    render_context::RenderContext,
};
use crate::{
    dataset::{Dataset, Kind},
    fit,
    query::outline::{FactRow, PriorityRow},
    tui::{
        app::App,
        layout::{Pane, PaneAreas},
    },
};

/// Longer facts are cut, with a sign; the whole text stands in the detail.
const LINES: usize = 2;

/// Draws the pane.
pub(super) fn render(app: &App, pane_areas: &PaneAreas, context: &mut RenderContext) {
    let rect = pane_areas.pane(Pane::Facts);
    let fact_rows = &app.areas.fact_rows;
    let mut rows = Vec::new();
    let mut heading = None;
    for item in near(fact_rows.selected_index(), fact_rows.items().len(), 1, rect) {
        let entry = fact_rows.items()[item];
        let kind = entry.heading_kind();
        if heading != Some(kind) {
            heading = Some(kind);
            let count = fact_rows
                .items()
                .iter()
                .filter(|other| other.heading_kind() == kind)
                .count();
            rows.push(ListRow::heading(format!("{} ({count})", kind.heading())));
        }
        rows.extend(
            texts(app.dataset(), entry, columns(rect))
                .into_iter()
                .map(|text| ListRow::item(item, text)),
        );
    }
    let title = match app.areas.priority_rows.selected() {
        Some(PriorityRow::Priority(_)) => "Actions and targets",
        _ => "Facts",
    };
    ItemList {
        rect,
        pane: Some(Pane::Facts),
        title,
        remark: "",
        rows,
        selected: fact_rows.selected_index(),
        count: fact_rows.items().len(),
        focused: app.focus() == Pane::Facts,
        empty: "none known",
    }
    .render(context);
}

fn texts(dataset: &Dataset, entry: FactRow, columns: usize) -> Vec<String> {
    let fact = dataset.fact(entry.fact);
    let mut text = entry.scope.mark().to_string();
    // A sum of money says its amount itself.
    if let Some(amount) = fact.amount().filter(|_| fact.kind != Kind::Money) {
        text.push_str(&format!("{amount}: "));
    }
    text.push_str(&fact.headline());
    let lines = fit::wrap_lines(&text, columns.saturating_sub(1), LINES);
    lines
        .into_iter()
        .enumerate()
        .map(|(rect, line)| format!("{}{line}", if rect == 0 { "" } else { " " }))
        .collect()
}
