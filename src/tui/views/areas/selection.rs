//! Moving the selection through the three lists.

use super::{AreasView, fact_groups::fact_groups};
use crate::{
    dataset::{AreaIndex, ItemIndex},
    query::outline::{self, AreaRow, PriorityRow},
    tui::{
        layout::Pane,
        selectable_list::{Motion, SelectableList},
        views::{scope::ViewScope, view_state::ViewState},
    },
};

impl AreasView {
    /// Returns true if the lists show the programme, which has parts in the place of priorities.
    #[must_use]
    pub(crate) fn shows_programme(&self) -> bool {
        self.areas.selected() == Some(AreaRow::Programme)
    }

    /// Selects an area. If it is selected already, the selection of the other lists stays, too.
    pub(super) fn select_area(&mut self, scope: &ViewScope, area: AreaIndex) {
        if self.areas.selected() != Some(AreaRow::Area(area)) {
            self.select_item(scope, ItemIndex::Area(area));
        }
    }

    /// Selects a fact where it is listed under `context`, a priority or an area. Returns false, and changes nothing, if it is
    /// not.
    pub(super) fn select_fact_under(
        &mut self,
        scope: &ViewScope,
        item: ItemIndex,
        context: Option<ItemIndex>,
    ) -> bool {
        let (ItemIndex::Fact(fact), Some(context)) = (item, context) else {
            return false;
        };
        let mut opened = self.clone();
        if !opened.select_item(scope, context) {
            return false;
        }
        if let ItemIndex::Area(area) = context {
            let about = PriorityRow::AboutArea(area);
            opened.priorities.select_item(|&row| row == about);
            opened.refresh_facts(scope);
        }
        if !opened.facts.select_item(|row| row.fact == fact) {
            return false;
        }
        opened.focus_on(Pane::Facts);
        *self = opened;
        true
    }

    /// Lists the priorities of the selected area, and the facts of the selected one.
    pub(super) fn refresh_priorities(&mut self, scope: &ViewScope) {
        let priorities = self
            .areas
            .selected()
            .map(|area| outline::priority_rows(scope.snapshot(), &scope.filter, area));
        self.priorities.set_items(priorities.unwrap_or_default());
        self.refresh_facts(scope);
    }

    /// Lists the facts of the selected priority.
    pub(super) fn refresh_facts(&mut self, scope: &ViewScope) {
        let facts = self
            .priorities
            .selected()
            .map(|priority| outline::fact_rows(scope.snapshot(), &scope.filter, priority));
        self.facts.set_items(facts.unwrap_or_default());
        self.fact_groups = fact_groups(self.facts.items());
    }

    /// Moves the selection of a list, and updates the lists that depend on it.
    pub(super) fn move_by(&mut self, scope: &ViewScope, pane: Pane, motion: Motion) {
        match pane {
            Pane::Areas if self.areas.move_by(motion) => {
                self.priorities = SelectableList::default();
                self.facts = SelectableList::default();
                self.refresh_priorities(scope);
            }
            Pane::Priorities if self.priorities.move_by(motion) => {
                self.facts = SelectableList::default();
                self.refresh_facts(scope);
            }
            Pane::Facts if self.facts.move_by(motion) => {}
            _ => return,
        }
        self.scroll = 0;
    }

    /// Focuses a list and selects the item at an index.
    pub(super) fn select_in(&mut self, scope: &ViewScope, pane: Pane, index: usize) {
        self.focus_on(pane);
        if let Some(from) = self.index_in(pane) {
            let steps = index.cast_signed() - from.cast_signed();
            self.move_by(scope, pane, Motion::By(steps));
        }
    }

    /// Returns the index of the selected item of a list; none for the detail.
    pub(super) fn index_in(&self, pane: Pane) -> Option<usize> {
        match pane {
            Pane::Areas => Some(self.areas.selected_index()),
            Pane::Priorities => Some(self.priorities.selected_index()),
            Pane::Facts => Some(self.facts.selected_index()),
            Pane::Detail => None,
        }
    }

    /// Returns the areas with their names, unless their list has the focus.
    pub(super) fn areas_beside(&self, scope: &ViewScope) -> Vec<(String, ItemIndex)> {
        if self.focused_list() == Pane::Areas {
            return Vec::new();
        }
        let item = |area| match area {
            AreaRow::Area(area) => ItemIndex::Area(area),
            AreaRow::Programme => ItemIndex::Programme,
        };
        let areas = self.areas.items().iter();
        areas
            .map(|&area| (area.name(scope.dataset).into(), item(area)))
            .collect()
    }

    /// Returns the focused list; from the detail, the list that it belongs to.
    pub(super) fn focused_list(&self) -> Pane {
        match self.focus {
            Pane::Detail => self.shown,
            pane => pane,
        }
    }
}
