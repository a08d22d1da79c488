//! The pane of areas: each with its plan, the number of its priorities and its latest rank.

use super::{
    item_list::{ItemList, ListRow, columns, near},
    render_context::RenderContext,
};
use crate::{
    dataset::AreaIndex,
    fit,
    query::{outline::AreaRow, snapshot::Snapshot},
    tui::{
        app::App,
        layout::{Pane, PaneAreas},
        styles::{self, StyleRole},
    },
};

/// Draws the pane.
pub(super) fn render(app: &App, pane_areas: &PaneAreas, context: &mut RenderContext) {
    let rect = pane_areas.pane(Pane::Areas);
    let area_rows = &app.areas.area_rows;
    let rows = near(area_rows.selected_index(), area_rows.items().len(), 1, rect).map(|item| {
        let area_row = area_rows.items()[item];
        ListRow {
            role: role(app.snapshot(), area_row),
            ..ListRow::item(item, row(app.snapshot(), area_row, columns(rect)))
        }
    });
    ItemList {
        rect,
        pane: Some(Pane::Areas),
        title: "Areas",
        remark: "plan nr rank",
        rows: rows.collect(),
        selected: area_rows.selected_index(),
        count: area_rows.items().len(),
        focused: app.focus() == Pane::Areas,
        empty: "nothing like that: F shows all",
    }
    .render(context);
}

fn role(snapshot: Snapshot, area_row: AreaRow) -> StyleRole {
    match area_row {
        AreaRow::Area(area) if snapshot.plan(area).is_none() => StyleRole::Pending,
        _ => StyleRole::Plain,
    }
}

fn row(snapshot: Snapshot, area_row: AreaRow, columns: usize) -> String {
    let name = area_row.name(snapshot.dataset());
    let AreaRow::Area(area) = area_row else {
        return name.to_string();
    };
    let signs = signs(snapshot, area);
    let room = columns.saturating_sub(fit::text_width(&signs));
    let name = fit::elide_end(name, room);
    let blanks = " ".repeat(room - fit::text_width(&name));
    format!("{name}{blanks}{signs}")
}

/// Under `plan nr rank`: the plan's state, how many priorities, the latest rank.
fn signs(snapshot: Snapshot, area: AreaIndex) -> String {
    let plan = if snapshot.plan(area).is_some() {
        styles::PUBLISHED
    } else {
        styles::PENDING
    };
    let rank = snapshot
        .rank(area)
        .map_or(styles::UNKNOWN.to_string(), |rank| rank.rank.to_string());
    format!(" {plan}{:>4}{rank:>5} ", snapshot.priorities(area).count())
}
