//! The columns beside the names of areas: plan, number of priorities and rank.

use crate::{
    dataset::{AreaIndex, Dataset},
    query::{
        coverage::{has_plans, has_ranks},
        outline::AreaRow,
        snapshot::Snapshot,
    },
    tui::{styles::StyleRole, symbols},
};

/// The widths of the columns, below their parts of the heading.
const COUNT_WIDTH: usize = 11;
const RANK_WIDTH: usize = 5;

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
            plan: has_plans(dataset),
            rank: has_ranks(dataset),
        }
    }

    /// Returns the style of a row: pending where there is no plan yet.
    pub(super) fn role(self, snapshot: Snapshot, area: AreaRow) -> StyleRole {
        match area {
            AreaRow::Area(area) if self.plan && snapshot.plan(area).is_none() => StyleRole::Pending,
            _ => StyleRole::Plain,
        }
    }

    /// Returns the headings of the columns, with or without the number of priorities.
    pub(super) fn heading(self, count: bool) -> String {
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
    pub(super) fn row(self, snapshot: Snapshot, area: AreaIndex, count: bool) -> String {
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
