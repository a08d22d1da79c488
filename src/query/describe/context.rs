//! The place of an item: its area, its priority and its kind.

use super::{description::Description, labels::kind_of};
use crate::{
    dataset::{Item, ItemIndex, OwnerIndex},
    query::snapshot::Snapshot,
};

/// Returns the place of an item in a few words: `Oldham, priority 3, action`.
///
/// A text that leaves its screen starts with this, so that nobody has to guess which area a fact is about.
#[must_use]
pub fn context_of(snapshot: Snapshot, item: ItemIndex) -> String {
    let dataset = snapshot.dataset();
    match dataset.item(item) {
        Item::Programme(programme) => programme.name.to_string(),
        Item::Area(area) => area.name.to_string(),
        Item::Priority(area, priority) => format!("{}, priority {}", area.name, priority.number),
        Item::Fact(_) => {
            let owner = match item {
                ItemIndex::Fact(fact) => owner_context(snapshot, fact.owner),
                _ => String::new(),
            };
            format!("{owner}, {}", kind_of(snapshot, item))
        }
        Item::Theme(theme) => format!("Theme {}", theme.name),
        Item::Term(term) => format!("Word {}", term.term),
        Item::Source(source) => format!("Publication {}", source.title),
    }
}

/// Returns the first line of a text about an item: its place and its text or name, as
/// `Oldham, priority 3: Children and young people to be ready`.
pub(crate) fn headline_of(
    snapshot: Snapshot,
    item: ItemIndex,
    description: &Description,
) -> String {
    let Description { kind, title, .. } = description;
    match item {
        ItemIndex::Fact(_) | ItemIndex::Priority(_) => {
            format!("{}: {title}", context_of(snapshot, item))
        }
        _ => format!("{kind}: {title}"),
    }
}

/// Returns the place of a fact without its kind: `Oldham, priority 3`, `Oldham` or `The programme`.
fn owner_context(snapshot: Snapshot, owner: OwnerIndex) -> String {
    match owner {
        OwnerIndex::Programme => "The programme".into(),
        OwnerIndex::Area(area) => context_of(snapshot, ItemIndex::Area(area)),
        OwnerIndex::Priority(priority) => context_of(snapshot, ItemIndex::Priority(priority)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    #[test]
    fn context_names_the_area_first() {
        let dataset = Dataset::bundled();
        for (reference, expected) in [
            ("oldham", "Oldham"),
            ("oldham/3", "Oldham, priority 3"),
            (
                "oldham/3/mental-health-first-aid",
                "Oldham, priority 3, action",
            ),
            ("theme/early-years", "Theme Early years"),
        ] {
            let item = dataset.find(reference).expect("it is there");
            assert_eq!(context_of(Snapshot::latest(&dataset), item), expected);
        }
    }
}
