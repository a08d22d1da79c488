//! A search query.

use std::hash::Hash;

use hashbrown::HashSet;

use super::{
    choice_question::subject_of_choice,
    function_words::{asks_for_results, hint, is_function_word},
    kind_words::KindHint,
    stem::stem,
    syntax::{QueryCondition, QueryPiece, pieces},
    token::{each_token, is_number, tokens},
};
use crate::text::{LimitError, MAX_INPUT_BYTES, check_length};

/// Words to look for, and what must or must not occur.
///
/// The syntax is described by [`syntax_help`](super::syntax_help).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchQuery {
    /// Words to look for. Items that have only some of them are found, too, if few have all.
    pub(super) words: Vec<String>,
    /// Phrases that must occur word for word.
    pub(super) phrases: Vec<Vec<String>>,
    /// Words and phrases that must not occur.
    pub(super) excluded: Vec<Vec<String>>,
    /// Conditions such as `kind:target`.
    pub(super) conditions: Vec<QueryCondition>,
    /// Kinds that the question asks for.
    pub(super) hints: Vec<KindHint>,
    /// True if the last word is still being typed, so that it may be the beginning of a word.
    pub(super) is_prefix: bool,
}

impl SearchQuery {
    /// Parses a query whose words are complete. A word or phrase that is repeated counts once.
    ///
    /// # Errors
    ///
    /// Returns [`LimitError`] if the input has more than [`MAX_INPUT_BYTES`], because the work for a
    /// search grows with its words.
    pub fn new(input: &str) -> Result<Self, LimitError> {
        Self::parse(input, false)
    }

    /// Parses a query that is being typed: its last word may be the beginning of a word.
    ///
    /// # Errors
    ///
    /// As [`SearchQuery::new`].
    pub fn typing(input: &str) -> Result<Self, LimitError> {
        Self::parse(input, true)
    }

    fn parse(input: &str, is_typing: bool) -> Result<Self, LimitError> {
        check_length("the search", input.len(), MAX_INPUT_BYTES)?;
        let mut query = Self::default();
        let mut plain = String::new();
        let mut ends_plain = false;
        for piece in pieces(input) {
            ends_plain = matches!(piece, QueryPiece::Plain(_));
            match piece {
                // Numbers may have a blank in them: 2 million.
                QueryPiece::Plain(text) => {
                    plain.push(' ');
                    plain.push_str(text);
                }
                QueryPiece::Phrase(text) => query.phrases.push(tokens(text)),
                QueryPiece::Excluded(text) => query.excluded.push(tokens(text)),
                QueryPiece::Condition(key, value) => query.conditions.push(QueryCondition {
                    key,
                    value: value.to_string(),
                }),
            }
        }
        query.phrases.retain(|phrase| !phrase.is_empty());
        query.excluded.retain(|phrase| !phrase.is_empty());
        // A million that is still being typed.
        let is_unfinished =
            is_typing && ends_plain && input.ends_with(|last: char| last.is_alphanumeric());
        if is_unfinished {
            complete_magnitude(&mut plain);
        }
        let (mut words, mut last_end) = (Vec::new(), 0);
        each_token(&plain, &mut String::new(), |span, word| {
            words.push(word.to_string());
            last_end = span.end;
        });
        query.is_prefix = is_unfinished
            && last_end == plain.len()
            && words.last().is_some_and(|word| !is_number(word));
        let last = words.last().cloned();
        query.keep_content_words(words);
        query.is_prefix &= query.words.last() == last.as_ref();
        remove_repeated(&mut query.phrases);
        remove_repeated(&mut query.excluded);
        remove_repeated(&mut query.conditions);
        Ok(query)
    }

    /// Keeps the words that say something about the subject, or all if none does.
    fn keep_content_words(&mut self, mut words: Vec<String>) {
        if let Some(subject) = subject_of_choice(&words) {
            self.hints = vec![KindHint::Choices];
            self.words = subject;
            return;
        }
        self.hints = words.iter().filter_map(|word| hint(word)).collect();
        if self.hints.is_empty() && words.first().is_some_and(|word| asks_for_results(word)) {
            self.hints.push(KindHint::Results);
        }
        let has_others =
            !(self.phrases.is_empty() && self.excluded.is_empty() && self.conditions.is_empty());
        if has_others || words.iter().any(|word| !is_function_word(word)) {
            words.retain(|word| !is_function_word(word));
        }
        // The last of equal words is kept, since it may be a beginning.
        words.reverse();
        remove_repeated(&mut words);
        words.reverse();
        self.words = words;
    }

    /// Returns true if there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
            && self.phrases.is_empty()
            && self.excluded.is_empty()
            && self.conditions.is_empty()
    }

    /// Returns the stems of the words.
    pub(super) fn stems(&self) -> Vec<String> {
        self.words.iter().map(|word| stem(word)).collect()
    }

    /// Returns a query for some of the words, without the others.
    pub(super) fn with_words(&self, words: Vec<String>) -> Self {
        Self {
            words,
            is_prefix: false,
            ..self.clone()
        }
    }
}

/// Completes `million`, `billion` and `thousand` after a number at the end of a text.
fn complete_magnitude(plain: &mut String) {
    let Some((before, last)) = plain.rsplit_once(' ') else {
        return;
    };
    let follows_number = before.ends_with(|last: char| last.is_ascii_digit());
    let names = ["million", "billion", "thousand"];
    let name = names
        .iter()
        .find(|name| last.len() > 1 && name.starts_with(&last.to_lowercase()));
    if let (true, Some(name)) = (follows_number, name) {
        *plain = format!("{before} {name}");
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

    fn query(input: &str) -> SearchQuery {
        SearchQuery::new(input).expect("it is short")
    }

    #[test]
    fn repeated_words_and_phrases_count_once() {
        let once = query("x y \"a b\"");
        assert_eq!(query("x y X \"a b\" y \"A b\""), query("\"a b\" y x y"));
        assert_eq!(query("x y \"a b\" \"A b\""), once);
    }

    #[test]
    fn function_words_are_ignored_if_others_remain() {
        assert_eq!(query("what is the NCS").words, ["ncs"]);
        assert_eq!(query("what is it").words, ["what", "is", "it"]);
        assert_eq!(query("the kind:target").words, [""; 0]);
        assert_eq!(query("how much money").hints, [KindHint::Money]);
        assert_eq!(query("did phonics improve").hints, [KindHint::Results]);
        assert_eq!(query("when did it end").hints, [KindHint::Dates]);
    }

    #[test]
    fn only_a_word_that_is_being_typed_is_a_beginning() {
        let typing = |input: &str| SearchQuery::typing(input).expect("it is short");
        assert!(typing("mental heal").is_prefix);
        for input in [
            "mental heal ",
            "mental 20",
            "heal area:old",
            "heal -x",
            "heal in",
        ] {
            assert!(!typing(input).is_prefix, "{input}");
        }
        assert!(!query("mental heal").is_prefix);
        assert_eq!(typing("£6 mil").words, ["6000000"]);
        assert_eq!(query("6 mil").words, ["6", "mil"]);
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
}
