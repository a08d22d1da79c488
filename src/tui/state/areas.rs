//! The three panes: what is selected in each, and which has the keys.

use super::{
    Query,
    selectable_list::{Motion, SelectableList},
};
use crate::{
    dataset::{AreaIndex, ItemIndex},
    query::outline::{self, AreaRow, FactRow, PriorityRow},
    tui::layout::Pane,
};

/// The selections of the three lists. Each list belongs to what is selected in the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Areas {
    /// Areas, and the programme.
    pub area_rows: SelectableList<AreaRow>,
    /// Priorities of the selected area.
    pub priority_rows: SelectableList<PriorityRow>,
    /// Facts of the selected priority.
    pub fact_rows: SelectableList<FactRow>,
    /// The pane that has the keys.
    focus: Pane,
    /// The list whose selected item the detail shows.
    shown: Pane,
    /// The first line of the detail that is shown.
    pub detail_top: usize,
}

impl Areas {
    /// Selects the first of everything.
    #[must_use]
    pub fn new(query: Query) -> Self {
        let mut areas = Self {
            area_rows: SelectableList::default(),
            priority_rows: SelectableList::default(),
            fact_rows: SelectableList::default(),
            focus: Pane::Areas,
            shown: Pane::Areas,
            detail_top: 0,
        };
        areas.follow(query);
        areas
    }

    /// The pane that has the keys.
    #[must_use]
    pub fn focus(&self) -> Pane {
        self.focus
    }

    /// The list whose selected item the detail shows.
    #[must_use]
    pub fn shown(&self) -> Pane {
        self.shown
    }

    /// Gives a pane the keys. The detail goes on showing what it shows when it gets them.
    pub fn focus_on(&mut self, pane: Pane) {
        self.focus = pane;
        if pane != Pane::Detail && pane != self.shown {
            self.shown = pane;
            self.detail_top = 0;
        }
    }

    /// Takes what another date or filter leaves. What is selected stays so where it is left.
    pub fn follow(&mut self, query: Query) {
        self.area_rows
            .set_items(outline::area_rows(query.snapshot, query.filter));
        self.refresh_priorities(query);
        self.detail_top = 0;
    }

    /// Selects what stands at a slot, and gives its pane the keys. Themes and sources stand in no pane, and what is not known
    /// or not asked for does not either: then nothing changes, and it says so.
    pub fn open(&mut self, query: Query, item: ItemIndex) -> bool {
        let Some((area_row, priority_row, fact)) = outline::path_to(item) else {
            return false;
        };
        let mut opened = self.clone();
        if !opened.area_rows.select_item(|&other| other == area_row) {
            return false;
        }
        opened.refresh_priorities(query);
        opened.focus_on(Pane::Areas);
        if let Some(priority_row) = priority_row {
            if !opened
                .priority_rows
                .select_item(|&other| other == priority_row)
            {
                return false;
            }
            opened.refresh_facts(query);
            opened.focus_on(Pane::Priorities);
        }
        if let Some(fact) = fact {
            if !opened.fact_rows.select_item(|entry| entry.fact == fact) {
                return false;
            }
            opened.focus_on(Pane::Facts);
        }
        opened.detail_top = 0;
        *self = opened;
        true
    }

    /// Selects an area, unless it is selected already: then what is selected in it stays.
    pub fn select_area(&mut self, query: Query, area: AreaIndex) {
        if self.area_rows.selected() != Some(AreaRow::Area(area)) {
            self.open(query, ItemIndex::Area(area));
        }
    }

    /// Moves the selection of a list; the lists after it follow.
    pub fn step(&mut self, query: Query, pane: Pane, step: Motion) {
        match pane {
            Pane::Areas if self.area_rows.step(step) => self.restart_priorities(query),
            Pane::Priorities if self.priority_rows.step(step) => self.restart_facts(query),
            Pane::Facts if self.fact_rows.step(step) => {}
            _ => return,
        }
        self.detail_top = 0;
    }

    /// Selects the item at a place of a list, and gives that list the keys.
    pub fn select(&mut self, query: Query, pane: Pane, index: usize) {
        self.focus_on(pane);
        let from = match pane {
            Pane::Areas => self.area_rows.selected_index(),
            Pane::Priorities => self.priority_rows.selected_index(),
            Pane::Facts => self.fact_rows.selected_index(),
            Pane::Detail => return,
        };
        self.step(
            query,
            pane,
            Motion::By(index.cast_signed() - from.cast_signed()),
        );
    }

    fn restart_priorities(&mut self, query: Query) {
        self.priority_rows = SelectableList::default();
        self.fact_rows = SelectableList::default();
        self.refresh_priorities(query);
    }

    fn restart_facts(&mut self, query: Query) {
        self.fact_rows = SelectableList::default();
        self.refresh_facts(query);
    }

    fn refresh_priorities(&mut self, query: Query) {
        let priority_rows = self
            .area_rows
            .selected()
            .map(|area_row| outline::priority_rows(query.snapshot, query.filter, area_row));
        self.priority_rows
            .set_items(priority_rows.unwrap_or_default());
        self.refresh_facts(query);
    }

    fn refresh_facts(&mut self, query: Query) {
        let fact_rows = self
            .priority_rows
            .selected()
            .map(|priority_row| outline::fact_rows(query.snapshot, query.filter, priority_row));
        self.fact_rows.set_items(fact_rows.unwrap_or_default());
    }

    /// What the detail shows.
    #[must_use]
    pub fn selected_item(&self) -> ItemIndex {
        self.item_of(self.shown)
    }

    /// What is selected in a list, as something that can be described. An empty list passes on what it belongs to.
    #[must_use]
    pub fn item_of(&self, pane: Pane) -> ItemIndex {
        let of_subject = match self.area_rows.selected() {
            Some(AreaRow::Area(area)) => ItemIndex::Area(area),
            Some(AreaRow::Programme) | None => ItemIndex::Programme,
        };
        let of_chapter = match self.priority_rows.selected() {
            Some(PriorityRow::Priority(priority)) => ItemIndex::Priority(priority),
            Some(PriorityRow::AboutArea(area)) => ItemIndex::Area(area),
            Some(PriorityRow::Programme(_)) | None => of_subject,
        };
        match pane {
            Pane::Areas => of_subject,
            Pane::Priorities => of_chapter,
            Pane::Facts | Pane::Detail => self
                .fact_rows
                .selected()
                .map_or(of_chapter, |entry| ItemIndex::Fact(entry.fact)),
        }
    }
}
