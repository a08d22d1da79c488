//! Words that are typed where there is no field for them, by people who have not found the search yet.

use super::earlier::Earlier;
use crate::{dataset::Dataset, text::MAX_INPUT_BYTES};

/// Fewest characters of a question.
const MIN_LENGTH: usize = 3;
/// Fewest characters of a question that have no command. Fewer are slips of someone who uses the keys.
const MIN_UNBOUND: usize = 2;
/// Fewest letters of a word of a theme or a term that may be a question alone. Shorter ones link other words.
const MIN_NAME_WORD: usize = 4;
/// First words of questions.
const QUESTION_WORDS: [&str; 22] = [
    "who", "what", "when", "where", "which", "why", "whose", "how", "is", "are", "was", "were",
    "did", "do", "does", "has", "have", "can", "show", "list", "tell", "find",
];

/// Characters that were pressed one after another without a field.
#[derive(Debug, Clone, Default)]
pub(super) struct TypedWords {
    /// Characters, with the one that opened a prompt as the last.
    text: String,
    /// Number of the characters that had no command.
    unbound: usize,
    /// Index of the first byte of the first of these.
    first_unbound: Option<usize>,
    /// True if the last character had no command.
    ends_unbound: bool,
    /// Question that Enter searches for.
    question: Option<String>,
    /// State before the first of the characters that changed something.
    pub(super) earlier: Option<Box<Earlier>>,
}

impl TypedWords {
    /// Returns the question that Enter searches for, if the characters are one.
    pub(super) fn question(&self) -> Option<&str> {
        self.question.as_deref()
    }

    /// Adds a character.
    pub(super) fn push(&mut self, typed: char, has_command: bool) {
        // Who opens a view by its number begins anew.
        let is_number = |text: &str| text.len() == 1 && text.starts_with(char::is_numeric);
        if typed.is_alphabetic() && is_number(&self.text) {
            *self = Self::default();
        }
        if self.text.is_empty() && typed == ' ' {
            return;
        }
        self.ends_unbound = !has_command && typed != ' ';
        if self.text.len() < MAX_INPUT_BYTES {
            if self.ends_unbound {
                self.first_unbound.get_or_insert(self.text.len());
            }
            self.text.push(typed);
            self.unbound += usize::from(self.ends_unbound);
        }
    }

    /// Removes the last character of a question.
    pub(super) fn pop(&mut self) {
        self.text.pop();
        self.question = long_enough(&self.text);
    }

    /// Returns true if the next letter may belong to the same word: the last one had no command.
    pub(super) fn is_in_word(&self) -> bool {
        self.ends_unbound && !self.text.ends_with('q')
    }

    /// Returns true if there are several characters.
    pub(super) fn is_longer_than_a_key(&self) -> bool {
        self.text.chars().nth(1).is_some()
    }

    /// Returns true if this was the last character.
    pub(super) fn ends_with(&self, typed: char) -> bool {
        self.text.ends_with(typed)
    }

    /// Looks for a question in the characters alone.
    pub(super) fn look_for_question(&mut self) {
        let is_question = self.unbound >= MIN_UNBOUND;
        self.question = long_enough(&self.text).filter(|_| is_question);
    }

    /// Looks for a question in the characters before a prompt together with its `entry`, which the prompt does not take.
    /// Without an entry there is none. `is_likely` tells that nothing else can be meant.
    pub(super) fn look_for_question_in_prompt(
        &mut self,
        dataset: &Dataset,
        entry: Option<&str>,
        is_likely: bool,
    ) {
        self.question = None;
        let Some(entry) = entry.filter(|_| !self.text.is_empty()) else {
            return;
        };
        let whole = format!("{}{entry}", self.text);
        let found = self.start_of_question(dataset, &whole);
        let is_question = is_likely || self.unbound >= MIN_UNBOUND;
        let question = found.or(Some(&*whole).filter(|_| is_question));
        self.question = question.and_then(long_enough);
    }

    /// Returns the words typed so far, if only a question can begin like this: after a blank, nobody means keys any more.
    /// `entry` is that of a prompt, which does not take it.
    pub(super) fn certain_question(
        &self,
        dataset: &Dataset,
        entry: Option<&str>,
    ) -> Option<String> {
        let whole = format!("{}{}", self.text, entry.unwrap_or_default());
        let first = whole.trim_end();
        if first.len() == whole.len() || first.is_empty() {
            return None;
        }
        if let Some(found) = self.start_of_question(dataset, &whole) {
            return Some(found.into());
        }
        let are_letters = entry.is_none() && self.unbound >= MIN_UNBOUND;
        are_letters.then_some(whole)
    }

    /// Returns the longest end of `whole`, which begins with the characters, that starts as a question: someone may have
    /// pressed other keys before it. A letter without a command was part of the word.
    fn start_of_question<'t>(&self, dataset: &Dataset, whole: &'t str) -> Option<&'t str> {
        let last = self.first_unbound.unwrap_or(self.text.len());
        let starts = self.text.char_indices().map(|(start, _)| start);
        let starts = starts.filter(|&start| start <= last);
        let starts = starts.map(|start| &whole[start..]);
        let mut starts = starts.filter(|start| !start.starts_with(' '));
        starts.find(|start| is_start_of_question(dataset, start))
    }
}

fn long_enough(text: &str) -> Option<String> {
    let text = text.trim();
    (text.chars().count() >= MIN_LENGTH).then(|| text.into())
}

/// Returns true if a text starts as a question of several words does, or with a word of an area's name, or is a word of a
/// theme or a term. Several words may be the name of a file.
fn is_start_of_question(dataset: &Dataset, text: &str) -> bool {
    let (first, has_more) = match text.split_once(' ') {
        Some((first, _)) => (first, true),
        None => (text, false),
    };
    let first = first.to_lowercase();
    let is_first = |word: &str| word.to_lowercase() == first;
    let has_word = |name: &str| name.split_whitespace().any(is_first);
    (has_more && QUESTION_WORDS.contains(&&*first))
        || dataset.areas().any(|(_, area)| has_word(&area.name))
        || (!has_more
            && first.chars().count() >= MIN_NAME_WORD
            && (dataset.themes().any(|(_, theme)| has_word(&theme.name))
                || dataset.terms().any(|(_, term)| has_word(&term.term))))
}
