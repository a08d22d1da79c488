//! A fact in brief.

use std::borrow::Cow;

use super::{
    digest_entry::{Digest, DigestLine, EntryList},
    place::place,
};
use crate::{
    dataset::{
        Citation, Fact, FactData, FactIndex, Item, ItemIndex, Outcome, OwnerIndex, SafeText, Scope,
        Target,
    },
    query::{
        chairs::known_until,
        deadline::deadline_phrase,
        describe::{name_of, status_words},
        snapshot::Snapshot,
    },
};

pub(super) fn fact_digest<'a>(
    snapshot: Snapshot<'a>,
    index: FactIndex,
    fact: Fact<'a>,
) -> Digest<'a> {
    let dataset = snapshot.dataset();
    let item = ItemIndex::Fact(index);
    let mut entries = EntryList::default();
    let mut lead = fact.headline().into_owned();
    let mut cites: Vec<&Citation> = snapshot.known(fact.cites()).collect();
    match fact.body {
        FactData::Target(target) => {
            lead = target.measure.to_string();
            add_target(snapshot, target, &mut entries, &mut cites);
        }
        FactData::Action(action) => {
            entries.add_text("Status", status_words(snapshot, action));
            entries.add_text("Money", action.amount);
            entries.add_text("When", action.period.as_ref().map(|period| &period.words));
            let partners: Vec<&str> = action.partners.iter().map(SafeText::as_str).collect();
            let partners = Some(partners.join(", ")).filter(|partners| !partners.is_empty());
            entries.add_text("With", partners);
        }
        FactData::SharedAction(action) => add_scope(snapshot, &action.applies_to, &mut entries),
        FactData::SharedFact(shared) => add_scope(snapshot, &shared.applies_to, &mut entries),
        FactData::Plan(plan) => {
            entries.add_text("Published", Some(plan.published));
            entries.add_text("Period", plan.period.as_ref().map(|period| &period.words));
            entries.add_text("Pages", plan.pages);
        }
        FactData::Rank(rank) => entries.add_text("Note", rank.note.as_ref()),
        FactData::LaterTitle(later) => entries.add_text("Since", Some(later.since)),
        FactData::Person(person) => {
            entries.add_text("Since", person.since);
            entries.add_text("Until", known_until(snapshot, person));
        }
        FactData::Statement(_)
        | FactData::NationalPartner(_)
        | FactData::Money(_)
        | FactData::Event(_) => {}
    }
    // A fact may have been known before the plan with the title of its priority.
    if let OwnerIndex::Priority(priority) = index.owner
        && snapshot.contains(ItemIndex::Priority(priority))
    {
        let priority = dataset.priority(priority);
        entries.add(
            "Priority",
            [DigestLine::Priority {
                number: priority.number,
                title: priority.title.to_string(),
            }],
        );
    }
    entries.add_remarks(snapshot, item);
    Digest {
        context: place(snapshot, item),
        reference: fact.reference().to_string(),
        lead: Some(lead),
        entries: entries.0,
        cites,
    }
}

/// Returns the measure, the goal and the deadline of a target in a line.
#[must_use]
pub(crate) fn target_words(target: &Target) -> String {
    let goal = target.goal.as_ref().map(|goal| format!(": {goal}"));
    let by = target.by.as_ref().map(deadline_phrase);
    let by = by.map(|by| format!(", {by}"));
    format!(
        "{}{}{}",
        target.measure,
        goal.unwrap_or_default(),
        by.unwrap_or_default()
    )
}

fn add_target<'a>(
    snapshot: Snapshot<'a>,
    target: &'a Target,
    entries: &mut EntryList,
    cites: &mut Vec<&'a Citation>,
) {
    entries.add_text("Baseline", target.baseline.as_ref());
    let by = target.by.as_ref().map(deadline_phrase);
    let goal = match (&target.goal, by) {
        (Some(goal), Some(by)) => Some(format!("{goal}, {by}")),
        (Some(goal), None) => Some(goal.to_string()),
        (None, by) => by.map(Cow::into_owned),
    };
    entries.add_text("Goal", goal);
    let outcome = snapshot.outcome(target);
    if let Some(outcome) = outcome {
        let results = snapshot.results_of(outcome);
        let results =
            results.map(|result| DigestLine::Text(name_of(snapshot, result).into_owned()));
        entries.add("Result", results);
    }
    let why = outcome.into_iter().flat_map(reasons).map(DigestLine::Text);
    let status = DigestLine::Outcome(outcome.and_then(|outcome| outcome.status));
    entries.add("Outcome", [status].into_iter().chain(why));
    let stated = outcome.and_then(|outcome| outcome.cites.as_ref());
    for citation in stated.into_iter().flat_map(|stated| snapshot.known(stated)) {
        if !cites.contains(&citation) {
            cites.push(citation);
        }
    }
}

/// Returns the reason for an outcome, and the way it was worked out.
pub(crate) fn reasons(outcome: &Outcome) -> impl Iterator<Item = String> {
    let derived = outcome.derived.as_ref();
    let derived = derived.map(|derived| format!("Worked out: {derived}"));
    let why = outcome.why.as_ref().map(ToString::to_string);
    why.into_iter().chain(derived)
}

/// Adds the areas that a shared fact applies to.
fn add_scope(snapshot: Snapshot, scope: &Scope, entries: &mut EntryList) {
    let dataset = snapshot.dataset();
    let names: Vec<&str> = scope
        .areas
        .iter()
        .filter_map(|id| match dataset.item(dataset.find(id.as_str())?) {
            Item::Area(area) => Some(area.name.as_str()),
            _ => None,
        })
        .collect();
    entries.add_text(
        "Areas",
        Some(format!("{}: {}", scope.words, names.join(", "))),
    );
}
