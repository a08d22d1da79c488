//! Look-up of items by reference or id in constant time, without a second copy of the names.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable, hash_table::Entry};

use super::{
    fact::Fact,
    item::{FactIndex, ItemIndex, OwnerIndex},
    owner::Owner,
    packed_index::{OwnerTable, PackedIndex},
};
use crate::dataset::format::Document;

/// The name of an item. Themes, terms and sources have ids of their own, which may be the same as other
/// references.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::dataset) enum NameKey<'a> {
    /// The reference of the programme, an area, a priority or a fact.
    Reference(&'a str),
    /// The id of a theme.
    Theme(&'a str),
    /// The id of a term.
    Term(&'a str),
    /// The id of a source.
    Source(&'a str),
}

impl<'a> NameKey<'a> {
    /// Reads a reference as users type it: `theme/maths` is the theme `maths`.
    pub(super) fn from_reference(word: &'a str) -> Self {
        match word.split_once('/') {
            Some(("theme", id)) => Self::Theme(id),
            Some(("term", id)) => Self::Term(id),
            Some(("source", id)) => Self::Source(id),
            _ => Self::Reference(word),
        }
    }

    /// Returns the reference or id alone.
    pub(in crate::dataset) fn word(self) -> &'a str {
        match self {
            Self::Reference(word) | Self::Theme(word) | Self::Term(word) | Self::Source(word) => {
                word
            }
        }
    }

    /// Returns the name of an item.
    pub(in crate::dataset) fn of(document: &'a Document, item: ItemIndex) -> Self {
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
            ItemIndex::Term(term) => Self::Term(document.terms[term.index()].id.as_str()),
            ItemIndex::Source(source) => Self::Source(document.sources[source.index()].id.as_str()),
        }
    }
}

/// Returns the fact at an index.
pub(in crate::dataset) fn fact_at(document: &Document, index: FactIndex) -> Fact<'_> {
    let FactIndex { owner, kind, .. } = index;
    let fact = match owner {
        OwnerIndex::Programme => document.programme.fact(kind, index.index()),
        OwnerIndex::Area(area) => document.areas[area.index()].fact(kind, index.index()),
        OwnerIndex::Priority(priority) => document.areas[priority.area().index()].priorities
            [priority.index()]
        .fact(kind, index.index()),
    };
    fact.expect("a dataset makes indices only for facts that it has")
}

/// Returns the number of names in a document.
pub(super) fn name_count(document: &Document) -> usize {
    let areas = document.areas.iter().map(|area| {
        let priorities = area.priorities.iter();
        1 + area.fact_count()
            + priorities
                .map(|priority| 1 + priority.fact_count())
                .sum::<usize>()
    });
    1 + document.programme.fact_count()
        + areas.sum::<usize>()
        + document.themes.len()
        + document.terms.len()
        + document.sources.len()
}

/// All names of a document. The names themselves stay in the document, which every call needs.
#[derive(Debug, Default)]
pub(in crate::dataset) struct NameIndex {
    items: HashTable<PackedIndex>,
    hashes: DefaultHashBuilder,
    owners: OwnerTable,
}

impl NameIndex {
    /// Makes an empty index with room for the names of a document: growing it would briefly need
    /// twice the memory.
    pub(in crate::dataset) fn with_room_for(document: &Document) -> Self {
        Self {
            items: HashTable::with_capacity(name_count(document)),
            hashes: DefaultHashBuilder::default(),
            owners: OwnerTable::new(document),
        }
    }

    /// Adds an item's name. Returns false if another item has the same name.
    pub(in crate::dataset) fn insert(&mut self, document: &Document, item: ItemIndex) -> bool {
        let Self {
            items,
            hashes,
            owners,
        } = self;
        let name = NameKey::of(document, item);
        let name_of = |packed: PackedIndex| NameKey::of(document, owners.unpack(packed));
        match items.entry(
            hashes.hash_one(name),
            |&other| name_of(other) == name,
            |&other| hashes.hash_one(name_of(other)),
        ) {
            Entry::Occupied(_) => false,
            Entry::Vacant(vacant) => {
                vacant.insert(owners.pack(item));
                true
            }
        }
    }

    /// Returns the item with this name.
    pub(in crate::dataset) fn find(&self, document: &Document, name: NameKey) -> Option<ItemIndex> {
        let found = self.items.find(self.hashes.hash_one(name), |&item| {
            NameKey::of(document, self.owners.unpack(item)) == name
        });
        found.map(|&item| self.owners.unpack(item))
    }

    /// Returns the number of names.
    pub(super) fn len(&self) -> usize {
        self.items.len()
    }
}
