//! `oa timeline`: events by date.

use super::{as_of::as_of_line, cells::owner_cell};
use crate::{
    dataset::{AreaIndex, ItemIndex},
    query::{
        filter::Filter,
        provenance::attribution,
        snapshot::Snapshot,
        timeline::{ProgrammeEvents, events},
    },
    report::{
        page::{Page, PageBlock},
        table::{PageCell, PageColumn, PageRow, PageTable},
    },
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
        let item = ItemIndex::Fact(*index);
        let cells = vec![
            PageCell::date(event.date),
            owner_cell(dataset, item),
            (&event.what).into(),
            attribution(snapshot, &event.cites).into(),
            event.reference.as_str().into(),
        ];
        PageRow::of(item, cells)
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
        vec![
            PageColumn::key("date").of_dates(),
            PageColumn::key("area"),
            PageColumn::main("event"),
            PageColumn::wide("source"),
            PageColumn::wide("reference"),
        ],
        rows.collect(),
    )));
    if events.is_empty() {
        page.blocks.push(PageBlock::Paragraph("No results.".into()));
    }
    page
}
