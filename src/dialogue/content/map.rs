//! The map in words: the position of each area, and its neighbours.

use super::item::area_choice;
use crate::{
    dataset::{AreaIndex, ItemIndex},
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::{
        filter::Filter,
        geography::{CompassDirection, nearest, position},
        snapshot::Snapshot,
    },
};

/// Returns the areas that match a filter, with their regions and positions.
pub(super) fn map(snapshot: Snapshot, filter: &Filter) -> PageContent {
    let areas = snapshot
        .dataset()
        .areas()
        .filter(|(area, _)| filter.matches_area_or_part(snapshot, *area));
    let choices = areas.map(|(index, area)| {
        let region = area.region.as_deref().unwrap_or("region not known");
        let position = area
            .position
            .as_ref()
            .map_or("position not known", |position| &position.meaning);
        Choice::open(
            format!("{}: {region}, {position}", area.name),
            DialoguePage::Neighbours(index),
        )
    });
    PageContent::menu("Where the areas are", choices.collect())
}

/// Returns the position of an area, with the nearest matching area in each direction as choices.
pub(super) fn neighbours(snapshot: Snapshot, filter: &Filter, area: AreaIndex) -> PageContent {
    let dataset = snapshot.dataset();
    let areas: Vec<AreaIndex> = dataset
        .areas()
        .map(|(area, _)| area)
        .filter(|&area| {
            position(dataset, area).is_some() && filter.matches_area_or_part(snapshot, area)
        })
        .collect();
    let directions = [
        ("north", CompassDirection::North),
        ("east", CompassDirection::East),
        ("south", CompassDirection::South),
        ("west", CompassDirection::West),
    ];
    let neighbours = directions.into_iter().filter_map(|(word, direction)| {
        let other = nearest(dataset, &areas, area, direction)?;
        Some(Choice::open(
            format!("To the {word}: {}", dataset.area(other).name),
            DialoguePage::Neighbours(other),
        ))
    });
    let line = position(dataset, area).map_or_else(
        || "Its position is not known.".into(),
        |position| {
            let (north, east) = (position.latitude.degrees(), position.longitude.degrees());
            let side = if east < 0.0 { "west" } else { "east" };
            format!(
                "{north} degrees north, {} degrees {side}: {}.",
                east.abs(),
                position.meaning
            )
        },
    );
    PageContent {
        title: format!("Where {} is", dataset.area(area).name),
        lines: vec![line],
        choices: std::iter::once(area_choice(snapshot, ItemIndex::Area(area)))
            .chain(neighbours)
            .collect(),
    }
}
