//! The lanes of the timeline: the programme, and then the areas by name.

use std::{cell::OnceCell, collections::HashMap};

use crate::{
    dataset::{
        AreaIndex, Dataset, Date, FactIndex, ItemIndex, Kind, OwnerIndex, PartialDate, SourceIndex,
    },
    query::{
        describe::counted,
        filter::Filter,
        snapshot::Snapshot,
        timeline::{ProgrammeEvents, events, funding_end},
    },
    sort::SortShared,
};

/// An event in a lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LaneEvent {
    pub(super) fact: FactIndex,
    pub(super) date: PartialDate,
    /// The middle of the day, month or year, in years.
    pub(super) time: f64,
    /// True if it was known on the date that is shown.
    pub(super) is_known: bool,
}

/// A lane of the timeline.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TimelineLane {
    /// The programme or an area.
    pub(super) owner: OwnerIndex,
    /// The events by date.
    pub(super) events: Vec<LaneEvent>,
    /// The number of events that were known.
    pub(super) known: usize,
    /// The times of publications, in years.
    pub(super) publications: Vec<f64>,
    /// The time from the publication of the plan to the end of the funding, in years.
    pub(super) under_way: Option<(f64, f64)>,
    /// The facts that are not events, counted when the lane is first selected.
    others: OnceCell<OtherFacts>,
}

/// The numbers of facts of a lane that are not events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct OtherFacts {
    actions: usize,
    results: usize,
}

/// The publications of each lane.
#[derive(Debug, Clone, Default)]
pub(super) struct LanePublications {
    times: HashMap<Option<AreaIndex>, Vec<f64>>,
}

impl TimelineLane {
    /// Returns the item of the lane itself.
    pub(super) fn item(&self) -> ItemIndex {
        self.owner.into()
    }

    /// Returns the name.
    pub(super) fn name<'d>(&self, dataset: &'d Dataset) -> &'d str {
        match self.owner.area() {
            Some(area) => &dataset.area(area).name,
            None => PROGRAMME,
        }
    }

    /// Returns the short name, or else the name.
    pub(super) fn short_name<'d>(&self, dataset: &'d Dataset) -> &'d str {
        match self.owner.area() {
            Some(area) => dataset.area(area).short_name(),
            None => PROGRAMME,
        }
    }

    /// Returns the numbers of known actions and results, which few sources date and which are no events; none if there are
    /// none: `21 actions and 9 results`.
    pub(super) fn other_facts(&self, snapshot: Snapshot) -> Option<String> {
        let others = self
            .others
            .get_or_init(|| OtherFacts::of(snapshot, self.owner));
        let parts = [
            (others.actions, "action", "actions"),
            (others.results, "result", "results"),
        ];
        let parts = parts.into_iter().filter(|(count, ..)| *count > 0);
        let parts: Vec<String> = parts
            .map(|(count, one, many)| counted(count, one, many))
            .collect();
        (!parts.is_empty()).then(|| parts.join(" and "))
    }

    /// Returns the index of the event nearest to a time.
    pub(super) fn nearest(&self, time: f64) -> usize {
        let after = self.events.partition_point(|event| event.time < time);
        let distance = |index: usize| {
            self.events
                .get(index)
                .map_or(f64::INFINITY, |event| (event.time - time).abs())
        };
        match after.checked_sub(1) {
            Some(before) if distance(before) <= distance(after) => before,
            _ => after.min(self.events.len().saturating_sub(1)),
        }
    }
}

impl OtherFacts {
    /// Counts the facts of an area and its priorities. Those of the programme have a place of their own.
    fn of(snapshot: Snapshot, owner: OwnerIndex) -> Self {
        let Some(area) = owner.area() else {
            return Self {
                actions: 0,
                results: 0,
            };
        };
        let count = |kind| {
            let owners = snapshot.owners_in(Some(area));
            owners
                .flat_map(|owner| snapshot.facts_of(owner, kind))
                .count()
        };
        Self {
            actions: count(Kind::Action),
            results: count(Kind::Result),
        }
    }
}

