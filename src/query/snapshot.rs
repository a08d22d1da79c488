//! The dataset as it was known on a day.

use std::iter;

use crate::dataset::{
    Area, AreaIndex, Citation, Citations, Classification, Dataset, Date, Fact, FactIndex,
    ItemIndex, Kind, OwnerIndex, PartialDate, Plan, Priority, PriorityIndex, Rank, Source,
    SourceIndex, Term, TermIndex,
};

/// A dataset as it was known on a day, or the latest state.
///
/// A fact was known if one of its sources was published by then. A source with a partial date
/// counts as published on the last day of that month or year, so that no fact is shown too early.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::{Dataset, PartialDate},
///     query::snapshot::Snapshot,
/// };
///
/// let dataset = Dataset::bundled();
/// let date: PartialDate = "2017-10-09".parse()?;
/// let snapshot = Snapshot::as_of(&dataset, date);
/// let published = dataset.areas().filter(|(area, _)| snapshot.plan(*area).is_some());
/// assert_eq!(published.count(), 6);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Snapshot<'a> {
    dataset: &'a Dataset,
    as_of: Option<Date>,
}

impl<'a> Snapshot<'a> {
    /// Returns the latest snapshot, which includes every fact.
    #[must_use]
    pub fn latest(dataset: &'a Dataset) -> Self {
        Self {
            dataset,
            as_of: None,
        }
    }

    /// Returns what was known at the end of a day, month or year, or the latest snapshot if there
    /// is no date.
    #[must_use]
    pub fn as_of(dataset: &'a Dataset, date: impl Into<Option<PartialDate>>) -> Self {
        Self::on_day(dataset, date.into().map(PartialDate::last_day))
    }

    /// Returns what was known at the end of a day, or the latest snapshot if there is no day.
    #[must_use]
    pub fn on_day(dataset: &'a Dataset, day: Option<Date>) -> Self {
        Self {
            dataset,
            as_of: day,
        }
    }

