//! Scores of entries for one query.

use super::{
    field::IndexPart,
    index::{Code, Decoded, Index},
    kind_words::{KIND_COUNT, kind_number},
    query::SearchQuery,
    term_weight::TermWeights,
    word_table::{PatternUse, WordTable, level},
};
use crate::query::snapshot::Snapshot;

/// Points for two words of the query next to each other, if one word has 20 for each step of its
/// rarity.
const NEIGHBOURS: u32 = 60;

/// A query, compared in advance with everything that many entries share.
pub(super) struct Scorer<'i> {
    index: &'i Index,
    snapshot: Snapshot<'i>,
    query: &'i SearchQuery,
    pub(super) table: WordTable,
    pub(super) weights: TermWeights,
    /// Matches of each shared text, found when first needed.
    shared: Vec<Option<TextMatches>>,
    /// Best points for each kind, and of the current context.
    kinds: Vec<Vec<Best>>,
    context: Vec<Best>,
    context_number: Option<u32>,
    /// Best points of the current entry for each term.
    pub(super) best: Vec<Best>,
    neighbours: u32,
    is_excluded: bool,
    /// Matches in the current text.
    text: TextMatches,
    states: Vec<TermState>,
}

/// The best match of a term.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Best {
    pub(super) points: u32,
    part: Option<IndexPart>,
    /// True if the text only says something like the word.
    is_related: bool,
}

impl Best {
    /// Takes another match if it is better. The word itself is better than any other.
    fn improve(&mut self, other: Self) {
        let rank = |best: &Self| (best.points > 0 && !best.is_related, best.points);
        if rank(&other) > rank(self) {
            *self = other;
        }
    }
}

/// The matches of a text.
#[derive(Debug, Clone, Default)]
struct TextMatches {
    /// Terms that occur, each with its level.
    terms: Vec<(usize, u8)>,
    /// Number of words.
    length: u32,
    /// Number of terms that stand next to the one before them in the query.
    neighbours: u32,
    is_excluded: bool,
}

/// A term in the current text.
#[derive(Debug, Clone, Copy, Default)]
struct TermState {
    level: u8,
    /// Position of its last occurrence.
    last: u32,
    /// True if it stands next to the term before it.
    has_neighbour: bool,
}

/// The rank of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Score {
    /// Words that do not occur, a bit for each; the last bit is for all from there on.
    pub(super) missing: u64,
    /// Weight of the missing words.
    pub(super) missing_weight: u32,
    /// Weight of the words that only the source has, and of missing ones for which there are others.
    pub(super) weak_weight: u32,
    /// Fit of its kind to the question, see [`KindHint::fit`](super::kind_words::KindHint::fit).
    pub(super) fit: u8,
    /// Quality of the match; higher is better.
    pub(super) points: u32,
    /// Field with the best match.
    pub(super) field: &'static str,
}

impl<'i> Scorer<'i> {
    /// Compares a query with the words for each kind, and weighs its words.
    pub(super) fn new(
        index: &'i Index,
        snapshot: Snapshot<'i>,
        query: &'i SearchQuery,
        table: WordTable,
    ) -> Self {
        let weights = TermWeights::new(index, &table);
        let terms = table.terms;
        let mut scorer = Self {
            index,
            snapshot,
            query,
            table,
            weights,
            shared: vec![None; index.shared.since.len()],
            kinds: Vec::new(),
            context: vec![Best::default(); terms],
            context_number: None,
            best: vec![Best::default(); terms],
            neighbours: 0,
            is_excluded: false,
            text: TextMatches::default(),
            states: vec![TermState::default(); terms],
        };
        for number in 0..KIND_COUNT {
            scorer.best.fill(Best::default());
            scorer.add_shared(IndexPart::Kind, index.kinds[number]);
            scorer.kinds.push(scorer.best.clone());
        }
        // What is next to each other in our list of words is not in the data.
        (scorer.neighbours, scorer.is_excluded) = (0, false);
        scorer
    }

