//! From view to view, and back the way that one came.

use super::App;
use crate::{
    command::View,
    dataset::Slot,
    tui::state::{Lens, places::Place},
};

impl App<'_> {
    /// Changes the view. What is selected in the old one is selected in the new one, too, where it has it.
    pub(super) fn go_to(&mut self, view: View) {
        self.over = None;
        if view == self.view {
            if view == View::Search {
                self.search.in_list = false;
            }
            return;
        }
        let (place, area) = (self.place(), self.area());
        self.places.leave(place);
        self.opened = false;
        self.view = view;
        self.follow();
        let lens = Lens { world: self.world(), filter: &self.filter };
        if let Some(area) = area {
            match view {
                View::Areas => self.areas.select_area(lens, area),
                View::Matrix => _ = self.matrix.areas.select_item(|&other| other == area),
                View::Map => _ = self.map.areas.select_item(|&other| other == area),
                View::Timeline | View::Compare | View::Sources | View::Search => {}
            }
        }
        match view {
            View::Compare => {
                if let Some(first) = area.or_else(|| self.dataset.areas().map(|(area, _)| area).next()) {
                    self.compare.begin(lens, first);
                }
            }
            View::Search => self.search.in_list = false,
            _ => {}
        }
    }

    /// Leaves a view for the one before it.
    pub(super) fn leave_view(&mut self) {
        while let Some(place) = self.places.back(self.place()) {
            if place.view != self.view {
                self.stand_at(place);
                return;
            }
        }
        self.view = View::Areas;
    }

    pub(super) fn go_back(&mut self) {
        if let Some(place) = self.places.back(self.place()) {
            self.stand_at(place);
        }
    }

    pub(super) fn stand_at(&mut self, place: Place) {
        self.over = None;
        self.opened = false;
        self.view = place.view;
        self.follow();
        let lens = Lens { world: self.world(), filter: &self.filter };
        match place.view {
            View::Areas => {
                self.areas.open(lens, place.slot);
                self.areas.focus_on(place.pane);
            }
            View::Matrix => _ = place.slot.area().map(|area| self.matrix.areas.select_item(|&other| other == area)),
            View::Map => _ = place.slot.area().map(|area| self.map.areas.select_item(|&other| other == area)),
            View::Timeline => _ = self.timeline.events.select_item(|&fact| Slot::Fact(fact) == place.slot),
            View::Sources => _ = self.sources.rows.select_item(|&slot| slot == place.slot),
            View::Search => _ = self.search.hits.select_item(|hit| hit.slot == place.slot),
            View::Compare => {}
        }
    }

    pub(super) fn turn_hits(&mut self, steps: isize) {
        self.search.follow(Lens { world: self.world(), filter: &self.filter });
        // The first step leads to the answer that is selected, unless one is there already.
        let there = self.search.slot() == Some(self.slot());
        if let Some(slot) = self.search.turn(if there { steps } else { 0 }) {
            let place = self.place();
            if self.open(slot) && self.view == View::Areas && !self.opened {
                self.places.leave(place);
            }
        }
    }

    pub(super) fn compare_selected(&mut self) {
        if let Some(area) = self.area() {
            self.compare.take_in(Lens { world: self.world(), filter: &self.filter }, area);
            self.go_to(View::Compare);
        }
    }
}