    /// Returns the dataset behind the snapshot.
    #[must_use]
    pub fn dataset(self) -> &'a Dataset {
        self.dataset
    }

    /// Returns the day of the snapshot, or none for the latest.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        self.as_of
    }

    /// Returns true if something published on a date was known.
    #[must_use]
    pub fn knows_date(self, published: PartialDate) -> bool {
        self.knows_day(published.last_day())
    }

    /// Returns true if something that became known on a day was known.
    #[must_use]
    pub fn knows_day(self, since: Date) -> bool {
        self.as_of.is_none_or(|day| since <= day)
    }

    /// Returns true if at least one of the citations was known.
    #[must_use]
    pub fn knows(self, cites: &Citations) -> bool {
        self.as_of.is_none() || self.knows_date(cites.known_from())
    }

    /// Returns the citations whose sources were published.
    pub fn known(self, cites: &'a [Citation]) -> impl Iterator<Item = &'a Citation> {
        cites.iter().filter(move |citation| {
            self.knows_date(self.dataset.source(citation.source_index()).published)
        })
    }

    /// Returns the first known citation that states the theme of a priority; none if the
    /// classification is the dataset's own, or was at the time.
    #[must_use]
    pub fn classified_by(self, classification: &'a Classification) -> Option<&'a Citation> {
        self.known(&classification.stated_by).next()
    }

    /// Returns the number of the wave in which an area was named, if the event that named it was
    /// known. A wave without such an event always is.
    #[must_use]
    pub fn wave(self, area: &Area) -> Option<u8> {
        area.wave.filter(|&number| {
            let mut waves = self.dataset.document().waves.iter();
            self.as_of.is_none()
                || waves
                    .find(|wave| wave.number == number)
                    .and_then(|wave| self.dataset.find(wave.named_by.as_str()))
                    .is_none_or(|event| self.contains(event))
        })
    }

    /// Returns an area's plan if it was published.
    #[must_use]
    pub fn plan(self, area: AreaIndex) -> Option<&'a Plan> {
        self.dataset
            .area(area)
            .plan
            .as_ref()
            .filter(|plan| self.knows(&plan.cites))
    }

    /// Returns an area's rank in the latest year for which one was known.
    #[must_use]
    pub fn rank(self, area: AreaIndex) -> Option<&'a Rank> {
        self.dataset
            .area(area)
            .ranks
            .iter()
            .filter(|rank| self.knows(&rank.cites))
            .max_by_key(|rank| rank.year)
    }

    /// Returns the known priorities of an area.
    pub fn priorities(
        self,
        area: AreaIndex,
    ) -> impl Iterator<Item = (PriorityIndex, &'a Priority)> {
        self.dataset
            .priorities(area)
            .filter(move |(_, priority)| self.knows(&priority.cites))
    }

    /// Returns the known priorities of all areas, in the dataset's order.
    pub fn all_priorities(self) -> impl Iterator<Item = (PriorityIndex, &'a Priority)> {
        self.dataset
            .areas()
            .flat_map(move |(area, _)| self.priorities(area))
    }

    /// Returns an area and its known priorities as owners of facts; without an area, the programme.
    pub fn owners_in(self, area: Option<AreaIndex>) -> impl Iterator<Item = OwnerIndex> {
        let priorities = area.into_iter().flat_map(move |area| self.priorities(area));
        let priorities = priorities.map(|(priority, _)| OwnerIndex::Priority(priority));
        let first = area.map_or(OwnerIndex::Programme, OwnerIndex::Area);
        iter::once(first).chain(priorities)
    }

    /// Returns the known facts of an owner.
    pub fn facts(self, owner: OwnerIndex) -> impl Iterator<Item = (FactIndex, Fact<'a>)> {
        self.dataset
            .facts(owner)
            .filter(move |(_, fact)| self.knows(fact.cites()))
    }

    /// Returns the known facts of one kind of an owner.
    pub fn facts_of(
        self,
        owner: OwnerIndex,
        kind: Kind,
    ) -> impl Iterator<Item = (FactIndex, Fact<'a>)> {
        self.dataset
            .facts_of(owner, kind)
            .filter(move |(_, fact)| self.knows(fact.cites()))
    }

    /// Returns every known fact, in the dataset's order.
    pub fn all_facts(self) -> impl Iterator<Item = (FactIndex, Fact<'a>)> {
        self.dataset
            .owners()
            .flat_map(move |owner| self.facts(owner))
    }

    /// Returns the sources that were published.
    pub fn sources(self) -> impl Iterator<Item = (SourceIndex, &'a Source)> {
        self.dataset
            .sources()
            .filter(move |(_, source)| self.knows_date(source.published))
    }

    /// Returns the terms whose meaning was known.
    pub fn terms(self) -> impl Iterator<Item = (TermIndex, &'a Term)> {
        self.dataset
            .terms()
            .filter(move |(_, term)| self.knows_term(term))
    }

    /// Returns true if the meaning of a term was known. General knowledge always is.
    fn knows_term(self, term: &Term) -> bool {
        term.general_knowledge || term.cites.as_ref().is_none_or(|cites| self.knows(cites))
    }

    /// Returns true if an item was known. The programme, areas and themes always are.
    #[must_use]
    pub fn contains(self, item: ItemIndex) -> bool {
        match item {
            ItemIndex::Programme | ItemIndex::Area(_) | ItemIndex::Theme(_) => true,
            ItemIndex::Term(term) => self.knows_term(self.dataset.term(term)),
            ItemIndex::Priority(priority) => self.knows(&self.dataset.priority(priority).cites),
            ItemIndex::Fact(fact) => self.knows(self.dataset.fact(fact).cites()),
            ItemIndex::Source(source) => self.knows_date(self.dataset.source(source).published),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn october_2017(dataset: &Dataset) -> Snapshot<'_> {
        Snapshot::as_of(
            dataset,
            "2017-10-09".parse::<PartialDate>().expect("a date"),
        )
    }

    fn areas_with(snapshot: Snapshot, theme: &str) -> Vec<String> {
        let dataset = snapshot.dataset();
        let has = |priority: &Priority| {
            priority
                .themes
                .iter()
                .any(|other| other.theme.as_str() == theme)
        };
        dataset
            .areas()
            .filter(|(index, _)| {
                snapshot
                    .priorities(*index)
                    .any(|(_, priority)| has(priority))
            })
            .map(|(_, area)| area.id.to_string())
            .collect()
    }

    #[test]
    fn six_plans_were_published_in_october_2017() {
        let dataset = Dataset::bundled();
        let snapshot = october_2017(&dataset);
        let (published, awaited): (Vec<_>, Vec<_>) = dataset
            .areas()
            .partition(|(index, _)| snapshot.plan(*index).is_some());
        assert_eq!(
            published
                .iter()
                .map(|(_, area)| area.id.as_str())
                .collect::<Vec<_>>(),
            [
                "blackpool",
                "derby",
                "north-yorkshire-coast",
                "norwich",
                "oldham",
                "west-somerset"
            ]
        );
        assert_eq!(awaited.len(), 6);
        assert!(
            awaited
                .iter()
                .all(|(index, _)| snapshot.priorities(*index).next().is_none())
        );
    }

    #[test]
    fn six_plans_covered_these_themes_in_october_2017() {
        let dataset = Dataset::bundled();
        let snapshot = october_2017(&dataset);
        assert_eq!(
            areas_with(snapshot, "early-years"),
            [
                "derby",
                "north-yorkshire-coast",
                "norwich",
                "oldham",
                "west-somerset"
            ]
        );
        assert_eq!(
            areas_with(snapshot, "attainment"),
            [
                "blackpool",
                "derby",
                "north-yorkshire-coast",
                "norwich",
                "oldham",
                "west-somerset"
            ]
        );
        assert_eq!(
            areas_with(snapshot, "school-leavers"),
            ["blackpool", "norwich", "oldham", "west-somerset"]
        );
        let all = |id: &str| {
            let Some(ItemIndex::Area(area)) = dataset.find(id) else {
                panic!("{id} is an area")
            };
            (
                snapshot.priorities(area).count(),
                dataset.priorities(area).len(),
            )
        };
        let six = [
            "blackpool",
            "derby",
            "north-yorkshire-coast",
            "norwich",
            "oldham",
            "west-somerset",
        ];
        assert_eq!(
            six.map(all),
            [(3, 3), (3, 3), (4, 4), (4, 4), (3, 3), (4, 4)],
            "all priorities of the six plans"
        );
        assert!(
            snapshot.contains(
                dataset
                    .find("blackpool/early-years-left-to-better-start")
                    .expect("the note exists")
            )
        );
    }

    #[test]
    fn partial_date_counts_as_its_last_day() {
        let dataset = Dataset::bundled();
        let count = |date: &str| {
            Snapshot::as_of(&dataset, date.parse::<PartialDate>().expect("a date"))
                .sources()
                .count()
        };
        assert_eq!(count("2018"), count("2018-12-31"));
        assert!(count("2018-01") < count("2018"));
        assert_eq!(Snapshot::latest(&dataset).sources().count(), 349);
    }

    proptest! {
        #[test]
        fn facts_stay_known_on_later_dates(year in 2015_u16..2024, month in 1_u16..13, later in 0_u16..30) {
            let dataset = Dataset::bundled();
            let date = |months: u16| format!("{}-{:02}", year + (month - 1 + months) / 12, (month - 1 + months) % 12 + 1).parse::<PartialDate>().expect("a date");
            let (early, late) = (Snapshot::as_of(&dataset, date(0)), Snapshot::as_of(&dataset, date(later)));
            for item in dataset.item_indices() {
                prop_assert!(!early.contains(item) || late.contains(item));
            }
            for (_, fact) in dataset.owners().flat_map(|owner| early.facts(owner)) {
                prop_assert!(fact.cites().known_from().last_day() <= date(0).last_day());
            }
        }
    }
}
