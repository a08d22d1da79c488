//! Slots in the smallest room: a dataset with a million names has a table of as many.

use super::{
    AreaIndex, Document, Kind, OwnerIndex, PriorityIndex, Slot, SourceIndex, ThemeIndex,
    index::{FactIndex, small},
};

/// A slot in eight bytes, as [`Owners`] pack it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Packed {
    /// What it belongs to, by its place among all that facts can belong to.
    owner: u32,
    /// What it is, in the upper bits; and its place in the list of that.
    what: u32,
}

/// The bits that a place in a list has. No list is longer: each entry takes more than eight bytes of a file, and a file has no
/// more than 2^30.
const PLACE: u32 = 27;

/// What a slot is, beside the kinds of fact, which are numbered from 0.
const ITSELF: u32 = 29;
const THEME: u32 = 30;
const SOURCE: u32 = 31;

/// The number of everything that facts can belong to: the programme has 0; then comes each area, followed by its priorities.
#[derive(Debug, Default)]
pub(super) struct Owners {
    /// The number of each area.
    areas: Box<[u32]>,
}

impl Owners {
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

    pub(super) fn pack(&self, slot: Slot) -> Packed {
        let pack = |owner, what, place| Packed {
            owner: self.number(owner),
            what: what << PLACE | small(place),
        };
        match slot {
            Slot::Programme => pack(OwnerIndex::Programme, ITSELF, 0),
            Slot::Area(area) => pack(OwnerIndex::Area(area), ITSELF, 0),
            Slot::Priority(priority) => pack(OwnerIndex::Priority(priority), ITSELF, 0),
            Slot::Fact(fact) => pack(fact.owner, fact.kind as u32, fact.place()),
            Slot::Theme(theme) => pack(OwnerIndex::Programme, THEME, theme.place()),
            Slot::Source(source) => pack(OwnerIndex::Programme, SOURCE, source.place()),
        }
    }

    pub(super) fn unpack(&self, packed: Packed) -> Slot {
        let (what, place) = (
            packed.what >> PLACE,
            packed.what as usize & ((1 << PLACE) - 1),
        );
        match (what, self.owner(packed.owner)) {
            (THEME, _) => Slot::Theme(ThemeIndex::new(place)),
            (SOURCE, _) => Slot::Source(SourceIndex::new(place)),
            (ITSELF, OwnerIndex::Programme) => Slot::Programme,
            (ITSELF, OwnerIndex::Area(area)) => Slot::Area(area),
            (ITSELF, OwnerIndex::Priority(priority)) => Slot::Priority(priority),
            (kind, owner) => Slot::Fact(FactIndex::new(owner, Kind::ALL[kind as usize], place)),
        }
    }

    fn number(&self, owner: OwnerIndex) -> u32 {
        match owner {
            OwnerIndex::Programme => 0,
            OwnerIndex::Area(area) => self.areas[area.place()],
            OwnerIndex::Priority(priority) => {
                self.areas[priority.area().place()] + 1 + small(priority.place())
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
            Some(place) => OwnerIndex::Priority(PriorityIndex::new(index, place as usize)),
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
        let owners = Owners::of(dataset.document());
        let mut count = 0;
        for slot in dataset.slots_in_order() {
            assert_eq!(owners.unpack(owners.pack(slot)), slot);
            count += 1;
        }
        assert!(count > 600, "{count}");
    }

    #[test]
    fn kinds_are_numbered_as_they_are_listed() {
        for (number, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, number);
            assert!(number < ITSELF as usize);
        }
    }
}
