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

/// Returns the width of the text in terminal columns.
#[must_use]
pub fn text_width(text: &str) -> usize {
    if is_printable_ascii(text) {
        return text.len();
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
        fn no_line_is_wider_than_asked(text in "\\PC{0,60}", columns in 2_usize..40) {
            prop_assert!(text_width(&elide_end(&text, columns)) <= columns);
            prop_assert!(text_width(&elide_middle(&text, columns)) <= columns);
        }
    }
}
