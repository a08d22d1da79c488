//! A list with one entry selected.

/// A list with one entry selected; nothing is selected only if the list is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection<T> {
    items: Vec<T>,
    selected: usize,
}

impl<T> Default for Selection<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            selected: 0,
        }
    }
}

impl<T: Copy + PartialEq> Selection<T> {
    /// A list whose first item is selected.
    #[must_use]
    pub fn new(items: Vec<T>) -> Self {
        Self { items, selected: 0 }
    }

    /// All items.
    #[must_use]
    pub fn items(&self) -> &[T] {
        &self.items
    }

    /// The place of the selected item.
    #[must_use]
    pub fn place(&self) -> usize {
        self.selected
    }

    /// The selected item.
    #[must_use]
    pub fn selected(&self) -> Option<T> {
        self.items.get(self.selected).copied()
    }

    /// Selects the item at a place, or the last one.
    pub fn select(&mut self, place: usize) {
        self.selected = place.min(self.items.len().saturating_sub(1));
    }

    /// Selects the first item that is wanted, if there is one; says whether there is.
    pub fn select_item(&mut self, wanted: impl Fn(&T) -> bool) -> bool {
        let place = self.items.iter().position(wanted);
        if let Some(place) = place {
            self.selected = place;
        }
        place.is_some()
    }

    /// Moves the selection; says whether it moved.
    pub fn step(&mut self, step: Step) -> bool {
        let before = self.selected;
        self.selected = step.from(before, self.items.len());
        self.selected != before
    }

    /// Takes other items. The selected one stays selected if it is among them; else the one that took its place is.
    pub fn renew(&mut self, items: Vec<T>) {
        let selected = self.selected();
        self.items = items;
        if !selected.is_some_and(|selected| self.select_item(|item| *item == selected)) {
            self.select(self.selected);
        }
    }
}

/// How far a selection moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// By so many items; negative is up.
    By(isize),
    /// To the first.
    First,
    /// To the last.
    Last,
}

impl Step {
    /// The place that this step leads to from `place`, in a list of `count`.
    #[must_use]
    pub fn from(self, place: usize, count: usize) -> usize {
        let last = count.saturating_sub(1);
        match self {
            Self::By(steps) => place.saturating_add_signed(steps).min(last),
            Self::First => 0,
            Self::Last => last,
        }
    }

    /// The same step round a circle: after the last comes the first.
    #[must_use]
    pub fn round(self, place: usize, count: usize) -> usize {
        match self {
            Self::By(steps) if count > 0 => {
                let (count, place) = (count.cast_signed(), place.cast_signed());
                (place + steps).rem_euclid(count).cast_unsigned()
            }
            step => step.from(place, count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_selected_stays_selected_or_gives_way_to_what_took_its_place() {
        let mut selection = Selection::new(vec!['a', 'b', 'c', 'd']);
        selection.select(2);
        selection.renew(vec!['c', 'd']);
        assert_eq!(selection.selected(), Some('c'));
        selection.renew(vec!['x', 'y']);
        assert_eq!(selection.selected(), Some('x'));
        selection.step(Step::Last);
        selection.renew(vec!['z']);
        assert_eq!(selection.selected(), Some('z'));
        selection.renew(Vec::new());
        assert_eq!(selection.selected(), None);
        assert!(!selection.step(Step::By(1)));
    }

    #[test]
    fn a_circle_has_no_end() {
        assert_eq!(Step::By(-1).round(0, 3), 2);
        assert_eq!(Step::By(1).round(2, 3), 0);
        assert_eq!(Step::By(1).round(0, 0), 0);
        assert_eq!(Step::Last.round(0, 3), 2);
    }
}
