//! The matrix: which area and theme are selected, and in which order the areas stand.

use std::cmp::Reverse;

use super::{
    Lens,
    selection::{Selection, Step},
};
use crate::{
    command::Command,
    dataset::{AreaIndex, PriorityIndex, Slot, ThemeIndex},
    query::{filter::Filter, matrix::in_theme, world::World},
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
}

impl Matrix {
    /// Takes what another date or filter leaves.
    pub fn follow(&mut self, lens: Lens) {
        let themes = lens.world.dataset().themes();
        self.themes.renew(themes.filter(|(_, theme)| asked(lens.filter, &theme.id)).map(|(index, _)| index).collect());
        self.arrange(lens);
    }

    fn arrange(&mut self, lens: Lens) {
        let Lens { world, filter } = lens;
        let mut areas: Vec<AreaIndex> =
            world.dataset().areas().map(|(area, _)| area).filter(|&area| filter.takes_area_or_part(world, area)).collect();
        match (self.order, self.themes.selected()) {
            (Order::Rank, _) => areas.sort_by_key(|&area| world.rank(area).map_or(u32::MAX, |rank| rank.rank)),
            (Order::Count, Some(theme)) => areas.sort_by_key(|&area| Reverse(in_theme(world, area, theme).count())),
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

    /// The priorities behind the selected cell.
    #[must_use]
    pub fn priorities(&self, world: World) -> Vec<PriorityIndex> {
        match (self.areas.selected(), self.themes.selected()) {
            (Some(area), Some(theme)) => in_theme(world, area, theme).collect(),
            _ => Vec::new(),
        }
    }

    /// What is selected: the first priority behind the cell; of an empty cell the area.
    #[must_use]
    pub fn slot(&self, world: World) -> Slot {
        let priority = self.priorities(world).first().copied().map(Slot::Priority);
        priority.or(self.areas.selected().map(Slot::Area)).unwrap_or(Slot::Programme)
    }
}

fn asked(filter: &Filter, theme: &crate::dataset::ThemeId) -> bool {
    filter.themes.is_empty() || filter.themes.contains(theme)
}
