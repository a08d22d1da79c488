//! Texts in lines of whole words.

use std::borrow::Cow;

use super::{
    width::{ELLIPSIS, text_width},
    word_wrap::{first_word_lines, shortened},
};

/// Shortens the text to at most `columns` columns after a whole word, with [`ELLIPSIS`] at its end.
/// Text that fits is returned as it is.
///
/// Only a first word that does not fit is cut.
#[must_use]
pub fn elide_words(text: &str, columns: usize) -> Cow<'_, str> {
    elide_words_with(text, columns, ELLIPSIS)
}

/// Shortens the text as [`elide_words`] does, with another mark at its end, such as `...`.
#[must_use]
pub fn elide_words_with<'t>(text: &'t str, columns: usize, ellipsis: &str) -> Cow<'t, str> {
    if text.len() <= columns || text_width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let lines = wrap_words_with(text, columns, 1, ellipsis);
    Cow::Owned(lines.into_iter().next().unwrap_or_default())
}

/// Wraps the text into at most `max_lines` lines of at most `columns` columns, between words. If
/// lines were left out, the last ends after a whole word with [`ELLIPSIS`].
#[must_use]
pub fn wrap_words(text: &str, columns: usize, max_lines: usize) -> Vec<String> {
    wrap_words_with(text, columns, max_lines, ELLIPSIS)
}

/// Wraps the text as [`wrap_words`] does, with another mark at its end, such as `...`.
#[must_use]
pub fn wrap_words_with(
    text: &str,
    columns: usize,
    max_lines: usize,
    ellipsis: &str,
) -> Vec<String> {
    if columns == 0 || max_lines == 0 {
        return Vec::new();
    }
    let mut lines = first_word_lines(text, columns, max_lines.saturating_add(1));
    let is_cut = lines.len() > max_lines;
    lines.truncate(max_lines);
    let last = lines.len();
    let line = |(number, line): (usize, std::ops::Range<usize>)| {
        if !is_cut || number + 1 < last {
            return text[line].to_string();
        }
        let shown = shortened(text, line, columns, ellipsis);
        format!("{}{ellipsis}", &text[shown])
    };
    lines.into_iter().enumerate().map(line).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn texts_end_after_a_whole_word() {
        for (text, columns, short) in [
            ("mental health", 13, "mental health"),
            ("mental health", 12, "mental…"),
            ("mental health", 7, "mental…"),
            ("mental health", 5, "ment…"),
            ("in Oldham, and elsewhere", 14, "in Oldham…"),
            ("a (b) c", 5, "a…"),
            ("with £18 million", 14, "with…"),
            ("£18 million", 9, "…"),
            ("with GBP 18 million", 17, "with…"),
            ("with GBP 18 million", 11, "with…"),
            ("GBP 6 million", 8, "…"),
            ("for 1.5 million children", 10, "for…"),
            ("for 12 children", 8, "for 12…"),
            ("東京 大阪 京都", 11, "東京 大阪…"),
            ("", 0, ""),
        ] {
            assert_eq!(elide_words(text, columns), short, "{text} {columns}");
        }
    }

    #[test]
    fn the_last_line_ends_after_a_whole_word() {
        assert_eq!(
            wrap_words("one two three four", 9, 2),
            ["one two", "three…"]
        );
        assert_eq!(wrap_words("one two three", 9, 2), ["one two", "three"]);
        assert_eq!(wrap_words("one, two", 5, 1), ["one…"]);
        assert_eq!(wrap_words("ninechars and", 9, 1), ["ninechar…"]);
        assert_eq!(wrap_words("one", 9, 0), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn short_texts_fit_and_keep_whole_words(text in "([a-zé]{1,9}[,.]?[ ]){0,12}[a-z]{1,9}", columns in 12_usize..40, max_lines in 1_usize..4) {
            let words: Vec<&str> = text.split(' ').collect();
            let lines = wrap_words(&text, columns, max_lines);
            prop_assert!(lines.len() <= max_lines);
            for line in lines.iter().map(String::as_str).chain([&*elide_words(&text, columns)]) {
                prop_assert!(text_width(line) <= columns);
                for word in line.trim_end_matches(ELLIPSIS).split(' ') {
                    prop_assert!(words.iter().any(|whole| whole.trim_end_matches([',', '.']) == word.trim_end_matches([',', '.'])), "{word:?} in {text:?}");
                }
            }
        }
    }
}
