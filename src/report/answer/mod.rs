//! What stands on a page: one file a question.

pub mod brief;
pub mod compare;
pub mod find;
pub mod list;
pub mod show;
pub mod timeline;

use super::{Page, PageBlock};
use crate::{
    dataset::{Citation, Dataset, ItemIndex},
    query::{describe::citation_line, snapshot::Snapshot},
};

/// The date that a page stands for, in words; nothing for all that is known.
fn as_of_line(snapshot: Snapshot) -> Option<PageBlock> {
    snapshot
        .day()
        .map(|day| PageBlock::Paragraph(format!("As of {day}.")))
}

/// The name of the area that something belongs to, or of the programme.
fn area_name(dataset: &Dataset, item: ItemIndex) -> String {
    item.area().map_or_else(
        || "The programme".into(),
        |area| dataset.area(area).name.to_string(),
    )
}

/// Numbered notes of sources, each named once.
#[derive(Default)]
struct Notes(Vec<String>);

impl Notes {
    /// The marks of these citations, `[1][3]`; new ones are added.
    fn marks<'a>(&mut self, snapshot: Snapshot<'a>, cites: &'a [Citation]) -> String {
        snapshot
            .known(cites)
            .map(|citation| {
                let note = citation_line(snapshot.dataset(), citation);
                let index = self
                    .0
                    .iter()
                    .position(|other| *other == note)
                    .unwrap_or_else(|| {
                        self.0.push(note);
                        self.0.len() - 1
                    });
                format!("[{}]", index + 1)
            })
            .collect()
    }
}
