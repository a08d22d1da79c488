//! Text that fits: cut with a sign, or wrapped by words, by the width that a terminal gives it.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::dataset::text::is_plain;

/// Says that something was cut.
pub const ELLIPSIS: &str = "…";

/// How many columns the text takes.
#[must_use]
pub fn text_width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The text if it fits into so many columns, else as much of it as fits with a sign that something is missing.
#[must_use]
pub fn elide_end(text: &str, columns: usize) -> Cow<'_, str> {
    if text.len() <= columns || text_width(text) <= columns {
        return Cow::Borrowed(text);
    }
    if columns == 0 {
        return Cow::Borrowed("");
    }
    let mut used = 0;
    let fits = text.graphemes(true).take_while(|grapheme| {
        used += grapheme.width();
        used < columns
    });
    let kept_bytes: usize = fits.map(str::len).sum();
    Cow::Owned(format!("{}{ELLIPSIS}", text[..kept_bytes].trim_end()))
}

/// The text if it fits into so many columns, else as much of its end as fits after a sign that something is missing.
#[must_use]
pub fn elide_start(text: &str, columns: usize) -> Cow<'_, str> {
    if text_width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mut used = 0;
    let fits = text.graphemes(true).rev().take_while(|grapheme| {
        used += grapheme.width();
        used < columns
    });
    let kept_bytes: usize = fits.map(str::len).sum();
    if columns == 0 {
        Cow::Borrowed("")
    } else {
        Cow::Owned(format!("{ELLIPSIS}{}", &text[text.len() - kept_bytes..]))
    }
}

/// The text in lines of at most so many columns, broken between words where that is possible.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<Cow<'_, str>> {
    let options = textwrap::Options::new(columns.max(1));
    // In plain text with nothing but letters beside the blanks and hyphens, the tables of Unicode find the same words.
    let simple = is_plain(text) && !text.contains(BREAKS);
    textwrap::wrap(
        text,
        if simple {
            options.word_separator(textwrap::WordSeparator::AsciiSpace)
        } else {
            options
        },
    )
}

/// After these a line may end, though no blank follows.
const BREAKS: [char; 9] = ['/', '?', '!', '|', '}', ']', '%', '&', '<'];

/// The first lines of a wrapped text; if there are more, the last of them ends with a sign.
#[must_use]
pub fn wrap_lines(text: &str, columns: usize, most: usize) -> Vec<String> {
    let lines = wrap(text, columns);
    let more = lines.len() > most;
    let mut lines: Vec<String> = lines.into_iter().take(most).map(Cow::into_owned).collect();
    if let Some(last) = lines.last_mut().filter(|_| more) {
        *last = elide_end(
            &format!("{last} {ELLIPSIS}{ELLIPSIS}"),
            columns.min(text_width(last) + 1),
        )
        .into_owned();
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cuts_with_a_sign() {
        assert_eq!(elide_end("Blackpool", 9), "Blackpool");
        assert_eq!(elide_end("Blackpool", 5), "Blac…");
        assert_eq!(elide_end("東京都", 5), "東京…");
        assert_eq!(elide_end("東京都", 4), "東…");
        assert_eq!(elide_end("ab", 0), "");
    }

    #[test]
    fn shows_the_end_where_letters_are_added() {
        assert_eq!(elide_start("oldham-3.md", 20), "oldham-3.md");
        assert_eq!(elide_start("oldham-3.md", 6), "…-3.md");
        assert_eq!(elide_start("東京都", 4), "…都");
        assert_eq!(elide_start("ab", 1), "…");
        assert_eq!(elide_start("ab", 0), "");
    }

    #[test]
    fn a_wrapped_text_that_goes_on_says_so() {
        assert_eq!(
            wrap_lines("one two three four", 9, 2),
            ["one two", "three…"]
        );
        assert_eq!(wrap_lines("one two", 9, 2), ["one two"]);
        assert_eq!(
            wrap_lines("ninechars ninechars and", 9, 2),
            ["ninechars", "ninechar…"]
        );
    }

    #[test]
    fn the_quick_way_to_wrap_gives_the_same_lines() {
        let dataset = crate::dataset::Dataset::bundled();
        let snapshot = crate::query::snapshot::Snapshot::latest(&dataset);
        for item in dataset.item_indices_in_order() {
            let text = crate::query::describe::quote(snapshot, item);
            for columns in [9, 24, 37, 60] {
                for line in text.lines() {
                    assert_eq!(wrap(line, columns), textwrap::wrap(line, columns));
                }
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_asked(text in "\\PC{0,60}", columns in 2_usize..40) {
            prop_assert!(text_width(&elide_end(&text, columns)) <= columns);
            for line in wrap_lines(&text, columns, 3) {
                prop_assert!(text_width(&elide_end(&line, columns)) <= columns);
            }
        }
    }
}
