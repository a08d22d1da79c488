//! What every face needs to write a briefing: the edge of the program does it for them.

use crate::{
    dataset::{Dataset, Slot},
    query::world::World,
};

/// Writes a briefing to a file of this name; what is there is replaced only if that is allowed.
pub type Save<'s> = &'s dyn Fn(&str, World, Slot, bool) -> Result<(), NotSaved>;

/// The name that is proposed for a briefing's file: `oldham-3.md`.
#[must_use]
pub fn file_name(dataset: &Dataset, slot: Slot) -> String {
    format!("{}.md", dataset.reference(slot).replace('/', "-"))
}

/// Why a file was not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSaved {
    /// One of that name is there.
    Exists,
    /// It can't be written, for this reason.
    Failed(String),
}
