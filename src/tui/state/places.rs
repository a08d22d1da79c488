//! Where one was, and the places that one marked.

use crate::{command::View, dataset::Slot, tui::layout::Pane};

/// A place: a view, and what is selected in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The view.
    pub view: View,
    /// What is selected.
    pub slot: Slot,
    /// The pane that has the keys, in the view of three panes.
    pub pane: Pane,
}

/// More steps back than anybody remembers.
const REMEMBERED: usize = 100;

/// The way that one came, and the marked places. All of it is forgotten when the program ends.
#[derive(Debug, Clone, Default)]
pub struct Places {
    before: Vec<Place>,
    after: Vec<Place>,
    /// The marked places, in the order in which they were marked.
    pub marks: Vec<Place>,
}

impl Places {
    /// Remembers the place that is left.
    pub fn leave(&mut self, place: Place) {
        self.after.clear();
        if self.before.last() != Some(&place) {
            self.before.push(place);
        }
        if self.before.len() > REMEMBERED {
            self.before.remove(0);
        }
    }

    /// Goes back from a place.
    pub fn back(&mut self, from: Place) -> Option<Place> {
        let place = self.before.pop()?;
        self.after.push(from);
        Some(place)
    }

    /// Goes forward from a place.
    pub fn forward(&mut self, from: Place) -> Option<Place> {
        let place = self.after.pop()?;
        self.before.push(from);
        Some(place)
    }

    /// Marks a place, or unmarks it if it is marked.
    pub fn mark(&mut self, place: Place) {
        match self.marks.iter().position(|other| *other == place) {
            Some(marked) => _ = self.marks.remove(marked),
            None => self.marks.push(place),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(view: View) -> Place {
        Place {
            view,
            slot: Slot::Programme,
            pane: Pane::Subjects,
        }
    }

    #[test]
    fn back_and_forward_lead_along_the_same_way() {
        let mut places = Places::default();
        places.leave(place(View::Areas));
        places.leave(place(View::Map));
        assert_eq!(places.back(place(View::Search)), Some(place(View::Map)));
        assert_eq!(places.back(place(View::Map)), Some(place(View::Areas)));
        assert_eq!(places.back(place(View::Areas)), None);
        assert_eq!(places.forward(place(View::Areas)), Some(place(View::Map)));
        places.leave(place(View::Matrix));
        assert_eq!(
            places.forward(place(View::Areas)),
            None,
            "another way was taken"
        );
    }

    #[test]
    fn a_second_mark_unmarks() {
        let mut places = Places::default();
        places.mark(place(View::Map));
        places.mark(place(View::Areas));
        places.mark(place(View::Map));
        assert_eq!(places.marks, [place(View::Areas)]);
    }
}
