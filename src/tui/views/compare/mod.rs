//! The comparison: up to four areas side by side, fact by fact and theme by theme.

mod cell;
mod layout;
mod line_cache;
mod lines;
mod order;
mod render;
mod row;
mod shown;
mod speech;
#[cfg(test)]
mod tests;
mod titles;

use self::order::ThemeOrder;
use line_cache::LineCache;
use row::CompareRow;

use super::{scope::ViewScope, view_state::ViewState};
use crate::{
    command::{Command, SaveSubject},
    dataset::{AreaIndex, ItemIndex, ThemeIndex},
    query::{
        compared_facts::{ComparedFact, compare_facts},
        comparison::{ComparisonRow, compare},
    },
    tui::{
        action::AppAction, history::Location, layout::ViewRects, mouse_targets::MouseTarget,
        selectable_list::Motion, speech::SpokenPage, widgets::RenderContext,
    },
};

/// The most areas in a comparison.
const MAX_AREAS: usize = 4;

/// The result of adding an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AddedArea {
    /// It was added.
    Added,
    /// It was there already.
    Present,
    /// There is no room for another.
    Full,
}

/// The compared areas, and the selected cell.
#[derive(Debug, Clone, Default)]
pub(crate) struct CompareView {
    /// The columns; none before the first comparison, or if all were removed.
    pub areas: Vec<AreaIndex>,
    /// True if someone chose the areas. Those that the view opens with are only an example.
    is_chosen: bool,
    /// The index of the selected column.
    pub column: usize,
    /// The rows above the themes.
    facts: Vec<ComparedFact>,
    /// The rows of the themes, in the order that is chosen.
    themes: Vec<ComparisonRow>,
    order: ThemeOrder,
    /// The selected row; none before there are rows.
    selected: Option<CompareRow>,
    line_cache: LineCache,
}

impl CompareView {
    /// Adds an area that someone chose and nothing else, unless it is there already or there are four, and selects its
    /// column. The first one takes the place of the example.
    pub(crate) fn add(&mut self, area: AreaIndex) -> AddedArea {
        if !std::mem::replace(&mut self.is_chosen, true) {
            self.areas.clear();
        }
        self.insert(area)
    }

    /// Adds an area to those that are shown.
    fn insert(&mut self, area: AreaIndex) -> AddedArea {
        let present = self.areas.iter().position(|&other| other == area);
        let added = match present {
            Some(_) => AddedArea::Present,
            None if self.areas.len() == MAX_AREAS => return AddedArea::Full,
            None => {
                self.areas.push(area);
                AddedArea::Added
            }
        };
        self.column = present.unwrap_or(self.areas.len() - 1);
        added
    }

    /// Asks which of the other areas to add; with four, which one takes the place of the selected one. The one after the
    /// last column is selected first. Those of an example can be chosen, too.
    fn choose_area(&self, scope: &ViewScope) -> AppAction {
        let is_choice = |area: &AreaIndex| !self.is_chosen || self.is_other(scope, *area);
        let others = scope.dataset.areas().map(|(area, _)| area);
        let others: Vec<AreaIndex> = others.filter(is_choice).collect();
        let next = match self.areas.last() {
            Some(&last) if self.is_chosen => self.next_after(scope, last),
            _ => self.areas.first().copied(),
        };
        let selected = others.iter().position(|&area| Some(area) == next);
        if others.is_empty() {
            return no_other_area(scope);
        }
        AppAction::ChooseArea {
            areas: others,
            selected: selected.unwrap_or(0),
            replaced: self.replaced(),
        }
    }

    /// Returns the area whose place the next one takes: the selected one, if there are four.
    fn replaced(&self) -> Option<AreaIndex> {
        let is_full = self.is_chosen && self.areas.len() == MAX_AREAS;
        self.areas.get(self.column).copied().filter(|_| is_full)
    }

    /// Adds an area, and selects its column and the first row, so that the top of the comparison is visible.
    pub(crate) fn add_chosen(&mut self, scope: &ViewScope, area: AreaIndex) -> AppAction {
        let name = |area| &scope.dataset.area(area).name;
        let said = if let Some(replaced) = self.replaced() {
            self.areas[self.column] = area;
            format!("{} takes the place of {}", name(area), name(replaced))
        } else if self.add(area) == AddedArea::Added {
            match self.areas.len() {
                1 => format!("Added {}. Press a to add another", name(area)),
                _ => format!("Added {}", name(area)),
            }
        } else {
            return AppAction::None;
        };
        self.refresh(scope);
        let rows = self.shown_rows(scope.size.width);
        self.selected = rows.first().copied().or(self.selected);
        AppAction::Confirm(said.into())
    }

