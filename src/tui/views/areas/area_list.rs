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

/// The heading of the columns, with and without the number of priorities.
const HEADING: &str = "plan priorities rank";
const SHORT_HEADING: &str = "plan rank";

/// The width of the number of priorities, below its part of the heading.
const COUNT_WIDTH: usize = 11;

/// The narrowest pane with the number of priorities. Names would be too short in a narrower one.
const MIN_COUNT_WIDTH: u16 = 40;

impl AreasView {
    pub(super) fn render_areas(&self, scope: &ViewScope, pane: Rect, context: &mut RenderContext) {
        let snapshot = scope.snapshot();
        let (items, selected) = (self.areas.items(), self.areas.selected_index());
        let (heading, count_width) = if pane.width < MIN_COUNT_WIDTH {
            (SHORT_HEADING, 0)
        } else {
            (HEADING, COUNT_WIDTH)
        };
        let rows = visible_window(selected, items.len(), 1, pane).map(|item| ListRow {
            role: role(snapshot, items[item]),
            ..ListRow::item(
                item,
                row(snapshot, items[item], row_width(pane), count_width),
            )
        });
        let list = ItemList {
            pane: Some(Pane::Areas),
            title: "Areas",
            status: heading,
            rows: rows.collect(),
            selected,
            count: items.len(),
            focused: self.focus == Pane::Areas,
            empty: "No matches. Press F to clear the filter.",
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

fn row(snapshot: Snapshot, area: AreaRow, width: usize, count_width: usize) -> String {
    let name = area.name(snapshot.dataset());
    let AreaRow::Area(area) = area else {
        return name.to_string();
    };
    let columns = columns(snapshot, area, count_width);
    let room = width.saturating_sub(text_width(&columns));
    let name = elide_end(name, room);
    let blanks = " ".repeat(room - text_width(&name));
    format!("{name}{blanks}{columns}")
}

/// Returns the columns under the headings: the state of the plan, the number of priorities and the latest rank.
fn columns(snapshot: Snapshot, area: AreaIndex, count_width: usize) -> String {
    let plan = if snapshot.plan(area).is_some() {
        symbols::PUBLISHED
    } else {
        symbols::PENDING
    };
    let count = match count_width {
        0 => String::new(),
        width => format!("{:>width$}", snapshot.priorities(area).count()),
    };
    let rank = snapshot
        .rank(area)
        .map_or(symbols::UNKNOWN.to_string(), |rank| rank.rank.to_string());
    format!(" {plan}  {count}{rank:>5} ")
}
