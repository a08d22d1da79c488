//! The description of a term.

use super::{
    description::{Description, FieldList},
    words::comma_list,
};
use crate::{
    dataset::{SafeText, Term},
    query::snapshot::Snapshot,
};

pub(super) fn describe_term<'a>(snapshot: Snapshot<'a>, term: &'a Term) -> Description<'a> {
    let mut fields = FieldList::default();
    fields.add("Meaning", &term.meaning);
    fields.add_some("Abbreviation", term.abbreviation.as_ref());
    if !term.also.is_empty() {
        fields.add("Also", comma_list(term.also.iter().map(SafeText::as_str)));
    }
    if term.general_knowledge {
        fields.add("Origin", "general knowledge");
    }
    Description {
        kind: "Term".into(),
        title: term.term.to_string(),
        fields: fields.0,
        cites: term
            .cites
            .iter()
            .flat_map(|cites| snapshot.known(cites))
            .collect(),
        reference: format!("term/{}", term.id),
    }
}
