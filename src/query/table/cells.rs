//! The cells of a row.

use std::borrow::Cow;

use crate::{
    dataset::{Citation, Fact, FactData, FactIndex, Kind},
    query::{
        describe::capitalized, fact_group::FactGroup, provenance::earliest_citation,
        snapshot::Snapshot,
    },
};

/// Returns the text of a fact without what other cells have: the sum of money, and the date of an
/// event, which is in the detail.
#[must_use]
pub fn fact_text(fact: Fact<'_>) -> Cow<'_, str> {
    match fact.body {
        // It follows a sum elsewhere; here it begins the text.
        FactData::Money(money) => Cow::Owned(capitalized(&money.what)),
        FactData::Event(event) => Cow::Borrowed(&event.what),
        _ => fact.headline(),
    }
}

/// Returns the beginning of a fact's text, by which facts are sorted.
pub(super) fn sort_text(fact: Fact<'_>) -> &str {
    match fact.body {
        FactData::Statement(fact) => &fact.text,
        FactData::Person(fact) => &fact.name,
        FactData::NationalPartner(fact) => &fact.name,
        FactData::Plan(fact) => &fact.title,
        FactData::Rank(fact) => &fact.index,
        FactData::LaterTitle(fact) => &fact.title,
        FactData::Target(fact) => &fact.measure,
        FactData::Action(fact) => &fact.what,
        FactData::SharedAction(fact) => &fact.what,
        FactData::SharedFact(fact) => &fact.text,
        FactData::Money(fact) => &fact.what,
        FactData::Event(fact) => &fact.what,
    }
}

/// Returns the group of a kind in one short word.
#[must_use]
pub fn kind_word(kind: Kind) -> &'static str {
    match FactGroup::of(kind) {
        FactGroup::Money => "money",
        group => group.singular(),
    }
}

/// Returns the number of publications that state a fact, as far as they were known.
#[must_use]
pub fn source_count(snapshot: Snapshot, index: FactIndex) -> usize {
    let cites = snapshot.dataset().fact(index).cites();
    let sources: Vec<_> = snapshot.known(cites).map(Citation::source_index).collect();
    let is_new = |position: usize| !sources[..position].contains(&sources[position]);
    (0..sources.len()).filter(|&index| is_new(index)).count()
}

/// Returns the publisher of the earliest known source of a fact.
#[must_use]
pub fn first_publisher(snapshot: Snapshot<'_>, index: FactIndex) -> Option<&str> {
    let dataset = snapshot.dataset();
    let first = earliest_citation(snapshot, dataset.fact(index).cites())?;
    Some(&dataset.source(first.source_index()).publisher)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Dataset, Item, ItemIndex};

    #[test]
    fn sums_and_dates_are_not_repeated_in_the_text() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        for (_, fact) in snapshot.all_facts() {
            let text = fact_text(fact);
            assert!(!text.is_empty());
            let (headline, lower) = (fact.headline().to_lowercase(), text.to_lowercase());
            assert!(headline.ends_with(&lower), "{text}");
            let begins_alike =
                lower.starts_with(&sort_text(fact).to_lowercase()) || fact.kind == Kind::Rank;
            assert!(begins_alike, "{text}");
        }
    }

    #[test]
    fn sources_count_once_and_only_when_known() {
        let dataset = Dataset::bundled();
        let find = |reference: &str| match dataset.find(reference) {
            Some(ItemIndex::Fact(fact)) => fact,
            other => panic!("{other:?} is not a fact"),
        };
        let snapshot = Snapshot::latest(&dataset);
        for (index, fact) in snapshot.all_facts() {
            assert!((1..=fact.cites().len()).contains(&source_count(snapshot, index)));
        }
        let action = find("oldham/3/mental-health-first-aid");
        assert_eq!(
            first_publisher(snapshot, action),
            Some("Children & Young People Now")
        );
        let Item::Fact(fact) = dataset.item(ItemIndex::Fact(action)) else {
            panic!("an action is a fact")
        };
        assert_eq!(kind_word(fact.kind), "action");
    }
}
