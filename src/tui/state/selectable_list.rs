//! A list with one entry selected.

/// A list with one entry selected; nothing is selected only if the list is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectableList<T> {
    items: Vec<T>,
    selected: usize,
}

impl<T> Default for SelectableList<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            selected: 0,
        }
    }
}

impl<T: Copy + PartialEq> SelectableList<T> {
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
    pub fn selected_index(&self) -> usize {
        self.selected
    }

    /// The selected item.
    #[must_use]
    pub fn selected(&self) -> Option<T> {
        self.items.get(self.selected).copied()
    }

    /// Selects the item at a place, or the last one.
    pub fn select(&mut self, index: usize) {
        self.selected = index.min(self.items.len().saturating_sub(1));
    }

    /// Selects the first item that is wanted, if there is one; says whether there is.
    pub fn select_item(&mut self, wanted: impl Fn(&T) -> bool) -> bool {
        let index = self.items.iter().position(wanted);
        if let Some(index) = index {
            self.selected = index;
        }
        index.is_some()
    }

    /// Moves the selection; says whether it moved.
    pub fn step(&mut self, step: Motion) -> bool {
        let before = self.selected;
        self.selected = step.from(before, self.items.len());
        self.selected != before
    }

    /// Takes other items. The selected one stays selected if it is among them; else the one that took its place is.
    pub fn set_items(&mut self, items: Vec<T>) {
        let selected = self.selected();
        self.items = items;
        if !selected.is_some_and(|selected| self.select_item(|item| *item == selected)) {
            self.select(self.selected);
        }
    }
}

/// How far a selection moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// By so many items; negative is up.
    By(isize),
    /// To the first.
    First,
    /// To the last.
    Last,
}

impl Motion {
    /// The place that this step leads to from `index`, in a list of `count`.
    #[must_use]
    pub fn from(self, index: usize, count: usize) -> usize {
        let last = count.saturating_sub(1);
        match self {
            Self::By(steps) => index.saturating_add_signed(steps).min(last),
            Self::First => 0,
            Self::Last => last,
        }
    }

    /// The same step round a circle: after the last comes the first.
    #[must_use]
    pub fn round(self, index: usize, count: usize) -> usize {
        match self {
            Self::By(steps) if count > 0 => {
                let (count, index) = (count.cast_signed(), index.cast_signed());
                (index + steps).rem_euclid(count).cast_unsigned()
            }
            step => step.from(index, count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_selected_stays_selected_or_gives_way_to_what_took_its_place() {
        let mut selection = SelectableList::new(vec!['a', 'b', 'c', 'd']);
        selection.select(2);
        selection.set_items(vec!['c', 'd']);
        assert_eq!(selection.selected(), Some('c'));
        selection.set_items(vec!['x', 'y']);
        assert_eq!(selection.selected(), Some('x'));
        selection.step(Motion::Last);
        selection.set_items(vec!['z']);
        assert_eq!(selection.selected(), Some('z'));
        selection.set_items(Vec::new());
        assert_eq!(selection.selected(), None);
        assert!(!selection.step(Motion::By(1)));
    }

    #[test]
    fn a_circle_has_no_end() {
        assert_eq!(Motion::By(-1).round(0, 3), 2);
        assert_eq!(Motion::By(1).round(2, 3), 0);
        assert_eq!(Motion::By(1).round(0, 0), 0);
        assert_eq!(Motion::Last.round(0, 3), 2);
    }
}
