//! Words as they are compared: without accents and capitals, and how like one is to another.

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case, without accents.
pub(super) fn fold(text: &str) -> String {
    let mut fold = String::new();
    write_plain(text, &mut fold);
    fold
}

/// The same, in the place of what stood there.
fn write_plain(text: &str, fold: &mut String) {
    fold.clear();
    if text.is_ascii() {
        fold.push_str(text);
        fold.make_ascii_lowercase();
        return;
    }
    let letters = text
        .nfd()
        .filter(|&character| !is_combining_mark(character))
        .flat_map(char::to_lowercase);
    fold.extend(letters.map(|character| if character == '’' { '\'' } else { character }));
}

/// Where the words of a text stand, as bytes.
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

/// The words of a text as they are compared.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    word_spans(text)
        .map(|index| fold(&text[index]))
        .filter(|word| !word.is_empty())
}

/// Gives each word of a text as it is compared: for a million texts, which need no room of their own for each word.
pub(super) fn each_word(text: &str, room: &mut String, mut give: impl FnMut(&str)) {
    for index in word_spans(text) {
        write_plain(&text[index], room);
        if !room.is_empty() {
            give(room);
        }
    }
}

/// A phrase counts as a word that is the same.
pub(super) const PHRASE: u8 = 10;

/// How like a word of a text is to one that is asked: the same, begins with it, holds it, or is a typing error away.
pub(super) fn similarity(asked: &str, word: &str) -> Option<u8> {
    if word == asked {
        return Some(10);
    }
    if word.starts_with(asked) {
        return Some(7);
    }
    let letters = asked.chars().count();
    if letters >= 4 && word.contains(asked) {
        return Some(4);
    }
    let errors = match letters {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    let near = word.chars().count().abs_diff(letters) <= errors
        && strsim::osa_distance(asked, word) <= errors;
    near.then_some(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_accents_and_capitals() {
        assert_eq!(
            words("Café—“Children’s” 16-18, e\u{301}cole").collect::<Vec<_>>(),
            ["cafe", "children's", "16", "18", "ecole"]
        );
        assert_eq!(words(" \u{301} ").count(), 0);
    }

    #[test]
    fn the_likest_counts_most() {
        let similarity: Vec<_> = [
            "maths",
            "mathsematics",
            "aftermaths",
            "mahts",
            "paths",
            "moths",
            "cats",
        ]
        .map(|word| similarity("maths", word))
        .into();
        assert_eq!(
            similarity,
            [Some(10), Some(7), Some(4), Some(2), Some(2), Some(2), None]
        );
        assert_eq!(
            super::similarity("art", "ant"),
            None,
            "short words must be typed right"
        );
    }
}
