//! What every name in a dataset stands for, in constant time and without a second copy of the names.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable, hash_table::Entry};

use super::{
    Document, Owner, OwnerIndex, Slot,
    fact::Fact,
    index::FactIndex,
    packed::{Owners, Packed},
};

/// A name: a reference, or the id of a theme or source, which have names of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Name<'a> {
    Reference(&'a str),
    Theme(&'a str),
    Source(&'a str),
}

impl<'a> Name<'a> {
    /// As it is typed: `theme/maths` is the theme `maths`.
    pub(super) fn typed(word: &'a str) -> Self {
        match word.split_once('/') {
            Some(("theme", id)) => Self::Theme(id),
            Some(("source", id)) => Self::Source(id),
            _ => Self::Reference(word),
        }
    }

    /// The id or reference alone.
    pub(super) fn word(self) -> &'a str {
        match self {
            Self::Reference(word) | Self::Theme(word) | Self::Source(word) => word,
        }
    }

    /// The name of what stands at a slot.
    pub(super) fn of(document: &'a Document, slot: Slot) -> Self {
        match slot {
            Slot::Programme => Self::Reference("programme"),
            Slot::Area(area) => Self::Reference(document.areas[area.place()].id.as_str()),
            Slot::Priority(priority) => Self::Reference(
                document.areas[priority.area().place()].priorities[priority.place()]
                    .reference
                    .as_str(),
            ),
            Slot::Fact(fact) => Self::Reference(fact_at(document, fact).reference().as_str()),
            Slot::Theme(theme) => Self::Theme(document.themes[theme.place()].id.as_str()),
            Slot::Source(source) => Self::Source(document.sources[source.place()].id.as_str()),
        }
    }
}

/// The fact that an index was given out for.
pub(super) fn fact_at(document: &Document, index: FactIndex) -> Fact<'_> {
    let FactIndex { owner, kind, .. } = index;
    let fact = match owner {
        OwnerIndex::Programme => document.programme.fact(kind, index.place()),
        OwnerIndex::Area(area) => document.areas[area.place()].fact(kind, index.place()),
        OwnerIndex::Priority(priority) => document.areas[priority.area().place()].priorities
            [priority.place()]
        .fact(kind, index.place()),
    };
    fact.expect("indexes are given out only for facts that exist")
}

/// All names of a document.
#[derive(Debug, Default)]
pub(super) struct Names {
    slots: HashTable<Packed>,
    hashes: DefaultHashBuilder,
    owners: Owners,
}

impl Names {
    /// Room for just the names that a document has: a table that grows is there twice while it does.
    pub(super) fn for_names_of(document: &Document) -> Self {
        let areas = document.areas.iter().map(|area| {
            let priorities = area
                .priorities
                .iter()
                .map(|priority| 1 + priority.facts().count());
            1 + area.facts().count() + priorities.sum::<usize>()
        });
        let count = 1
            + document.programme.facts().count()
            + areas.sum::<usize>()
            + document.themes.len()
            + document.sources.len();
        Self {
            slots: HashTable::with_capacity(count),
            hashes: DefaultHashBuilder::default(),
            owners: Owners::of(document),
        }
    }

    /// Gives the slot its name, unless something has it already: false then.
    pub(super) fn insert(&mut self, document: &Document, slot: Slot) -> bool {
        let Self {
            slots,
            hashes,
            owners,
        } = self;
        let name = Name::of(document, slot);
        let of = |packed: Packed| Name::of(document, owners.unpack(packed));
        match slots.entry(
            hashes.hash_one(name),
            |&other| of(other) == name,
            |&other| hashes.hash_one(of(other)),
        ) {
            Entry::Occupied(_) => false,
            Entry::Vacant(vacant) => {
                vacant.insert(owners.pack(slot));
                true
            }
        }
    }

    pub(super) fn find(&self, document: &Document, name: Name) -> Option<Slot> {
        let found = self.slots.find(self.hashes.hash_one(name), |&slot| {
            Name::of(document, self.owners.unpack(slot)) == name
        });
        found.map(|&slot| self.owners.unpack(slot))
    }

    pub(super) fn count(&self) -> usize {
        self.slots.len()
    }

    pub(super) fn all(&self) -> impl Iterator<Item = Slot> {
        self.slots.iter().map(|&slot| self.owners.unpack(slot))
    }
}
