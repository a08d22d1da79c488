//! Sentences: few lines, and the first sentence of a long text.

/// Longest line that several sentences share, in characters.
const MAX_LINE: usize = 140;
/// Longest text in words that a list has whole.
const MAX_WORDS: usize = 24;

/// Returns sentences in as few lines as possible without breaking one. Each gets a full stop.
pub(super) fn flow(sentences: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for mut sentence in sentences {
        if !sentence.ends_with(['.', '?', '!']) {
            sentence.push('.');
        }
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + sentence.chars().count() <= MAX_LINE => {
                line.push(' ');
                line.push_str(&sentence);
            }
            _ => lines.push(sentence),
        }
    }
    lines
}

/// Returns a text as a list has it: its first sentence if it is long, since its page has the rest.
pub(super) fn for_list(text: &str) -> &str {
    // Each row of a list asks, so words are told by the blanks between them.
    if text.bytes().filter(|byte| *byte == b' ').count() < MAX_WORDS {
        return text;
    }
    let ends = text.match_indices(". ").map(|(end, _)| end);
    let mut ends = ends.filter(|&end| ends_sentence(&text[..end], &text[end + 2..]));
    ends.next().map_or(text, |end| &text[..=end])
}

/// Returns true if a full stop between two parts of a text ends a sentence: it does not after an initial or a short form
/// such as `St` or `No`.
fn ends_sentence(before: &str, after: &str) -> bool {
    let last = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let is_short_form = last.starts_with(char::is_uppercase) && last.chars().count() <= 3;
    after.starts_with(|first: char| !first.is_lowercase()) && !is_short_form
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_share_lines_and_end_with_one_full_stop() {
        let sentences = ["Plan: 2017", "Board: not known.", &"x".repeat(130)];
        assert_eq!(
            flow(sentences.map(String::from)),
            [
                "Plan: 2017. Board: not known.".to_string(),
                format!("{}.", "x".repeat(130))
            ]
        );
    }

    #[test]
    fn long_texts_are_listed_by_their_first_sentence() {
        let rest = "and so on ".repeat(10);
        for (text, listed) in [
            ("Short. Whole.".to_string(), "Short. Whole."),
            (format!("It begins. Then {rest}"), "It begins."),
            (
                format!("The St. Mary school. Then {rest}"),
                "The St. Mary school.",
            ),
            (
                format!("It costs £1.5 million. It {rest}"),
                "It costs £1.5 million.",
            ),
        ] {
            assert_eq!(for_list(&text), listed);
        }
        let endless = "without an end ".repeat(20);
        assert_eq!(for_list(&endless), endless);
    }
}
