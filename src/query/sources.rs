//! Publications, and what rests on them.

use std::collections::HashMap;

use super::{filter::Filter, world::World};
use crate::dataset::{Slot, Source, SourceIndex};

/// A publication, and how much that is asked for rests on it.
#[derive(Debug, Clone, Copy)]
pub struct Publication<'a> {
    /// Where it stands.
    pub index: SourceIndex,
    /// Itself.
    pub source: &'a Source,
    /// How many priorities and facts cite it.
    pub resting: usize,
}

/// The publications that were out, by date. Where something is asked for, those that it rests on.
#[must_use]
pub fn publications<'a>(world: World<'a>, filter: &Filter) -> Vec<Publication<'a>> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for slot in cited(world, filter) {
        let mut ids: Vec<&str> = world
            .dataset()
            .cites(slot)
            .iter()
            .map(|citation| citation.source.as_str())
            .collect();
        ids.sort_unstable();
        ids.dedup();
        for id in ids {
            *counts.entry(id).or_default() += 1;
        }
    }
    let resting = |source: &Source| counts.get(source.id.as_str()).copied().unwrap_or(0);
    let all = world.sources().map(|(index, source)| Publication {
        index,
        source,
        resting: resting(source),
    });
    let mut publications: Vec<_> = all
        .filter(|publication| filter.is_empty() || publication.resting > 0)
        .collect();
    publications.sort_by_key(|publication| publication.source.published.last_day());
    publications
}

/// The priorities and facts that are asked for and cite a publication, in the dataset's order.
pub fn resting_on<'a>(
    world: World<'a>,
    filter: &'a Filter,
    source: SourceIndex,
) -> impl Iterator<Item = Slot> + 'a {
    let dataset = world.dataset();
    let id = &dataset.document().sources[source.place()].id;
    cited(world, filter).filter(move |&slot| {
        dataset
            .cites(slot)
            .iter()
            .any(|citation| citation.source == *id)
    })
}

fn cited<'a>(world: World<'a>, filter: &'a Filter) -> impl Iterator<Item = Slot> + 'a {
    let cites = |slot: &Slot| matches!(slot, Slot::Priority(_) | Slot::Fact(_));
    world
        .dataset()
        .slots_in_order()
        .filter(cites)
        .filter(move |&slot| world.knows_slot(slot) && filter.takes(world, slot))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    #[test]
    fn what_rests_on_a_publication_is_as_much_as_is_counted() {
        let dataset = Dataset::bundled();
        let areas = vec!["bradford".parse().expect("an id")];
        for filter in [
            Filter::default(),
            Filter {
                areas,
                ..Filter::default()
            },
        ] {
            let world = World::now(&dataset);
            let publications = publications(world, &filter);
            assert!(
                publications
                    .is_sorted_by_key(|publication| publication.source.published.last_day())
            );
            for publication in &publications {
                assert_eq!(
                    resting_on(world, &filter, publication.index).count(),
                    publication.resting,
                    "{}",
                    publication.source.id
                );
            }
            assert_eq!(filter.is_empty(), publications.len() == 147);
        }
    }
}