    /// Replaces the selected area by the next one.
    fn replace_by_next(&mut self, scope: &ViewScope) -> AppAction {
        let area = self.areas.get(self.column);
        if area.is_none() {
            return AppAction::Notify(NO_AREA);
        }
        let Some(next) = area.and_then(|&area| self.next_after(scope, area)) else {
            return no_other_area(scope);
        };
        (self.areas[self.column], self.is_chosen) = (next, true);
        AppAction::None
    }

    /// Removes the selected area. Those that are left were chosen by that.
    fn remove_selected(&mut self, scope: &ViewScope) -> AppAction {
        if self.column >= self.areas.len() {
            return AppAction::Notify(NO_AREA);
        }
        let removed = self.areas.remove(self.column);
        self.column = self.column.min(self.areas.len().saturating_sub(1));
        self.is_chosen = true;
        AppAction::Confirm(format!("Removed {}", scope.dataset.area(removed).name).into())
    }

    /// Returns the next area that passes the filter and is not compared yet; after the last comes the first.
    fn next_after(&self, scope: &ViewScope, area: AreaIndex) -> Option<AreaIndex> {
        let all: Vec<AreaIndex> = scope.dataset.areas().map(|(area, _)| area).collect();
        (1..all.len())
            .map(|steps| all[(area.index() + steps) % all.len()])
            .find(|&other| self.is_other(scope, other))
    }

    /// Returns whether an area passes the filter and is not compared yet.
    fn is_other(&self, scope: &ViewScope, area: AreaIndex) -> bool {
        let snapshot = scope.snapshot();
        !self.areas.contains(&area) && scope.filter.matches_area_or_part(snapshot, area)
    }

    /// Returns the theme of the selected row; none for a fact or for no theme.
    fn selected_theme(&self) -> Option<ThemeIndex> {
        match self.selected {
            Some(CompareRow::Theme(row)) => self.themes.get(row).and_then(|row| row.theme),
            _ => None,
        }
    }

    /// Returns the themes of the rows, and the index of the selected one.
    #[cfg(test)]
    pub(crate) fn themes(&self) -> (Vec<Option<ThemeIndex>>, Option<usize>) {
        let row = match self.selected {
            Some(CompareRow::Theme(row)) => Some(row),
            _ => None,
        };
        (self.themes.iter().map(|row| row.theme).collect(), row)
    }

    /// Moves the selection by a command, if it is one that moves it.
    fn move_by(&mut self, scope: &ViewScope, command: Command) {
        match command {
            Command::Left => self.column = self.column.saturating_sub(1),
            Command::Right => self.column = Motion::By(1).apply(self.column, self.areas.len()),
            _ => {
                if let Some(motion) = Motion::from_command(command, scope.page(false)) {
                    let rows = self.shown_rows(scope.size.width);
                    let row = motion.apply(self.position(&rows), rows.len());
                    self.selected = rows.get(row).copied();
                }
            }
        }
    }

    /// Returns the item of a cell: a fact, the first priority, or else the area.
    fn item_of(&self, row: CompareRow, column: usize) -> Option<ItemIndex> {
        match row {
            CompareRow::Fact(row) => Some(self.facts.get(row)?.values.get(column)?.item),
            CompareRow::Theme(row) => {
                let priority = *self.themes.get(row)?.priorities.get(column)?.first()?;
                Some(ItemIndex::Priority(priority))
            }
        }
    }

    fn find_row(&self, is_wanted: impl Fn(CompareRow) -> bool) -> Option<CompareRow> {
        let facts = (0..self.facts.len()).map(CompareRow::Fact);
        let themes = (0..self.themes.len()).map(CompareRow::Theme);
        facts.chain(themes).find(|&row| is_wanted(row))
    }
}

