//! Sources by date, and the items that cite them.

use super::{filter::Filter, snapshot::Snapshot};
use crate::dataset::{Citation, FactData, ItemIndex, Kind, Source, SourceIndex};

/// A source with the number of matching items that cite it.
#[derive(Debug, Clone, Copy)]
pub struct Publication<'a> {
    /// Index of the source in the dataset.
    pub index: SourceIndex,
    /// Source itself.
    pub source: &'a Source,
    /// Number of matching priorities, facts and terms that cite it.
    pub citation_count: usize,
}

/// Returns the published sources by date. With a filter, only those that a matching item cites.
#[must_use]
pub fn publications<'a>(snapshot: Snapshot<'a>, filter: &Filter) -> Vec<Publication<'a>> {
    let mut counts = vec![0; snapshot.dataset().sources().len()];
    for item in citing_items(snapshot, filter) {
        let cites: Vec<&Citation> = citations(snapshot, item).collect();
        for (position, citation) in cites.iter().enumerate() {
            let source = citation.source_index();
            let is_repeated = cites[..position]
                .iter()
                .any(|other| other.source_index() == source);
            if !is_repeated {
                counts[source.index()] += 1;
            }
        }
    }
    let all = snapshot.sources().map(|(index, source)| Publication {
        index,
        source,
        citation_count: counts[index.index()],
    });
    let mut publications: Vec<_> = all
        .filter(|publication| filter.is_empty() || publication.citation_count > 0)
        .collect();
    publications.sort_by_key(|publication| publication.source.published.last_day());
    publications
}

/// Returns the matching priorities, facts and terms that cite a source, in the dataset's order.
pub fn cited_by<'a>(
    snapshot: Snapshot<'a>,
    filter: &'a Filter,
    source: SourceIndex,
) -> impl Iterator<Item = ItemIndex> + 'a {
    citing_items(snapshot, filter).filter(move |&item| {
        citations(snapshot, item).any(|citation| citation.source_index() == source)
    })
}

/// Returns the citations of an item, and those of the outcome of a target.
fn citations(snapshot: Snapshot<'_>, item: ItemIndex) -> impl Iterator<Item = &Citation> {
    let dataset = snapshot.dataset();
    let outcome = match item {
        ItemIndex::Fact(fact) if fact.kind == Kind::Target => match dataset.fact(fact).body {
            FactData::Target(target) => snapshot.outcome(target),
            _ => None,
        },
        _ => None,
    };
    let of_outcome = outcome.and_then(|outcome| outcome.cites.as_ref());
    let of_outcome = of_outcome.into_iter().flat_map(|cites| cites.iter());
    dataset.cites(item).iter().chain(of_outcome)
}

/// Returns the matching items that have citations.
fn citing_items<'a>(
    snapshot: Snapshot<'a>,
    filter: &'a Filter,
) -> impl Iterator<Item = ItemIndex> + 'a {
    let can_cite = |item: &ItemIndex| {
        matches!(
            item,
            ItemIndex::Priority(_) | ItemIndex::Fact(_) | ItemIndex::Term(_)
        )
    };
    snapshot
        .dataset()
        .item_indices()
        .filter(can_cite)
        .filter(move |&item| snapshot.contains(item) && filter.matches_sources_of(snapshot, item))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Dataset, PartialDate};

    #[test]
    fn citation_count_equals_the_number_of_citing_items() {
        let dataset = Dataset::bundled();
        let areas = vec!["bradford".parse().expect("an id")];
        for filter in [
            Filter::default(),
            Filter {
                areas,
                ..Filter::default()
            },
        ] {
            let snapshot = Snapshot::latest(&dataset);
            let publications = publications(snapshot, &filter);
            assert!(
                publications
                    .is_sorted_by_key(|publication| publication.source.published.last_day())
            );
            for publication in &publications {
                assert_eq!(
                    cited_by(snapshot, &filter, publication.index).count(),
                    publication.citation_count,
                    "{}",
                    publication.source.id
                );
            }
            assert_eq!(filter.is_empty(), publications.len() == 349);
        }
    }

    #[test]
    fn sources_of_news_are_not_older_than_the_news() {
        let dataset = Dataset::bundled();
        let since: PartialDate = "2021-12-31".parse().expect("a date");
        let filter = Filter {
            since: Some(since),
            ..Filter::default()
        };
        let publications = publications(Snapshot::latest(&dataset), &filter);
        assert!(!publications.is_empty());
        for publication in publications {
            let published = publication.source.published.last_day();
            assert!(published >= since.first_day(), "{}", publication.source.id);
        }
    }

    #[test]
    fn sources_of_a_partner_are_those_of_its_actions() {
        let dataset = Dataset::bundled();
        let filter = Filter {
            partners: vec!["National Literacy Trust".into()],
            ..Filter::default()
        };
        let snapshot = Snapshot::latest(&dataset);
        for publication in publications(snapshot, &filter) {
            for item in cited_by(snapshot, &filter, publication.index) {
                assert!(matches!(item, ItemIndex::Fact(_)), "{item:?}");
            }
        }
    }
}
