//! The search index: every word of every field, with each distinct word and each shared text kept
//! once.

use std::ops::Range;

use super::field::IndexField;
use crate::{
    dataset::{Date, ItemIndex},
    query::snapshot::Snapshot,
};

/// The words of a dataset, ready to be searched. Built once, used for every query.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     query::{
///         filter::Filter,
///         search::{Index, SearchQuery, SearchScope},
///         snapshot::Snapshot,
///     },
/// };
///
/// let dataset = Dataset::bundled();
/// let index = Index::new(&dataset);
/// let hits = index.search(SearchScope {
///     snapshot: Snapshot::latest(&dataset),
///     filter: &Filter::default(),
///     query: &SearchQuery::new("mentla health oldham")?,
/// });
/// assert_eq!(dataset.reference(hits[0].item), "oldham/3/poor-mental-health");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Index {
    /// Every distinct word, folded.
    pub(super) vocabulary: Vec<Box<str>>,
    /// Words of the texts, as positions in the vocabulary.
    pub(super) words: Vec<u32>,
    /// Texts: first those that many entries share, then each entry's own.
    pub(super) texts: Vec<IndexedText>,
    /// Number of shared texts.
    pub(super) shared: usize,
    /// Fields of all entries.
    pub(super) fields: Vec<IndexField>,
    /// Everything that can be found, in the dataset's order.
    pub(super) entries: Vec<IndexEntry>,
}

/// A text. Its words begin where those of the text before it end.
#[derive(Debug, Clone, Copy)]
pub(super) struct IndexedText {
    /// End of the text's words in `Index::words`.
    pub(super) end: u32,
    /// Publication day of a source's title, or none for a text that is always known.
    pub(super) since: Option<Date>,
}

/// An item that can be found. Its fields begin where those of the entry before it end.
#[derive(Debug, Clone, Copy)]
pub(super) struct IndexEntry {
    /// Item itself.
    pub(super) item: ItemIndex,
    /// End of the entry's fields in `Index::fields`.
    pub(super) fields_end: u32,
}

impl Index {
    /// Returns the fields of the entry at a position.
    pub(super) fn fields(&self, entry: usize) -> &[IndexField] {
        let start = entry
            .checked_sub(1)
            .map_or(0, |before| self.entries[before].fields_end);
        &self.fields[start as usize..self.entries[entry].fields_end as usize]
    }

    /// Returns the words of a text, as positions in the vocabulary.
    pub(super) fn words(&self, text: u32) -> &[u32] {
        &self.words[self.range(text)]
    }

    /// Returns true if a text was known in a snapshot.
    pub(super) fn is_known(&self, snapshot: Snapshot, text: u32) -> bool {
        self.texts[text as usize]
            .since
            .is_none_or(|since| snapshot.knows_day(since))
    }

    fn range(&self, text: u32) -> Range<usize> {
        let start = text
            .checked_sub(1)
            .map_or(0, |before| self.texts[before as usize].end);
        start as usize..self.texts[text as usize].end as usize
    }
}
