//! Scores of entries for one query.

use super::{
    index::Index,
    query::SearchQuery,
    similarity::{PHRASE, similarity},
};
use crate::query::snapshot::Snapshot;

/// A query compared in advance with everything that many entries share.
pub(super) struct Scorer<'i> {
    index: &'i Index,
    snapshot: Snapshot<'i>,
    /// For each word of the query, the similarity of every word of the vocabulary.
    words: Vec<Vec<u8>>,
    /// Phrases of the query, as positions in the vocabulary.
    phrases: Vec<Vec<u32>>,
    /// Points of each shared text, for each word and then each phrase of the query.
    shared: Vec<Box<[u8]>>,
    /// Best points of the current entry for each word and phrase, and the field that has them.
    best: Vec<(u32, &'static str)>,
}

impl<'i> Scorer<'i> {
    /// Compares a query with every distinct word and every shared text.
    ///
    /// Returns none if a phrase has a word that never occurs.
    pub(super) fn new(
        index: &'i Index,
        snapshot: Snapshot<'i>,
        query: &SearchQuery,
    ) -> Option<Self> {
        let similarities = |wanted: &String| {
            index
                .vocabulary
                .iter()
                .map(|word| similarity(wanted, word).unwrap_or(0))
                .collect()
        };
        let word_index = |wanted: &String| {
            let position = index.vocabulary.iter().position(|word| **word == **wanted);
            position.and_then(|position| u32::try_from(position).ok())
        };
        let phrases: Option<Vec<Vec<u32>>> = query
            .phrases
            .iter()
            .map(|phrase| phrase.iter().map(word_index).collect())
            .collect();
        let words: Vec<Vec<u8>> = query.words.iter().map(similarities).collect();
        let mut scorer = Self {
            index,
            snapshot,
            phrases: phrases?,
            shared: Vec::new(),
            best: Vec::new(),
            words,
        };
        let terms = scorer.words.len() + scorer.phrases.len();
        scorer.best = vec![(0, ""); terms];
        for text in (0..).take(index.shared) {
            let points = (0..terms).map(|term| scorer.points(term, text)).collect();
            scorer.shared.push(points);
        }
        Some(scorer)
    }

    /// Returns the points of a text for a term of the query: a word, or after the words a phrase.
    fn points(&self, term: usize, text: u32) -> u8 {
        if let Some(shared) = self.shared.get(text as usize) {
            return shared[term];
        }
        // The title of a source that was not published yet must not match, nor a later outcome.
        if !self.index.is_known(self.snapshot, text) {
            return 0;
        }
        let text = self.index.words(text);
        if let Some(similarity) = self.words.get(term) {
            return text
                .iter()
                .map(|&word| similarity[word as usize])
                .max()
                .unwrap_or(0);
        }
        let phrase = &self.phrases[term - self.words.len()];
        if text.windows(phrase.len()).any(|part| part == phrase) {
            PHRASE
        } else {
            0
        }
    }

    /// Returns the score of an entry and the field with the best match, or none if a word or phrase
    /// does not occur.
    pub(super) fn score(&mut self, entry: usize) -> Option<(u32, &'static str)> {
        for term in 0..self.best.len() {
            let mut best = (0, "");
            for field in self.index.fields(entry) {
                let points = u32::from(self.points(term, field.text)) * field.part.weight();
                if points > best.0 {
                    best = (points, field.part.name());
                }
            }
            if best.0 == 0 {
                return None;
            }
            self.best[term] = best;
        }
        let field = self.best.iter().max_by_key(|(points, _)| *points)?.1;
        Some((self.best.iter().map(|(points, _)| points).sum(), field))
    }
}
