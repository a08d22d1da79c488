//! Words that say nothing about the subject, and the kinds of facts that some of them ask for.

use super::kind_words::KindHint;

/// Words that are ignored if others remain, sorted.
const FUNCTION_WORDS: [&str; 104] = [
    "a", "about", "all", "am", "an", "and", "any", "are", "as", "at", "be", "been", "being", "but",
    "by", "can", "could", "did", "do", "does", "doing", "done", "find", "for", "from", "gave",
    "get", "gets", "getting", "give", "given", "gives", "go", "goes", "got", "had", "has", "have",
    "having", "he", "her", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just",
    "let", "list", "many", "may", "me", "might", "much", "must", "my", "of", "on", "or", "our",
    "please", "s", "shall", "she", "should", "show", "so", "some", "tell", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "this", "those", "to", "us", "was", "we",
    "were", "what", "when", "where", "which", "who", "whom", "whose", "why", "will", "with",
    "would", "you", "your", "yours",
];

/// Returns true for a word that says nothing about the subject.
pub(super) fn is_function_word(word: &str) -> bool {
    let word = word.strip_suffix("'s").unwrap_or(word);
    FUNCTION_WORDS.binary_search(&word).is_ok()
}

/// Returns what a question asks for, by its function words: `when` asks for events.
pub(super) fn hint(word: &str) -> Option<KindHint> {
    match word.strip_suffix("'s").unwrap_or(word) {
        "who" | "whom" => Some(KindHint::People),
        "when" => Some(KindHint::Dates),
        "why" => Some(KindHint::Reasons),
        "much" => Some(KindHint::Money),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted_to_be_found() {
        assert!(FUNCTION_WORDS.is_sorted());
        assert!(is_function_word("the") && is_function_word("what's"));
        assert!(!is_function_word("not") && !is_function_word("school"));
    }
}
