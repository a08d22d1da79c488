//! `oa timeline`: events by date.

use super::as_of::as_of_line;
use crate::{
    dataset::{AreaIndex, ItemIndex},
    query::{
        describe::owner_name,
        filter::Filter,
        provenance::attribution,
        snapshot::Snapshot,
        timeline::{ProgrammeEvents, events},
    },
    report::page::{Page, PageBlock, PageTable},
};

/// Returns the events of the programme and of all areas, or of the programme and one area.
#[must_use]
pub fn timeline(snapshot: Snapshot, area: Option<AreaIndex>) -> Page {
    let dataset = snapshot.dataset();
    let areas = area
        .into_iter()
        .map(|area| dataset.area(area).id.clone())
        .collect();
    let events = events(
        snapshot,
        &Filter {
            areas,
            ..Filter::default()
        },
        ProgrammeEvents::Include,
    );
    let rows = events.iter().map(|(index, event)| {
        vec![
            event.date.to_string(),
            owner_name(dataset, ItemIndex::Fact(*index)).to_string(),
            event.what.to_string(),
            attribution(snapshot, &event.cites),
            event.reference.to_string(),
        ]
    });
    let mut page = Page {
        title: "Timeline".into(),
        items: events
            .iter()
            .map(|(index, _)| ItemIndex::Fact(*index))
            .collect(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    page.blocks.push(PageBlock::Table(PageTable::new(
        &["date", "area", "event", "source", "reference"],
        rows.collect(),
    )));
    if events.is_empty() {
        page.blocks.push(PageBlock::Paragraph("No results.".into()));
    }
    page
}
