//! The comparison: which areas stand side by side, and which cell is selected.

use super::{Lens, selection::Step};
use crate::{
    command::Command,
    dataset::{AreaIndex, Slot},
    query::{
        matrix::{Comparison, compare},
        world::World,
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
    pub fn begin(&mut self, lens: Lens, area: AreaIndex) {
        if self.areas.is_empty() {
            self.areas.push(area);
            self.add(lens);
            self.column = 0;
        }
    }

    /// Takes an area in, if it isn't there. Where there is no room the oldest gives way.
    pub fn take_in(&mut self, lens: Lens, area: AreaIndex) {
        self.begin(lens, area);
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
    fn add(&mut self, lens: Lens) {
        if let Some(next) = self
            .areas
            .last()
            .and_then(|&last| self.after(lens, last))
            .filter(|_| self.areas.len() < MOST)
        {
            self.areas.push(next);
            self.column = self.areas.len() - 1;
        }
    }

    /// The next area that is asked for and isn't there yet; after the last comes the first.
    fn after(&self, lens: Lens, area: AreaIndex) -> Option<AreaIndex> {
        let Lens { world, filter } = lens;
        let all: Vec<AreaIndex> = world.dataset().areas().map(|(area, _)| area).collect();
        let wanted = |other: &AreaIndex| {
            !self.areas.contains(other) && filter.takes_area_or_part(world, *other)
        };
        (1..all.len())
            .map(|steps| all[(area.place() + steps) % all.len()])
            .find(wanted)
    }

    /// Moves, or changes the columns.
    pub fn update(&mut self, lens: Lens, command: Command, page: isize) {
        let world = lens.world;
        match command {
            Command::Left => self.column = self.column.saturating_sub(1),
            Command::Right => self.column = Step::By(1).from(self.column, self.areas.len()),
            Command::AddArea => self.add(lens),
            Command::RemoveArea if self.areas.len() > FEWEST => {
                self.areas.remove(self.column);
                self.column = self.column.min(self.areas.len() - 1);
            }
            Command::NextArea => {
                if let Some(next) = self
                    .areas
                    .get(self.column)
                    .and_then(|&area| self.after(lens, area))
                {
                    self.areas[self.column] = next;
                }
            }
            _ => {
                if let Some(step) = super::step_of(command, page) {
                    self.row = step.from(self.row, self.rows(world).len());
                }
            }
        }
        self.row = self.row.min(self.rows(world).len().saturating_sub(1));
    }

    /// The rows: what not all areas have comes first.
    #[must_use]
    pub fn rows(&self, world: World) -> Vec<Comparison> {
        compare(world, &self.areas)
    }

    /// What is selected: the first priority of the cell; of an empty cell the area.
    #[must_use]
    pub fn slot(&self, world: World) -> Slot {
        let rows = self.rows(world);
        let cell = rows
            .get(self.row.min(rows.len().saturating_sub(1)))
            .and_then(|row| row.priorities.get(self.column));
        let priority = cell
            .and_then(|cell| cell.first())
            .map(|&priority| Slot::Priority(priority));
        priority
            .or(self.areas.get(self.column).map(|&area| Slot::Area(area)))
            .unwrap_or(Slot::Programme)
    }
}
