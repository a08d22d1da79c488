//! The pane of areas: each with its plan, the number of its priorities and its latest rank.

use ratatui::layout::Rect;

use super::AreasView;
use crate::{
    dataset::{AreaIndex, Dataset},
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

/// The widths of the columns, below their parts of the heading.
const COUNT_WIDTH: usize = 11;
const RANK_WIDTH: usize = 5;

/// The narrowest pane with the number of priorities. Names would be too short in a narrower one.
const MIN_COUNT_WIDTH: u16 = 40;

/// The columns beside the names. What no area of the dataset has gets none.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct AreaColumns {
    /// True if an area has a plan.
    plan: bool,
    /// True if an area has a rank.
    rank: bool,
}

impl AreaColumns {
    /// Returns the columns of a dataset, whatever its date: they stay while the date changes.
    pub(super) fn of(dataset: &Dataset) -> Self {
        Self {
            plan: dataset.areas().any(|(_, area)| area.plan.is_some()),
            rank: dataset.areas().any(|(_, area)| !area.ranks.is_empty()),
        }
    }

    fn role(self, snapshot: Snapshot, area: AreaRow) -> StyleRole {
        match area {
            AreaRow::Area(area) if self.plan && snapshot.plan(area).is_none() => StyleRole::Pending,
            _ => StyleRole::Plain,
        }
    }

    fn heading(self, count: bool) -> String {
        [
            (self.plan, "plan"),
            (count, "priorities"),
            (self.rank, "rank"),
        ]
        .into_iter()
        .filter(|(is_shown, _)| *is_shown)
        .map(|(_, name)| name)
        .collect::<Vec<_>>()
        .join(" ")
    }

    /// Returns the state of the plan, the number of priorities and the latest rank.
    fn row(self, snapshot: Snapshot, area: AreaIndex, count: bool) -> String {
        let mut columns = String::new();
        if self.plan {
            let plan = match snapshot.plan(area) {
                Some(_) => symbols::PUBLISHED,
                None => symbols::PENDING,
            };
            columns.push_str(&format!(" {plan}  "));
        }
        if count {
            let count = snapshot.priorities(area).count();
            columns.push_str(&format!("{count:>COUNT_WIDTH$}"));
        }
        if self.rank {
            let rank = snapshot
                .rank(area)
                .map_or(symbols::UNKNOWN.to_string(), |rank| rank.rank.to_string());
            columns.push_str(&format!("{rank:>RANK_WIDTH$}"));
        }
        columns + " "
    }
}

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
