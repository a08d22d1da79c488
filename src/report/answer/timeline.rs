//! `oa timeline`: what happened when.

use super::{Block, Page, area_name, as_of_line};
use crate::{
    dataset::{AreaIndex, Slot},
    query::{
        filter::Filter,
        known::who_says_so,
        timeline::{Programme, events},
        world::World,
    },
    report::Table,
};

/// Events of the programme and of areas, or of one area, by date.
#[must_use]
pub fn timeline(world: World, area: Option<AreaIndex>) -> Page {
    let dataset = world.dataset();
    let areas = area
        .into_iter()
        .map(|area| dataset.area(area).id.clone())
        .collect();
    let events = events(
        world,
        &Filter {
            areas,
            ..Filter::default()
        },
        Programme::Always,
    );
    let rows = events.iter().map(|(index, event)| {
        vec![
            event.date.to_string(),
            area_name(dataset, Slot::Fact(*index)),
            event.what.to_string(),
            who_says_so(world, &event.cites),
            event.reference.to_string(),
        ]
    });
    let mut page = Page {
        title: "What happened when".into(),
        items: events.iter().map(|(index, _)| Slot::Fact(*index)).collect(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(world));
    page.blocks.push(Block::Table(Table::new(
        &["date", "where", "what", "source", "reference"],
        rows.collect(),
    )));
    page
}
