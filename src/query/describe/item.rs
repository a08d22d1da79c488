//! The description of any item.

use super::{
    area::describe_area, description::Description, fact::describe_fact,
    priority::describe_priority, programme::describe_programme, source::describe_source,
    term::describe_term, theme::describe_theme,
};
use crate::{
    dataset::{Item, ItemIndex},
    query::snapshot::Snapshot,
};

/// Describes an item as it was known in a snapshot.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     query::{describe::describe, snapshot::Snapshot},
/// };
///
/// let dataset = Dataset::bundled();
/// let item = dataset.find("oldham/3").expect("the bundled dataset has it");
/// let description = describe(Snapshot::latest(&dataset), item);
/// assert_eq!(description.kind, "Oldham, priority 3");
/// assert_eq!(description.cites.len(), 4);
/// ```
#[must_use]
pub fn describe(snapshot: Snapshot<'_>, item: ItemIndex) -> Description<'_> {
    match snapshot.dataset().item(item) {
        Item::Programme(programme) => describe_programme(snapshot, programme),
        Item::Area(area) => describe_area(snapshot, area),
        Item::Priority(_, priority) => describe_priority(snapshot, item, priority),
        Item::Fact(fact) => describe_fact(snapshot, item, fact),
        Item::Theme(theme) => describe_theme(snapshot, theme),
        Item::Term(term) => describe_term(snapshot, term),
        Item::Source(source) => describe_source(source),
    }
}
