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
    world
        .day()
        .map(|day| Block::Paragraph(format!("As of {day}.")))
}

/// The name of the area that something belongs to, or of the programme.
fn area_name(dataset: &Dataset, slot: Slot) -> String {
    slot.area().map_or_else(
        || "The programme".into(),
        |area| dataset.area(area).name.to_string(),
    )
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
                let place = self
                    .0
                    .iter()
                    .position(|other| *other == note)
                    .unwrap_or_else(|| {
                        self.0.push(note);
                        self.0.len() - 1
                    });
                format!("[{}]", place + 1)
            })
            .collect()
    }
}
