//! Switching views, opening items, and going back.

use super::{App, Notice, preview::Preview};
use crate::{
    command::View,
    dataset::ItemIndex,
    query::filter::Filter,
    tui::{
        history::Location,
        overlays::Overlay,
        views::{ViewState, Views, areas::AreasView, compare::AddedArea},
    },
};

impl App<'_> {
    /// Returns true if the page of an area covers the panes.
    #[must_use]
    pub fn has_area_page(&self) -> bool {
        self.views.areas.page_area().is_some()
    }

    /// Returns true if the full text of an item covers the panes.
    #[must_use]
    pub fn has_full_text(&self) -> bool {
        self.views.areas.has_full_text()
    }

    /// Returns true if the help is open and lists all keys of the view.
    pub(in crate::tui) fn lists_keys(&self) -> bool {
        matches!(&self.overlay, Some(Overlay::Commands(picker)) if picker.lists_mode())
    }

    /// Opens an item: a theme in the matrix, a publication among the sources, a term in full over the
    /// view, everything else in the panes. Clears a filter that
    /// would hide it. Returns false, and changes nothing, if the item was not known on the date that is shown.
    pub fn open(&mut self, item: ItemIndex) -> bool {
        self.forget_clicks();
        match item {
            ItemIndex::Theme(_) => self.open_in(View::Matrix, item),
            ItemIndex::Source(_) => self.open_in(View::Sources, item),
            ItemIndex::Term(_) => {
                let is_known = self.snapshot().contains(item);
                if is_known {
                    self.show_full_text(item);
                }
                is_known
            }
            _ => self.open_in_panes(item),
        }
    }

    fn open_in(&mut self, view: View, item: ItemIndex) -> bool {
        // Tried out first, so that nothing changes if the item is not known.
        let unfiltered = self.scope.unfiltered();
        let mut unfiltered_views = Views::default();
        let shown = unfiltered_views.get_mut(view);
        shown.refresh(&unfiltered);
        if !shown.select_item(&unfiltered, item) {
            return false;
        }
        self.show_view(view);
        if !self.views.get_mut(view).select_item(&self.scope, item) {
            self.set_filter(Filter::default());
            self.views.get_mut(view).select_item(&self.scope, item);
        }
        true
    }

    fn open_in_panes(&mut self, item: ItemIndex) -> bool {
        let location = self.location();
        let mut found = self.views.areas.select_item(&self.scope, item);
        if !found && !self.scope.filter.is_empty() {
            let unfiltered = self.scope.unfiltered();
            let mut areas = AreasView::default();
            areas.refresh(&unfiltered);
            found = areas.select_item(&unfiltered, item);
            if found {
                (self.views.areas, self.scope) = (areas, unfiltered);
            }
        }
        if found && self.view != View::Areas {
            self.history.push(location);
            self.view = View::Areas;
            self.views.areas.return_on_back = true;
        }
        found
    }

    /// Shows a view, even one that the dataset has nothing for. It selects the area of the selected item, if it can.
    pub fn show_view(&mut self, view: View) {
        self.overlay = None;
        if view == self.view {
            self.views.get_mut(view).enter(&self.scope, None);
            return;
        }
        let (location, area) = (self.location(), self.selected_area());
        self.history.push(location);
        self.views.areas.return_on_back = false;
        self.view = view;
        self.refresh();
        self.views.get_mut(view).enter(&self.scope, area);
    }

    /// Goes back to the top level of the view, with all its panes.
    pub(super) fn go_home(&mut self) {
        let was_zoomed = self.scope.zoomed;
        if was_zoomed {
            self.toggle_zoom();
        }
        let was_deep = self.views.get_mut(self.view).go_home(&self.scope);
        if !was_zoomed && !was_deep {
            self.notify(&*format!("{} is open already", self.view.name()));
        }
    }

    /// Goes back to the last location in another view, and says which view that is.
    pub(super) fn leave_view(&mut self) {
        let mut from = self.location();
        let location = loop {
            match self.history.back(from) {
                Some(location) if location.view == self.view => from = location,
                location => break location,
            }
        };
        match location {
            Some(location) => _ = self.restore_location(location),
            None => self.view = View::Areas,
        }
        self.say_view();
    }

    /// Goes back to the last location, and says which view that is if it is another.
    pub(super) fn go_back(&mut self) {
        let view = self.view;
        if let Some(location) = self.history.back(self.location()) {
            let _ = self.restore_location(location);
        }
        if self.view != view {
            self.say_view();
        }
    }

    fn say_view(&mut self) {
        self.notify(Notice::done(format!("Back in {}", self.view.name())));
    }

    pub(super) fn go_to_previous_location(&mut self) {
        if self.history.is_at_start() {
            self.notify("There is no previous location.");
        }
        self.go_back();
    }

    pub(super) fn go_to_next_location(&mut self) {
        match self.history.forward(self.location()) {
            Some(location) => _ = self.restore_location(location),
            None => self.notify("There is no next location."),
        }
    }

    /// Goes to a bookmarked location. Clears a filter that would hide it. If the view shows something else by now, such as
    /// the results of another search, opens the item.
    pub(super) fn go_to(&mut self, location: Location) {
        self.history.push(self.location());
        if self.restore_location(location) {
            return;
        }
        if !self.filter().is_empty() {
            self.set_filter(Filter::default());
            if self.restore_location(location) {
                return;
            }
        }
        self.open(location.item);
    }

    /// Shows a location. Returns whether its item is selected.
    pub(super) fn restore_location(&mut self, location: Location) -> bool {
        self.overlay = None;
        self.views.areas.return_on_back = false;
        self.view = location.view;
        self.refresh();
        let view = self.views.get_mut(location.view);
        view.restore(&self.scope, &location)
    }

    /// Opens another search result, a number of steps from the selected one.
    pub(super) fn cycle_hits(&mut self, steps: isize) {
        self.views.search.refresh(&self.scope);
        // The first step opens the selected result, unless it is open already.
        let is_open = self.views.search.selected_hit() == Some(self.selected_item());
        let Some(item) = self.views.search.cycle(if is_open { steps } else { 0 }) else {
            self.notify(self.views.search.why_empty(&self.scope));
            return;
        };
        let location = self.location();
        if self.open(item) && self.view == View::Areas && !self.views.areas.return_on_back {
            self.history.push(location);
        }
        let hits = &self.views.search.hits;
        let (number, count) = (hits.selected_index() + 1, hits.items().len());
        self.notice = Some(Notice::done(format!("Result {number} of {count}")).with_results());
    }

    pub(super) fn compare_selected(&mut self) {
        let Some(area) = self.selected_area() else {
            self.notify("Select an area to compare.");
            return;
        };
        let name = &self.dataset().area(area).name;
        let notice = match self.views.compare.add(area) {
            AddedArea::Added => Notice::done(format!("Added {name} to Compare")),
            AddedArea::Present => Notice::problem(format!("{name} is compared already")),
            AddedArea::Full => Notice::problem("Four areas are the most. Remove one in Compare"),
        };
        if self.view == View::Compare {
            self.refresh();
        }
        self.notice = Some(notice.with_comparison());
    }

    /// Keeps the state, to return to it if the prompt is cancelled.
    pub(super) fn start_preview(&mut self) {
        self.preview = Some(Box::new(Preview {
            as_of: self.as_of(),
            views: self.views.clone(),
        }));
    }

    /// Returns to the state before the prompt. What was selected is selected again, even if it was not shown meanwhile.
    pub(super) fn cancel_preview(&mut self) {
        let Some(preview) = self.preview.take() else {
            return;
        };
        let Preview { as_of, mut views } = *preview;
        self.set_as_of(as_of);
        // Results may have arrived since.
        let hit = views.search.selected_hit();
        views.search = std::mem::take(&mut self.views.search);
        if let Some(hit) = hit {
            views.search.select_hit(hit);
        }
        self.views = views;
        for view in View::ALL {
            self.views.get_mut(view).resize(&self.scope);
        }
    }
}
