//! The description of the programme.

use super::{
    description::{Description, FieldList, distinct_citations},
    words::comma_list,
};
use crate::{
    dataset::{Fact, Kind, Owner, Programme},
    query::snapshot::Snapshot,
};

pub(super) fn describe_programme<'a>(
    snapshot: Snapshot<'a>,
    programme: &'a Programme,
) -> Description<'a> {
    let known = |kind| {
        programme
            .facts_of(kind)
            .filter(move |fact| snapshot.knows(fact.cites()))
    };
    let mut fields = FieldList::default();
    fields.add_some("Department", programme.department.as_ref());
    fields.add_some("Country", programme.country.as_ref());
    for (label, kind) in [
        ("What it is", Kind::About),
        ("Oversight", Kind::Oversight),
        ("Commission", Kind::Commission),
    ] {
        for fact in known(kind) {
            fields.add(label, fact.headline());
        }
    }
    let partners = comma_list(known(Kind::NationalPartner).map(Fact::headline));
    if !partners.is_empty() {
        fields.add("Partners", partners);
    }
    // The notes are of today: they say what has become of the districts since.
    let notes = snapshot.dataset().document().geography.as_ref();
    if let Some(notes) = notes.filter(|_| snapshot.day().is_none()) {
        fields.add(
            "Codes",
            format!(
                "{}. {} Boundaries: {}. Positions: {}.",
                notes.codes, notes.checked, notes.boundaries, notes.unit
            ),
        );
    }
    Description {
        kind: "Programme".into(),
        title: programme.name.to_string(),
        fields: fields.0,
        cites: distinct_citations(
            snapshot,
            [
                Kind::About,
                Kind::Oversight,
                Kind::Commission,
                Kind::NationalPartner,
            ]
            .into_iter()
            .flat_map(known),
        ),
        reference: "programme".into(),
    }
}
