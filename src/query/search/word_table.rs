//! The words of the vocabulary that match a query, and how well.

use super::{
    compounds::{divided_word, joined_words},
    everyday_words::EverydayForm,
    index::{Code, Index},
    query::SearchQuery,
    stem::stem,
    term_forms::OtherForm,
    token::has_digit,
};

/// Points of a match, the better the more.
pub(super) mod level {
    /// The same word, number or phrase.
    pub(in crate::query::search) const EXACT: u8 = 20;
    /// Another form of the word.
    pub(in crate::query::search) const STEM: u8 = 18;
    /// A word that begins with the one that is being typed.
    pub(in crate::query::search) const PREFIX: u8 = 15;
    /// An abbreviation or its meaning.
    pub(in crate::query::search) const ABBREVIATION: u8 = 12;
    /// Another word for an everyday word that does not occur.
    pub(in crate::query::search) const EVERYDAY: u8 = 10;
    /// A similar word, since the word itself does not occur.
    pub(in crate::query::search) const SIMILAR: u8 = 9;
    /// Another word for a word that does occur. It counts as missing.
    pub(in crate::query::search) const RELATED: u8 = 8;
}

/// Most words of a query that are divided. Each is compared with all stems, many times.
const MAX_DIVIDED_WORDS: usize = 5;
/// Longest word that has no other forms.
const SHORT_WORD: usize = 3;

#[cfg(test)]
thread_local! {
    /// Number of pairs of words that were compared in this thread, to test how much work a search is.
    static COMPARISONS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Returns the number of comparisons that a task needs.
#[cfg(test)]
pub(crate) fn comparisons(task: impl FnOnce()) -> usize {
    let before = COMPARISONS.get();
    task();
    COMPARISONS.get() - before
}

/// Words that are used instead of a word of the query that does not occur.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Replacement {
    /// Position of the word in the query.
    pub(super) term: usize,
    /// Words of the vocabulary.
    pub(super) words: Vec<u32>,
}

/// A sequence of words.
#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) elements: Vec<PatternElement>,
    pub(super) found: PatternUse,
}

impl Pattern {
    /// Returns true if a text that begins with these codes has the pattern there. The first word is
    /// known to match.
    pub(super) fn matches(&self, index: &Index, codes: &[Code]) -> bool {
        let rest = &self.elements[1..];
        codes.len() > rest.len()
            && rest.iter().zip(&codes[1..]).all(|(element, code)| {
                code.as_word().is_some_and(|word| match element {
                    PatternElement::Word(wanted) => word == *wanted,
                    PatternElement::Stem(wanted) => index.stems[word as usize] == *wanted,
                })
            })
    }

    /// Returns true if the pattern finds a term.
    pub(super) fn has_term(&self, term: usize) -> bool {
        matches!(self.found, PatternUse::Terms(start, end, _) if (start..end).contains(&term))
    }
}

/// The effect of a pattern that occurs.
#[derive(Debug, Clone, Copy)]
pub(super) enum PatternUse {
    /// Terms of the query, from the first to before the last, are found at a level.
    Terms(usize, usize, u8),
    /// The entry is not wanted.
    Excluded,
}

/// A word of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PatternElement {
    Word(u32),
    Stem(u32),
}

/// Everything that a word of the vocabulary matches.
#[derive(Debug, Default)]
pub(super) struct WordMatches {
    /// Words of the query, each with its level.
    pub(super) terms: Vec<(usize, u8)>,
    /// Patterns that begin with the word.
    pub(super) patterns: Vec<usize>,
}

/// The matches of every word of the vocabulary.
#[derive(Debug)]
pub(super) struct WordTable {
    /// For each word 0, or one more than its position in `matches`.
    numbers: Vec<u32>,
    matches: Vec<WordMatches>,
    pub(super) patterns: Vec<Pattern>,
    /// Stems in a row that match, too.
    pub(super) forms: Vec<Vec<String>>,
    /// Number of terms: words, then phrases.
    pub(super) terms: usize,
    /// True if a phrase has a word that never occurs.
    pub(super) is_impossible: bool,
    /// For each term true if it does not occur, so that no item is worse for not having it.
    pub(super) is_ignored: Vec<bool>,
}

