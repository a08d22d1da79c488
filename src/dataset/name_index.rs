//! What every name in a dataset stands for, in constant time and without a second copy of the names.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable, hash_table::Entry};

use super::{
    Document, ItemIndex, Owner, OwnerIndex,
    fact::Fact,
    index::FactIndex,
    packed::{OwnerTable, PackedIndex},
};

/// A name: a reference, or the id of a theme or source, which have names of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum NameKey<'a> {
    Reference(&'a str),
    Theme(&'a str),
    Source(&'a str),
}

impl<'a> NameKey<'a> {
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
    pub(super) fn of(document: &'a Document, item: ItemIndex) -> Self {
        match item {
            ItemIndex::Programme => Self::Reference("programme"),
            ItemIndex::Area(area) => Self::Reference(document.areas[area.index()].id.as_str()),
            ItemIndex::Priority(priority) => Self::Reference(
                document.areas[priority.area().index()].priorities[priority.index()]
                    .reference
                    .as_str(),
            ),
            ItemIndex::Fact(fact) => Self::Reference(fact_at(document, fact).reference().as_str()),
            ItemIndex::Theme(theme) => Self::Theme(document.themes[theme.index()].id.as_str()),
            ItemIndex::Source(source) => Self::Source(document.sources[source.index()].id.as_str()),
        }
    }
}

/// The fact that an index was given out for.
pub(super) fn fact_at(document: &Document, index: FactIndex) -> Fact<'_> {
    let FactIndex { owner, kind, .. } = index;
    let fact = match owner {
        OwnerIndex::Programme => document.programme.fact(kind, index.index()),
        OwnerIndex::Area(area) => document.areas[area.index()].fact(kind, index.index()),
        OwnerIndex::Priority(priority) => document.areas[priority.area().index()].priorities
            [priority.index()]
        .fact(kind, index.index()),
    };
    fact.expect("indexes are given out only for facts that exist")
}

/// All names of a document.
#[derive(Debug, Default)]
pub(super) struct NameIndex {
    items: HashTable<PackedIndex>,
    hashes: DefaultHashBuilder,
    owners: OwnerTable,
}

impl NameIndex {
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
            items: HashTable::with_capacity(count),
            hashes: DefaultHashBuilder::default(),
            owners: OwnerTable::of(document),
        }
    }

    /// Gives the slot its name, unless something has it already: false then.
    pub(super) fn insert(&mut self, document: &Document, item: ItemIndex) -> bool {
        let Self {
            items,
            hashes,
            owners,
        } = self;
        let name = NameKey::of(document, item);
        let of = |packed: PackedIndex| NameKey::of(document, owners.unpack(packed));
        match items.entry(
            hashes.hash_one(name),
            |&other| of(other) == name,
            |&other| hashes.hash_one(of(other)),
        ) {
            Entry::Occupied(_) => false,
            Entry::Vacant(vacant) => {
                vacant.insert(owners.pack(item));
                true
            }
        }
    }

    pub(super) fn find(&self, document: &Document, name: NameKey) -> Option<ItemIndex> {
        let found = self.items.find(self.hashes.hash_one(name), |&item| {
            NameKey::of(document, self.owners.unpack(item)) == name
        });
        found.map(|&item| self.owners.unpack(item))
    }

    pub(super) fn count(&self) -> usize {
        self.items.len()
    }

    pub(super) fn all(&self) -> impl Iterator<Item = ItemIndex> {
        self.items.iter().map(|&item| self.owners.unpack(item))
    }
}
