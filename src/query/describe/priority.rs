//! The description of a priority.

use super::{
    context::context_of,
    description::{Description, FieldList},
    marks::add_marks,
};
use crate::{
    dataset::{FactData, ItemIndex, Kind, Owner, Priority},
    query::snapshot::Snapshot,
};

pub(super) fn describe_priority<'a>(
    snapshot: Snapshot<'a>,
    item: ItemIndex,
    priority: &'a Priority,
) -> Description<'a> {
    let dataset = snapshot.dataset();
    let known = |kind| {
        priority
            .facts_of(kind)
            .filter(move |fact| snapshot.knows(fact.cites()))
    };
    let mut fields = FieldList::default();
    for fact in known(Kind::LaterTitle) {
        let FactData::LaterTitle(later) = fact.body else {
            continue;
        };
        fields.add(
            "Later title",
            format!("{} (since {})", later.title, later.since),
        );
    }
    for classification in &priority.themes {
        let name = &dataset
            .theme(dataset.theme_index(&classification.theme))
            .name;
        let who = match snapshot.classified_by(classification) {
            Some(citation) => format!(
                "stated by {}, {}",
                dataset.source(citation.source_index()).publisher,
                citation.at
            ),
            None => "our grouping".into(),
        };
        fields.add("Theme", format!("{name} ({who})"));
    }
    for reason in known(Kind::Reason) {
        fields.add("Why", reason.headline());
    }
    for (label, kind) in [
        ("Targets", Kind::Target),
        ("Actions", Kind::Action),
        ("Results", Kind::Result),
    ] {
        let count = known(kind).count();
        fields.add(
            label,
            if count == 0 {
                "none known".to_string()
            } else {
                count.to_string()
            },
        );
    }
    add_marks(snapshot, item, &mut fields);
    fields.add_known_from(&priority.cites);
    Description {
        kind: context_of(snapshot, item),
        title: priority.title.to_string(),
        fields: fields.0,
        cites: snapshot.known(&priority.cites).collect(),
        reference: priority.reference.to_string(),
    }
}
