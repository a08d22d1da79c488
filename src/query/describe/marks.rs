//! Marks of a fact: how sure it is, and what contradicts it.

use super::{
    description::FieldList,
    labels::{kind_of, name_of, owner_name},
};
use crate::{
    dataset::{Dataset, ItemIndex, Marks, SafeText},
    query::{provenance::attribution, snapshot::Snapshot},
};

/// Label of the field of a fact that could not be checked again.
pub(crate) const CHECKED_ONCE: &str = "Checked once";
/// Label of the field with the way in which we worked a fact out that no source states.
pub(crate) const WORKED_OUT: &str = "Worked out";

/// Adds the marks of a fact or a priority.
pub(super) fn add_marks(snapshot: Snapshot, item: ItemIndex, fields: &mut FieldList) {
    let dataset = snapshot.dataset();
    if let Some(marks) = dataset.marks(item) {
        fields.add_some(WORKED_OUT, marks.derived.as_ref());
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

/// Returns the remarks on a fact or a priority that change what it means, each with its label. Only the full text says how
/// it was worked out and how often it was checked, and [`Snapshot::contradictions`] has what contradicts it.
pub(crate) fn remarks(dataset: &Dataset, item: ItemIndex) -> Vec<(&'static str, &str)> {
    let marks = dataset.marks(item);
    let text = |of: fn(&Marks) -> Option<&SafeText>| marks.and_then(of).map(|text| &**text);
    [
        ("Doubtful", text(|marks| marks.doubtful.as_ref())),
        ("Caveat", text(|marks| marks.caveat.as_ref())),
    ]
    .into_iter()
    .filter_map(|(label, text)| Some((label, text?)))
    .collect()
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
