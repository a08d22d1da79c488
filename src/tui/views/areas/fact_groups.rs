//! The headings of the facts.

use crate::{
    query::outline::FactRow,
    text::grouped,
    tui::{styles::StyleRole, widgets::ListGroup},
};

/// Returns the groups of facts: neighbours with the same heading.
pub(super) fn fact_groups(rows: &[FactRow]) -> Vec<ListGroup> {
    let mut groups: Vec<ListGroup> = Vec::new();
    let mut start = 0;
    for part in rows.chunk_by(|one, other| one.heading_kind() == other.heading_kind()) {
        let items = start..start + part.len();
        start = items.end;
        groups.push(ListGroup {
            heading: part[0].heading_kind().heading().into(),
            role: StyleRole::KindHeading(part[0].group()),
            status: grouped(part.len() as u64),
            items,
        });
    }
    groups
}
