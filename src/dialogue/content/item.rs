//! Items in a line, and the pages of facts and terms.

use std::borrow::Cow;

use super::{
    brief::{Brief, brief},
    sentences::for_list,
};
use crate::{
    dataset::{Event, FactData, Item, ItemIndex, Kind},
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::{
        describe::{capitalized, context_of, kind_of, name_of},
        snapshot::Snapshot,
    },
};

/// Returns an item in a line: its place, unless the text names it, its kind, and its text.
pub(super) fn line(snapshot: Snapshot, item: ItemIndex) -> String {
    let dataset = snapshot.dataset();
    let area = item.area().map(|area| dataset.area(area).name.as_str());
    if let Some(event) = event(snapshot, item) {
        let area = area.filter(|name| !event.what.contains(name));
        let area = area.map_or(String::new(), |area| format!(", {area}"));
        return format!("{}{area}: {}", event.date, for_list(&event.what));
    }
    let text = text(snapshot, item);
    if let Item::Priority(..) = dataset.item(item) {
        return format!("{}: {text}", context_of(snapshot, item));
    }
    let area = area.filter(|name| !text.contains(name));
    let kind = kind_of(snapshot, item);
    match area {
        None => format!("{}: {text}", capitalized(kind)),
        Some(area) => format!("{area}, {kind}: {text}"),
    }
}

fn event(snapshot: Snapshot<'_>, item: ItemIndex) -> Option<&Event> {
    match snapshot.dataset().item(item) {
        Item::Fact(fact) => match fact.body {
            FactData::Event(event) => Some(event),
            _ => None,
        },
        _ => None,
    }
}

/// Returns the text of an item as a list has it, after the sum that it names.
pub(super) fn text(snapshot: Snapshot<'_>, item: ItemIndex) -> Cow<'_, str> {
    let name = match name_of(snapshot, item) {
        Cow::Borrowed(name) => Cow::Borrowed(for_list(name)),
        Cow::Owned(name) => Cow::Owned(for_list(&name).to_string()),
    };
    let amount = match snapshot.dataset().item(item) {
        // The text of a sum of money has the amount already.
        Item::Fact(fact) if fact.kind != Kind::Money => fact.amount(),
        _ => None,
    };
    match amount {
        Some(amount) => Cow::Owned(format!("{amount}: {name}")),
        None => name,
    }
}

/// Returns choices that open items.
pub(super) fn choices(
    snapshot: Snapshot,
    items: impl IntoIterator<Item = ItemIndex>,
) -> Vec<Choice> {
    let items = items.into_iter();
    items
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

/// Returns the page of a fact or a term, with the results that report on a target and what
/// contradicts the fact as choices.
pub(super) fn fact(snapshot: Snapshot, item: ItemIndex) -> PageContent {
    let Brief { title, lines } = brief(snapshot, item);
    let outcome = match snapshot.dataset().item(item) {
        Item::Fact(fact) => match fact.body {
            FactData::Target(target) => snapshot.outcome(target),
            _ => None,
        },
        _ => None,
    };
    let results = outcome.into_iter();
    let results = results.flat_map(|outcome| snapshot.results_of(outcome));
    let results = results.map(|result| ("", result));
    let contradictions = snapshot.contradictions(item);
    let contradictions = contradictions.map(|other| ("But: ", other));
    let place = match item {
        ItemIndex::Fact(_) => context_of(snapshot, item),
        _ => capitalized(kind_of(snapshot, item)),
    };
    let choice = |(word, other)| {
        let label = format!("{word}{}", line(snapshot, other));
        Choice::open(label, DialoguePage::of(other))
    };
    let choices = results.chain(contradictions).map(choice);
    PageContent::new(format!("{place}: {title}"), lines, choices.collect())
}

/// Returns the words and abbreviations that are explained.
pub(super) fn terms(snapshot: Snapshot) -> PageContent {
    let terms = snapshot.terms().map(|(index, term)| {
        let abbreviation = term.abbreviation.as_ref();
        let abbreviation =
            abbreviation.map_or(String::new(), |abbreviation| format!(", {abbreviation}"));
        Choice::open(
            format!("{}{abbreviation}. {}", term.term, for_list(&term.meaning)),
            DialoguePage::of(ItemIndex::Term(index)),
        )
    });
    PageContent::menu("Words and abbreviations", terms.collect())
}