impl WordTable {
    /// Compares a query with every distinct word.
    pub(super) fn new(index: &Index, query: &SearchQuery) -> Self {
        let mut table = Self {
            numbers: vec![0; index.vocabulary.len()],
            matches: Vec::new(),
            patterns: Vec::new(),
            forms: Vec::new(),
            terms: query.words.len() + query.phrases.len(),
            is_impossible: false,
            is_ignored: Vec::new(),
        };
        for (term, word) in query.words.iter().enumerate() {
            let is_prefix = query.is_prefix && term + 1 == query.words.len();
            table.add_word(index, term, word, is_prefix);
        }
        for (position, phrase) in query.phrases.iter().enumerate() {
            let term = query.words.len() + position;
            let found = PatternUse::Terms(term, term + 1, level::EXACT);
            match words_of(index, phrase) {
                Some(elements) => table.add_pattern(index, elements, found),
                None => table.is_impossible = true,
            }
        }
        for excluded in &query.excluded {
            let elements = match &excluded[..] {
                [word] if word.chars().count() > SHORT_WORD => stems_of(index, &[stem(word)]),
                words => words_of(index, words),
            };
            if let Some(elements) = elements {
                table.add_pattern(index, elements, PatternUse::Excluded);
            }
        }
        let stems = query.stems();
        for other in index.terms.others(&stems) {
            table.add_form(index, &other, level::ABBREVIATION);
        }
        for joined in joined_words(&query.words) {
            table.add_form(index, &joined, level::STEM);
        }
        table
    }

    /// Lets words that are written as two match words that do not occur.
    pub(super) fn divide_unknown(&mut self, index: &Index, query: &SearchQuery) {
        let unknown: Vec<usize> = self.unfound(query).take(MAX_DIVIDED_WORDS).collect();
        for term in unknown {
            for parts in divided_word(index, term, &query.words[term]) {
                self.add_form(index, &parts, level::STEM);
            }
        }
    }

    /// Lets texts match that say something else than words of the query. Returns true if one of these
    /// forms may occur.
    pub(super) fn relate(&mut self, index: &Index, forms: &[EverydayForm], level: u8) -> bool {
        let before = self.forms.len();
        for other in forms {
            self.add_form(index, &other.form, level);
        }
        self.forms.len() > before
    }

    /// Adds another form of words of the query, unless a word of it never occurs.
    fn add_form(&mut self, index: &Index, form: &OtherForm, level: u8) {
        if let Some(elements) = stems_of(index, &form.stems) {
            let found = PatternUse::Terms(form.start, form.end, level);
            self.add_pattern(index, elements, found);
            self.forms.push(form.stems.clone());
        }
    }

    /// Lets other words match instead of words that do not occur.
    pub(super) fn replace(
        &mut self,
        index: &Index,
        query: &SearchQuery,
        replacements: &[Replacement],
    ) {
        for Replacement { term, words } in replacements {
            for &word in words {
                let is_longer = index.vocabulary[word as usize].starts_with(&query.words[*term]);
                let level = if is_longer {
                    level::PREFIX
                } else {
                    level::SIMILAR
                };
                self.add_term(word, *term, level);
                let stem = PatternElement::Stem(index.stems[word as usize]);
                for form in words_with(index, stem) {
                    self.add_term(form, *term, level);
                }
            }
        }
    }

    /// Ignores these words of the query.
    pub(super) fn ignore(&mut self, terms: &[usize]) {
        self.is_ignored.resize(self.terms, false);
        for &term in terms {
            self.is_ignored[term] = true;
        }
    }

    /// Returns true if a word of the query can be found.
    pub(super) fn can_find(&self, term: usize) -> bool {
        self.patterns.iter().any(|pattern| pattern.has_term(term))
            || self.words_of_term(term).next().is_some()
    }

