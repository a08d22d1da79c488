//! The matrix: which area and theme are selected, and in which order the areas stand.

use std::{cmp::Reverse, collections::HashMap};

use super::{
    Lens,
    selection::{Selection, Step},
};
use crate::{
    command::Command,
    dataset::{AreaIndex, PriorityIndex, Slot, ThemeIndex},
    query::{filter::Filter, matrix::matrix},
};

/// The order of the areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As the dataset lists them.
    #[default]
    Listed,
    /// By the latest rank, the lowest number first; those without one last.
    Rank,
    /// By the number of priorities in the selected theme, the most first.
    Count,
}

impl Order {
    /// The order in words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Listed => "as listed",
            Self::Rank => "by rank",
            Self::Count => "by count",
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Listed => Self::Rank,
            Self::Rank => Self::Count,
            Self::Count => Self::Listed,
        }
    }
}

/// The selected row and column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The rows.
    pub areas: Selection<AreaIndex>,
    /// The columns.
    pub themes: Selection<ThemeIndex>,
    /// The order of the rows.
    pub order: Order,
    /// The priorities behind each cell: counted when the date or the filter changes, and not with every key.
    cells: HashMap<AreaIndex, Vec<Vec<PriorityIndex>>>,
}

impl Matrix {
    /// Takes what another date or filter leaves.
    pub fn follow(&mut self, lens: Lens) {
        let themes = lens.world.dataset().themes();
        self.themes.renew(themes.filter(|(_, theme)| asked(lens.filter, &theme.id)).map(|(index, _)| index).collect());
        let areas = lens.world.dataset().areas().map(|(area, _)| area).filter(|&area| lens.filter.takes_area_or_part(lens.world, area));
        self.cells = matrix(lens.world, areas).rows.into_iter().collect();
        self.arrange(lens);
    }

    fn arrange(&mut self, lens: Lens) {
        let world = lens.world;
        let mut areas: Vec<AreaIndex> =
            lens.world.dataset().areas().map(|(area, _)| area).filter(|area| self.cells.contains_key(area)).collect();
        match (self.order, self.themes.selected()) {
            (Order::Rank, _) => areas.sort_by_key(|&area| world.rank(area).map_or(u32::MAX, |rank| rank.rank)),
            (Order::Count, Some(theme)) => areas.sort_by_key(|&area| Reverse(self.cell(area, theme).len())),
            _ => {}
        }
        self.areas.renew(areas);
    }

    /// Moves, or sorts.
    pub fn update(&mut self, lens: Lens, command: Command, page: isize) {
        match command {
            Command::Left => self.turn(lens, Step::By(-1)),
            Command::Right => self.turn(lens, Step::By(1)),
            Command::Sort => {
                self.order = self.order.next();
                self.arrange(lens);
            }
            _ => {
                if let Some(step) = super::step_of(command, page) {
                    self.areas.step(step);
                }
            }
        }
    }

    fn turn(&mut self, lens: Lens, step: Step) {
        if self.themes.step(step) && self.order == Order::Count {
            self.arrange(lens);
        }
    }

    /// The priorities behind a cell.
    #[must_use]
    pub fn cell(&self, area: AreaIndex, theme: ThemeIndex) -> &[PriorityIndex] {
        self.cells.get(&area).and_then(|row| row.get(theme.place())).map_or(&[], Vec::as_slice)
    }

    /// The priorities behind the selected cell.
    #[must_use]
    pub fn priorities(&self) -> &[PriorityIndex] {
        match (self.areas.selected(), self.themes.selected()) {
            (Some(area), Some(theme)) => self.cell(area, theme),
            _ => &[],
        }
    }

    /// What is selected: the first priority behind the cell; of an empty cell the area.
    #[must_use]
    pub fn slot(&self) -> Slot {
        let priority = self.priorities().first().copied().map(Slot::Priority);
        priority.or(self.areas.selected().map(Slot::Area)).unwrap_or(Slot::Programme)
    }
}

fn asked(filter: &Filter, theme: &crate::dataset::ThemeId) -> bool {
    filter.themes.is_empty() || filter.themes.contains(theme)
}
