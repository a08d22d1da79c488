//! Events by date.

use super::item::choices;
use crate::{
    dataset::ItemIndex,
    dialogue::page::PageContent,
    query::{
        filter::Filter,
        snapshot::Snapshot,
        timeline::{ProgrammeEvents, events},
    },
};

/// Returns the events that match a filter.
pub(super) fn timeline(snapshot: Snapshot, filter: &Filter) -> PageContent {
    let events = events(snapshot, filter, ProgrammeEvents::OnlyIfUnfiltered)
        .into_iter()
        .map(|(fact, _)| ItemIndex::Fact(fact));
    PageContent::menu("Timeline", choices(snapshot, events))
}
