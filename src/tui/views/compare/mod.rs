//! The comparison: two to four areas side by side by theme.

mod table;

use super::{scope::ViewScope, view_state::ViewState};
use crate::{
    command::Command,
    dataset::{AreaIndex, ItemIndex},
    query::comparison::{ComparisonRow, compare},
    tui::{
        action::AppAction, history::Location, layout::ViewRects, mouse_targets::MouseTarget,
        selectable_list::Motion, widgets::RenderContext,
    },
};

/// The fewest and the most areas in a comparison.
const MIN_AREAS: usize = 2;
const MAX_AREAS: usize = 4;

/// The compared areas, and the selected cell.
#[derive(Debug, Clone, Default)]
pub(crate) struct CompareView {
    /// The columns; none before the first comparison.
    pub areas: Vec<AreaIndex>,
    /// The index of the selected column.
    pub column: usize,
    /// The rows, the themes that not all areas have first.
    rows: Vec<ComparisonRow>,
    /// The index of the selected row.
    row: usize,
}

impl CompareView {
    /// Adds an area unless it is there already, and selects its column. The oldest area makes room for a fifth.
    pub(crate) fn add(&mut self, scope: &ViewScope, area: AreaIndex) {
        self.begin(scope, area);
        if !self.areas.contains(&area) {
            if self.areas.len() == MAX_AREAS {
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

    /// Compares an area with the next one, unless there is a comparison already.
    fn begin(&mut self, scope: &ViewScope, area: AreaIndex) {
        if self.areas.is_empty() {
            self.areas.push(area);
            let _ = self.add_next(scope);
            self.column = 0;
        }
    }

    /// Adds the next area and selects its column. Says why if it cannot.
    fn add_next(&mut self, scope: &ViewScope) -> AppAction {
        if self.areas.len() == MAX_AREAS {
            return AppAction::Notify("Four areas are the most.");
        }
        let last = self.areas.last();
        let Some(next) = last.and_then(|&last| self.next_after(scope, last)) else {
            return no_other_area(scope);
        };
        self.areas.push(next);
        self.column = self.areas.len() - 1;
        AppAction::None
    }

    /// Replaces the selected area by the next one. Says why if it cannot.
    fn replace_by_next(&mut self, scope: &ViewScope) -> AppAction {
        let area = self.areas.get(self.column);
        let Some(next) = area.and_then(|&area| self.next_after(scope, area)) else {
            return no_other_area(scope);
        };
        self.areas[self.column] = next;
        AppAction::None
    }

    /// Removes the selected area. Says why if it cannot.
    fn remove_selected(&mut self) -> AppAction {
        if self.areas.len() <= MIN_AREAS {
            return AppAction::Notify("Two areas always stay.");
        }
        self.areas.remove(self.column);
        self.column = self.column.min(self.areas.len() - 1);
        AppAction::None
    }

    /// Returns the next area that passes the filter and is not compared yet; after the last comes the first.
    fn next_after(&self, scope: &ViewScope, area: AreaIndex) -> Option<AreaIndex> {
        let snapshot = scope.snapshot();
        let all: Vec<AreaIndex> = scope.dataset.areas().map(|(area, _)| area).collect();
        (1..all.len())
            .map(|steps| all[(area.index() + steps) % all.len()])
            .find(|other| {
                !self.areas.contains(other) && scope.filter.matches_area_or_part(snapshot, *other)
            })
    }

    /// Returns the themes of the rows, and the selected row.
    #[cfg(test)]
    pub(crate) fn themes(&self) -> (Vec<Option<crate::dataset::ThemeIndex>>, usize) {
        (self.rows.iter().map(|row| row.theme).collect(), self.row)
    }

    /// Moves the selection by a command, if it is one that moves it.
    fn move_by(&mut self, scope: &ViewScope, command: Command) {
        match command {
            Command::Left => self.column = self.column.saturating_sub(1),
            Command::Right => self.column = Motion::By(1).apply(self.column, self.areas.len()),
            _ => {
                if let Some(motion) = Motion::from_command(command, scope.page(true)) {
                    self.row = motion.apply(self.row, self.rows.len());
                }
            }
        }
    }

    fn select_row(&mut self, row: usize) {
        self.row = row.min(self.rows.len().saturating_sub(1));
    }
}

impl ViewState for CompareView {
    fn refresh(&mut self, scope: &ViewScope) {
        let selected = self.rows.get(self.row).filter(|_| self.row > 0);
        let theme = selected.map(|row| row.theme);
        self.rows = compare(scope.snapshot(), &self.areas);
        // Rows move when the areas or the date change: the theme stays selected, if it is still there. The top stays the top.
        let row = theme.and_then(|theme| self.rows.iter().position(|row| row.theme == theme));
        self.select_row(row.unwrap_or(self.row));
    }

    fn enter(&mut self, scope: &ViewScope, area: Option<AreaIndex>) {
        if !self.areas.is_empty() {
            return;
        }
        let first = || scope.dataset.areas().map(|(area, _)| area).next();
        if let Some(area) = area.or_else(first) {
            self.begin(scope, area);
            self.refresh(scope);
        }
    }

    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction {
        let action = match command {
            Command::Open => return AppAction::OpenItem(self.selected_item()),
            Command::Back => return AppAction::LeaveView,
            Command::AddArea => self.add_next(scope),
            Command::RemoveArea => self.remove_selected(),
            Command::NextArea => self.replace_by_next(scope),
            _ => {
                self.move_by(scope, command);
                return AppAction::None;
            }
        };
        self.refresh(scope);
        action
    }

    fn is_empty(&self) -> bool {
        self.areas.is_empty()
    }

    /// Returns the first priority of the selected cell, or the area of an empty cell.
    fn selected_item(&self) -> ItemIndex {
        let priority = self
            .rows
            .get(self.row)
            .and_then(|row| row.priorities.get(self.column)?.first())
            .map(|&priority| ItemIndex::Priority(priority));
        let area = self.areas.get(self.column).copied().map(ItemIndex::Area);
        priority.or(area).unwrap_or(ItemIndex::Programme)
    }

    /// Selects nothing: an item may be in several cells, so the selection stays where it was.
    fn select_item(&mut self, _: &ViewScope, _: ItemIndex) -> bool {
        false
    }

    fn context(&self) -> Option<ItemIndex> {
        let theme = self.rows.get(self.row).and_then(|row| row.theme);
        theme.map(ItemIndex::Theme)
    }

    /// Selects the cell of an area and a theme. An area that is not compared any more returns to the comparison.
    fn restore(&mut self, scope: &ViewScope, location: &Location) -> bool {
        let Some(area) = location.item.area() else {
            return false;
        };
        self.add(scope, area);
        self.refresh(scope);
        let theme = match location.context {
            Some(ItemIndex::Theme(theme)) => Some(theme),
            _ => None,
        };
        let row = self.rows.iter().position(|row| row.theme == theme);
        self.select_row(row.unwrap_or(self.row));
        self.selected_item() == location.item
    }

    fn click(&mut self, _: &ViewScope, target: MouseTarget) -> bool {
        let MouseTarget::Cell(row, column) = target else {
            return false;
        };
        let before = (self.row, self.column);
        (self.row, self.column) = (row, column);
        before == (row, column)
    }

    fn render(&self, scope: &ViewScope, rects: &ViewRects, context: &mut RenderContext) {
        self.render_comparison(scope, rects, context);
    }
}

fn no_other_area(scope: &ViewScope) -> AppAction {
    AppAction::Notify(if scope.filter.is_empty() {
        "There is no other area."
    } else {
        "No other area matches the filter."
    })
}
