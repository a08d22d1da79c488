//! Indexing by several threads: each indexes a part of a large dataset, and the parts are put together.

use std::{
    num::NonZero,
    panic::resume_unwind,
    thread::{self, available_parallelism},
};

use super::{
    builder::IndexBuilder,
    index::{Index, IndexEntry, narrow},
};
use crate::dataset::{Dataset, ItemIndex};

/// The fewest items for which another thread is worth its start, and a second look at each word that it finds.
const MIN_ITEMS: usize = 50_000;
/// The most threads. All parts are put together by one.
const MAX_THREADS: usize = 4;

impl Index {
    /// Indexes all words of a dataset.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        let parts = if dataset.count() < MIN_ITEMS {
            1
        } else {
            available_parallelism().map_or(1, NonZero::get)
        };
        Self::in_parts(dataset, parts.min(MAX_THREADS))
    }

    /// Indexes all words of a dataset in a number of parts, each in a thread of its own. The index is the same for any number.
    fn in_parts(dataset: &Dataset, parts: usize) -> Self {
        if parts == 1 {
            let mut whole = IndexBuilder::new(dataset);
            dataset
                .item_indices()
                .for_each(|item| whole.add_entry(item));
            return whole.finish();
        }
        let part = |number| indexed_part(dataset, number, parts);
        let mut builders = thread::scope(|scope| {
            let spawn = |number| {
                let thread = thread::Builder::new().name("index".into());
                thread.spawn_scoped(scope, move || part(number))
            };
            let others: Vec<_> = (1..parts).map(spawn).collect();
            let mut builders = vec![part(0)];
            builders.extend((1..parts).zip(others).map(|(number, other)| match other {
                Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
                // The system has no thread to give.
                Err(_) => part(number),
            }));
            builders.into_iter()
        });
        let mut whole = builders
            .next()
            .unwrap_or_else(|| IndexBuilder::new(dataset));
        let start = PartStart::of(&IndexBuilder::new(dataset));
        for other in builders {
            whole.append(&other.index, start);
        }
        whole.finish()
    }
}

/// Indexes a part of a dataset: some owners with their facts, and with the last of them all that has no owner. An owner starts
/// its own context, so that a part needs nothing of those before it.
fn indexed_part(dataset: &Dataset, number: usize, parts: usize) -> IndexBuilder<'_> {
    let mut builder = IndexBuilder::new(dataset);
    let count = dataset.owners().count();
    let (start, end) = (count * number / parts, count * (number + 1) / parts);
    for owner in dataset.owners().take(end).skip(start) {
        builder.add_entry(owner.into());
        for (fact, _) in dataset.facts(owner) {
            builder.add_entry(ItemIndex::Fact(fact));
        }
    }
    if number + 1 == parts {
        let without_owner = dataset.items_without_owner();
        without_owner.for_each(|item| builder.add_entry(item));
    }
    builder
}

/// The numbers of what every part starts with.
#[derive(Debug, Clone, Copy)]
struct PartStart {
    texts: u32,
    contexts: usize,
}

impl PartStart {
    fn of(builder: &IndexBuilder) -> Self {
        Self {
            texts: builder.next_text(),
            contexts: builder.index.contexts.ends.len(),
        }
    }
}

impl IndexBuilder<'_> {
    /// Adds the entries of the next part. Its words, texts and contexts get the numbers that they would have if one thread had
    /// indexed all.
    fn append(&mut self, part: &Index, start: PartStart) {
        let words = part.vocabulary.iter();
        let words: Vec<u32> = words.map(|word| self.word_number(word)).collect();
        let more_texts = self.next_text() - start.texts;
        let more_contexts = narrow(self.index.contexts.ends.len() - start.contexts);
        let text = |text: u32| {
            if text < start.texts {
                text
            } else {
                text + more_texts
            }
        };
        let change = |code: super::index::Code| code.renumbered(&words, text);
        let index = &mut self.index;
        let texts = start.texts as usize;
        index.shared.words.append(&part.shared.words, texts, change);
        index.shared.since.extend(&part.shared.since[texts..]);
        index
            .contexts
            .append(&part.contexts, start.contexts, change);
        index.fields.append(&part.fields, 0, change);
        index
            .entries
            .extend(part.entries.iter().map(|entry| IndexEntry {
                context: match entry.context {
                    0 => 0,
                    own => own + more_contexts,
                },
                ..*entry
            }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn index_is_the_same_in_any_number_of_parts() {
        let dataset = Dataset::bundled();
        let whole = format!("{:?}", Index::in_parts(&dataset, 1));
        for parts in [2, 3, 4] {
            let index = Index::in_parts(&dataset, parts);
            assert!(format!("{index:?}") == whole, "{parts}");
        }
    }
}
