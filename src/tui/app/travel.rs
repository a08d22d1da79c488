//! From view to view, and back the way that one came.

use super::App;
use crate::{
    command::View,
    dataset::Slot,
    query::filter::Filter,
    tui::state::{Lens, areas::Areas, places::Place},
};

impl App<'_> {
    /// Goes to what stands at a slot: in the three panes; a theme in the matrix, a publication among the others. A filter that
    /// would hide it is let go. What was not known on the date that is asked for is nowhere: nothing changes then, and it says so.
    pub fn open(&mut self, slot: Slot) -> bool {
        match slot {
            Slot::Theme(theme) => self.open_in(View::Matrix, |app| app.matrix.select_theme(theme)),
            Slot::Source(_) => self.open_in(View::Sources, |app| {
                app.sources.rows.select_item(|&other| other == slot)
            }),
            _ => self.open_in_panes(slot),
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

    fn open_in_panes(&mut self, slot: Slot) -> bool {
        let place = self.place();
        let world = self.world();
        let mut opened = self.areas.open(
            Lens {
                world,
                filter: &self.filter,
            },
            slot,
        );
        if !opened && !self.filter.is_empty() {
            let mut areas = Areas::new(Lens {
                world,
                filter: &Filter::default(),
            });
            opened = areas.open(
                Lens {
                    world,
                    filter: &Filter::default(),
                },
                slot,
            );
            if opened {
                (self.areas, self.filter) = (areas, Filter::default());
            }
        }
        if opened && self.view != View::Areas {
            self.places.leave(place);
            self.view = View::Areas;
            self.opened = true;
        }
        opened
    }

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
        let lens = Lens {
            world: self.world(),
            filter: &self.filter,
        };
        if let Some(area) = area {
            match view {
                View::Areas => self.areas.select_area(lens, area),
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
        let lens = Lens {
            world: self.world(),
            filter: &self.filter,
        };
        match place.view {
            View::Areas => {
                self.areas.open(lens, place.slot);
                self.areas.focus_on(place.pane);
            }
            View::Matrix => match place.slot {
                Slot::Theme(theme) => _ = self.matrix.select_theme(theme),
                slot => _ = slot.area().map(|area| self.matrix.select_area(area)),
            },
            View::Map => {
                _ = place
                    .slot
                    .area()
                    .map(|area| self.map.areas.select_item(|&other| other == area))
            }
            View::Timeline => {
                _ = self
                    .timeline
                    .events
                    .select_item(|&fact| Slot::Fact(fact) == place.slot)
            }
            View::Sources => _ = self.sources.rows.select_item(|&slot| slot == place.slot),
            View::Search => _ = self.search.hits.select_item(|hit| hit.slot == place.slot),
            View::Compare => {}
        }
    }

    pub(super) fn turn_hits(&mut self, steps: isize) {
        self.search.follow(Lens {
            world: self.world(),
            filter: &self.filter,
        });
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
            self.compare.take_in(
                Lens {
                    world: self.world(),
                    filter: &self.filter,
                },
                area,
            );
            self.go_to(View::Compare);
        }
    }
}
