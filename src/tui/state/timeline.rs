//! The timeline: which event is selected.

use super::{Lens, selection::Selection};
use crate::{
    dataset::{FactIndex, Slot},
    query::timeline::{Programme, events},
};

/// The selected event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    /// The events, by date.
    pub events: Selection<FactIndex>,
}

impl Timeline {
    /// Takes what another date or filter leaves.
    pub fn follow(&mut self, lens: Lens) {
        let events = events(lens.world, lens.filter, Programme::IfAsked);
        self.events
            .renew(events.into_iter().map(|(index, _)| index).collect());
    }

    /// The selected event; the programme if there is none.
    #[must_use]
    pub fn slot(&self) -> Slot {
        self.events.selected().map_or(Slot::Programme, Slot::Fact)
    }
}
