//! The matrix: which area and theme are selected, and in which order the areas stand.

use std::{cmp::Reverse, collections::HashMap};

use super::{
    Query,
    selectable_list::{Motion, SelectableList},
};
use crate::{
    command::Command,
    dataset::{AreaIndex, ItemIndex, PriorityIndex, ThemeIndex},
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
    pub areas: SelectableList<AreaIndex>,
    /// The columns.
    pub themes: SelectableList<ThemeIndex>,
    /// Whether the heading of the column is selected, which stands for the theme in all areas, and none of the rows.
    pub heading: bool,
    /// The order of the rows.
    pub order: Order,
    /// The priorities behind each cell: counted when the date or the filter changes, and not with every key.
    cells: HashMap<AreaIndex, Vec<Vec<PriorityIndex>>>,
}

impl Matrix {
    /// Takes what another date or filter leaves.
    pub fn follow(&mut self, query: Query) {
        let themes = query.snapshot.dataset().themes();
        self.themes.set_items(
            themes
                .filter(|(_, theme)| asked(query.filter, &theme.id))
                .map(|(index, _)| index)
                .collect(),
        );
        let areas = query
            .snapshot
            .dataset()
            .areas()
            .map(|(area, _)| area)
            .filter(|&area| query.filter.matches_area_or_part(query.snapshot, area));
        self.cells = matrix(query.snapshot, areas).rows.into_iter().collect();
        self.arrange(query);
    }

    fn arrange(&mut self, query: Query) {
        let snapshot = query.snapshot;
        let mut areas: Vec<AreaIndex> = query
            .snapshot
            .dataset()
            .areas()
            .map(|(area, _)| area)
            .filter(|area| self.cells.contains_key(area))
            .collect();
        match (self.order, self.themes.selected()) {
            (Order::Rank, _) => {
                areas.sort_by_key(|&area| snapshot.rank(area).map_or(u32::MAX, |rank| rank.rank));
            }
            (Order::Count, Some(theme)) => {
                areas.sort_by_key(|&area| Reverse(self.cell(area, theme).len()));
            }
            _ => {}
        }
        self.areas.set_items(areas);
    }

    /// Moves, or sorts.
    pub fn update(&mut self, query: Query, command: Command, page: isize) {
        match command {
            Command::Left => self.turn(query, Motion::By(-1)),
            Command::Right => self.turn(query, Motion::By(1)),
            Command::Sort => {
                self.order = self.order.next();
                self.arrange(query);
            }
            _ => {
                if let Some(step) = super::step_of(command, page) {
                    self.select(step.from(self.selected_index(), self.areas.items().len() + 1));
                }
            }
        }
    }

    /// The place of what is selected from top to bottom: the heading, then the rows.
    #[must_use]
    pub fn selected_index(&self) -> usize {
        if self.heading {
            0
        } else {
            self.areas.selected_index() + 1
        }
    }

    /// Selects what stands at such a place.
    pub fn select(&mut self, index: usize) {
        self.heading = index == 0;
        self.areas.select(index.saturating_sub(1));
    }

    /// Selects an area's row; says whether there is one.
    pub fn select_area(&mut self, area: AreaIndex) -> bool {
        let found = self.areas.select_item(|&other| other == area);
        self.heading &= !found;
        found
    }

    /// Selects the heading of a theme; says whether there is one.
    pub fn select_theme(&mut self, theme: ThemeIndex) -> bool {
        let found = self.themes.select_item(|&other| other == theme);
        self.heading |= found;
        found
    }

    /// How many of the areas have a priority in a theme.
    #[must_use]
    pub fn areas_in(&self, theme: ThemeIndex) -> usize {
        self.areas
            .items()
            .iter()
            .filter(|&&area| !self.cell(area, theme).is_empty())
            .count()
    }

    fn turn(&mut self, query: Query, step: Motion) {
        if self.themes.step(step) && self.order == Order::Count {
            self.arrange(query);
        }
    }

    /// The priorities behind a cell.
    #[must_use]
    pub fn cell(&self, area: AreaIndex, theme: ThemeIndex) -> &[PriorityIndex] {
        self.cells
            .get(&area)
            .and_then(|row| row.get(theme.index()))
            .map_or(&[], Vec::as_slice)
    }

    /// The priorities behind the selected cell, or those of all areas behind the selected heading.
    pub fn priorities(&self) -> impl Iterator<Item = PriorityIndex> {
        let all = self.areas.items();
        let areas = if self.heading {
            all
        } else {
            all.get(self.areas.selected_index()..=self.areas.selected_index())
                .unwrap_or_default()
        };
        self.themes
            .selected()
            .into_iter()
            .flat_map(move |theme| areas.iter().flat_map(move |&area| self.cell(area, theme)))
            .copied()
    }

    /// What is selected: the theme of a heading; the first priority behind a cell; of an empty cell the area.
    #[must_use]
    pub fn selected_item(&self) -> ItemIndex {
        if let (true, Some(theme)) = (self.heading, self.themes.selected()) {
            return ItemIndex::Theme(theme);
        }
        let priority = self.priorities().next().map(ItemIndex::Priority);
        priority
            .or(self.areas.selected().map(ItemIndex::Area))
            .unwrap_or(ItemIndex::Programme)
    }
}

fn asked(filter: &Filter, theme: &crate::dataset::ThemeId) -> bool {
    filter.themes.is_empty() || filter.themes.contains(theme)
}
