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
    query::{describe::source_line, world::World},
};

/// The date that a page stands for, in words; nothing for all that is known.
fn as_of_line(world: World) -> Option<Block> {
    world.day().map(|day| Block::Paragraph(format!("As of {day}.")))
}

/// The name of the area that something belongs to, or of the programme.
fn area_name(dataset: &Dataset, slot: Slot) -> String {
    slot.area().map_or_else(|| "The programme".into(), |area| dataset.area(area).name.to_string())
}

/// Who says so, in a cell: the earliest known source, and how many more there are.
fn source_cell<'a>(world: World<'a>, cites: &'a [Citation]) -> String {
    let dataset = world.dataset();
    let mut known: Vec<_> = world.known(cites).collect();
    known.sort_by_key(|citation| dataset.source(&citation.source).published.last_day());
    let Some(first) = known.first() else { return "not known".into() };
    let source = dataset.source(&first.source);
    let more = if known.len() > 1 { format!(" (+{} more)", known.len() - 1) } else { String::new() };
    format!("{}, {}, {}{more}", source.publisher, source.published, first.at)
}

/// A citation as a note: the source, the place in it, the address.
fn note_line(dataset: &Dataset, citation: &Citation) -> String {
    let source = dataset.source(&citation.source);
    let address = source.address.as_ref().map(|address| format!(" {address}")).unwrap_or_default();
    format!("{}: {}.{address}", source_line(source), citation.at)
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
                let note = note_line(world.dataset(), citation);
                let place = self.0.iter().position(|other| *other == note).unwrap_or_else(|| {
                    self.0.push(note);
                    self.0.len() - 1
                });
                format!("[{}]", place + 1)
            })
            .collect()
    }
}
