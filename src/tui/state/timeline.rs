//! The timeline: which event is selected.

use super::{Query, selectable_list::SelectableList};
use crate::{
    dataset::{FactIndex, ItemIndex},
    query::timeline::{ProgrammeEvents, events},
};

/// The selected event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    /// The events, by date.
    pub events: SelectableList<FactIndex>,
}

impl Timeline {
    /// Takes what another date or filter leaves.
    pub fn follow(&mut self, query: Query) {
        let events = events(
            query.snapshot,
            query.filter,
            ProgrammeEvents::OnlyIfUnfiltered,
        );
        self.events
            .set_items(events.into_iter().map(|(index, _)| index).collect());
    }

    /// The selected event; the programme if there is none.
    #[must_use]
    pub fn selected_item(&self) -> ItemIndex {
        self.events
            .selected()
            .map_or(ItemIndex::Programme, ItemIndex::Fact)
    }
}
