//! Facts that contradict each other.

use hashbrown::HashMap;

use super::item::ItemIndex;

/// The facts and priorities that contradict each one, in both directions.
#[derive(Debug, Default)]
pub(in crate::dataset) struct Contradictions(HashMap<ItemIndex, Vec<ItemIndex>>);

impl Contradictions {
    /// Adds two items that contradict each other.
    pub(in crate::dataset) fn add(&mut self, one: ItemIndex, other: ItemIndex) {
        for (from, to) in [(one, other), (other, one)] {
            let others = self.0.entry(from).or_default();
            // Both may name each other.
            if !others.contains(&to) {
                others.push(to);
            }
        }
    }

    /// Returns what contradicts an item.
    pub(super) fn of(&self, item: ItemIndex) -> &[ItemIndex] {
        self.0.get(&item).map_or(&[], Vec::as_slice)
    }
}
