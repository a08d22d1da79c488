//! Slots in the smallest room: a dataset with a million names has a table of as many.

use super::{
    AreaIndex, Document, ItemIndex, Kind, OwnerIndex, PriorityIndex, SourceIndex, ThemeIndex,
    index::{FactIndex, small},
};

/// A slot in eight bytes, as [`OwnerTable`] pack it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PackedIndex {
    /// What it belongs to, by its place among all that facts can belong to.
    owner: u32,
    /// What it is, in the upper bits; and its place in the list of that.
    what: u32,
}

/// The bits that a place in a list has. No list is longer: each entry takes more than eight bytes of a file, and a file has no
/// more than 2^30.
const PLACE: u32 = 27;

/// What a slot is, beside the kinds of fact, which are numbered from 0.
const SELF: u32 = 29;
const THEME: u32 = 30;
const SOURCE: u32 = 31;

/// The number of everything that facts can belong to: the programme has 0; then comes each area, followed by its priorities.
#[derive(Debug, Default)]
pub(super) struct OwnerTable {
    /// The number of each area.
    areas: Box<[u32]>,
}

impl OwnerTable {
    pub(super) fn of(document: &Document) -> Self {
        let mut next = 1;
        let areas = document.areas.iter().map(|area| {
            let number = next;
            next += 1 + small(area.priorities.len());
            number
        });
        Self {
            areas: areas.collect(),
        }
    }

    pub(super) fn pack(&self, item: ItemIndex) -> PackedIndex {
        let pack = |owner, what, index| PackedIndex {
            owner: self.number(owner),
            what: what << PLACE | small(index),
        };
        match item {
            ItemIndex::Programme => pack(OwnerIndex::Programme, SELF, 0),
            ItemIndex::Area(area) => pack(OwnerIndex::Area(area), SELF, 0),
            ItemIndex::Priority(priority) => pack(OwnerIndex::Priority(priority), SELF, 0),
            ItemIndex::Fact(fact) => pack(fact.owner, fact.kind as u32, fact.index()),
            ItemIndex::Theme(theme) => pack(OwnerIndex::Programme, THEME, theme.index()),
            ItemIndex::Source(source) => pack(OwnerIndex::Programme, SOURCE, source.index()),
        }
    }

    pub(super) fn unpack(&self, packed: PackedIndex) -> ItemIndex {
        let (what, index) = (
            packed.what >> PLACE,
            packed.what as usize & ((1 << PLACE) - 1),
        );
        match (what, self.owner(packed.owner)) {
            (THEME, _) => ItemIndex::Theme(ThemeIndex::new(index)),
            (SOURCE, _) => ItemIndex::Source(SourceIndex::new(index)),
            (SELF, OwnerIndex::Programme) => ItemIndex::Programme,
            (SELF, OwnerIndex::Area(area)) => ItemIndex::Area(area),
            (SELF, OwnerIndex::Priority(priority)) => ItemIndex::Priority(priority),
            (kind, owner) => {
                ItemIndex::Fact(FactIndex::new(owner, Kind::ALL[kind as usize], index))
            }
        }
    }

    fn number(&self, owner: OwnerIndex) -> u32 {
        match owner {
            OwnerIndex::Programme => 0,
            OwnerIndex::Area(area) => self.areas[area.index()],
            OwnerIndex::Priority(priority) => {
                self.areas[priority.area().index()] + 1 + small(priority.index())
            }
        }
    }

    fn owner(&self, number: u32) -> OwnerIndex {
        let Some(area) = self
            .areas
            .partition_point(|&first| first <= number)
            .checked_sub(1)
        else {
            return OwnerIndex::Programme;
        };
        let index = AreaIndex::new(area);
        match (number - self.areas[area]).checked_sub(1) {
            None => OwnerIndex::Area(index),
            Some(priority) => OwnerIndex::Priority(PriorityIndex::new(index, priority as usize)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    #[test]
    fn every_slot_is_unpacked_as_it_was_packed() {
        let dataset = Dataset::bundled();
        let owners = OwnerTable::of(dataset.document());
        let mut count = 0;
        for item in dataset.item_indices_in_order() {
            assert_eq!(owners.unpack(owners.pack(item)), item);
            count += 1;
        }
        assert!(count > 600, "{count}");
    }

    #[test]
    fn kinds_are_numbered_as_they_are_listed() {
        for (number, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, number);
            assert!(number < SELF as usize);
        }
    }
}
