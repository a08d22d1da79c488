//! The date of a page.

use crate::{query::snapshot::Snapshot, report::page::PageBlock};

/// Returns a line with the date of the snapshot, or none for the latest.
pub(super) fn as_of_line(snapshot: Snapshot) -> Option<PageBlock> {
    snapshot
        .day()
        .map(|day| PageBlock::Paragraph(format!("As of {day}.")))
}
