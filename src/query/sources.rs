//! Sources by date, and the items that cite them.

use std::ops::ControlFlow;

use super::{
    citation_counter::{CitationCounter, CitingKinds, Tally},
    filter::Filter,
    snapshot::Snapshot,
};
use crate::dataset::{
    AreaIndex, Citation, Date, FactData, ItemIndex, Kind, PartialDate, Source, SourceIndex,
};

/// A source with the matching items that cite it, counted.
#[derive(Debug, Clone)]
pub struct Publication<'a> {
    /// Index of the source in the dataset.
    pub index: SourceIndex,
    /// Source itself.
    pub source: &'a Source,
    /// Number of matching priorities, facts and terms that cite it.
    pub citation_count: usize,
    /// Numbers of these items by kind.
    pub kinds: CitingKinds,
    /// Areas of these items with their numbers, in the dataset's order; none is the programme.
    pub areas: Vec<(Option<AreaIndex>, usize)>,
}

/// Returns the published sources by date. With a filter, only those that a matching item cites. A condition on publication
/// is about the sources themselves.
///
/// A date without a day comes after the days of its month or year.
#[must_use]
pub fn publications<'a>(snapshot: Snapshot<'a>, filter: &Filter) -> Vec<Publication<'a>> {
    let all = publications_while(snapshot, filter, &mut || ControlFlow::Continue(()));
    all.unwrap_or_default()
}

/// Returns the same as [`publications`], or none if `progress`, which is called from time to time, breaks the counting off.
pub fn publications_while<'a>(
    snapshot: Snapshot<'a>,
    filter: &Filter,
    progress: &mut dyn FnMut() -> ControlFlow<()>,
) -> Option<Vec<Publication<'a>>> {
    let mut counter = CitationCounter::new(snapshot.dataset());
    let of_items = &filter.without_publication();
    if counter.count_all(snapshot, of_items, progress).is_break() {
        return None;
    }
    let all = published(snapshot, filter).map(|(index, source)| {
        let Tally { kinds, areas } = counter.take(index);
        Publication {
            index,
            source,
            citation_count: kinds.total(),
            kinds,
            areas,
        }
    });
    let mut publications: Vec<_> = all
        .filter(|publication| of_items.is_empty() || publication.citation_count > 0)
        .collect();
    publications.sort_by_key(|publication| by_date(publication.source));
    Some(publications)
}

/// Returns the published sources by date without counting what cites them. There are none if the filter is about that.
#[must_use]
pub fn uncounted_publications(snapshot: Snapshot, filter: &Filter) -> Vec<SourceIndex> {
    if !filter.without_publication().is_empty() {
        return Vec::new();
    }
    let mut sources: Vec<_> = published(snapshot, filter).collect();
    sources.sort_by_key(|(_, source)| by_date(source));
    sources.into_iter().map(|(index, _)| index).collect()
}

fn published<'a>(
    snapshot: Snapshot<'a>,
    filter: &Filter,
) -> impl Iterator<Item = (SourceIndex, &'a Source)> {
    snapshot
        .sources()
        .filter(|(_, source)| filter.matches_publication(source))
}

/// Returns the key to sort sources by their dates.
fn by_date(source: &Source) -> (Date, u8) {
    let precision = match source.published {
        PartialDate::Day(_) => 0,
        PartialDate::Month(..) => 1,
        PartialDate::Year(_) => 2,
    };
    (source.published.last_day(), precision)
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
                let citing: Vec<ItemIndex> =
                    cited_by(snapshot, &filter, publication.index).collect();
                let id = &publication.source.id;
                assert_eq!(citing.len(), publication.citation_count, "{id}");
                let by_area: usize = publication.areas.iter().map(|(_, count)| count).sum();
                assert_eq!(by_area, citing.len(), "{id}");
                for &(area, count) in &publication.areas {
                    let of_area = citing.iter().filter(|item| item.area() == area);
                    assert_eq!(of_area.count(), count, "{id}");
                }
                let priorities = citing
                    .iter()
                    .filter(|item| matches!(item, ItemIndex::Priority(_)));
                assert_eq!(priorities.count(), publication.kinds.priorities, "{id}");
            }
            assert_eq!(filter.is_empty(), publications.len() == 349);
        }
    }

    #[test]
    fn publications_are_the_same_before_they_are_counted() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::as_of(&dataset, "2018".parse::<PartialDate>().expect("a date"));
        let in_2017 = Filter {
            published: Some("2017".parse().expect("a date")),
            ..Filter::default()
        };
        for filter in [Filter::default(), in_2017] {
            let counted = publications(snapshot, &filter);
            let counted: Vec<SourceIndex> = counted.iter().map(|one| one.index).collect();
            assert!(counted.len() > 10);
            assert_eq!(uncounted_publications(snapshot, &filter), counted);
        }
        let stopped = &mut || ControlFlow::Break(());
        assert!(publications_while(snapshot, &Filter::default(), stopped).is_none());
    }

    #[test]
    fn dates_without_a_day_follow_the_days_of_their_month() {
        let dataset = Dataset::bundled();
        let publications = publications(Snapshot::latest(&dataset), &Filter::default());
        let july: Vec<PartialDate> = publications
            .iter()
            .map(|publication| publication.source.published)
            .filter(|date| date.iso().starts_with("2018-07"))
            .collect();
        let first_month = july
            .iter()
            .position(|date| matches!(date, PartialDate::Month(..)));
        let days = july
            .iter()
            .filter(|date| matches!(date, PartialDate::Day(_)));
        assert!(
            first_month.is_none_or(|first| first == days.count()),
            "{july:?}"
        );
    }

    #[test]
    fn sources_are_filtered_by_their_own_date() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let in_2022 = Filter {
            published: Some("2022".parse().expect("a date")),
            ..Filter::default()
        };
        let found = publications(snapshot, &in_2022);
        let of_2022 = dataset.sources();
        let of_2022 = of_2022.filter(|(_, source)| source.published.year() == 2022);
        assert_eq!(found.len(), of_2022.count());
        let in_oldham = Filter {
            areas: vec!["oldham".parse().expect("an id")],
            ..in_2022
        };
        let of_oldham = publications(snapshot, &in_oldham);
        assert!(of_oldham.len() < found.len());
        for publication in &of_oldham {
            let all = found.iter().find(|other| other.index == publication.index);
            let all = all.expect("it was published in 2022").citation_count;
            assert!((1..=all).contains(&publication.citation_count));
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