impl ViewState for CompareView {
    fn refresh(&mut self, scope: &ViewScope) {
        let theme = match self.selected {
            Some(CompareRow::Theme(row)) => self.themes.get(row).map(|row| row.theme),
            _ => None,
        };
        let label = match self.selected {
            Some(CompareRow::Fact(row)) => self.facts.get(row).map(|fact| fact.label.clone()),
            _ => None,
        };
        self.facts = compare_facts(scope.snapshot(), &self.areas);
        self.themes = compare(scope.snapshot(), &self.areas);
        self.order.sort(scope.dataset, &mut self.themes);
        self.line_cache.forget();
        // Rows move when the areas or the date change: what was selected stays so, if it is still there.
        let selected = self.find_row(|row| match row {
            CompareRow::Fact(row) => label.as_ref() == Some(&self.facts[row].label),
            CompareRow::Theme(row) => theme == Some(self.themes[row].theme),
        });
        let first = || self.shown_rows(scope.size.width).first().copied();
        self.selected = selected.or_else(first);
    }

    /// Compares an area with the next one as an example, unless areas were chosen already.
    fn enter(&mut self, scope: &ViewScope, area: Option<AreaIndex>) {
        if self.is_chosen && !self.areas.is_empty() {
            return;
        }
        let first = || scope.dataset.areas().map(|(area, _)| area).next();
        let shown = || self.areas.first().copied();
        if let Some(area) = area.or_else(shown).or_else(first) {
            (self.areas, self.is_chosen) = (vec![area], false);
            if let Some(next) = self.next_after(scope, area) {
                self.insert(next);
            }
            self.column = 0;
            self.refresh(scope);
        }
    }

    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction {
        let action = match command {
            Command::Open => return AppAction::OpenItem(self.selected_item()),
            Command::Back => return AppAction::LeaveView,
            Command::AddArea => return self.choose_area(scope),
            Command::RemoveArea => self.remove_selected(scope),
            Command::NextArea => self.replace_by_next(scope),
            Command::Sort => {
                self.order = self.order.next();
                AppAction::None
            }
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

    fn selected_item(&self) -> ItemIndex {
        let item = self.selected.and_then(|row| self.item_of(row, self.column));
        let area = self.areas.get(self.column).copied().map(ItemIndex::Area);
        item.or(area).unwrap_or(ItemIndex::Programme)
    }

    fn save_subject(&self) -> SaveSubject {
        SaveSubject::Comparison(self.areas.clone())
    }

    /// Selects nothing: an item may be in several cells, so the selection stays where it was.
    fn select_item(&mut self, _: &ViewScope, _: ItemIndex) -> bool {
        false
    }

    fn context(&self) -> Option<ItemIndex> {
        self.selected_theme().map(ItemIndex::Theme)
    }

    /// Selects the cell of an area and a fact or theme. An area that is not compared any more returns to the comparison, in
    /// place of the first if there are four others.
    fn restore(&mut self, scope: &ViewScope, location: &Location) -> bool {
        let Some(area) = location.item.area() else {
            return false;
        };
        if self.insert(area) == AddedArea::Full {
            self.areas.remove(0);
            self.insert(area);
        }
        self.refresh(scope);
        let theme = match location.context {
            Some(ItemIndex::Theme(theme)) => Some(theme),
            _ => None,
        };
        let row = self.find_row(|row| match (row, theme) {
            (CompareRow::Theme(row), Some(theme)) => self.themes[row].theme == Some(theme),
            (row, None) => self.item_of(row, self.column) == Some(location.item),
            _ => false,
        });
        self.selected = row.or(self.selected);
        self.selected_item() == location.item
    }

    fn spoken<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        self.spoken_comparison(scope)
    }

    fn select_spoken(&mut self, _: &ViewScope, index: usize) {
        self.select_spoken_row(index);
    }

    fn click(&mut self, scope: &ViewScope, target: MouseTarget) -> bool {
        let before = (self.selected, self.column);
        match target {
            MouseTarget::Cell(row, column) => {
                let rows = self.shown_rows(scope.size.width);
                self.selected = rows.get(row).copied().or(self.selected);
                self.column = column.min(self.areas.len().saturating_sub(1));
                before == (self.selected, self.column)
            }
            MouseTarget::Heading(column) => {
                self.column = column.min(self.areas.len().saturating_sub(1));
                false
            }
            _ => false,
        }
    }

    fn follows_filter(&self, _: &ViewScope) -> bool {
        false
    }

    fn render(&self, scope: &ViewScope, rects: &ViewRects, context: &mut RenderContext) {
        self.render_comparison(scope, rects, context);
    }
}

/// The reason why an area cannot be removed or replaced.
const NO_AREA: &str = "No area is compared. Press a to add one";

fn no_other_area(scope: &ViewScope) -> AppAction {
    AppAction::Notify(if scope.filter.is_empty() {
        "There is no other area"
    } else {
        "No other area matches the filter"
    })
}
