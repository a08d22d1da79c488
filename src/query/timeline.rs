//! What happened when.

use super::{filter::Filter, snapshot::Snapshot};
use crate::dataset::{Event, FactData, FactIndex, Kind, OwnerIndex};

/// Whether events of the programme as a whole are taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgrammeEvents {
    /// In any case.
    Include,
    /// Only if they are asked for.
    OnlyIfUnfiltered,
}

/// Events that were known and are asked for, by date; those of a day, a month or a year by its end.
#[must_use]
pub fn events<'a>(
    snapshot: Snapshot<'a>,
    filter: &Filter,
    programme: ProgrammeEvents,
) -> Vec<(FactIndex, &'a Event)> {
    let asked = |index: FactIndex| {
        (programme == ProgrammeEvents::Include && index.owner == OwnerIndex::Programme)
            || filter.is_empty()
            || filter.matches_fact(snapshot, index)
    };
    let facts = snapshot
        .dataset()
        .owners()
        .flat_map(|owner| snapshot.facts_of(owner, Kind::Event));
    let events = facts.filter_map(|(index, fact)| match fact.body {
        FactData::Event(event) if asked(index) => Some((index, event)),
        _ => None,
    });
    let mut events: Vec<_> = events.collect();
    events.sort_by_key(|(_, event)| event.date.last_day());
    events
}
