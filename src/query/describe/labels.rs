//! The kind and name of an item, in a word or a line.

use std::borrow::Cow;

use crate::{
    dataset::{Dataset, Item, ItemIndex, PriorityIndex},
    query::{provenance::attribution, snapshot::Snapshot},
};

/// Returns the kind of an item, in a word or two: `action`.
#[must_use]
pub fn kind_of(snapshot: Snapshot, item: ItemIndex) -> &'static str {
    match snapshot.dataset().item(item) {
        Item::Programme(_) => "programme",
        Item::Area(_) => "area",
        Item::Priority(..) => "priority",
        Item::Fact(fact) => fact.kind.label(),
        Item::Theme(_) => "theme",
        Item::Term(_) => "term",
        Item::Source(_) => "source",
    }
}

/// Returns the name or text of an item, in a line.
#[must_use]
pub fn name_of(snapshot: Snapshot<'_>, item: ItemIndex) -> Cow<'_, str> {
    match snapshot.dataset().item(item) {
        Item::Programme(programme) => Cow::Borrowed(&programme.name),
        Item::Area(area) => Cow::Borrowed(&area.name),
        Item::Priority(_, priority) => Cow::Borrowed(&priority.title),
        Item::Fact(fact) => fact.headline(),
        Item::Theme(theme) => Cow::Borrowed(&theme.name),
        Item::Term(term) => Cow::Borrowed(&term.term),
        Item::Source(source) => Cow::Borrowed(&source.title),
    }
}

/// Returns the name of the area that an item belongs to, or `The programme`.
#[must_use]
pub(crate) fn owner_name(dataset: &Dataset, item: ItemIndex) -> &str {
    item.area()
        .map_or("The programme", |area| &dataset.area(area).name)
}

/// Returns a priority in a line: its area, number and title, and who says so.
#[must_use]
pub fn priority_line(snapshot: Snapshot, index: PriorityIndex) -> String {
    let (area, priority) = (
        snapshot.dataset().area(index.area()),
        snapshot.dataset().priority(index),
    );
    format!(
        "{} {}: {} ({})",
        area.name,
        priority.number,
        priority.title,
        attribution(snapshot, &priority.cites)
    )
}
