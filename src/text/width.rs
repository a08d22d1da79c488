//! Text width in terminal columns: measuring and eliding.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Marks that text was left out.
pub const ELLIPSIS: &str = "…";

/// Returns true if all characters are printable ASCII, one byte and one column each.
///
/// Nearly all text is. Such text needs no Unicode tables.
#[must_use]
pub fn is_printable_ascii(text: &str) -> bool {
    // A fold without an early exit: the compiler turns it into SIMD instructions.
    text.bytes()
        .fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'))
}

/// Returns true for a character that is one column wide and never a part of a cluster with others that are, too: printable
/// ASCII, and most of the other letters and signs in our texts.
///
/// Text of such characters needs no Unicode tables, either.
#[must_use]
pub fn is_plain(character: char) -> bool {
    matches!(
        character,
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{ff}' | '‐'..='‧' | '›' | '←'..='↓' | '─'..='◼'
    )
}

/// Returns the width of the text in terminal columns.
#[must_use]
pub fn text_width(text: &str) -> usize {
    if is_printable_ascii(text) {
        return text.len();
    }
    let mut count = 0;
    let is_plain = text.chars().all(|character| {
        count += 1;
        is_plain(character)
    });
    if is_plain {
        return count;
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Shortens the text to at most `columns` columns, with [`ELLIPSIS`] in place of its end.
///
/// Text that fits is returned as it is.
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

/// Shortens the text to at most `columns` columns, with [`ELLIPSIS`] in place of its start.
///
/// Text that fits is returned as it is.
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

/// Shortens the text to at most `columns` columns, with [`ELLIPSIS`] in place of its middle.
///
/// Text that fits is returned as it is.
#[must_use]
pub fn elide_middle(text: &str, columns: usize) -> Cow<'_, str> {
    if text.len() <= columns || text_width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let end_columns = columns / 2;
    let start = elide_end(text, columns - end_columns);
    let end = elide_start(text, end_columns + 1);
    Cow::Owned(format!(
        "{}{ELLIPSIS}{}",
        start.trim_end_matches(ELLIPSIS),
        end.trim_start_matches(ELLIPSIS)
    ))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn plain_characters_are_one_column_wide_and_never_join() {
        let plain: Vec<char> = ('\0'..=char::MAX).filter(|&c| is_plain(c)).collect();
        assert!(plain.len() > 400);
        let width_of =
            |text: &str| -> usize { text.graphemes(true).map(UnicodeWidthStr::width).sum() };
        // Every character before and after every other one.
        for step in 1..plain.len() {
            let pairs = (0..plain.len()).map(|one| [plain[one], plain[(one + step) % plain.len()]]);
            let text: String = pairs.flatten().collect();
            assert_eq!(text.graphemes(true).count(), 2 * plain.len(), "{text}");
            assert_eq!(width_of(&text), 2 * plain.len(), "{text}");
        }
        for text in [
            "£5 – ’16",
            "● ◐ ◔ ✕ ·",
            "►■◊♦≡",
            "e\u{301}",
            "⌚\u{fe0f}",
            "é\u{301} 東",
        ] {
            assert_eq!(text_width(text), width_of(text), "{text}");
        }
    }

    #[test]
    fn elide_end_marks_the_cut() {
        assert_eq!(elide_end("Blackpool", 9), "Blackpool");
        assert_eq!(elide_end("Blackpool", 5), "Blac…");
        assert_eq!(elide_end("東京都", 5), "東京…");
        assert_eq!(elide_end("東京都", 4), "東…");
        assert_eq!(elide_end("ab", 0), "");
    }

    #[test]
    fn elide_start_keeps_the_end() {
        assert_eq!(elide_start("oldham-3.md", 20), "oldham-3.md");
        assert_eq!(elide_start("oldham-3.md", 6), "…-3.md");
        assert_eq!(elide_start("東京都", 4), "…都");
        assert_eq!(elide_start("ab", 1), "…");
        assert_eq!(elide_start("ab", 0), "");
    }

    #[test]
    fn elide_middle_keeps_both_ends() {
        assert_eq!(elide_middle("Blackpool", 9), "Blackpool");
        assert_eq!(elide_middle("Blackpool", 5), "Bl…ol");
        assert_eq!(elide_middle("Blackpool", 6), "Bl…ool");
        assert_eq!(elide_middle("東京都庁", 5), "東…庁");
    }

    proptest! {
        #[test]
        fn width_is_that_of_the_clusters(text in "([ -~]|[£–’…─●éÿ]|\\PC|[\u{301}\u{200d}\u{fe0f}]){0,20}") {
            let clusters = text.graphemes(true).map(UnicodeWidthStr::width);
            prop_assert_eq!(text_width(&text), clusters.sum::<usize>());
        }

        #[test]
        fn no_line_is_wider_than_asked(text in "\\PC{0,60}", columns in 2_usize..40) {
            prop_assert!(text_width(&elide_end(&text, columns)) <= columns);
            prop_assert!(text_width(&elide_middle(&text, columns)) <= columns);
        }
    }
}