/// The name of the lane of the programme.
const PROGRAMME: &str = "The programme";

/// Returns the middle of a date in years: a month or a year stands at its middle.
pub(super) fn middle(date: PartialDate) -> f64 {
    f64::midpoint(date.first_day().years(), date.last_day().years())
}

impl LanePublications {
    /// Finds the publications of each lane. One that several lanes cite belongs to the programme's, or else every lane would
    /// show the same ones.
    pub(super) fn new(dataset: &Dataset) -> Self {
        let mut lanes: HashMap<SourceIndex, Option<AreaIndex>> = HashMap::new();
        for item in dataset.item_indices() {
            let area = match item {
                ItemIndex::Theme(_) | ItemIndex::Term(_) | ItemIndex::Source(_) => continue,
                item => item.area(),
            };
            for citation in dataset.cites(item) {
                let lane = lanes.entry(citation.source_index()).or_insert(area);
                if *lane != area {
                    *lane = None;
                }
            }
        }
        let mut times: HashMap<Option<AreaIndex>, Vec<f64>> = HashMap::new();
        for (source, lane) in lanes {
            let time = middle(dataset.source(source).published);
            times.entry(lane).or_default().push(time);
        }
        for times in times.values_mut() {
            times.sort_shared_by(f64::total_cmp);
        }
        Self { times }
    }

    fn of(&self, owner: OwnerIndex) -> Vec<f64> {
        self.times.get(&owner.area()).cloned().unwrap_or_default()
    }
}

/// Returns the lanes that have events which match a filter, known on the date of the snapshot or not.
pub(super) fn lanes(
    snapshot: Snapshot,
    filter: &Filter,
    publications: &LanePublications,
) -> Vec<TimelineLane> {
    let dataset = snapshot.dataset();
    let latest = Snapshot::latest(dataset);
    let mut by_lane: HashMap<Option<AreaIndex>, Vec<LaneEvent>> = HashMap::new();
    for (fact, event) in events(latest, filter, ProgrammeEvents::OnlyIfUnfiltered) {
        by_lane
            .entry(fact.owner.area())
            .or_default()
            .push(LaneEvent {
                fact,
                date: event.date,
                time: middle(event.date),
                is_known: snapshot.knows(&event.cites),
            });
    }
    let mut areas: Vec<(AreaIndex, &str)> = dataset
        .areas()
        .map(|(area, data)| (area, data.name.as_str()))
        .collect();
    areas.sort_shared_by(|a, b| crate::text::natural_order(a.1, b.1));
    let owners = areas.into_iter().map(|(area, _)| OwnerIndex::Area(area));
    let end = funding_end(snapshot);
    let lanes = std::iter::once(OwnerIndex::Programme).chain(owners);
    lanes
        .filter_map(|owner| {
            let mut events = by_lane.remove(&owner.area())?;
            events.sort_shared_by(|a, b| a.time.total_cmp(&b.time));
            Some(TimelineLane {
                owner,
                known: events.iter().filter(|event| event.is_known).count(),
                events,
                publications: publications.of(owner),
                under_way: under_way(snapshot, owner, end),
                others: OnceCell::new(),
            })
        })
        .collect()
}

/// Returns the time from the publication of a plan, for the programme the first one, to the end of the funding.
fn under_way(snapshot: Snapshot, owner: OwnerIndex, end: Option<Date>) -> Option<(f64, f64)> {
    let of_area = owner.area();
    let all = of_area.is_none().then(|| snapshot.dataset().areas());
    let all = all.into_iter().flatten().map(|(area, _)| area);
    let plans = of_area
        .into_iter()
        .chain(all)
        .filter_map(|area| snapshot.plan(area));
    let (mut from, mut to) = (f64::INFINITY, f64::NEG_INFINITY);
    for plan in plans {
        from = from.min(plan.published.last_day().years());
        let period = plan.period.as_ref().and_then(|period| period.to);
        to = to.max(period.map_or(f64::NEG_INFINITY, |date| date.last_day().years()));
    }
    let to = end.map_or(to, Date::years);
    (from < to).then_some((from, to))
}
