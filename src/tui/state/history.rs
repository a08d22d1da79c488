//! Where one was, and the places that one marked.

use crate::{command::View, dataset::ItemIndex, tui::layout::Pane};

/// A place: a view, and what is selected in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location {
    /// The view.
    pub view: View,
    /// What is selected.
    pub item: ItemIndex,
    /// The pane that has the keys, in the view of three panes.
    pub pane: Pane,
}

/// More steps back than anybody remembers.
const REMEMBERED: usize = 100;

/// The way that one came, and the marked places. All of it is forgotten when the program ends.
#[derive(Debug, Clone, Default)]
pub struct History {
    before: Vec<Location>,
    after: Vec<Location>,
    /// The marked places, in the order in which they were marked.
    pub marks: Vec<Location>,
}

impl History {
    /// Remembers the place that is left.
    pub fn leave(&mut self, location: Location) {
        self.after.clear();
        if self.before.last() != Some(&location) {
            self.before.push(location);
        }
        if self.before.len() > REMEMBERED {
            self.before.remove(0);
        }
    }

    /// Goes back from a place.
    pub fn back(&mut self, from: Location) -> Option<Location> {
        let location = self.before.pop()?;
        self.after.push(from);
        Some(location)
    }

    /// Goes forward from a place.
    pub fn forward(&mut self, from: Location) -> Option<Location> {
        let location = self.after.pop()?;
        self.before.push(from);
        Some(location)
    }

    /// Marks a place, or unmarks it if it is marked.
    pub fn mark(&mut self, location: Location) {
        match self.marks.iter().position(|other| *other == location) {
            Some(marked) => _ = self.marks.remove(marked),
            None => self.marks.push(location),
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
        }
    }

    #[test]
    fn back_and_forward_lead_along_the_same_way() {
        let mut history = History::default();
        history.leave(location(View::Areas));
        history.leave(location(View::Map));
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
        history.leave(location(View::Matrix));
        assert_eq!(
            history.forward(location(View::Areas)),
            None,
            "another way was taken"
        );
    }

    #[test]
    fn a_second_mark_unmarks() {
        let mut history = History::default();
        history.mark(location(View::Map));
        history.mark(location(View::Areas));
        history.mark(location(View::Map));
        assert_eq!(history.marks, [location(View::Areas)]);
    }
}
