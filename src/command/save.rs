//! What every face needs to write a briefing: the edge of the program does it for them.

use crate::{
    dataset::{Dataset, ItemIndex},
    query::snapshot::Snapshot,
};

/// Writes a briefing to a file of this name; what is there is replaced only if that is allowed.
pub type SaveFn<'s> = &'s dyn Fn(&str, Snapshot, ItemIndex, bool) -> Result<(), SaveError>;

/// The name that is proposed for a briefing's file: `oldham-3.md`.
#[must_use]
pub fn file_name(dataset: &Dataset, item: ItemIndex) -> String {
    format!("{}.md", dataset.reference(item).replace('/', "-"))
}

/// Why a file was not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveError {
    /// One of that name is there.
    Exists,
    /// It can't be written, for this reason.
    Failed(String),
}
