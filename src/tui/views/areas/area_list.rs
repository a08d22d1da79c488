//! The pane of areas: each with its plan, the number of its priorities and its latest rank.

use ratatui::layout::Rect;

use super::AreasView;
use crate::{
    dataset::AreaIndex,
    query::{outline::AreaRow, snapshot::Snapshot},
    text::{elide_end, text_width},
    tui::{
        layout::Pane,
        views::scope::ViewScope,
        widgets::{ItemList, ListRow, RenderContext, row_width, visible_window},
    },
};

/// The narrowest pane with the number of priorities. Names would be too short in a narrower one.
const MIN_COUNT_WIDTH: u16 = 40;

impl AreasView {
    pub(super) fn render_areas(&self, scope: &ViewScope, pane: Rect, context: &mut RenderContext) {
        let snapshot = scope.snapshot();
        let (items, selected) = (self.areas.items(), self.areas.selected_index());
        let (columns, count) = (self.columns, pane.width >= MIN_COUNT_WIDTH);
        let rows = visible_window(selected, items.len(), 1, pane).map(|item| ListRow {
            role: columns.role(snapshot, items[item]),
            ..ListRow::item(
                item,
                row(snapshot, items[item], row_width(pane), |area| {
                    columns.row(snapshot, area, count)
                }),
            )
        });
        let list = ItemList {
            pane: Some(Pane::Areas),
            title: "Areas",
            status: &columns.heading(count),
            counter: None,
            rows: rows.collect(),
            selected,
            count: items.len(),
            focused: self.focus == Pane::Areas,
            empty: scope.empty_message("There are no areas."),
            styles: context.styles,
        };
        context.render(list, pane);
    }
}

fn row(
    snapshot: Snapshot,
    area: AreaRow,
    width: usize,
    columns: impl Fn(AreaIndex) -> String,
) -> String {
    let name = area.name(snapshot.dataset());
    let AreaRow::Area(area) = area else {
        return name.to_string();
    };
    let columns = columns(area);
    let room = width.saturating_sub(text_width(&columns));
    let name = elide_end(name, room);
    let blanks = " ".repeat(room - text_width(&name));
    format!("{name}{blanks}{columns}")
}
