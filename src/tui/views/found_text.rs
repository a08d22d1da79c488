//! The part of a long text that is shown where a word was found in it.

use std::{borrow::Cow, ops::Range};

use crate::text::{ELLIPSIS, first_word_lines, shortened};

/// The fewest columns of a text that is cut. In narrower ones there is no room for a long word or sum after the ellipsis.
const MIN_COLUMNS: usize = 24;
/// The fewest words before the word found, in a text that is cut.
const WORDS_BEFORE: usize = 3;

/// Returns a text that has `lines` of `columns`. If the word at a position is not in them, the text begins with an ellipsis
/// some words before it.
#[must_use]
pub(super) fn shown_from(
    text: &str,
    position: usize,
    columns: usize,
    lines: usize,
) -> Cow<'_, str> {
    if position == 0 || columns < MIN_COLUMNS || is_in_lines(text, position, columns, lines) {
        return Cow::Borrowed(text);
    }
    match cut_at(text, position, columns, lines) {
        0 => Cow::Borrowed(text),
        start => Cow::Owned(format!("{ELLIPSIS}{}", &text[start..])),
    }
}

/// Returns true if a position of a text is in its first lines.
fn is_in_lines(text: &str, position: usize, columns: usize, lines: usize) -> bool {
    let columns = columns.max(1);
    let first = first_word_lines(text, columns, lines + 1);
    let visible = &first[..first.len().min(lines)];
    // The ellipsis takes the end of the last line.
    let shown = |line: &Range<usize>| shortened(text, line.clone(), columns, ELLIPSIS).end;
    first.len() <= lines || visible.last().is_some_and(|line| position < shown(line))
}

/// Returns the beginning of a word before a position: a few words before it, or more of them where the rest of the text does
/// not fill its lines.
fn cut_at(text: &str, position: usize, columns: usize, lines: usize) -> usize {
    let blanks = text[..position].match_indices(' ').map(|(blank, _)| blank);
    let starts: Vec<usize> = blanks.map(|blank| blank + 1).collect();
    let near = starts.len().saturating_sub(WORDS_BEFORE + 1);
    let fills = |start: usize| {
        let shown = format!("{ELLIPSIS}{}", &text[start..]);
        first_word_lines(&shown, columns.max(1), lines + 1).len() <= lines
    };
    // The earliest word from which everything fits: the text ends at the end of its lines.
    let whole = starts.partition_point(|&start| !fills(start));
    starts.get(whole.min(near)).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_before_the_words_found() {
        let text = "one two three four five six seven eight";
        let start = text.find("seven").expect("it is there");
        assert_eq!(
            &text[cut_at(text, start, 15, 1)..],
            "four five six seven eight"
        );
        assert!(is_in_lines(text, 4, 20, 1) && !is_in_lines(text, start, 20, 1));
        assert!(is_in_lines(text, start, 20, 2));
    }

    #[test]
    fn cut_text_fills_its_lines_from_the_end() {
        let text = "one two three four five six seven eight";
        let start = text.find("eight").expect("it is there");
        let shown = |columns, lines| format!("…{}", &text[cut_at(text, start, columns, lines)..]);
        assert_eq!(shown(34, 1), "…three four five six seven eight");
        assert_eq!(shown(20, 2), "…two three four five six seven eight");
        assert_eq!(shown(10, 1), "…five six seven eight");
    }
}
