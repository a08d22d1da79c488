//! Item indices in eight bytes: a dataset with a million references has a table of as many.

use super::{
    item::{FactIndex, ItemIndex, OwnerIndex},
    kind::Kind,
};
use crate::dataset::{
    format::Document,
    values::{AreaIndex, PriorityIndex, SourceIndex, TermIndex, ThemeIndex, to_u32},
};

/// An [`ItemIndex`] in eight bytes, packed by an [`OwnerTable`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PackedIndex {
    /// The number of the owner, from [`OwnerTable`].
    owner: u32,
    /// The type of item in the upper five bits, and the position in its list in the others.
    kind_and_index: u32,
}

/// The number of bits of a position in a list. No list is longer: each entry takes more than eight
/// bytes of a file, and a file has at most 2^30.
const INDEX_BITS: u32 = 27;

// The types of items that are not facts. Facts have the number of their kind, from 0.
const TERM: u32 = 28;
const SELF: u32 = 29;
const THEME: u32 = 30;
const SOURCE: u32 = 31;

/// A number for each owner of facts: 0 for the programme, then each area, followed by its
/// priorities.
#[derive(Debug, Default)]
pub(super) struct OwnerTable {
    /// The number of each area.
    areas: Box<[u32]>,
}

impl OwnerTable {
    /// Numbers the owners of a document.
    pub(super) fn new(document: &Document) -> Self {
        let mut next = 1;
        let areas = document.areas.iter().map(|area| {
            let number = next;
            next += 1 + to_u32(area.priorities.len());
            number
        });
        Self {
            areas: areas.collect(),
        }
    }

    /// Packs an index.
    pub(super) fn pack(&self, item: ItemIndex) -> PackedIndex {
        let pack = |owner, kind, index| PackedIndex {
            owner: self.number(owner),
            kind_and_index: kind << INDEX_BITS | to_u32(index),
        };
        match item {
            ItemIndex::Programme => pack(OwnerIndex::Programme, SELF, 0),
            ItemIndex::Area(area) => pack(OwnerIndex::Area(area), SELF, 0),
            ItemIndex::Priority(priority) => pack(OwnerIndex::Priority(priority), SELF, 0),
            ItemIndex::Fact(fact) => pack(fact.owner, fact.kind as u32, fact.index()),
            ItemIndex::Theme(theme) => pack(OwnerIndex::Programme, THEME, theme.index()),
            ItemIndex::Term(term) => pack(OwnerIndex::Programme, TERM, term.index()),
            ItemIndex::Source(source) => pack(OwnerIndex::Programme, SOURCE, source.index()),
        }
    }

    /// Unpacks an index that this table packed.
    pub(super) fn unpack(&self, packed: PackedIndex) -> ItemIndex {
        let (kind, index) = (
            packed.kind_and_index >> INDEX_BITS,
            packed.kind_and_index as usize & ((1 << INDEX_BITS) - 1),
        );
        match (kind, self.owner(packed.owner)) {
            (THEME, _) => ItemIndex::Theme(ThemeIndex::new(index)),
            (TERM, _) => ItemIndex::Term(TermIndex::new(index)),
            (SOURCE, _) => ItemIndex::Source(SourceIndex::new(index)),
            (SELF, owner) => owner.into(),
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
                self.areas[priority.area().index()] + 1 + to_u32(priority.index())
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
    fn every_index_is_unpacked_as_it_was_packed() {
        let dataset = Dataset::bundled();
        let owners = OwnerTable::new(dataset.document());
        let mut count = 0;
        for item in dataset.item_indices() {
            assert_eq!(owners.unpack(owners.pack(item)), item);
            count += 1;
        }
        assert!(count > 600, "{count}");
    }

    #[test]
    fn kinds_are_numbered_in_the_order_of_their_list() {
        for (number, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, number);
            assert!(number < TERM as usize);
        }
    }
}
