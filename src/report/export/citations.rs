//! The sheet of citations.

use super::sheet::Sheet;
use crate::{dataset::FactData, query::snapshot::Snapshot};

/// Returns the known citations of all priorities, facts, outcomes and terms.
pub(super) fn citations(snapshot: Snapshot) -> Sheet {
    let priorities = snapshot
        .all_priorities()
        .map(|(_, priority)| (priority.reference.to_string(), "priority", &priority.cites));
    let facts = snapshot.all_facts().map(|(_, fact)| {
        (
            fact.reference().to_string(),
            fact.kind.label(),
            fact.cites(),
        )
    });
    let outcomes = snapshot.all_facts().filter_map(|(_, fact)| {
        let FactData::Target(target) = fact.body else {
            return None;
        };
        let cites = snapshot.outcome(target)?.cites.as_ref()?;
        Some((target.reference.to_string(), "outcome", cites))
    });
    let terms = snapshot.terms().filter_map(|(_, term)| {
        let cites = term.cites.as_ref()?;
        Some((format!("term/{}", term.id), "term", cites))
    });
    let rows = priorities
        .chain(facts)
        .chain(outcomes)
        .chain(terms)
        .flat_map(|(reference, kind, cites)| {
            let known = snapshot.known(cites);
            known.map(move |citation| {
                vec![
                    reference.clone(),
                    kind.to_string(),
                    citation.source.to_string(),
                    citation.at.to_string(),
                ]
            })
        });
    Sheet {
        name: "citations".into(),
        title: "Sources of each fact, and the place in the source".into(),
        columns: vec![
            ("reference", "string"),
            ("kind", "string"),
            ("source", "string"),
            ("at", "string"),
        ],
        links: vec![("source", "sources", "source")],
        keyed: false,
        rows: rows.collect(),
    }
}
