//! What stands on a page: one file a question.

pub mod brief;
pub mod compare;
pub mod find;
pub mod list;
pub mod show;
pub mod timeline;

use super::{Block, Page};
use crate::{
    dataset::{AreaIndex, Dataset, OwnerIndex, Slot},
    query::{describe::source_line, world::World},
};

/// The date that a page stands for, in words; nothing for all that is known.
fn as_of_line(world: World) -> Option<Block> {
    world.day().map(|day| Block::Paragraph(format!("As of {day}.")))
}

/// The area that something belongs to.
fn area_of(slot: Slot) -> Option<AreaIndex> {
    let owner = match slot {
        Slot::Area(area) => return Some(area),
        Slot::Priority(priority) => return Some(priority.area()),
        Slot::Fact(fact) => fact.owner,
        _ => return None,
    };
    match owner {
        OwnerIndex::Programme => None,
        OwnerIndex::Area(area) => Some(area),
        OwnerIndex::Priority(priority) => Some(priority.area()),
    }
}

/// The name of the area that something belongs to, or of the programme.
fn area_name(dataset: &Dataset, slot: Slot) -> String {
    area_of(slot).map_or_else(|| "The programme".into(), |area| dataset.area(area).name.to_string())
}

/// Who says so, in a cell: the earliest known source, and how many more there are.
fn source_cell(world: World, cites: &[crate::dataset::Citation]) -> String {
    let dataset = world.dataset();
    let mut known: Vec<_> = cites.iter().filter(|citation| world.knows_date(dataset.source(&citation.source).published)).collect();
    known.sort_by_key(|citation| dataset.source(&citation.source).published.last_day());
    let Some(first) = known.first() else { return "not known".into() };
    let source = dataset.source(&first.source);
    let more = if known.len() > 1 { format!(" (+{} more)", known.len() - 1) } else { String::new() };
    format!("{}, {}, {}{more}", source.publisher, source.published, first.at)
}

/// Numbered notes of sources, each named once.
#[derive(Default)]
struct Notes(Vec<String>);

impl Notes {
    /// The marks of these citations, `[1][3]`; new ones are added.
    fn marks(&mut self, world: World, cites: &[crate::dataset::Citation]) -> String {
        let dataset = world.dataset();
        let known = cites.iter().filter(|citation| world.knows_date(dataset.source(&citation.source).published));
        known
            .map(|citation| {
                let source = dataset.source(&citation.source);
                let address = source.address.as_ref().map(|address| format!(" {address}")).unwrap_or_default();
                let note = format!("{}: {}.{address}", source_line(source), citation.at);
                let place = self.0.iter().position(|other| *other == note).unwrap_or_else(|| {
                    self.0.push(note);
                    self.0.len() - 1
                });
                format!("[{}]", place + 1)
            })
            .collect()
    }
}
