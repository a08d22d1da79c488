//! The words of a text that a query matched.

use std::ops::Range;

use super::{
    query::SearchQuery,
    stem::stem,
    token::{each_token, has_digit, is_number},
};

/// Finds the words of a text that a query matched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Highlighter {
    /// Words and numbers that must be equal.
    words: Vec<String>,
    /// Stems of words.
    stems: Vec<String>,
    /// Beginning of a word.
    prefix: Option<String>,
    /// Words in a row.
    phrases: Vec<Vec<String>>,
    /// Stems in a row.
    forms: Vec<Vec<String>>,
}

impl Highlighter {
    pub(super) fn new(
        query: &SearchQuery,
        replaced: &[(String, Vec<String>)],
        forms: Vec<Vec<String>>,
    ) -> Self {
        let used = replaced.iter().flat_map(|(_, words)| words);
        let words: Vec<String> = query.words.iter().chain(used).cloned().collect();
        let has_forms = |word: &&String| !has_digit(word) && word.chars().count() > 3;
        Self {
            stems: words
                .iter()
                .filter(has_forms)
                .map(|word| stem(word))
                .collect(),
            words,
            prefix: query.words.last().filter(|_| query.is_prefix).cloned(),
            phrases: query.phrases.clone(),
            forms,
        }
    }

    /// Returns the byte ranges of the words of a text that match, in order.
    #[must_use]
    pub fn spans(&self, text: &str) -> Vec<Range<usize>> {
        let mut tokens: Vec<(Range<usize>, String)> = Vec::new();
        each_token(text, &mut String::new(), |span, word| {
            tokens.push((span, word.to_string()));
        });
        let stems: Vec<String> = tokens.iter().map(|(_, word)| stem(word)).collect();
        let mut is_found: Vec<bool> = tokens
            .iter()
            .zip(&stems)
            .map(|((_, word), stem)| {
                let begins =
                    |prefix: &String| !is_number(word) && word.starts_with(prefix.as_str());
                self.words.contains(word)
                    || self.stems.contains(stem)
                    || self.prefix.as_ref().is_some_and(begins)
            })
            .collect();
        let words: Vec<&String> = tokens.iter().map(|(_, word)| word).collect();
        let stems: Vec<&String> = stems.iter().collect();
        for (sequences, texts) in [(&self.phrases, &words), (&self.forms, &stems)] {
            for sequence in sequences {
                for start in 0..(texts.len() + 1).saturating_sub(sequence.len()) {
                    if sequence.iter().zip(&texts[start..]).all(|(a, b)| a == *b) {
                        is_found[start..start + sequence.len()].fill(true);
                    }
                }
            }
        }
        let found = tokens.into_iter().zip(is_found).filter(|(_, found)| *found);
        found.map(|((span, _), _)| span).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::Dataset,
        query::{
            filter::Filter,
            search::{Index, SearchScope},
            snapshot::Snapshot,
        },
    };

    #[test]
    fn matching_words_are_found_in_a_text() {
        let dataset = Dataset::bundled();
        let index = Index::new(&dataset);
        let highlights = |query: SearchQuery, text: &str| {
            let answer = index.search(SearchScope {
                snapshot: Snapshot::latest(&dataset),
                filter: &Filter::default(),
                query: &query,
            });
            let spans = answer.highlighter.spans(text).into_iter();
            spans.map(|span| text[span].to_string()).collect::<Vec<_>>()
        };
        let complete =
            |query: &str, text| highlights(SearchQuery::new(query).expect("it is short"), text);
        assert_eq!(
            complete("menatl helath", "The Mental-Health plan"),
            ["Mental", "Health"]
        );
        assert_eq!(
            complete("\"mental health\"", "mentally, mental Health, health"),
            ["mental", "Health"]
        );
        assert_eq!(
            complete("school", "his SCHOOLS of schooling"),
            ["SCHOOLS", "schooling"]
        );
        assert_eq!(
            complete("500k", "a sum of £500,000 in 500 schools"),
            ["500,000"]
        );
        assert_eq!(
            complete("NCS", "the National Citizen Service's national plan"),
            ["National", "Citizen", "Service's"]
        );
        let typing = SearchQuery::typing("oldham sch").expect("it is short");
        assert_eq!(
            highlights(typing, "Oldham's old schools"),
            ["Oldham's", "schools"]
        );
    }
}
