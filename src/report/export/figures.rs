//! The sheets of measures, figures, outcomes, marks and terms.

use std::collections::HashSet;

use super::sheet::{Sheet, date, list, some};
use crate::{
    dataset::{FactData, ItemIndex, MeasureId, Quantity, SafeText},
    query::snapshot::Snapshot,
};

/// Returns the measures of figures. As of a date, these are the measures of known figures.
pub(super) fn measures(snapshot: Snapshot) -> Sheet {
    let known: HashSet<_> = snapshot
        .all_facts()
        .flat_map(|(_, fact)| fact.figures())
        .filter_map(|figure| figure.measure.as_ref())
        .map(MeasureId::as_str)
        .collect();
    let measures = snapshot.dataset().document().measures.iter();
    let measures =
        measures.filter(|measure| snapshot.day().is_none() || known.contains(measure.id.as_str()));
    let rows = measures.map(|measure| {
        vec![
            measure.id.to_string(),
            measure.name.to_string(),
            some(measure.what.as_ref()),
        ]
    });
    Sheet {
        name: "measures".into(),
        title: "Measures of figures".into(),
        columns: vec![
            ("measure", "string"),
            ("name", "string"),
            ("what", "string"),
        ],
        links: Vec::new(),
        keyed: true,
        rows: rows.collect(),
    }
}

/// Returns the figures of all known facts.
pub(super) fn figures(snapshot: Snapshot) -> Sheet {
    let rows = snapshot.all_facts().flat_map(|(_, fact)| {
        fact.figures().iter().map(move |figure| {
            vec![
                fact.reference().to_string(),
                fact.kind.label().into(),
                some(figure.is),
                some(figure.bound),
                figure.value.value().to_string(),
                figure.unit.to_string(),
                some(figure.of.map(Quantity::value)),
                some(figure.measure.as_ref()),
                some(figure.population.as_ref()),
                date(figure.date),
                some(figure.place.as_ref()),
            ]
        })
    });
    Sheet {
        name: "figures".into(),
        title: "Numbers in targets, results and reasons".into(),
        columns: vec![
            ("reference", "string"),
            ("kind", "string"),
            ("is", "string"),
            ("bound", "string"),
            ("value", "number"),
            ("unit", "string"),
            ("of", "number"),
            ("measure", "string"),
            ("population", "string"),
            ("date", "string"),
            ("place", "string"),
        ],
        links: vec![("measure", "measures", "measure")],
        keyed: false,
        rows: rows.collect(),
    }
}

/// Returns the known outcomes of known targets.
pub(super) fn outcomes(snapshot: Snapshot) -> Sheet {
    let dataset = snapshot.dataset();
    let rows = snapshot.all_facts().filter_map(|(_, fact)| {
        let FactData::Target(target) = fact.body else {
            return None;
        };
        let outcome = snapshot.outcome(target)?;
        let results: Vec<_> = snapshot
            .results_of(outcome)
            .map(|result| dataset.reference(result))
            .collect();
        Some(vec![
            target.reference.to_string(),
            some(outcome.status),
            some(outcome.why.as_ref()),
            some(outcome.derived.as_ref()),
            list(results.iter().map(|reference| &**reference)),
        ])
    });
    Sheet {
        name: "outcomes".into(),
        title: "Outcomes of targets".into(),
        columns: vec![
            ("target", "string"),
            ("status", "string"),
            ("why", "string"),
            ("derived", "string"),
            ("results", "string"),
        ],
        links: vec![("target", "targets", "reference")],
        keyed: true,
        rows: rows.collect(),
    }
}

/// Returns the marks of known priorities and facts.
pub(super) fn marks(snapshot: Snapshot) -> Sheet {
    let dataset = snapshot.dataset();
    let items = dataset.item_indices().filter(|&item| {
        matches!(item, ItemIndex::Priority(_) | ItemIndex::Fact(_)) && snapshot.contains(item)
    });
    let rows = items.filter_map(|item| {
        let marks = dataset.marks(item);
        let contradicts: Vec<_> = snapshot
            .contradictions(item)
            .map(|other| dataset.reference(other))
            .collect();
        let text = |text: Option<&SafeText>| some(text);
        let cells = vec![
            dataset.reference(item).into_owned(),
            text(marks.and_then(|marks| marks.derived.as_ref())),
            text(marks.and_then(|marks| marks.doubtful.as_ref())),
            some(marks.map(|marks| marks.unverified)),
            text(marks.and_then(|marks| marks.caveat.as_ref())),
            list(contradicts.iter().map(|reference| &**reference)),
        ];
        cells[1..]
            .iter()
            .any(|cell| !cell.is_empty() && cell != "false")
            .then_some(cells)
    });
    Sheet {
        name: "marks".into(),
        title: "Remarks on facts: derived, doubtful, read only once, contradicted".into(),
        columns: vec![
            ("reference", "string"),
            ("derived", "string"),
            ("doubtful", "string"),
            ("unverified", "boolean"),
            ("caveat", "string"),
            ("contradicts", "string"),
        ],
        links: Vec::new(),
        keyed: true,
        rows: rows.collect(),
    }
}

/// Returns the known terms.
pub(super) fn terms(snapshot: Snapshot) -> Sheet {
    let rows = snapshot.terms().map(|(_, term)| {
        vec![
            term.id.to_string(),
            term.term.to_string(),
            some(term.abbreviation.as_ref()),
            list(term.also.iter().map(SafeText::as_str)),
            list(term.spellings.iter().map(SafeText::as_str)),
            term.meaning.to_string(),
            term.general_knowledge.to_string(),
        ]
    });
    Sheet {
        name: "terms".into(),
        title: "Words and abbreviations, with their meaning".into(),
        columns: vec![
            ("id", "string"),
            ("term", "string"),
            ("abbreviation", "string"),
            ("also", "string"),
            ("spellings", "string"),
            ("meaning", "string"),
            ("general_knowledge", "boolean"),
        ],
        links: Vec::new(),
        keyed: true,
        rows: rows.collect(),
    }
}
