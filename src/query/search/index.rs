//! The search index: every word of every field, with each distinct word and each shared text kept
//! once.

use std::ops::Range;

use super::{field::IndexPart, term_forms::TermForms};
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
/// let answer = index.search(SearchScope {
///     snapshot: Snapshot::latest(&dataset),
///     filter: &Filter::default(),
///     query: &SearchQuery::new("menatl health oldham")?,
/// });
/// assert_eq!(dataset.reference(answer.hits[0].item), "oldham/3/mental-health-first-aid");
/// assert_eq!(answer.notes()[0], "No match for menatl. Showing results for mental.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Index {
    /// Every distinct word and number.
    pub(super) vocabulary: Vec<Box<str>>,
    /// For each word the number of its stem.
    pub(super) stems: Vec<u32>,
    /// Every distinct stem.
    pub(super) stem_names: Vec<Box<str>>,
    /// For each word the number of its occurrences, apart from those in web addresses.
    pub(super) counts: Vec<u32>,
    /// For each word the number of items whose kind it describes.
    pub(super) kind_counts: Vec<u32>,
    /// Texts that several entries share, and those that became known on a day.
    pub(super) shared: SharedTexts,
    /// Shared texts of each owner of facts.
    pub(super) contexts: Codes,
    /// Fields of the entries.
    pub(super) fields: Codes,
    /// Everything that can be found, in the dataset's order.
    pub(super) entries: Vec<IndexEntry>,
    /// Number of the shared text with the words for each kind.
    pub(super) kinds: Vec<u32>,
    /// Names of areas among the shared texts.
    pub(super) places: Range<u32>,
    /// Names and abbreviations that mean the same.
    pub(super) terms: TermForms,
}

/// An item that can be found.
#[derive(Debug, Clone, Copy)]
pub(super) struct IndexEntry {
    /// Item itself.
    pub(super) item: ItemIndex,
    /// Number of its owner's shared texts in `Index::contexts`.
    pub(super) context: u32,
}

/// Lists of [`Code`]s, one after another.
#[derive(Debug, Clone, Default)]
pub(super) struct Codes {
    pub(super) codes: Vec<Code>,
    /// End of each list.
    pub(super) ends: Vec<u32>,
}

impl Codes {
    /// Ends the current list and returns its number.
    pub(super) fn end(&mut self) -> u32 {
        self.ends.push(narrow(self.codes.len()));
        narrow(self.ends.len() - 1)
    }

    /// Adds the lists of others from a number on, with each code changed.
    pub(super) fn append(&mut self, others: &Self, from: usize, change: impl Fn(Code) -> Code) {
        let start = from.checked_sub(1).map_or(0, |before| others.ends[before]);
        let added = &others.codes[start as usize..];
        let offset = narrow(self.codes.len());
        // The lists of a large dataset take a hundred megabytes: growing by doubling would need as much again.
        self.codes.reserve_exact(added.len());
        self.codes.extend(added.iter().map(|&code| change(code)));
        let ends = others.ends[from..].iter();
        self.ends.extend(ends.map(|end| offset + end - start));
    }

    /// Returns a list by its number.
    pub(super) fn list(&self, number: usize) -> &[Code] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.codes[start as usize..self.ends[number] as usize]
    }
}

/// Texts by number.
#[derive(Debug, Clone, Default)]
pub(super) struct SharedTexts {
    pub(super) words: Codes,
    /// For each text the day on which it became known, or none for one that is always known.
    pub(super) since: Vec<Option<Date>>,
}

/// A word of a text, the beginning of a field, or a shared text as a field.
///
/// Fields are stored in a row and not as lists of lists, which would need three times the memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Code(u32);

/// A code, decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decoded {
    Word(u32),
    Field(IndexPart),
    Shared(IndexPart, u32),
}

impl Code {
    const FIELD: u32 = 0x8000_0000;
    const SHARED: u32 = 0xC000_0000;
    const NUMBERS: u32 = 1 << 24;

    pub(super) fn word(number: u32) -> Self {
        assert!(number < Self::FIELD, "no memory holds so many words");
        Self(number)
    }

