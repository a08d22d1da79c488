//! Words in the form in which they are compared: lower case, without accents.

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Returns a text in lower case and without accents.
pub(in crate::query) fn fold(text: &str) -> String {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    folded
}

/// Replaces the contents of `folded` with a text in lower case and without accents.
pub(in crate::query) fn fold_into(text: &str, folded: &mut String) {
    folded.clear();
    if text.is_ascii() {
        folded.push_str(text);
        folded.make_ascii_lowercase();
        return;
    }
    let letters = text
        .nfd()
        .filter(|&character| !is_combining_mark(character))
        .flat_map(char::to_lowercase);
    folded.extend(letters.map(|character| if character == '’' { '\'' } else { character }));
}

/// Returns the byte ranges of the words of a text.
pub(super) fn word_spans(text: &str) -> impl Iterator<Item = Range<usize>> {
    // A combining mark belongs to the letter before it.
    let within = |character: char| match character {
        '\'' | '’' => true,
        '\0'..='\x7f' => character.is_ascii_alphanumeric(),
        _ => character.is_alphanumeric() || is_combining_mark(character),
    };
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(within)?;
        let end = text[start..]
            .find(|character| !within(character))
            .map_or(text.len(), |length| start + length);
        rest = end;
        Some(start..end)
    })
}

/// Returns the words of a text in the form in which they are compared.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    word_spans(text)
        .map(|span| fold(&text[span]))
        .filter(|word| !word.is_empty())
}

/// Calls `visit` with each word of a text in the form in which it is compared.
///
/// The words share one buffer, since a dataset may have a million texts.
pub(super) fn each_word(text: &str, buffer: &mut String, mut visit: impl FnMut(&str)) {
    for span in word_spans(text) {
        fold_into(&text[span], buffer);
        if !buffer.is_empty() {
            visit(buffer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_accents_and_capitals() {
        assert_eq!(
            words("Café—“Children’s” 16-18, e\u{301}cole").collect::<Vec<_>>(),
            ["cafe", "children's", "16", "18", "ecole"]
        );
        assert_eq!(words(" \u{301} ").count(), 0);
    }
}
