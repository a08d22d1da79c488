//! What stands on a page: one file a question.

pub mod brief;
pub mod compare;
pub mod find;
pub mod list;
pub mod show;
pub mod timeline;

use super::{Block, Page};
use crate::{
    dataset::{Citation, Dataset, Slot},
    query::{describe::citation_line, world::World},
};

/// The date that a page stands for, in words; nothing for all that is known.
fn as_of_line(world: World) -> Option<Block> {
    world.day().map(|day| Block::Paragraph(format!("As of {day}.")))
}

/// The name of the area that something belongs to, or of the programme.
fn area_name(dataset: &Dataset, slot: Slot) -> String {
    slot.area().map_or_else(|| "The programme".into(), |area| dataset.area(area).name.to_string())
}

/// Who said so first, as far as that was known.
fn earliest<'a>(world: World<'a>, cites: &'a [Citation]) -> Option<&'a Citation> {
    world.known(cites).min_by_key(|citation| world.dataset().source(&citation.source).published.last_day())
}

/// Who says so, in a cell: the earliest known source, and how many more there are.
fn source_cell<'a>(world: World<'a>, cites: &'a [Citation]) -> String {
    let Some(first) = earliest(world, cites) else { return "not known".into() };
    let source = world.dataset().source(&first.source);
    let others = world.known(cites).count() - 1;
    let more = if others > 0 { format!(" (+{others} more)") } else { String::new() };
    format!("{}, {}, {}{more}", source.publisher, source.published, first.at)
}

/// Numbered notes of sources, each named once.
#[derive(Default)]
struct Notes(Vec<String>);

impl Notes {
    /// The marks of these citations, `[1][3]`; new ones are added.
    fn marks<'a>(&mut self, world: World<'a>, cites: &'a [Citation]) -> String {
        world
            .known(cites)
            .map(|citation| {
                let note = citation_line(world.dataset(), citation);
                let place = self.0.iter().position(|other| *other == note).unwrap_or_else(|| {
                    self.0.push(note);
                    self.0.len() - 1
                });
                format!("[{}]", place + 1)
            })
            .collect()
    }
}
