//! The pane of areas: each with its plan, the number of its priorities and its latest rank.

use ratatui::layout::Rect;

use super::AreasView;
use crate::{
    dataset::AreaIndex,
    query::{outline::AreaRow, snapshot::Snapshot},
    text::{elide_end, text_width},
    tui::{
        layout::Pane,
        styles::StyleRole,
        symbols,
        views::ViewScope,
        widgets::{ItemList, ListRow, RenderContext, row_width, visible_window},
    },
};

impl AreasView {
    pub(super) fn render_areas(&self, scope: &ViewScope, pane: Rect, context: &mut RenderContext) {
        let snapshot = scope.snapshot();
        let (items, selected) = (self.areas.items(), self.areas.selected_index());
        let rows = visible_window(selected, items.len(), 1, pane).map(|item| ListRow {
            role: role(snapshot, items[item]),
            ..ListRow::item(item, row(snapshot, items[item], row_width(pane)))
        });
        let list = ItemList {
            pane: Some(Pane::Areas),
            title: "Areas",
            status: "plan nr rank",
            rows: rows.collect(),
            selected,
            count: items.len(),
            focused: self.focus == Pane::Areas,
            empty: "nothing like that: F shows all",
            styles: context.styles,
        };
        context.render(list, pane);
    }
}

fn role(snapshot: Snapshot, area: AreaRow) -> StyleRole {
    match area {
        AreaRow::Area(area) if snapshot.plan(area).is_none() => StyleRole::Pending,
        _ => StyleRole::Plain,
    }
}

fn row(snapshot: Snapshot, area: AreaRow, width: usize) -> String {
    let name = area.name(snapshot.dataset());
    let AreaRow::Area(area) = area else {
        return name.to_string();
    };
    let columns = columns(snapshot, area);
    let room = width.saturating_sub(text_width(&columns));
    let name = elide_end(name, room);
    let blanks = " ".repeat(room - text_width(&name));
    format!("{name}{blanks}{columns}")
}

/// Returns the columns under `plan nr rank`: the state of the plan, the number of priorities and the latest rank.
fn columns(snapshot: Snapshot, area: AreaIndex) -> String {
    let plan = if snapshot.plan(area).is_some() {
        symbols::PUBLISHED
    } else {
        symbols::PENDING
    };
    let rank = snapshot
        .rank(area)
        .map_or(symbols::UNKNOWN.to_string(), |rank| rank.rank.to_string());
    format!(" {plan}{:>4}{rank:>5} ", snapshot.priorities(area).count())
}
