//! Events by date.

use super::{filter::Filter, snapshot::Snapshot};
use crate::dataset::{Event, FactData, FactIndex, Kind, OwnerIndex};

/// Rule for events of the programme as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgrammeEvents {
    /// Always included.
    Include,
    /// Included only if the filter is empty or matches them.
    OnlyIfUnfiltered,
}

/// Returns the known events that match a filter, by date. A partial date counts as its last day.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     query::{
///         filter::Filter,
///         snapshot::Snapshot,
///         timeline::{ProgrammeEvents, events},
///     },
/// };
///
/// let dataset = Dataset::bundled();
/// let events = events(Snapshot::latest(&dataset), &Filter::default(), ProgrammeEvents::Include);
/// let (_, first) = events[0];
/// assert_eq!(first.date.to_string(), "4 October 2016");
/// ```
#[must_use]
pub fn events<'a>(
    snapshot: Snapshot<'a>,
    filter: &Filter,
    programme: ProgrammeEvents,
) -> Vec<(FactIndex, &'a Event)> {
    let included = |index: FactIndex| {
        (programme == ProgrammeEvents::Include && index.owner == OwnerIndex::Programme)
            || filter.is_empty()
            || filter.matches_fact(snapshot, index)
    };
    let facts = snapshot
        .dataset()
        .owners()
        .flat_map(|owner| snapshot.facts_of(owner, Kind::Event));
    let events = facts.filter_map(|(index, fact)| match fact.body {
        FactData::Event(event) if included(index) => Some((index, event)),
        _ => None,
    });
    let mut events: Vec<_> = events.collect();
    events.sort_by_key(|(_, event)| event.date.last_day());
    events
}
