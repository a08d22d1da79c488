//! The headings of the facts.

use crate::{
    query::outline::FactRow,
    text::grouped,
    tui::{styles::StyleRole, widgets::ListGroup},
};

/// Returns true if two facts are of one kind and belong to the same areas.
pub(super) fn has_same_heading(one: &FactRow, other: &FactRow) -> bool {
    (one.heading_kind(), one.scope) == (other.heading_kind(), other.scope)
}

/// Returns the groups of facts: neighbours with the same heading.
pub(super) fn fact_groups(rows: &[FactRow]) -> Vec<ListGroup> {
    let mut groups: Vec<ListGroup> = Vec::new();
    let mut start = 0;
    for part in rows.chunk_by(has_same_heading) {
        let items = start..start + part.len();
        start = items.end;
        let [heading, short_heading] = part[0].headings();
        groups.push(ListGroup {
            heading: heading.into(),
            short_heading: Some(short_heading.into()),
            role: StyleRole::KindHeading(part[0].group()),
            status: grouped(part.len() as u64),
            items,
        });
    }
    groups
}
