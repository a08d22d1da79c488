//! Events by date.

use super::{filter::Filter, snapshot::Snapshot};
use crate::{
    dataset::{Date, Event, FactData, FactIndex, Item, Kind, OwnerIndex},
    sort::SortShared,
};

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
    events.sort_shared_by_key(|(_, event)| event.date.last_day());
    events
}

/// The reference of the event with which the money of a programme ends.
const FUNDING_END: &str = "programme/funded-activities-end";

/// Returns the last day of the activities that a programme pays for, if an event that states it was
/// known.
#[must_use]
pub fn funding_end(snapshot: Snapshot) -> Option<Date> {
    let dataset = snapshot.dataset();
    let event = dataset
        .find(FUNDING_END)
        .filter(|&event| snapshot.contains(event))?;
    match dataset.item(event) {
        Item::Fact(fact) => match fact.body {
            FactData::Event(event) => Some(event.date.last_day()),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Dataset, PartialDate};

    #[test]
    fn funding_ends_once_that_is_known() {
        let dataset = Dataset::bundled();
        let end = funding_end(Snapshot::latest(&dataset));
        assert_eq!(
            end.map(|day| day.to_string()).as_deref(),
            Some("31 August 2022")
        );
        let before: PartialDate = "2018".parse().expect("a date");
        assert_eq!(funding_end(Snapshot::as_of(&dataset, before)), None);
    }
}