    /// Returns the score of an entry, or none if it is not a hit: it has a word that is not wanted,
    /// lacks a phrase, or lacks more than half of the words by weight.
    pub(super) fn score(&mut self, entry: usize) -> Option<Score> {
        self.match_entry(entry);
        let words = self.query.words.len();
        if self.is_excluded || self.best[words..].iter().any(|best| best.points == 0) {
            return None;
        }
        let mut score = Score {
            missing: 0,
            missing_weight: 0,
            weak_weight: 0,
            fit: 0,
            points: self.neighbours * NEIGHBOURS,
            field: "",
        };
        let (mut best_points, mut weight_of_sources) = (0, 0);
        for (term, best) in self.best.iter().enumerate() {
            let points = best.points * self.weights.rarity(term);
            score.points += points;
            if points == 0 {
                if self.table.is_ignored[term] {
                    continue;
                }
                score.missing |= 1 << term.min(63);
                score.missing_weight += self.weights.need(term);
                continue;
            }
            // The title of a source may have a word by chance.
            let is_source = |part: IndexPart| part.weight() <= IndexPart::Source.weight();
            if best.part.is_some_and(is_source) {
                weight_of_sources += self.weights.need(term);
            }
            if best.is_related {
                score.missing |= 1 << term.min(63);
                score.weak_weight += self.weights.need(term);
            }
            if points > best_points {
                (best_points, score.field) = (points, best.part.map_or("", IndexPart::name));
            }
        }
        // A word that only the source has is no reason to show an item that lacks another.
        let is_partial = score.missing_weight > 0;
        let lacks = score.missing_weight + weight_of_sources;
        if is_partial && lacks * 2 > self.weights.total_need() {
            return None;
        }
        score.weak_weight += weight_of_sources;
        let kind = kind_number(self.index.entries[entry].item);
        let fits = self.query.hints.iter().map(|hint| hint.fit(kind));
        score.fit = fits.max().unwrap_or(0);
        Some(score)
    }

    /// Finds the best match of each term in an entry.
    fn match_entry(&mut self, number: usize) {
        let index = self.index;
        let entry = index.entries[number];
        if self.context_number != Some(entry.context) {
            self.context_number = Some(entry.context);
            self.start(None);
            self.add_codes(index.contexts.list(entry.context as usize));
            self.context.copy_from_slice(&self.best);
            // Whatever is excluded there is found again below, since the flag is not kept.
        }
        self.start(Some(kind_number(entry.item)));
        if !self.query.excluded.is_empty() {
            self.add_codes(index.contexts.list(entry.context as usize));
        }
        self.add_codes(index.fields.list(number));
    }

    /// Starts with what the context and the kind have.
    fn start(&mut self, kind: Option<usize>) {
        (self.neighbours, self.is_excluded) = (0, false);
        let Some(kind) = kind else {
            self.best.fill(Best::default());
            return;
        };
        self.best.copy_from_slice(&self.context);
        for (best, of_kind) in self.best.iter_mut().zip(&self.kinds[kind]) {
            best.improve(*of_kind);
        }
    }

    /// Matches the fields in a list of codes.
    fn add_codes(&mut self, codes: &[Code]) {
        let (mut part, mut start) = (IndexPart::Text, 0);
        for (position, code) in codes.iter().enumerate() {
            match code.decode() {
                Decoded::Word(word) => {
                    if self.table.matches(word).is_some() {
                        self.match_word(word, &codes[position..], position - start);
                    }
                }
                Decoded::Field(next) => {
                    self.end_field(part, position - start);
                    (part, start) = (next, position + 1);
                }
                Decoded::Shared(shared, text) => {
                    self.end_field(part, position - start);
                    start = position + 1;
                    self.add_shared(shared, text);
                }
            }
        }
        self.end_field(part, codes.len() - start);
    }

