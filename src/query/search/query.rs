//! A search query.

use std::ops::Range;

use super::{
    fold::{fold, word_spans, words},
    similarity::similarity,
};

/// Words and phrases, all of which must occur.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchQuery {
    pub(super) words: Vec<String>,
    pub(super) phrases: Vec<Vec<String>>,
}

impl SearchQuery {
    /// Parses a query. Words between double quotes are a phrase that must occur word for word.
    #[must_use]
    pub fn new(input: &str) -> Self {
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
        query
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn highlights_are_the_ranges_of_matching_words() {
        let highlights = |query: &str, text: &str| {
            SearchQuery::new(query)
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
