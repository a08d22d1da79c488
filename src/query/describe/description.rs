//! The description of an item: a title, labelled lines and citations.

use std::collections::HashSet;

use crate::{
    dataset::{Citation, Citations, Fact},
    query::snapshot::Snapshot,
};

/// Everything known about one item.
#[derive(Debug, Clone, PartialEq)]
pub struct Description<'a> {
    /// Kind of the item with a capital, `Area`, or the place of a fact or a priority: `Oldham, priority 3, action`.
    pub kind: String,
    /// Text or name of the item.
    pub title: String,
    /// Other facts about it, one labelled line each.
    pub fields: Vec<Field>,
    /// Known citations.
    pub cites: Vec<&'a Citation>,
    /// Reference that [`Dataset::find`](crate::dataset::Dataset::find) accepts.
    pub reference: String,
}

/// A labelled line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Label without a colon: `First published`.
    pub label: &'static str,
    /// Text after the label.
    pub value: String,
}

/// Label of the field with an area's coordinates.
pub(super) const POSITION: &str = "Position";
/// Label of the field with an area's county council or other upper-tier authority.
pub(super) const UPPER_TIER: &str = "Council that runs schools";

/// Label of the field with the date of the earliest source.
pub(crate) const FIRST_PUBLISHED: &str = "First published";

impl Field {
    /// Returns true for the geographical details of an area, which a briefing leaves out.
    #[must_use]
    pub(crate) fn is_geographical(&self) -> bool {
        matches!(self.label, POSITION | UPPER_TIER)
    }
}

/// The fields of a description while they are collected.
#[derive(Default)]
pub(super) struct FieldList(pub(super) Vec<Field>);

impl FieldList {
    /// Adds a labelled line.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers hand over what they have, values and borrows alike"
    )]
    pub(super) fn add(&mut self, label: &'static str, value: impl ToString) {
        self.0.push(Field {
            label,
            value: value.to_string(),
        });
    }

    /// Adds a labelled line if there is a value.
    pub(super) fn add_some(&mut self, label: &'static str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.add(label, value);
        }
    }

    /// Adds the date of the earliest source.
    pub(super) fn add_known_from(&mut self, cites: &Citations) {
        self.add(FIRST_PUBLISHED, cites.known_from());
    }
}

/// Returns the known citations of several facts, each once, in the order of the facts.
pub(crate) fn distinct_citations<'a>(
    snapshot: Snapshot<'a>,
    facts: impl IntoIterator<Item = Fact<'a>>,
) -> Vec<&'a Citation> {
    let facts = facts.into_iter();
    each_once(facts.flat_map(|fact| snapshot.known(fact.cites())))
}

/// Returns citations in their order, each place in a source once. A large dataset has a million of them.
pub(crate) fn each_once<'a>(cites: impl IntoIterator<Item = &'a Citation>) -> Vec<&'a Citation> {
    let mut seen = HashSet::new();
    let cites = cites.into_iter();
    cites
        .filter(|citation| seen.insert((citation.source_index(), citation.at.as_str())))
        .collect()
}
