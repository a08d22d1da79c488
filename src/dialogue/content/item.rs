//! Items in a line or in full.

use crate::{
    dataset::{FactData, Item, ItemIndex, Kind},
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::{
        describe::{capitalized, citation_line, context_of, describe, kind_of, name_of},
        snapshot::Snapshot,
    },
};

/// Returns an item in a line: its area, its kind, and its text.
pub(super) fn line(snapshot: Snapshot, item: ItemIndex) -> String {
    let area = item
        .area()
        .map(|area| format!("{}, ", snapshot.dataset().area(area).name))
        .unwrap_or_default();
    format!("{area}{}", line_without_area(snapshot, item))
}

/// Returns an item in a line: its kind, the sum it names, and its text.
pub(super) fn line_without_area(snapshot: Snapshot, item: ItemIndex) -> String {
    let amount = match snapshot.dataset().item(item) {
        // The text of a sum of money has the amount already.
        Item::Fact(fact) if fact.kind != Kind::Money => fact
            .amount()
            .map(|amount| format!("{amount}: "))
            .unwrap_or_default(),
        _ => String::new(),
    };
    format!(
        "{}: {amount}{}",
        kind_of(snapshot, item),
        name_of(snapshot, item)
    )
}

/// Returns choices that open items.
pub(super) fn choices(
    snapshot: Snapshot,
    items: impl IntoIterator<Item = ItemIndex>,
) -> Vec<Choice> {
    items
        .into_iter()
        .map(|item| Choice::open(line(snapshot, item), DialoguePage::of(item)))
        .collect()
}

/// Returns a choice that opens the page of an area.
pub(super) fn area_choice(snapshot: Snapshot, item: ItemIndex) -> Choice {
    Choice::open(
        format!("Everything about {}", name_of(snapshot, item)),
        DialoguePage::of(item),
    )
}

/// Returns the description of an item: its title, and the lines with its fields, sources and
/// reference.
pub(super) fn description(snapshot: Snapshot, item: ItemIndex) -> (String, Vec<String>) {
    let description = describe(snapshot, item);
    let fields = description
        .fields
        .into_iter()
        .map(|field| format!("{}: {}", field.label, field.value));
    let sources = description
        .cites
        .into_iter()
        .map(|citation| format!("Source: {}", citation_line(snapshot.dataset(), citation)));
    let reference = format!("Reference: {}", description.reference);
    (
        description.title,
        fields.chain(sources).chain([reference]).collect(),
    )
}

/// Returns the page of a fact or a term, with the results that report on a target and what
/// contradicts the fact as choices.
pub(super) fn fact(snapshot: Snapshot, item: ItemIndex) -> PageContent {
    let (title, lines) = description(snapshot, item);
    let outcome = match snapshot.dataset().item(item) {
        Item::Fact(fact) => match fact.body {
            FactData::Target(target) => snapshot.outcome(target),
            _ => None,
        },
        _ => None,
    };
    let results = outcome
        .into_iter()
        .flat_map(|outcome| snapshot.results_of(outcome));
    let place = match item {
        ItemIndex::Fact(_) => context_of(snapshot, item),
        _ => capitalized(kind_of(snapshot, item)),
    };
    PageContent {
        title: format!("{place}: {title}"),
        lines,
        choices: choices(snapshot, results.chain(snapshot.contradictions(item))),
    }
}

/// Returns the words and abbreviations that are explained.
pub(super) fn terms(snapshot: Snapshot) -> PageContent {
    let terms = snapshot.terms().map(|(index, term)| {
        let abbreviation = term
            .abbreviation
            .as_ref()
            .map_or(String::new(), |abbreviation| format!(" ({abbreviation})"));
        Choice::open(
            format!("{}{abbreviation}: {}", term.term, term.meaning),
            DialoguePage::of(ItemIndex::Term(index)),
        )
    });
    PageContent::menu("Words and abbreviations", terms.collect())
}
