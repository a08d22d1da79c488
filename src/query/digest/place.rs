//! The place of an item, as a title.

use crate::{
    dataset::{Item, ItemIndex},
    query::{describe::context_of, snapshot::Snapshot},
};

/// Returns the title of an item's place, with the region of an area.
pub(crate) fn place(snapshot: Snapshot, item: ItemIndex) -> String {
    let context = context_of(snapshot, item);
    match snapshot.dataset().item(item) {
        Item::Area(area) => match &area.region {
            // A council may have a region of the same name.
            Some(region) if *region != area.name => format!("{context}, {region}"),
            _ => context,
        },
        _ => context,
    }
}
