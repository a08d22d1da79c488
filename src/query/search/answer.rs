//! The answer to a query: hits, and how the query was understood.

use super::{
    highlight::Highlighter,
    hit::{Hit, SearchPass},
    index::Index,
    query::SearchQuery,
};
use crate::query::describe::or_list;

/// The answer to a query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchAnswer {
    /// Items that were found, the best first. Those with all words come before those with some.
    pub hits: Vec<Hit>,
    /// Words of the query, without those that say nothing about the subject.
    words: Vec<String>,
    /// Words that do not occur, each with the words that were looked for instead.
    replaced: Vec<(String, Vec<String>)>,
    /// Words that do not occur, and are not like any that does.
    unknown: Vec<String>,
    /// Those of the unknown words that occur in what became known after the date of the snapshot.
    later: Vec<String>,
    /// Sentences about conditions with values that do not exist.
    problems: Vec<String>,
    /// True if there are hits, even after they were taken from the list.
    has_hits: bool,
    /// True if the first hit lacks some words.
    is_partial: bool,
    /// Finds the words in texts that matched.
    pub highlighter: Highlighter,
}

impl SearchAnswer {
    /// Creates the answer from the words that were replaced, the words that only the date hides, and the stems in a row that
    /// match, too.
    pub(super) fn new(
        query: &SearchQuery,
        pass: SearchPass,
        replaced: Vec<(String, Vec<String>)>,
        later: &[usize],
        forms: Vec<Vec<String>>,
    ) -> Self {
        let is_replaced = |word: &String| replaced.iter().any(|(other, _)| other == word);
        let absent = pass.absent.iter().map(|&term| query.words[term].clone());
        let mut hits = pass.complete;
        hits.extend(pass.partial);
        Self {
            has_hits: !hits.is_empty(),
            is_partial: hits.first().is_some_and(|hit| !hit.is_complete()),
            hits,
            words: query.words.clone(),
            unknown: absent.filter(|word| !is_replaced(word)).collect(),
            later: later
                .iter()
                .map(|&term| query.words[term].clone())
                .collect(),
            problems: pass.conditions.problems,
            highlighter: Highlighter::new(query, &replaced, forms),
            replaced,
        }
    }

    /// Returns an answer with only the first hits of a search that goes on.
    #[must_use]
    pub fn so_far(index: &Index, query: &SearchQuery, hits: Vec<Hit>) -> Self {
        let names = index.terms.others(&query.stems()).into_iter();
        let names = names.map(|form| form.stems).collect();
        Self {
            hits,
            words: query.words.clone(),
            highlighter: Highlighter::new(query, &[], names),
            ..Self::default()
        }
    }

    /// Returns the number of hits that have all words.
    #[must_use]
    pub fn complete_count(&self) -> usize {
        self.hits.iter().filter(|hit| hit.is_complete()).count()
    }

    /// Returns how many hits there are, in a sentence.
    #[must_use]
    pub fn count_sentence(&self) -> String {
        let complete = self.complete_count();
        let partial = self.hits.len() - complete;
        let results = |count| match count {
            1 => "1 result".to_string(),
            count => format!("{count} results, best match first"),
        };
        match (complete, partial) {
            (0, count) | (count, 0) => format!("{}.", results(count)),
            (_, 1) => format!("{}; then 1 with only some of the words.", results(complete)),
            _ => {
                let complete = results(complete);
                format!("{complete}; then {partial} with only some of the words.")
            }
        }
    }

    /// Returns the words of the query that a hit does not have.
    #[must_use]
    pub fn missing_words(&self, hit: &Hit) -> Vec<&str> {
        let is_missing = |position: usize| hit.missing & (1 << position.min(63)) != 0;
        let words = self.words.iter().enumerate();
        words
            .filter(|(position, _)| is_missing(*position))
            .map(|(_, word)| word.as_str())
            .collect()
    }

    /// Returns true if all words of the query occur.
    #[must_use]
    pub fn knows_all_words(&self) -> bool {
        self.replaced.is_empty() && self.unknown.is_empty()
    }

    /// Returns the words that do not occur, each with what was looked for instead.
    #[cfg(test)]
    pub(super) fn replaced_words(&self) -> &[(String, Vec<String>)] {
        &self.replaced
    }

    /// Returns the words that do not occur, and are not like any that does.
    #[must_use]
    pub fn unknown_words(&self) -> &[String] {
        &self.unknown
    }

    /// Returns sentences that say how the query was understood, if not all words were found.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let mut notes = self.problems.clone();
        notes.extend(self.replaced.iter().map(|(typed, words)| {
            format!(
                "No match for {typed}. Showing results for {}.",
                or_list(words)
            )
        }));
        if self.has_hits {
            let (later, never): (Vec<&String>, Vec<&String>) = self
                .unknown
                .iter()
                .partition(|word| self.later.contains(word));
            if !never.is_empty() {
                notes.push(format!(
                    "No match for {}. Showing results for the other words.",
                    or_list(&never)
                ));
            }
            if !later.is_empty() {
                notes.push(format!(
                    "No match for {} on this date, but there is one later. Showing results for the other words.",
                    or_list(&later)
                ));
            }
        }
        if self.is_partial {
            notes.push("Nothing has all of these words. Showing what has some of them.".into());
        }
        notes
    }
}
