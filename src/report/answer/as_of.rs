//! The date of a page.

use crate::{
    query::snapshot::Snapshot,
    report::page::{Page, PageBlock},
};

/// Returns a page with the date of the snapshot before everything else, unless it is the latest.
pub(super) fn with_date(snapshot: Snapshot, mut page: Page) -> Page {
    page.blocks.splice(..0, as_of_line(snapshot));
    page
}

/// Returns a line with the date of the snapshot, or none for the latest.
pub(super) fn as_of_line(snapshot: Snapshot) -> Option<PageBlock> {
    snapshot
        .day()
        .map(|day| PageBlock::Paragraph(format!("As of {day}.")))
}
