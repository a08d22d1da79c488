//! The description of a fact.

use std::fmt::Write as _;

use super::{
    context::context_of,
    description::{Description, FieldList},
    figure::{figure_label, figure_words},
    labels::name_of,
    marks::{WORKED_OUT, add_marks},
    words::comma_list,
};
use crate::{
    dataset::{
        Action, ActionStatus, Citation, Fact, FactData, Item, ItemIndex, OutcomeStatus, SafeText,
        Scope, Target, ThemeId,
    },
    query::{chairs::known_until, snapshot::Snapshot},
};

/// Text for the money of an action without an amount of its own.
const NO_AMOUNT: &str = "none stated for this action";

pub(super) fn describe_fact<'a>(
    snapshot: Snapshot<'a>,
    item: ItemIndex,
    fact: Fact<'a>,
) -> Description<'a> {
    let dataset = snapshot.dataset();
    let mut fields = FieldList::default();
    let mut title = fact.headline().into_owned();
    let mut cites: Vec<&Citation> = snapshot.known(fact.cites()).collect();
    let scope = |fields: &mut FieldList, scope: &Scope| {
        let names = scope.areas.iter().filter_map(|id| {
            match dataset.find(id.as_str()).map(|item| dataset.item(item)) {
                Some(Item::Area(area)) => Some(area.name.as_str()),
                _ => None,
            }
        });
        fields.add(
            "Applies to",
            format!("{}: {}", scope.words, comma_list(names)),
        );
    };
    let themes = |fields: &mut FieldList, themes: &[ThemeId]| {
        for theme in themes {
            fields.add("Theme", &dataset.theme(dataset.theme_index(theme)).name);
        }
    };
    match fact.body {
        FactData::Target(target) => {
            title = target.measure.to_string();
            fields.add("Goal", target.goal.as_deref().unwrap_or("not known"));
            fields.add(
                "Baseline",
                target.baseline.as_deref().unwrap_or("not known"),
            );
            fields.add(
                "By",
                target.by.as_ref().map_or("date not known", |by| &by.words),
            );
            add_outcome(snapshot, target, &mut fields, &mut cites);
        }
        FactData::Action(action) => {
            if !action.partners.is_empty() {
                fields.add(
                    "Partners",
                    comma_list(action.partners.iter().map(SafeText::as_str)),
                );
            }
            fields.add(
                "Money",
                action
                    .amount
                    // Its cost may be part of a sum for the area or the programme.
                    .map_or_else(|| NO_AMOUNT.into(), |amount| amount.to_string()),
            );
            fields.add_some("When", action.period.as_ref().map(|period| &period.words));
            fields.add_some("Status", status_words(snapshot, action));
        }
        FactData::SharedAction(action) => {
            scope(&mut fields, &action.applies_to);
            themes(&mut fields, &action.themes);
        }
        FactData::SharedFact(shared) => {
            scope(&mut fields, &shared.applies_to);
            themes(&mut fields, &shared.themes);
        }
        FactData::Person(_) => title = person(snapshot, fact),
        FactData::Plan(plan) => {
            fields.add("Published", plan.published);
            fields.add_some("Period", plan.period.as_ref().map(|period| &period.words));
            fields.add_some("Pages", plan.pages);
            fields.add_some("ISBN", plan.isbn.as_ref());
        }
        FactData::Rank(rank) => {
            fields.add_some(WORKED_OUT, rank.derived.as_ref());
            fields.add_some("Note", rank.note.as_ref());
        }
        FactData::LaterTitle(later) => fields.add("Since", later.since),
        FactData::Statement(_)
        | FactData::NationalPartner(_)
        | FactData::Money(_)
        | FactData::Event(_) => {}
    }
    for figure in fact.figures() {
        fields.add(figure_label(figure), figure_words(dataset, figure));
    }
    add_marks(snapshot, item, &mut fields);
    fields.add_known_from(fact.cites());
    Description {
        kind: context_of(snapshot, item),
        title,
        fields: fields.0,
        cites,
        reference: fact.reference().to_string(),
    }
}

/// Returns the status of an action, if it has one. A report does not tell what is done from what is under way, but it has a date.
pub(in crate::query) fn status_words(snapshot: Snapshot, action: &Action) -> Option<String> {
    let status = snapshot.dataset().action_status(action)?;
    let mut cites = snapshot.known(&action.cites);
    Some(match (status, cites.next(), cites.next()) {
        (ActionStatus::Done, Some(only), None) => {
            let source = snapshot.dataset().source(only.source_index());
            let reported = source.published;
            format!("done or under way, reported {reported}")
        }
        (ActionStatus::Done, ..) => "done or under way".into(),
        (ActionStatus::Planned, ..) => status.word().into(),
    })
}

/// Adds the outcome of a target, the results that report on it, and its sources.
fn add_outcome<'a>(
    snapshot: Snapshot<'a>,
    target: &'a Target,
    fields: &mut FieldList,
    cites: &mut Vec<&'a Citation>,
) {
    let Some(outcome) = snapshot.outcome(target) else {
        // A dataset without outcomes has nothing to say about them.
        if target.outcome.is_some() {
            fields.add("Outcome", "not known");
        }
        return;
    };
    fields.add(
        "Outcome",
        outcome.status.map_or("not known", OutcomeStatus::word),
    );
    fields.add_some("Because", outcome.why.as_ref());
    fields.add_some("Outcome worked out", outcome.derived.as_ref());
    for result in snapshot.results_of(outcome) {
        fields.add(
            "Result",
            format!(
                "{} ({})",
                name_of(snapshot, result),
                snapshot.dataset().reference(result)
            ),
        );
    }
    let stated = outcome
        .cites
        .iter()
        .flat_map(|stated| snapshot.known(stated));
    for citation in stated {
        if !cites.contains(&citation) {
            cites.push(citation);
        }
    }
}

/// Returns a person's name and role, and the time in which they had it, as far as it was known.
pub(super) fn person(snapshot: Snapshot, fact: Fact) -> String {
    let FactData::Person(person) = fact.body else {
        return fact.headline().into_owned();
    };
    let mut words = fact.headline().into_owned();
    if let Some(since) = person.since {
        let _ = write!(words, ", since {since}");
    }
    if let Some(until) = known_until(snapshot, person) {
        let _ = write!(words, ", until {until}");
    }
    words
}
