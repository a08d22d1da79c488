//! Words that are typed where there is no field for them, by people who have not found the search yet.

use crate::{dataset::Dataset, text::MAX_INPUT_BYTES};

/// Fewest characters of a question.
const MIN_LENGTH: usize = 4;
/// Fewest characters of a question that have no command. Fewer are slips of someone who uses the keys.
const MIN_UNBOUND: usize = 2;
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
    /// Question that Enter searches for.
    question: Option<String>,
}

impl TypedWords {
    /// Returns the question that Enter searches for, if the characters are one.
    pub(super) fn question(&self) -> Option<&str> {
        self.question.as_deref()
    }

    /// Adds a character.
    pub(super) fn push(&mut self, typed: char, has_command: bool) {
        if self.text.len() < MAX_INPUT_BYTES {
            self.text.push(typed);
            self.unbound += usize::from(!has_command);
        }
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
        let whole = entry
            .filter(|_| !self.text.is_empty())
            .and_then(|entry| long_enough(&format!("{}{entry}", self.text)));
        let is_question = |text: &String| {
            is_likely || self.unbound >= MIN_UNBOUND || is_start_of_question(dataset, text)
        };
        self.question = whole.filter(is_question);
    }
}

fn long_enough(text: &str) -> Option<String> {
    let text = text.trim();
    (text.chars().count() >= MIN_LENGTH).then(|| text.into())
}

/// Returns true if a text starts as a question of several words does, or with a word of an area's name.
fn is_start_of_question(dataset: &Dataset, text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    let is_first = |word: &str| word.to_lowercase() == first;
    (words.next().is_some() && QUESTION_WORDS.contains(&&*first))
        || dataset
            .areas()
            .any(|(_, area)| area.name.split_whitespace().any(is_first))
}
