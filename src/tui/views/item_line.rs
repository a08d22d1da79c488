//! An item in a line.

use crate::{
    dataset::{Item, ItemIndex},
    query::{
        describe::{kind_of, name_of, owner_name},
        snapshot::Snapshot,
    },
};

/// Returns an item in a line that says what it belongs to: `Oldham, action: …`, or `Oldham` for the area itself.
pub(crate) fn line_of(snapshot: Snapshot, item: ItemIndex) -> String {
    let name = name_of(snapshot, item);
    let kind = match snapshot.dataset().item(item) {
        Item::Priority(_, priority) => format!("priority {}", priority.number),
        Item::Fact(_) => kind_of(snapshot, item).into(),
        _ => return name.into(),
    };
    format!("{}, {kind}: {name}", owner_name(snapshot.dataset(), item))
}
