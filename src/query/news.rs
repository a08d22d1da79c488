//! News by area: facts and outcomes of targets that became known.

use super::{filter::Filter, outcome::known_from, snapshot::Snapshot};
use crate::{
    dataset::{
        AreaIndex, Citations, Fact, FactData, FactIndex, ItemIndex, OutcomeStatus, PartialDate,
    },
    sort::SortShared,
};

/// Something that became known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewsItem {
    /// Date of the first source that says so.
    pub date: PartialDate,
    /// New priority or fact, or the target whose outcome is new.
    pub item: ItemIndex,
    /// Outcome that became known of a target that was known before.
    pub outcome: Option<OutcomeStatus>,
}

/// The news about an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaNews {
    /// Area; none for the programme.
    pub area: Option<AreaIndex>,
    /// Items by date, at least one.
    pub items: Vec<NewsItem>,
}

/// Returns what became known on or after the first day of a date and matches a filter: by area in the dataset's order, then
/// the programme.
///
/// Something counts as known from the date of its first source. A source with only a year or a month counts from the last
/// day of it.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     query::{filter::Filter, news::news, snapshot::Snapshot},
/// };
///
/// let dataset = Dataset::bundled();
/// let since = "2023".parse()?;
/// let news = news(Snapshot::latest(&dataset), &Filter::default(), since);
/// assert!(news.iter().any(|area| area.area.is_some()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn news(snapshot: Snapshot, filter: &Filter, since: PartialDate) -> Vec<AreaNews> {
    let areas = snapshot.dataset().areas().map(|(area, _)| Some(area));
    let news = areas.chain([None]).filter_map(|area| {
        let mut items = news_of(snapshot, filter, since, area);
        items.sort_shared_by_key(|item| item.date.last_day());
        (!items.is_empty()).then_some(AreaNews { area, items })
    });
    news.collect()
}

fn news_of(
    snapshot: Snapshot,
    filter: &Filter,
    since: PartialDate,
    area: Option<AreaIndex>,
) -> Vec<NewsItem> {
    let new = &Filter {
        since: Some(since),
        ..filter.clone()
    };
    let mut items = Vec::new();
    for (index, priority) in area.into_iter().flat_map(|area| snapshot.priorities(area)) {
        let item = ItemIndex::Priority(index);
        if new.matches_sources_of(snapshot, item) {
            items.push(NewsItem {
                date: priority.cites.known_from(),
                item,
                outcome: None,
            });
        }
    }
    let old = &Filter {
        since: None,
        ..filter.clone()
    };
    let owners = snapshot.owners_in(area);
    for (index, fact) in owners.flat_map(|owner| snapshot.facts(owner)) {
        if new.matches_fact(snapshot, index) {
            items.push(NewsItem {
                date: fact.cites().known_from(),
                item: ItemIndex::Fact(index),
                outcome: None,
            });
        } else if let Some(item) = new_outcome(snapshot, since, index, fact)
            && old.matches_fact(snapshot, index)
        {
            items.push(item);
        }
    }
    items
}

/// Returns the outcome of a target that became known, if that was on or after the first day of a date.
fn new_outcome(
    snapshot: Snapshot,
    since: PartialDate,
    index: FactIndex,
    fact: Fact,
) -> Option<NewsItem> {
    let FactData::Target(target) = fact.body else {
        return None;
    };
    let outcome = snapshot.outcome(target)?;
    let day = known_from(snapshot.dataset(), outcome)?;
    let cites = outcome.cites.as_ref();
    (day >= since.first_day()).then_some(NewsItem {
        date: cites.map_or(PartialDate::Day(day), Citations::known_from),
        item: ItemIndex::Fact(index),
        outcome: Some(outcome.status?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    fn date(text: &str) -> PartialDate {
        text.parse().expect("a date")
    }

    #[test]
    fn everything_is_news_once_between_the_first_and_the_last_date() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let all: usize = news(snapshot, &Filter::default(), date("1900"))
            .iter()
            .map(|area| area.items.len())
            .sum();
        let priorities = snapshot.all_priorities().count();
        assert_eq!(all, snapshot.all_facts().count() + priorities);
        assert!(news(snapshot, &Filter::default(), date("2200")).is_empty());
    }

    #[test]
    fn news_is_what_the_later_snapshot_has_and_the_earlier_has_not() {
        let dataset = Dataset::bundled();
        let before = Snapshot::as_of(&dataset, date("2021-06"));
        let after = Snapshot::as_of(&dataset, date("2021-09"));
        for area in news(after, &Filter::default(), date("2021-07")) {
            for news in area.items {
                assert!(after.contains(news.item), "{news:?}");
                assert_eq!(
                    before.contains(news.item),
                    news.outcome.is_some(),
                    "{news:?}"
                );
                assert_eq!(news.item.area(), area.area, "{news:?}");
            }
        }
    }

    #[test]
    fn outcomes_of_known_targets_are_news() {
        let file = include_str!("../../tests/data/valid/every-field.json");
        let dataset = Dataset::from_json("file", file).expect("the dataset is sound");
        let news = news(
            Snapshot::latest(&dataset),
            &Filter::default(),
            date("2019-11"),
        );
        let outcomes: Vec<_> = news
            .iter()
            .flat_map(|area| &area.items)
            .filter_map(|news| Some((dataset.reference(news.item).into_owned(), news.outcome?)))
            .collect();
        assert!(
            outcomes.contains(&("riverside/1/target".into(), OutcomeStatus::PartlyMet)),
            "{outcomes:?}"
        );
    }
}
