//! The matrix: the number of priorities of each area in each theme.

mod grid;

use std::{cmp::Reverse, collections::HashMap};

use super::{scope::ViewScope, view_state::ViewState};
use crate::{
    command::Command,
    dataset::{AreaIndex, ItemIndex, PriorityIndex, ThemeIndex},
    query::{coverage::has_ranks, describe::name_of, matrix::matrix},
    tui::{
        action::AppAction,
        history::Location,
        layout::ViewRects,
        mouse_targets::MouseTarget,
        selectable_list::{Motion, SelectableList},
        widgets::RenderContext,
    },
};

/// The order of the areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Order {
    /// As in the dataset.
    #[default]
    Listed,
    /// By the latest rank, the lowest number first; areas without a rank last.
    Rank,
    /// By the number of priorities in the selected theme, the most first.
    Count,
}

impl Order {
    /// Returns the order in words.
    #[must_use]
    pub(crate) fn name(self) -> &'static str {
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

/// The selected cell or heading, and the order of the areas.
#[derive(Debug, Clone, Default)]
pub(crate) struct MatrixView {
    /// The rows.
    pub areas: SelectableList<AreaIndex>,
    /// The columns.
    pub themes: SelectableList<ThemeIndex>,
    /// The order of the rows.
    pub order: Order,
    /// True if the heading of the selected column is selected, instead of a row.
    heading: bool,
    /// The priorities of each cell, by area and theme; collected when the date or the filter changes.
    cells: HashMap<AreaIndex, Vec<Vec<PriorityIndex>>>,
}

impl MatrixView {
    fn sort(&mut self, scope: &ViewScope) {
        let snapshot = scope.snapshot();
        let mut areas: Vec<AreaIndex> = scope
            .dataset
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

    fn move_column(&mut self, scope: &ViewScope, steps: isize) {
        if self.themes.move_by(Motion::By(steps)) {
            self.sort_by_count(scope);
        }
    }

    /// Sorts again after another column was selected, if the order is that of its counts.
    fn sort_by_count(&mut self, scope: &ViewScope) {
        if self.order == Order::Count {
            self.sort(scope);
        }
    }

    /// Returns the index of the selected row: 0 for the heading, then the areas.
    fn row(&self) -> usize {
        if self.heading {
            0
        } else {
            self.areas.selected_index() + 1
        }
    }

    fn select_row(&mut self, row: usize) {
        self.heading = row == 0;
        self.areas.select(row.saturating_sub(1));
    }

    /// Returns the priorities of a cell.
    fn cell(&self, area: AreaIndex, theme: ThemeIndex) -> &[PriorityIndex] {
        self.cells
            .get(&area)
            .and_then(|row| row.get(theme.index()))
            .map_or(&[], Vec::as_slice)
    }

    /// Returns the number of areas that have a priority in a theme.
    fn areas_with(&self, theme: ThemeIndex) -> usize {
        self.areas
            .items()
            .iter()
            .filter(|&&area| !self.cell(area, theme).is_empty())
            .count()
    }

    /// Returns the priorities of the selected cell, or of all areas if a heading is selected.
    fn priorities(&self) -> impl Iterator<Item = PriorityIndex> {
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
}

impl ViewState for MatrixView {
    fn refresh(&mut self, scope: &ViewScope) {
        let (snapshot, filter) = (scope.snapshot(), &scope.filter);
        let themes = scope
            .dataset
            .themes()
            .filter(|(_, theme)| filter.themes.is_empty() || filter.themes.contains(&theme.id));
        self.themes
            .set_items(themes.map(|(index, _)| index).collect());
        let areas = scope
            .dataset
            .areas()
            .map(|(area, _)| area)
            // Without themes there are no cells that could be selected.
            .filter(|&area| {
                !self.themes.items().is_empty() && filter.matches_area_or_part(snapshot, area)
            });
        self.cells = matrix(snapshot, areas).rows.into_iter().collect();
        self.sort(scope);
    }

    fn enter(&mut self, scope: &ViewScope, area: Option<AreaIndex>) {
        if let Some(area) = area {
            self.select_item(scope, ItemIndex::Area(area));
        }
    }

    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction {
        match command {
            Command::Open if self.heading => return AppAction::ShowFullText(self.selected_item()),
            Command::Open => return AppAction::OpenItem(self.selected_item()),
            Command::Back => return AppAction::LeaveView,
            Command::Left => self.move_column(scope, -1),
            Command::Right => self.move_column(scope, 1),
            Command::Sort => {
                self.order = self.order.next();
                if self.order == Order::Rank && !has_ranks(scope.dataset) {
                    self.order = self.order.next();
                }
                self.sort(scope);
            }
            _ => {
                if let Some(motion) = Motion::from_command(command, scope.page(true)) {
                    self.select_row(motion.apply(self.row(), self.areas.items().len() + 1));
                }
            }
        }
        AppAction::None
    }

    fn is_empty(&self) -> bool {
        self.areas.items().is_empty()
    }

    /// Returns the theme of a heading, the first priority of a cell, or the area of an empty cell.
    fn selected_item(&self) -> ItemIndex {
        if let (true, Some(theme)) = (self.heading, self.themes.selected()) {
            return ItemIndex::Theme(theme);
        }
        let priority = self.priorities().next().map(ItemIndex::Priority);
        priority
            .or(self.areas.selected().map(ItemIndex::Area))
            .unwrap_or(ItemIndex::Programme)
    }

    /// Selects the heading of a theme, or the row of an item's area.
    fn select_item(&mut self, scope: &ViewScope, item: ItemIndex) -> bool {
        if let ItemIndex::Theme(theme) = item {
            let found = self.themes.select_item(|&other| other == theme);
            self.heading |= found;
            self.sort_by_count(scope);
            return found;
        }
        let Some(area) = item.area() else {
            return false;
        };
        let found = self.areas.select_item(|&other| other == area);
        self.heading &= !found;
        found
    }

    fn context(&self) -> Option<ItemIndex> {
        let theme = self.themes.selected().filter(|_| !self.heading);
        theme.map(ItemIndex::Theme)
    }

    fn restore(&mut self, scope: &ViewScope, location: &Location) -> bool {
        if let Some(ItemIndex::Theme(theme)) = location.context {
            self.themes.select_item(|&other| other == theme);
        }
        self.select_item(scope, location.item);
        self.sort_by_count(scope);
        self.selected_item() == location.item
    }

    fn selected_index(&self) -> Option<usize> {
        Some(self.row())
    }

    fn names(&self, scope: &ViewScope) -> Vec<String> {
        let heading = self.themes.selected().map(ItemIndex::Theme);
        let areas = self.areas.items().iter();
        heading
            .into_iter()
            .chain(areas.map(|&area| ItemIndex::Area(area)))
            .map(|item| name_of(scope.snapshot(), item).into())
            .collect()
    }

    fn select_index(&mut self, _: &ViewScope, index: usize) {
        self.select_row(index);
    }

    fn click(&mut self, scope: &ViewScope, target: MouseTarget) -> bool {
        let (row, column) = match target {
            MouseTarget::Cell(row, column) => (row + 1, column),
            MouseTarget::Heading(column) => (0, column),
            _ => return false,
        };
        let before = (self.row(), self.themes.selected_index());
        self.select_row(row);
        self.themes.select(column);
        let was_selected = before == (self.row(), self.themes.selected_index());
        if !was_selected {
            self.sort_by_count(scope);
        }
        was_selected
    }

    fn render(&self, scope: &ViewScope, rects: &ViewRects, context: &mut RenderContext) {
        self.render_matrix(scope, rects, context);
    }
}