    /// Adds the matches of a shared text to the entry.
    fn add_shared(&mut self, part: IndexPart, text: u32) {
        // The title of a source that was not published yet must not match, nor a later outcome.
        if !self.index.is_known(self.snapshot, text) {
            return;
        }
        if self.shared[text as usize].is_none() {
            let codes = self.index.shared.words.list(text as usize);
            for (position, code) in codes.iter().enumerate() {
                if let Some(word) = code.as_word()
                    && self.table.matches(word).is_some()
                {
                    self.match_word(word, &codes[position..], position);
                }
            }
            self.end_text(codes.len());
            self.shared[text as usize] = Some(std::mem::take(&mut self.text));
        }
        if let Some(matches) = self.shared[text as usize].take() {
            self.add_matches(part, &matches);
            self.shared[text as usize] = Some(matches);
        }
    }

    /// Notes what a word of the current text matches. `codes` begins with the word.
    fn match_word(&mut self, word: u32, codes: &[Code], position: usize) {
        let Some(matches) = self.table.matches(word) else {
            return;
        };
        let position = super::index::narrow(position);
        // A text that begins with a word of the query is about it.
        self.text.neighbours += u32::from(position == 0 && !matches.terms.is_empty());
        for &(term, level) in &matches.terms {
            self.states[term].note(&mut self.text, term, level);
        }
        for &(term, _) in &matches.terms {
            if term > 0 && term < self.query.words.len() {
                let before = self.states[term - 1];
                let is_next = before.level > 0
                    && before.last < position
                    && position - before.last <= 2
                    && !self.states[term].has_neighbour;
                if is_next {
                    self.states[term].has_neighbour = true;
                    self.text.neighbours += 1;
                }
            }
        }
        for &(term, _) in &matches.terms {
            self.states[term].last = position;
        }
        for &pattern in &matches.patterns {
            let pattern = &self.table.patterns[pattern];
            if !pattern.matches(self.index, codes) {
                continue;
            }
            match pattern.found {
                PatternUse::Excluded => self.text.is_excluded = true,
                PatternUse::Terms(start, end, level) => {
                    for term in start..end {
                        self.states[term].note(&mut self.text, term, level);
                        if term > start && !self.states[term].has_neighbour {
                            self.states[term].has_neighbour = true;
                            self.text.neighbours += 1;
                        }
                    }
                }
            }
        }
    }

    /// Ends the current text.
    fn end_text(&mut self, length: usize) {
        self.text.length = super::index::narrow(length);
        for (term, level) in &mut self.text.terms {
            *level = std::mem::take(&mut self.states[*term]).level;
        }
    }

    /// Ends the current field and adds its matches to the entry.
    fn end_field(&mut self, part: IndexPart, length: usize) {
        if self.text.terms.is_empty() && !self.text.is_excluded {
            return;
        }
        self.end_text(length);
        let matches = std::mem::take(&mut self.text);
        self.add_matches(part, &matches);
        self.text = matches;
        self.text.terms.clear();
        (self.text.neighbours, self.text.is_excluded) = (0, false);
    }

    fn add_matches(&mut self, part: IndexPart, matches: &TextMatches) {
        // What a source is called does not say what the fact is about.
        let is_about = !matches!(part, IndexPart::Source | IndexPart::Place | IndexPart::Kind);
        self.is_excluded |= matches.is_excluded && is_about;
        let factor = part.weight() * brevity(matches.length);
        for &(term, of_term) in &matches.terms {
            let points = u32::from(of_term) * factor;
            self.best[term].improve(Best {
                points,
                part: Some(part),
                is_related: of_term == level::RELATED,
            });
        }
        if part != IndexPart::Kind {
            self.neighbours = self.neighbours.max(matches.neighbours * factor);
        }
    }
}

impl TermState {
    /// Notes that a term occurs in a text.
    fn note(&mut self, text: &mut TextMatches, term: usize, level: u8) {
        if self.level == 0 {
            text.terms.push((term, level));
        }
        self.level = self.level.max(level);
    }
}

/// Returns a factor from 80 to 160: of two texts with the same words, the shorter is more about
/// them.
fn brevity(length: u32) -> u32 {
    80 + 240 / (length + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shorter_texts_count_more() {
        let factors: Vec<u32> = [1, 3, 10, 17, 40, 4000].map(brevity).into();
        assert!(factors.is_sorted_by(|a, b| a > b), "{factors:?}");
    }
}
