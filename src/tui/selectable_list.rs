//! A list with a selected item.

use crate::command::Command;

/// A list with a selected item; only an empty list has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SelectableList<T> {
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
    /// Returns all items.
    #[must_use]
    pub(crate) fn items(&self) -> &[T] {
        &self.items
    }

    /// Returns the index of the selected item.
    #[must_use]
    pub(crate) fn selected_index(&self) -> usize {
        self.selected
    }

    /// Returns the selected item.
    #[must_use]
    pub(crate) fn selected(&self) -> Option<T> {
        self.items.get(self.selected).copied()
    }

    /// Selects the item at an index, or the last one.
    pub(crate) fn select(&mut self, index: usize) {
        self.selected = index.min(self.items.len().saturating_sub(1));
    }

    /// Selects the first item that matches. Returns whether one does.
    pub(crate) fn select_item(&mut self, matches: impl Fn(&T) -> bool) -> bool {
        let index = self.items.iter().position(matches);
        if let Some(index) = index {
            self.selected = index;
        }
        index.is_some()
    }

    /// Moves the selection. Returns whether it changed.
    pub(crate) fn move_by(&mut self, motion: Motion) -> bool {
        let before = self.selected;
        self.selected = motion.apply(before, self.items.len());
        self.selected != before
    }

    /// Selects the item at an index. Returns whether it was selected already, so that a click opens it.
    pub(crate) fn click(&mut self, index: usize) -> bool {
        let before = self.selected;
        self.select(index);
        self.selected == before
    }

    /// Replaces the items. The selected item stays selected if it is among them; otherwise the item at its index is selected.
    pub(crate) fn set_items(&mut self, items: Vec<T>) {
        let selected = self.selected();
        self.items = items;
        if !selected.is_some_and(|selected| self.select_item(|item| *item == selected)) {
            self.select(self.selected);
        }
    }
}

/// A movement of the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Motion {
    /// By a number of items; negative is up.
    By(isize),
    /// To the first item.
    First,
    /// To the last item.
    Last,
}

impl Motion {
    /// Returns the motion of a command, with a page of `page` items; nothing if the command does not move the selection.
    #[must_use]
    pub(crate) fn from_command(command: Command, page: isize) -> Option<Self> {
        Some(match command {
            Command::Up => Self::By(-1),
            Command::Down => Self::By(1),
            Command::PageUp => Self::By(-page),
            Command::PageDown => Self::By(page),
            Command::First => Self::First,
            Command::Last => Self::Last,
            _ => return None,
        })
    }

    /// Returns the index that the motion leads to in a list of `count` items, limited to both ends.
    #[must_use]
    pub(crate) fn apply(self, index: usize, count: usize) -> usize {
        let last = count.saturating_sub(1);
        match self {
            Self::By(steps) => index.saturating_add_signed(steps).min(last),
            Self::First => 0,
            Self::Last => last,
        }
    }

    /// Returns the index that the motion leads to; after the last item comes the first.
    #[must_use]
    pub(crate) fn apply_wrapping(self, index: usize, count: usize) -> usize {
        match self {
            Self::By(steps) if count > 0 => {
                let (count, index) = (count.cast_signed(), index.cast_signed());
                (index + steps).rem_euclid(count).cast_unsigned()
            }
            motion => motion.apply(index, count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_items_keep_the_selected_item_or_its_index() {
        let mut list = SelectableList::default();
        list.set_items(vec!['a', 'b', 'c', 'd']);
        list.select(2);
        list.set_items(vec!['c', 'd']);
        assert_eq!(list.selected(), Some('c'));
        list.set_items(vec!['x', 'y']);
        assert_eq!(list.selected(), Some('x'));
        list.move_by(Motion::Last);
        list.set_items(vec!['z']);
        assert_eq!(list.selected(), Some('z'));
        list.set_items(Vec::new());
        assert_eq!(list.selected(), None);
        assert!(!list.move_by(Motion::By(1)));
    }

    #[test]
    fn wrapping_motions_go_from_one_end_to_the_other() {
        assert_eq!(Motion::By(-1).apply_wrapping(0, 3), 2);
        assert_eq!(Motion::By(1).apply_wrapping(2, 3), 0);
        assert_eq!(Motion::By(1).apply_wrapping(0, 0), 0);
        assert_eq!(Motion::Last.apply_wrapping(0, 3), 2);
    }
}
