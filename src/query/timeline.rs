//! What happened when.

use super::{filter::Filter, world::World};
use crate::dataset::{Body, FactIndex, Kind, OwnerIndex, priority::Event};

/// Whether events of the programme as a whole are taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Programme {
    /// In any case.
    Always,
    /// Only if they are asked for.
    IfAsked,
}

/// Events that were known and are asked for, by date; those of a day, a month or a year by its end.
#[must_use]
pub fn events<'a>(
    world: World<'a>,
    filter: &Filter,
    programme: Programme,
) -> Vec<(FactIndex, &'a Event)> {
    let asked = |index: FactIndex| {
        (programme == Programme::Always && index.owner == OwnerIndex::Programme)
            || filter.is_empty()
            || filter.takes_fact(world, index)
    };
    let facts = world
        .dataset()
        .owners()
        .flat_map(|owner| world.facts_of(owner, Kind::Event));
    let events = facts.filter_map(|(index, fact)| match fact.body {
        Body::Event(event) if asked(index) => Some((index, event)),
        _ => None,
    });
    let mut events: Vec<_> = events.collect();
    events.sort_by_key(|(_, event)| event.date.last_day());
    events
}
