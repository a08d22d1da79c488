//! Marks of a fact: how sure it is, and what contradicts it.

use super::{
    description::FieldList,
    labels::{kind_of, name_of, owner_name},
};
use crate::{
    dataset::ItemIndex,
    query::{provenance::attribution, snapshot::Snapshot},
};

/// Label of the field of a fact that could not be checked again.
const CHECKED_ONCE: &str = "Checked once";

/// Adds the marks of a fact or a priority.
pub(super) fn add_marks(snapshot: Snapshot, item: ItemIndex, fields: &mut FieldList) {
    let dataset = snapshot.dataset();
    if let Some(marks) = dataset.marks(item) {
        fields.add_some("Derived", marks.derived.as_ref());
        fields.add_some("Doubtful", marks.doubtful.as_ref());
        fields.add_some("Caveat", marks.caveat.as_ref());
        if marks.unverified {
            add_checked_once(fields);
        }
    }
    for other in snapshot.contradictions(item) {
        fields.add("Contradicted by", contradiction(snapshot, other));
    }
}

/// Adds the mark of a fact or a publication that could not be checked again.
pub(super) fn add_checked_once(fields: &mut FieldList) {
    fields.add(CHECKED_ONCE, "the page could not be read a second time");
}

/// Returns the other fact, with the source that says so.
pub(crate) fn contradiction(snapshot: Snapshot, other: ItemIndex) -> String {
    let dataset = snapshot.dataset();
    format!(
        "{}, {}: {} ({}; {})",
        owner_name(dataset, other),
        kind_of(snapshot, other),
        name_of(snapshot, other),
        attribution(snapshot, dataset.cites(other)),
        dataset.reference(other)
    )
}
