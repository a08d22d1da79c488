//! Events by date.

use super::item::choices;
use crate::{
    dataset::{AreaIndex, Dataset, ItemIndex},
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

/// Returns the events of an area and of the programme.
pub(super) fn events_of(snapshot: Snapshot, area: AreaIndex) -> PageContent {
    let dataset = snapshot.dataset();
    let filter = Filter {
        areas: vec![dataset.area(area).id.clone()],
        ..Filter::default()
    };
    let events = events(snapshot, &filter, ProgrammeEvents::Include)
        .into_iter()
        .map(|(fact, _)| ItemIndex::Fact(fact));
    PageContent::menu(name(dataset, area), choices(snapshot, events))
}

/// Returns the name of the timeline of an area.
pub(super) fn name(dataset: &Dataset, area: AreaIndex) -> String {
    format!("Timeline of {} and the programme", dataset.area(area).name)
}
