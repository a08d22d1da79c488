//! The locations that were visited, and the bookmarked ones. Both last as long as the program runs.

use super::layout::Pane;
use crate::{command::View, dataset::ItemIndex};

/// A view and its selected item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location {
    /// The view.
    pub view: View,
    /// The selected item.
    pub item: ItemIndex,
    /// The focused pane in the areas view, otherwise the first.
    pub pane: Pane,
    /// The item under which the selected one is shown, if it may be shown under others too: the theme of a cell, the priority
    /// of a shared fact, or the publication that a fact cites. An area whose page is open is shown under itself.
    pub context: Option<ItemIndex>,
}

/// The most locations kept for going back.
const MAX_HISTORY: usize = 100;

/// The visited locations, as in a web browser.
#[derive(Debug, Clone, Default)]
pub(crate) struct History {
    back_stack: Vec<Location>,
    forward_stack: Vec<Location>,
}

impl History {
    /// Adds a location that is being left.
    pub(crate) fn push(&mut self, location: Location) {
        self.forward_stack.clear();
        if self.back_stack.last() != Some(&location) {
            self.back_stack.push(location);
        }
        if self.back_stack.len() > MAX_HISTORY {
            self.back_stack.remove(0);
        }
    }

    /// Returns whether there is no previous location.
    pub(crate) fn is_at_start(&self) -> bool {
        self.back_stack.is_empty()
    }

    /// Returns the previous location, if there is one, and remembers `from` for [`History::forward`].
    pub(crate) fn back(&mut self, from: Location) -> Option<Location> {
        let location = self.back_stack.pop()?;
        self.forward_stack.push(from);
        Some(location)
    }

    /// Returns the next location, if there is one, and remembers `from` for [`History::back`].
    pub(crate) fn forward(&mut self, from: Location) -> Option<Location> {
        let location = self.forward_stack.pop()?;
        self.back_stack.push(from);
        Some(location)
    }
}

/// The bookmarked locations, the oldest first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bookmarks {
    locations: Vec<Location>,
}

impl Bookmarks {
    /// Returns all bookmarked locations.
    #[must_use]
    pub(crate) fn locations(&self) -> &[Location] {
        &self.locations
    }

    /// Adds a bookmark, or removes it if the location has one. Returns true if it was added.
    pub(crate) fn toggle(&mut self, location: Location) -> bool {
        let index = self.locations.iter().position(|other| *other == location);
        match index {
            Some(index) => self.remove(index),
            None => self.locations.push(location),
        }
        index.is_none()
    }

    /// Removes the bookmark at an index, if there is one.
    pub(crate) fn remove(&mut self, index: usize) {
        if index < self.locations.len() {
            self.locations.remove(index);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn location(view: View) -> Location {
        Location {
            view,
            item: ItemIndex::Programme,
            pane: Pane::Areas,
            context: None,
        }
    }

    #[test]
    fn back_and_forward_follow_the_same_path() {
        let mut history = History::default();
        history.push(location(View::Areas));
        history.push(location(View::Map));
        assert_eq!(
            history.back(location(View::Search)),
            Some(location(View::Map))
        );
        assert_eq!(
            history.back(location(View::Map)),
            Some(location(View::Areas))
        );
        assert_eq!(history.back(location(View::Areas)), None);
        assert_eq!(
            history.forward(location(View::Areas)),
            Some(location(View::Map))
        );
        history.push(location(View::Matrix));
        assert_eq!(
            history.forward(location(View::Areas)),
            None,
            "a new location clears the way forward"
        );
    }

    #[test]
    fn a_second_toggle_removes_the_bookmark() {
        let mut bookmarks = Bookmarks::default();
        assert!(bookmarks.toggle(location(View::Map)));
        assert!(bookmarks.toggle(location(View::Areas)));
        assert!(!bookmarks.toggle(location(View::Map)));
        assert_eq!(bookmarks.locations(), [location(View::Areas)]);
    }
}
