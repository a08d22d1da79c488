//! The matrix: the number of priorities of each area in each theme.

mod detail;
mod geometry;
mod grid;
mod headings;
mod name_widths;
mod order;
mod roof;
mod speech;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use name_widths::NameWidths;
pub(crate) use order::Order;

use super::{scope::ViewScope, view_state::ViewState};
use crate::{
    command::Command,
    dataset::{AreaIndex, ItemIndex, PriorityIndex, ThemeIndex},
    query::{describe::name_of, empty_cell::empty_cell, matrix::matrix, snapshot::Snapshot},
    tui::{
        action::AppAction,
        history::Location,
        layout::ViewRects,
        mouse_targets::MouseTarget,
        selectable_list::{Motion, SelectableList},
        speech::SpokenPage,
        widgets::RenderContext,
    },
};

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
    /// The priorities of each area; collected when the date or the filter changes.
    rows: HashMap<AreaIndex, MatrixRow>,
    /// The number of priorities of all areas.
    priority_count: usize,
    /// The number of areas whose priorities are known.
    known_areas: usize,
    /// The number of areas with a priority in each theme of the dataset.
    areas_with: Vec<usize>,
    name_widths: NameWidths,
    /// The order in words.
    order_words: String,
}

/// The priorities of an area.
#[derive(Debug, Clone)]
struct MatrixRow {
    /// The priorities in each theme of the dataset.
    cells: Vec<Vec<PriorityIndex>>,
    /// The number of priorities in the themes that are shown, each counted once.
    count: usize,
    /// False if the area has priorities, but none were known on the date.
    is_known: bool,
}

impl MatrixView {
    fn sort(&mut self, scope: &ViewScope) {
        let areas = scope.dataset.areas().map(|(area, _)| area);
        let mut areas: Vec<AreaIndex> = areas.filter(|area| self.rows.contains_key(area)).collect();
        self.order
            .sort(scope.snapshot(), &mut areas, |area, theme| match theme {
                Some(theme) => self.cell(area, theme).len(),
                None => self.count(area),
            });
        self.areas.set_items(areas);
        self.order_words = self.order.words(scope.snapshot());
    }

    /// Selects another order: by the theme of the selected heading, or the next order of a row.
    fn change_order(&mut self, scope: &ViewScope) {
        let by_theme = self.themes.selected().map_or(Order::Listed, Order::Theme);
        self.order = if !self.heading {
            self.order.next(scope.dataset, by_theme)
        } else if self.order == by_theme {
            Order::Listed
        } else {
            by_theme
        };
        self.sort(scope);
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
        let row = self
            .rows
            .get(&area)
            .and_then(|row| row.cells.get(theme.index()));
        row.map_or(&[], Vec::as_slice)
    }

    /// Returns the number of an area's priorities in the themes that are shown.
    fn count(&self, area: AreaIndex) -> usize {
        self.rows.get(&area).map_or(0, |row| row.count)
    }

    /// Returns false if the priorities of an area were not known on the date.
    fn is_known(&self, area: AreaIndex) -> bool {
        self.rows.get(&area).is_none_or(|row| row.is_known)
    }

    /// Returns the number of areas that are known to have no priority in a theme.
    fn areas_without(&self, theme: ThemeIndex) -> usize {
        self.known_areas.saturating_sub(self.areas_with(theme))
    }

    /// Returns the number of areas that have a priority in a theme.
    fn areas_with(&self, theme: ThemeIndex) -> usize {
        self.areas_with.get(theme.index()).copied().unwrap_or(0)
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

    /// Returns what Enter opens: the selected item, or the note that explains an empty cell.
    fn opened_item(&self, scope: &ViewScope) -> ItemIndex {
        let item = self.selected_item();
        let (ItemIndex::Area(area), Some(theme)) = (item, self.themes.selected()) else {
            return item;
        };
        let cell = empty_cell(scope.snapshot(), area, theme);
        let note = cell.notes.first().filter(|_| cell.sentence.is_none());
        note.map_or(item, |note| ItemIndex::Fact(*note))
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
        let is_shown = |priority| {
            let priority = scope.dataset.priority(priority);
            filter.themes.is_empty() || filter.themes.iter().any(|theme| priority.belongs_to(theme))
        };
        let latest = Snapshot::latest(scope.dataset);
        let rows = matrix(snapshot, areas)
            .rows
            .into_iter()
            .map(|(area, cells)| {
                let shown = snapshot
                    .priorities(area)
                    .filter(|(priority, _)| is_shown(*priority));
                (
                    area,
                    MatrixRow {
                        count: shown.count(),
                        cells,
                        is_known: snapshot.priorities(area).next().is_some()
                            || latest.priorities(area).next().is_none(),
                    },
                )
            });
        self.rows = rows.collect();
        self.known_areas = self.rows.values().filter(|row| row.is_known).count();
        self.priority_count = self.rows.values().map(|row| row.count).sum();
        self.areas_with = vec![0; scope.dataset.themes().len()];
        for row in self.rows.values() {
            for (areas, cell) in self.areas_with.iter_mut().zip(&row.cells) {
                *areas += usize::from(!cell.is_empty());
            }
        }
        self.sort(scope);
        self.name_widths = NameWidths::of(scope.dataset, self.areas.items());
    }

    fn enter(&mut self, scope: &ViewScope, area: Option<AreaIndex>) {
        if let Some(area) = area {
            self.select_item(scope, ItemIndex::Area(area));
        }
    }

    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction {
        match command {
            Command::Open if self.heading => return AppAction::ShowFullText(self.selected_item()),
            Command::Open => return AppAction::OpenItem(self.opened_item(scope)),
            Command::Back => return AppAction::LeaveView,
            Command::Left => _ = self.themes.move_by(Motion::By(-1)),
            Command::Right => _ = self.themes.move_by(Motion::By(1)),
            Command::Sort => self.change_order(scope),
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
    fn select_item(&mut self, _: &ViewScope, item: ItemIndex) -> bool {
        if let ItemIndex::Theme(theme) = item {
            let found = self.themes.select_item(|&other| other == theme);
            self.heading |= found;
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

    fn spoken<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        self.spoken_theme(scope)
    }

    fn click(&mut self, _: &ViewScope, target: MouseTarget) -> bool {
        let (row, column) = match target {
            MouseTarget::Cell(row, column) => (row + 1, column),
            MouseTarget::Heading(column) => (0, column),
            _ => return false,
        };
        let before = (self.row(), self.themes.selected_index());
        self.select_row(row);
        self.themes.select(column);
        before == (self.row(), self.themes.selected_index())
    }

    /// Returns true if the filter leaves out areas or themes. Conditions on facts alone leave everything.
    fn follows_filter(&self, scope: &ViewScope) -> bool {
        let dataset = scope.dataset;
        self.areas.items().len() < dataset.areas().len()
            || self.themes.items().len() < dataset.themes().len()
    }

    fn render(&self, scope: &ViewScope, rects: &ViewRects, context: &mut RenderContext) {
        self.render_matrix(scope, rects, context);
    }
}
