//! A search query.

use std::{hash::Hash, ops::Range};

use hashbrown::HashSet;

use super::{
    fold::{fold, word_spans, words},
    similarity::similarity,
};
use crate::text::{LimitError, MAX_INPUT_BYTES, check_length};

/// Words and phrases, all of which must occur.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchQuery {
    pub(super) words: Vec<String>,
    pub(super) phrases: Vec<Vec<String>>,
}

impl SearchQuery {
    /// Parses a query. Words between double quotes are a phrase that must occur word for word. A word
    /// or phrase that is repeated counts once.
    ///
    /// # Errors
    ///
    /// Returns [`LimitError`] if the input has more than [`MAX_INPUT_BYTES`], because the work for a
    /// search grows with its words.
    pub fn new(input: &str) -> Result<Self, LimitError> {
        check_length("the search", input.len(), MAX_INPUT_BYTES)?;
        let mut query = Self::default();
        let parts = input.split('"').count();
        for (index, part) in input.split('"').enumerate() {
            // A phrase without a closing quotation mark is still being typed, so its words may occur
            // in any order.
            if index % 2 == 1 && index + 1 < parts {
                query.phrases.extend(
                    Some(words(part).collect::<Vec<_>>()).filter(|phrase| !phrase.is_empty()),
                );
            } else {
                query.words.extend(words(part));
            }
        }
        remove_repeated(&mut query.words);
        remove_repeated(&mut query.phrases);
        Ok(query)
    }

    /// Returns true if there is neither a word nor a phrase.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }

    /// Returns the byte ranges of the words of a text that match, in order.
    #[must_use]
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        let matches = |word: &str| {
            self.words
                .iter()
                .any(|wanted| similarity(wanted, word).is_some())
                || self.phrases.iter().flatten().any(|wanted| wanted == word)
        };
        word_spans(text)
            .filter(|span| matches(&fold(&text[span.clone()])))
            .collect()
    }
}

/// Keeps the first of equal items.
fn remove_repeated<T: Clone + Eq + Hash>(items: &mut Vec<T>) {
    let mut seen = HashSet::new();
    items.retain(|item| seen.insert(item.clone()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_words_and_phrases_count_once() {
        let once = SearchQuery::new("a b \"a b\"");
        assert_eq!(SearchQuery::new("a b A \"a b\" b \"A b\" a"), once);
    }

    #[test]
    fn long_queries_are_refused() {
        let most = "é".repeat(MAX_INPUT_BYTES / 2);
        assert!(SearchQuery::new(&most).is_ok());
        let error = SearchQuery::new(&format!("{most}a")).expect_err("it is too long");
        assert_eq!(
            error.to_string(),
            "the search is 1,001 bytes long; at most 1,000 are allowed"
        );
    }

    #[test]
    fn highlights_are_the_ranges_of_matching_words() {
        let highlights = |query: &str, text: &str| {
            SearchQuery::new(query)
                .expect("it is short")
                .highlights(text)
                .into_iter()
                .map(|span| text[span].to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            highlights("menta helath", "The Mental-Health plan"),
            ["Mental", "Health"]
        );
        assert_eq!(
            highlights("\"mental health\"", "mentally, mental Health"),
            ["mental", "Health"]
        );
        assert_eq!(highlights("cafe", "in a CAFÉ"), ["CAFÉ"]);
    }
}
