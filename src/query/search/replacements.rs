//! Words instead of those that do not occur: longer words, or words that are spelt similarly.

use hashbrown::HashSet;

use super::{
    everyday_words::{EverydayForm, is_everyday_word},
    index::Index,
    kind_words::names_a_kind,
    query::SearchQuery,
    stem::stem,
    token::has_digit,
    word_table::{Replacement, WordTable},
};
use crate::{query::snapshot::Snapshot, sort::SortShared};

/// Most words of a query that are replaced. Each is compared with all words of the dataset.
const MAX_REPLACED: usize = 5;
/// Most words that one is replaced by.
const MAX_WORDS: usize = 3;
/// A word that is this many times rarer than another was probably not meant.
const MAX_RATIO: u32 = 10;
/// Shortest word that is replaced. Shorter ones are too similar to too many.
const MIN_LENGTH: usize = 4;
/// Shortest word in which two typing errors are allowed.
const MIN_LENGTH_OF_TWO_ERRORS: usize = 8;

impl Index {
    /// Returns how often each word is shown in a snapshot.
    pub(super) fn visible_counts(&self, snapshot: Snapshot) -> Vec<u32> {
        if snapshot.day().is_none() {
            return self.counts.clone();
        }
        let mut counts = vec![0; self.vocabulary.len()];
        for (number, entry) in self.entries.iter().enumerate() {
            if snapshot.contains(entry.item) {
                self.each_shown_word(self.fields.list(number), |word| counts[word as usize] += 1);
            }
        }
        counts
    }

    /// Returns words for the first of the query's words that are not in the vocabulary.
    pub(super) fn replacements_of_unknown(
        &self,
        snapshot: Snapshot,
        query: &SearchQuery,
        table: &WordTable,
    ) -> Vec<Replacement> {
        let unknown: Vec<usize> = table.unfound(query).collect();
        self.replacements(snapshot, query, &unknown)
    }

    /// Returns words instead of the first of these words of the query.
    pub(super) fn replacements(
        &self,
        snapshot: Snapshot,
        query: &SearchQuery,
        terms: &[usize],
    ) -> Vec<Replacement> {
        let replaced = terms.iter().copied().filter(|term| {
            let word = &query.words[*term];
            // People mean what they call a kind of fact or a part of it, even where there is none.
            !has_digit(word) && word.chars().count() >= MIN_LENGTH && !is_meant(&stem(word))
        });
        let replaced: Vec<usize> = replaced.take(MAX_REPLACED).collect();
        if replaced.is_empty() {
            return Vec::new();
        }
        let counts = self.visible_counts(snapshot);
        let replacements = replaced.into_iter().map(|term| Replacement {
            term,
            words: self.words_like(&query.words[term], &counts),
        });
        replacements
            .filter(|other| !other.words.is_empty())
            .collect()
    }

    /// Returns the words that were replaced, each with those that are looked for instead.
    pub(super) fn replaced_words(
        &self,
        query: &SearchQuery,
        replacements: &[Replacement],
    ) -> Vec<(String, Vec<String>)> {
        let replaced = replacements.iter().map(|Replacement { term, words }| {
            let words = words
                .iter()
                .map(|&word| self.vocabulary[word as usize].to_string());
            (query.words[*term].clone(), words.collect())
        });
        replaced.collect()
    }

    /// Returns the everyday words that do not occur, each with what texts say instead.
    pub(super) fn meant_words(
        &self,
        query: &SearchQuery,
        forms: Vec<EverydayForm>,
    ) -> Vec<(String, Vec<String>)> {
        let mut meant: Vec<(String, Vec<String>)> = Vec::new();
        for EverydayForm { form, words } in forms {
            let occurs = |stem: &String| self.stem_number(stem).is_some();
            if !form.stems.iter().all(occurs) {
                continue;
            }
            let typed = query.words[form.start..form.end].join(" ");
            match meant.iter_mut().find(|(other, _)| *other == typed) {
                Some((_, others)) if others.len() >= MAX_WORDS => {}
                Some((_, others)) => others.push(words.into()),
                None => meant.push((typed, vec![words.into()])),
            }
        }
        meant
    }

    /// Returns the most frequent words that begin with a word or have one typing error, or else those
    /// with two errors if it has 8 letters or more.
    fn words_like(&self, wanted: &str, counts: &[u32]) -> Vec<u32> {
        let mut words = Vec::new();
        for (number, word) in (0..).zip(&self.vocabulary) {
            let count = counts[number as usize];
            if count == 0 || has_digit(word) || **word == *wanted {
                continue;
            }
            let stem = &self.stem_names[self.stems[number as usize] as usize];
            let errors = if word.starts_with(wanted) {
                Some(1)
            } else {
                typing_errors(wanted, word, stem)
            };
            words.extend(errors.map(|errors| (errors, count, number)));
        }
        words.sort_shared_by_key(|(errors, count, number)| {
            (*errors, std::cmp::Reverse(*count), *number)
        });
        let Some(&(fewest, most, _)) = words.first() else {
            return Vec::new();
        };
        // Of words that are equally similar, the frequent ones are likelier to be meant. One form of
        // each finds the others.
        let mut stems = HashSet::new();
        words
            .into_iter()
            .filter(|(errors, count, _)| *errors == fewest && count * MAX_RATIO >= most)
            .map(|(.., number)| number)
            .filter(|&number| stems.insert(self.stems[number as usize]))
            .take(MAX_WORDS)
            .collect()
    }
}

/// Returns true for the stem of a word that is in the tables of words that people use.
fn is_meant(stem: &str) -> bool {
    names_a_kind(stem) || is_everyday_word(stem)
}

/// Returns the number of typing errors that turn a word or its stem into the wanted one, or none if
/// there are too many: more than one, or more than two in a word of 8 letters or more.
pub(super) fn typing_errors(wanted: &str, word: &str, stem: &str) -> Option<usize> {
    let length = wanted.chars().count();
    let is_long = length >= MIN_LENGTH_OF_TWO_ERRORS;
    let most = if is_long { 2 } else { 1 };
    let is_likely = length >= MIN_LENGTH
        && word.len() >= MIN_LENGTH
        && word.chars().count().abs_diff(length) <= most + 1
        // The first letter of a short word is hardly ever wrong.
        && (is_long || word.chars().next() == wanted.chars().next());
    let errors = || strsim::osa_distance(wanted, word).min(strsim::osa_distance(wanted, stem));
    is_likely.then(errors).filter(|errors| *errors <= most)
}
