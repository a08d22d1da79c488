//! From view to view, and back the way that one came.

use super::App;
use crate::{
    command::View,
    dataset::ItemIndex,
    query::filter::Filter,
    tui::state::{Query, areas::Areas, history::Location},
};

impl App<'_> {
    /// Goes to what stands at a slot: in the three panes; a theme in the matrix, a publication among the others. A filter that
    /// would hide it is let go. What was not known on the date that is asked for is nowhere: nothing changes then, and it says so.
    pub fn open(&mut self, item: ItemIndex) -> bool {
        match item {
            ItemIndex::Theme(theme) => {
                self.open_in(View::Matrix, |app| app.matrix.select_theme(theme))
            }
            ItemIndex::Source(_) => self.open_in(View::Sources, |app| {
                app.sources.rows.select_item(|&other| other == item)
            }),
            _ => self.open_in_panes(item),
        }
    }

    fn open_in(&mut self, view: View, select: impl Fn(&mut Self) -> bool) -> bool {
        self.go_to(view);
        if select(self) {
            return true;
        }
        self.filter = Filter::default();
        self.follow();
        select(self)
    }

    fn open_in_panes(&mut self, item: ItemIndex) -> bool {
        let location = self.location();
        let snapshot = self.snapshot();
        let mut opened = self.areas.open(
            Query {
                snapshot,
                filter: &self.filter,
            },
            item,
        );
        if !opened && !self.filter.is_empty() {
            let mut areas = Areas::new(Query {
                snapshot,
                filter: &Filter::default(),
            });
            opened = areas.open(
                Query {
                    snapshot,
                    filter: &Filter::default(),
                },
                item,
            );
            if opened {
                (self.areas, self.filter) = (areas, Filter::default());
            }
        }
        if opened && self.view != View::Areas {
            self.history.leave(location);
            self.view = View::Areas;
            self.opened = true;
        }
        opened
    }

    /// Changes the view. What is selected in the old one is selected in the new one, too, where it has it.
    pub(super) fn go_to(&mut self, view: View) {
        self.overlay = None;
        if view == self.view {
            if view == View::Search {
                self.search.in_list = false;
            }
            return;
        }
        let (location, area) = (self.location(), self.area());
        self.history.leave(location);
        self.opened = false;
        self.view = view;
        self.follow();
        let query = Query {
            snapshot: self.snapshot(),
            filter: &self.filter,
        };
        if let Some(area) = area {
            match view {
                View::Areas => self.areas.select_area(query, area),
                View::Matrix => _ = self.matrix.select_area(area),
                View::Map => _ = self.map.areas.select_item(|&other| other == area),
                View::Timeline | View::Compare | View::Sources | View::Search => {}
            }
        }
        match view {
            View::Compare => {
                if let Some(first) =
                    area.or_else(|| self.dataset.areas().map(|(area, _)| area).next())
                {
                    self.compare.begin(query, first);
                }
            }
            View::Search => self.search.in_list = false,
            _ => {}
        }
    }

    /// Leaves a view for the one before it.
    pub(super) fn leave_view(&mut self) {
        while let Some(location) = self.history.back(self.location()) {
            if location.view != self.view {
                self.restore_location(location);
                return;
            }
        }
        self.view = View::Areas;
    }

    pub(super) fn go_back(&mut self) {
        if let Some(location) = self.history.back(self.location()) {
            self.restore_location(location);
        }
    }

    pub(super) fn restore_location(&mut self, location: Location) {
        self.overlay = None;
        self.opened = false;
        self.view = location.view;
        self.follow();
        let query = Query {
            snapshot: self.snapshot(),
            filter: &self.filter,
        };
        match location.view {
            View::Areas => {
                self.areas.open(query, location.item);
                self.areas.focus_on(location.pane);
            }
            View::Matrix => match location.item {
                ItemIndex::Theme(theme) => _ = self.matrix.select_theme(theme),
                item => _ = item.area().map(|area| self.matrix.select_area(area)),
            },
            View::Map => {
                _ = location
                    .item
                    .area()
                    .map(|area| self.map.areas.select_item(|&other| other == area));
            }
            View::Timeline => {
                _ = self
                    .timeline
                    .events
                    .select_item(|&fact| ItemIndex::Fact(fact) == location.item);
            }
            View::Sources => _ = self.sources.rows.select_item(|&item| item == location.item),
            View::Search => {
                _ = self
                    .search
                    .hits
                    .select_item(|hit| hit.item == location.item);
            }
            View::Compare => {}
        }
    }

    pub(super) fn cycle_hits(&mut self, steps: isize) {
        self.search.follow(Query {
            snapshot: self.snapshot(),
            filter: &self.filter,
        });
        // The first step leads to the answer that is selected, unless one is there already.
        let there = self.search.selected_item() == Some(self.selected_item());
        if let Some(item) = self.search.turn(if there { steps } else { 0 }) {
            let location = self.location();
            if self.open(item) && self.view == View::Areas && !self.opened {
                self.history.leave(location);
            }
        }
    }

    pub(super) fn compare_selected(&mut self) {
        if let Some(area) = self.area() {
            self.compare.take_in(
                Query {
                    snapshot: self.snapshot(),
                    filter: &self.filter,
                },
                area,
            );
            self.go_to(View::Compare);
        }
    }
}