    pub(super) fn field(part: IndexPart) -> Self {
        Self(Self::FIELD | part.number() << 24)
    }

    pub(super) fn shared(part: IndexPart, text: u32) -> Self {
        assert!(
            text < Self::NUMBERS,
            "a file of the largest size has fewer shared texts"
        );
        Self(Self::SHARED | part.number() << 24 | text)
    }

    pub(super) fn decode(self) -> Decoded {
        let part = || IndexPart::from_number(self.0 >> 24 & 0x3F);
        match self.0 & Self::SHARED {
            Self::FIELD => Decoded::Field(part()),
            Self::SHARED => Decoded::Shared(part(), self.0 % Self::NUMBERS),
            _ => Decoded::Word(self.0),
        }
    }

    /// Returns the code with other numbers: of each word, and of each shared text.
    pub(super) fn renumbered(self, words: &[u32], texts: impl Fn(u32) -> u32) -> Self {
        match self.decode() {
            Decoded::Word(word) => Self::word(words[word as usize]),
            Decoded::Field(_) => self,
            Decoded::Shared(part, text) => Self::shared(part, texts(text)),
        }
    }

    /// Returns the number of the word, if this is one.
    pub(super) fn as_word(self) -> Option<u32> {
        (self.0 < Self::FIELD).then_some(self.0)
    }
}

impl Index {
    /// Calls `visit` with each word of a list of codes that is shown as a word. Those of web addresses
    /// and references are not. A shared text counts only where it is the name of the item.
    pub(super) fn each_shown_word(&self, codes: &[Code], mut visit: impl FnMut(u32)) {
        let mut is_shown = true;
        for code in codes {
            match code.decode() {
                Decoded::Word(word) if is_shown => visit(word),
                Decoded::Word(_) => {}
                Decoded::Field(part) => {
                    is_shown = !matches!(part, IndexPart::Address | IndexPart::Reference);
                }
                Decoded::Shared(part, text) => {
                    if part == IndexPart::Name {
                        let words = self.shared.words.list(text as usize).iter();
                        words.filter_map(|code| code.as_word()).for_each(&mut visit);
                    }
                }
            }
        }
    }

    /// Returns the number of a stem, or none if no word has it.
    pub(super) fn stem_number(&self, stem: &str) -> Option<u32> {
        let position = self.stem_names.iter().position(|name| **name == *stem)?;
        u32::try_from(position).ok()
    }

    /// Returns all words of an entry, to test what is found.
    #[cfg(test)]
    pub(super) fn texts_of(&self, entry: usize) -> Vec<String> {
        let context = self.entries[entry].context as usize;
        let own = self.fields.list(entry).iter();
        let words = own
            .chain(self.contexts.list(context))
            .flat_map(|code| match code.decode() {
                Decoded::Word(word) => vec![word],
                Decoded::Field(_) => Vec::new(),
                Decoded::Shared(_, text) => {
                    let words = self.shared.words.list(text as usize).iter();
                    words.filter_map(|code| code.as_word()).collect()
                }
            });
        words
            .map(|word| self.vocabulary[word as usize].to_string())
            .collect()
    }

    /// Returns true if a shared text was known in a snapshot.
    pub(super) fn is_known(&self, snapshot: Snapshot, text: u32) -> bool {
        self.shared.since[text as usize].is_none_or(|since| snapshot.knows_day(since))
    }
}

/// Converts a position to the narrow type that the index stores.
pub(super) fn narrow(index: usize) -> u32 {
    u32::try_from(index).expect("four thousand million words would not fit into memory")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_decoded_as_they_were_made() {
        for part in [IndexPart::Name, IndexPart::Place] {
            assert_eq!(Code::field(part).decode(), Decoded::Field(part));
            let shared = Code::shared(part, 0x00FF_FFFF);
            assert_eq!(shared.decode(), Decoded::Shared(part, 0x00FF_FFFF));
            assert_eq!(shared.as_word(), None);
        }
        assert_eq!(Code::word(70_000).decode(), Decoded::Word(70_000));
        assert_eq!(Code::word(0).as_word(), Some(0));
    }
}
