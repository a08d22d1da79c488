//! The comparison: which areas stand side by side, and which cell is selected.

use super::{Query, selectable_list::Motion};
use crate::{
    command::Command,
    dataset::{AreaIndex, ItemIndex},
    query::{
        comparison::{ComparisonRow, compare},
        snapshot::Snapshot,
    },
};

/// The fewest and the most areas that are compared.
const FEWEST: usize = 2;
const MOST: usize = 4;

/// The areas, and the selected cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compare {
    /// The columns; none before anything is compared.
    pub areas: Vec<AreaIndex>,
    /// The selected column.
    pub column: usize,
    /// The selected row.
    pub row: usize,
}

impl Compare {
    /// Compares an area with the next one, unless something is compared already.
    pub fn begin(&mut self, query: Query, area: AreaIndex) {
        if self.areas.is_empty() {
            self.areas.push(area);
            self.add(query);
            self.column = 0;
        }
    }

    /// Takes an area in, if it isn't there. Where there is no room the oldest gives way.
    pub fn take_in(&mut self, query: Query, area: AreaIndex) {
        self.begin(query, area);
        if !self.areas.contains(&area) {
            if self.areas.len() == MOST {
                self.areas.remove(0);
            }
            self.areas.push(area);
        }
        self.column = self
            .areas
            .iter()
            .position(|&other| other == area)
            .unwrap_or(0);
    }

    /// Takes in the next area that isn't there yet.
    fn add(&mut self, query: Query) {
        if let Some(next) = self
            .areas
            .last()
            .and_then(|&last| self.after(query, last))
            .filter(|_| self.areas.len() < MOST)
        {
            self.areas.push(next);
            self.column = self.areas.len() - 1;
        }
    }

    /// The next area that is asked for and isn't there yet; after the last comes the first.
    fn after(&self, query: Query, area: AreaIndex) -> Option<AreaIndex> {
        let Query { snapshot, filter } = query;
        let all: Vec<AreaIndex> = snapshot.dataset().areas().map(|(area, _)| area).collect();
        let wanted = |other: &AreaIndex| {
            !self.areas.contains(other) && filter.matches_area_or_part(snapshot, *other)
        };
        (1..all.len())
            .map(|steps| all[(area.index() + steps) % all.len()])
            .find(wanted)
    }

    /// Moves, or changes the columns.
    pub fn update(&mut self, query: Query, command: Command, page: isize) {
        let snapshot = query.snapshot;
        match command {
            Command::Left => self.column = self.column.saturating_sub(1),
            Command::Right => self.column = Motion::By(1).from(self.column, self.areas.len()),
            Command::AddArea => self.add(query),
            Command::RemoveArea if self.areas.len() > FEWEST => {
                self.areas.remove(self.column);
                self.column = self.column.min(self.areas.len() - 1);
            }
            Command::NextArea => {
                if let Some(next) = self
                    .areas
                    .get(self.column)
                    .and_then(|&area| self.after(query, area))
                {
                    self.areas[self.column] = next;
                }
            }
            _ => {
                if let Some(step) = super::step_of(command, page) {
                    self.row = step.from(self.row, self.rows(snapshot).len());
                }
            }
        }
        self.row = self.row.min(self.rows(snapshot).len().saturating_sub(1));
    }

    /// The rows: what not all areas have comes first.
    #[must_use]
    pub fn rows(&self, snapshot: Snapshot) -> Vec<ComparisonRow> {
        compare(snapshot, &self.areas)
    }

    /// What is selected: the first priority of the cell; of an empty cell the area.
    #[must_use]
    pub fn selected_item(&self, snapshot: Snapshot) -> ItemIndex {
        let rows = self.rows(snapshot);
        let cell = rows
            .get(self.row.min(rows.len().saturating_sub(1)))
            .and_then(|row| row.priorities.get(self.column));
        let priority = cell
            .and_then(|cell| cell.first())
            .map(|&priority| ItemIndex::Priority(priority));
        priority
            .or(self
                .areas
                .get(self.column)
                .map(|&area| ItemIndex::Area(area)))
            .unwrap_or(ItemIndex::Programme)
    }
}
