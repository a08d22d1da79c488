//! `oa timeline`: what happened when.

use super::{Page, PageBlock, area_name, as_of_line};
use crate::{
    dataset::{AreaIndex, ItemIndex},
    query::{
        filter::Filter,
        provenance::attribution,
        snapshot::Snapshot,
        timeline::{ProgrammeEvents, events},
    },
    report::PageTable,
};

/// Events of the programme and of areas, or of one area, by date.
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
            area_name(dataset, ItemIndex::Fact(*index)),
            event.what.to_string(),
            attribution(snapshot, &event.cites),
            event.reference.to_string(),
        ]
    });
    let mut page = Page {
        title: "What happened when".into(),
        items: events
            .iter()
            .map(|(index, _)| ItemIndex::Fact(*index))
            .collect(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    page.blocks.push(PageBlock::PageTable(PageTable::new(
        &["date", "where", "what", "source", "reference"],
        rows.collect(),
    )));
    page
}
