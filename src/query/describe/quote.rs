//! An item as text to paste.

use std::fmt::Write as _;

use super::{
    citation::citation_line, context::headline_of, description::Description, item::describe,
};
use crate::{dataset::ItemIndex, query::snapshot::Snapshot};

/// Returns an item as text to paste: its place and its description, its sources and its reference, a line each.
#[must_use]
pub fn quote(snapshot: Snapshot, item: ItemIndex) -> String {
    let description = describe(snapshot, item);
    let mut text = headline_of(snapshot, item, &description);
    text.push('\n');
    let Description {
        fields,
        cites,
        reference,
        ..
    } = description;
    for field in fields {
        let _ = writeln!(text, "{}: {}", field.label, field.value);
    }
    for citation in cites {
        let _ = writeln!(
            text,
            "Source: {}",
            citation_line(snapshot.dataset(), citation)
        );
    }
    let _ = writeln!(text, "Reference: {reference}");
    text
}
