//! Look-up of items by reference or id in the lists of a document, without an index of its names.
//!
//! An index takes longer to make than a small dataset needs for some hundred look-ups.

use super::{
    item::{FactIndex, ItemIndex, OwnerIndex},
    name_index::NameKey,
    owner::Owner,
};
use crate::dataset::{
    format::Document,
    values::{AreaIndex, PriorityIndex, SourceIndex, TermIndex, ThemeIndex},
};

/// Returns the item with this name in a sound document.
pub(super) fn find_in_lists(document: &Document, name: NameKey) -> Option<ItemIndex> {
    match name {
        NameKey::Theme(id) => position(&document.themes, |theme| theme.id.as_str() == id)
            .map(|index| ItemIndex::Theme(ThemeIndex::new(index))),
        NameKey::Term(id) => position(&document.terms, |term| term.id.as_str() == id)
            .map(|index| ItemIndex::Term(TermIndex::new(index))),
        NameKey::Source(id) => position(&document.sources, |source| source.id.as_str() == id)
            .map(|index| ItemIndex::Source(SourceIndex::new(index))),
        NameKey::Reference(reference) => find_reference(document, reference),
    }
}

/// Returns the programme, area, priority or fact with this reference.
fn find_reference(document: &Document, reference: &str) -> Option<ItemIndex> {
    let (first, rest) = reference
        .split_once('/')
        .map_or((reference, None), |(first, rest)| (first, Some(rest)));
    if first == "programme" {
        return match rest {
            None => Some(ItemIndex::Programme),
            Some(_) => find_fact(&document.programme, OwnerIndex::Programme, reference),
        };
    }
    let index = position(&document.areas, |area| area.id.as_str() == first)?;
    let (area, index) = (&document.areas[index], AreaIndex::new(index));
    if rest.is_none() {
        return Some(ItemIndex::Area(index));
    }
    for (number, priority) in area.priorities.iter().enumerate() {
        let Some(rest) = reference.strip_prefix(priority.reference.as_str()) else {
            continue;
        };
        let index = PriorityIndex::new(index, number);
        if rest.is_empty() {
            return Some(ItemIndex::Priority(index));
        }
        if rest.starts_with('/') {
            return find_fact(priority, OwnerIndex::Priority(index), reference);
        }
    }
    find_fact(area, OwnerIndex::Area(index), reference)
}

/// Returns the fact of an owner that has this reference.
fn find_fact<T: Owner>(owner: &T, index: OwnerIndex, reference: &str) -> Option<ItemIndex> {
    T::KINDS.iter().find_map(|&kind| {
        let mut facts = owner.facts_of(kind);
        let number = facts.position(|fact| fact.reference().as_str() == reference)?;
        Some(ItemIndex::Fact(FactIndex::new(index, kind, number)))
    })
}

fn position<T>(entries: &[T], is_wanted: impl Fn(&T) -> bool) -> Option<usize> {
    entries.iter().position(is_wanted)
}
