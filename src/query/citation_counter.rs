//! Counts of the items that cite each source, in one pass over the dataset.
//!
//! A large dataset has a million facts: the pass takes no memory for any of them.

use std::ops::ControlFlow;

use super::{fact_group::FactGroup, filter::Filter, snapshot::Snapshot};
use crate::dataset::{
    AreaIndex, Citation, Dataset, Fact, FactData, ItemIndex, Kind, OwnerIndex, SourceIndex,
};

/// Numbers of citing items by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CitingKinds {
    /// Number of facts of each of [`FactGroup::ALL`], in this order.
    pub facts: [usize; FactGroup::ALL.len()],
    /// Number of priorities.
    pub priorities: usize,
    /// Number of terms.
    pub terms: usize,
}

impl CitingKinds {
    /// Returns the number of all items.
    #[must_use]
    pub fn total(&self) -> usize {
        self.facts.iter().sum::<usize>() + self.priorities + self.terms
    }

    /// Returns the kinds that there are with their numbers, the most frequent first: `22 notes`.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let facts = FactGroup::ALL.into_iter().zip(self.facts);
        let facts = facts.map(|(group, count)| (count, group.singular(), group.plural()));
        let others = [
            (self.priorities, "priority", "priorities"),
            (self.terms, "term", "terms"),
        ];
        let mut kinds: Vec<_> = facts
            .chain(others)
            .filter(|(count, ..)| *count > 0)
            .collect();
        kinds.sort_by_key(|(count, ..)| std::cmp::Reverse(*count));
        kinds
            .into_iter()
            .map(|(count, singular, plural)| super::describe::counted(count, singular, plural))
            .collect()
    }
}

/// The items that cite a source, counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    pub kinds: CitingKinds,
    pub areas: Vec<(Option<AreaIndex>, usize)>,
}

/// Counts the items that cite each source.
pub(super) struct CitationCounter {
    tallies: Vec<Tally>,
    /// The number of the last item that was counted for each source: an item may cite a source twice.
    last: Vec<usize>,
    item: usize,
}

impl CitationCounter {
    pub(super) fn new(dataset: &Dataset) -> Self {
        let count = dataset.sources().len();
        Self {
            tallies: vec![Tally::default(); count],
            last: vec![0; count],
            item: 0,
        }
    }

    /// Returns the counts of a source, and forgets them.
    pub(super) fn take(&mut self, source: SourceIndex) -> Tally {
        std::mem::take(&mut self.tallies[source.index()])
    }

    /// Counts the matching items that were known, unless `progress`, which is called for each area and priority, breaks it off.
    pub(super) fn count_all(
        &mut self,
        snapshot: Snapshot,
        filter: &Filter,
        progress: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let dataset = snapshot.dataset();
        let matches = |item| filter.is_empty() || filter.matches_sources_of(snapshot, item);
        for owner in dataset.owners() {
            progress()?;
            if let OwnerIndex::Priority(index) = owner {
                let cites = &dataset.priority(index).cites;
                if snapshot.knows(cites) && matches(ItemIndex::Priority(index)) {
                    self.count(cites, owner.area(), |kinds| &mut kinds.priorities);
                }
            }
            for (index, fact) in snapshot.facts(owner) {
                if matches(ItemIndex::Fact(index)) {
                    self.count_fact(snapshot, fact, owner.area());
                }
            }
        }
        for (index, term) in snapshot.terms() {
            if let Some(cites) = term
                .cites
                .as_deref()
                .filter(|_| matches(ItemIndex::Term(index)))
            {
                self.count(cites, None, |kinds| &mut kinds.terms);
            }
        }
        ControlFlow::Continue(())
    }

    fn count_fact(&mut self, snapshot: Snapshot, fact: Fact, area: Option<AreaIndex>) {
        let group = FactGroup::of(fact.kind) as usize;
        self.count(fact.cites(), area, |kinds| &mut kinds.facts[group]);
        if fact.kind == Kind::Target
            && let FactData::Target(target) = fact.body
            && let Some(cites) = snapshot
                .outcome(target)
                .and_then(|outcome| outcome.cites.as_ref())
        {
            // The outcome is a part of the same item.
            self.item -= 1;
            self.count(cites, area, |kinds| &mut kinds.facts[group]);
        }
    }

    fn count(
        &mut self,
        cites: &[Citation],
        area: Option<AreaIndex>,
        kind: impl Fn(&mut CitingKinds) -> &mut usize,
    ) {
        self.item += 1;
        for citation in cites {
            let source = citation.source_index().index();
            if std::mem::replace(&mut self.last[source], self.item) == self.item {
                continue;
            }
            let tally = &mut self.tallies[source];
            *kind(&mut tally.kinds) += 1;
            // Items come area by area. Those of the programme are the first, and terms the last.
            match tally.areas.last_mut().filter(|(last, _)| *last == area) {
                Some((_, count)) => *count += 1,
                None => match tally.areas.first_mut().filter(|(first, _)| *first == area) {
                    Some((_, count)) => *count += 1,
                    None => tally.areas.push((area, 1)),
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_named_with_their_numbers_the_most_frequent_first() {
        let mut kinds = CitingKinds {
            priorities: 2,
            ..CitingKinds::default()
        };
        kinds.facts[FactGroup::Note as usize] = 22;
        kinds.facts[FactGroup::Event as usize] = 1;
        assert_eq!(kinds.words(), ["22 notes", "2 priorities", "1 event"]);
        assert_eq!(kinds.total(), 25);
    }
}
