//! Saving a briefing: the front ends ask, the binary writes the file.

use crate::{
    dataset::{Dataset, ItemIndex},
    query::snapshot::Snapshot,
};

/// Writes a briefing to the named file. Replaces an existing file only if the last argument is true.
pub type SaveFn<'s> = &'s dyn Fn(&str, Snapshot, ItemIndex, bool) -> Result<(), SaveError>;

/// Returns the suggested file name for a briefing: `oldham-3.md`.
#[must_use]
pub fn file_name(dataset: &Dataset, item: ItemIndex) -> String {
    format!("{}.md", dataset.reference(item).replace('/', "-"))
}

/// The reason why a briefing was not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveError {
    /// A file of that name exists.
    Exists,
    /// The file could not be written; the message says why.
    Failed(String),
}