    /// Returns the words of a query that cannot be found.
    pub(super) fn unfound(&self, query: &SearchQuery) -> impl Iterator<Item = usize> {
        (0..query.words.len()).filter(|&term| !self.can_find(term))
    }

    /// Returns what a word of the vocabulary matches.
    pub(super) fn matches(&self, word: u32) -> Option<&WordMatches> {
        let number = self.numbers[word as usize].checked_sub(1)?;
        Some(&self.matches[number as usize])
    }

    /// Returns each word of the vocabulary that matches a term by itself, with the level.
    pub(super) fn words_of_term(&self, term: usize) -> impl Iterator<Item = (u32, u8)> {
        (0..).zip(&self.numbers).filter_map(move |(word, number)| {
            let matches = &self.matches[number.checked_sub(1)? as usize];
            let mut terms = matches.terms.iter();
            terms
                .find(|(other, _)| *other == term)
                .map(|(_, level)| (word, *level))
        })
    }

    fn add_word(&mut self, index: &Index, term: usize, wanted: &str, is_prefix: bool) {
        let has_forms = !has_digit(wanted) && wanted.chars().count() > SHORT_WORD;
        let wanted_stem = has_forms
            .then(|| index.stem_number(&stem(wanted)))
            .flatten();
        for (number, (word, stem)) in (0..).zip(index.vocabulary.iter().zip(&index.stems)) {
            #[cfg(test)]
            COMPARISONS.set(COMPARISONS.get() + 1);
            let level = if **word == *wanted {
                level::EXACT
            } else if wanted_stem == Some(*stem) {
                level::STEM
            } else if is_prefix && word.starts_with(wanted) {
                level::PREFIX
            } else {
                continue;
            };
            self.add_term(number, term, level);
        }
    }

    fn add_term(&mut self, word: u32, term: usize, level: u8) {
        let terms = &mut self.entry(word).terms;
        match terms.iter_mut().find(|(other, _)| *other == term) {
            Some((_, other)) => *other = level.max(*other),
            None => terms.push((term, level)),
        }
    }

    fn add_pattern(&mut self, index: &Index, elements: Vec<PatternElement>, found: PatternUse) {
        let Some(first) = elements.first().copied() else {
            return;
        };
        if let (1, PatternUse::Terms(start, end, level)) = (elements.len(), found) {
            for word in words_with(index, first) {
                (start..end).for_each(|term| self.add_term(word, term, level));
            }
            return;
        }
        let number = self.patterns.len();
        self.patterns.push(Pattern { elements, found });
        for word in words_with(index, first) {
            self.entry(word).patterns.push(number);
        }
    }

    fn entry(&mut self, word: u32) -> &mut WordMatches {
        let number = &mut self.numbers[word as usize];
        if *number == 0 {
            self.matches.push(WordMatches::default());
            *number = super::index::narrow(self.matches.len());
        }
        &mut self.matches[*number as usize - 1]
    }
}

/// Returns the words of the vocabulary that an element stands for.
fn words_with(index: &Index, element: PatternElement) -> Vec<u32> {
    let words = (0..).zip(&index.stems);
    match element {
        PatternElement::Word(word) => vec![word],
        PatternElement::Stem(wanted) => words
            .filter(|(_, stem)| **stem == wanted)
            .map(|(word, _)| word)
            .collect(),
    }
}

/// Returns the words of a phrase, or none if one never occurs.
fn words_of(index: &Index, words: &[String]) -> Option<Vec<PatternElement>> {
    let number = |wanted: &String| {
        let position = index
            .vocabulary
            .iter()
            .position(|word| **word == **wanted)?;
        u32::try_from(position).ok().map(PatternElement::Word)
    };
    words.iter().map(number).collect()
}

/// Returns stems in a row, or none if one never occurs.
fn stems_of(index: &Index, stems: &[String]) -> Option<Vec<PatternElement>> {
    let stems = stems.iter();
    stems
        .map(|stem| index.stem_number(stem).map(PatternElement::Stem))
        .collect()
}
