//! Wrapping where the Unicode line breaking algorithm (UAX #14) allows it, at hyphens, and within words that are too long.
//!
//! The lines are those of `textwrap`. Most words need none of its tables, and most lines no memory.

use std::borrow::Cow;

use textwrap::{WordSplitter, core::display_width};
use unicode_linebreak::linebreaks;

const SOFT_HYPHEN: char = '\u{ad}';
const OPENING_QUOTES: [char; 4] = ['“', '‘', '«', '‹'];
const CLOSING_QUOTES: [char; 4] = ['”', '’', '»', '›'];

/// Wraps the text into lines of at most `columns` columns, between words where possible.
///
/// A word longer than a line is broken.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<Cow<'_, str>> {
    wrap_hanging(text, columns, "")
}

/// Wraps the text as [`wrap`] does and indents all lines but the first.
#[must_use]
pub fn wrap_hanging<'t>(text: &'t str, columns: usize, indent: &str) -> Vec<Cow<'t, str>> {
    let columns = columns.max(1);
    let mut wrapping = Wrapping {
        indent,
        columns,
        hanging_columns: columns.saturating_sub(display_width(indent)),
        lines: Vec::new(),
    };
    for paragraph in text.split('\n') {
        wrapping.wrap_paragraph(paragraph);
    }
    wrapping.lines
}

/// The lines so far, and the room for more.
struct Wrapping<'t, 'i> {
    indent: &'i str,
    /// Columns of the first line.
    columns: usize,
    /// Columns of the other lines, without their indent.
    hanging_columns: usize,
    lines: Vec<Cow<'t, str>>,
}

impl<'t> Wrapping<'t, '_> {
    fn wrap_paragraph(&mut self, text: &'t str) {
        let (mut start, mut end, mut used) = (0, 0, 0);
        for_each_word(text, &mut |word| {
            for_each_part(text, &word, self.hanging_columns, &mut |part| {
                if used + part.width > self.room() && part.start > start {
                    self.push(&text[start..end]);
                    (start, used) = (part.start, 0);
                }
                end = part.end;
                used += part.width + part.blanks;
            });
        });
        self.push(&text[start..end]);
    }

    fn room(&self) -> usize {
        if self.lines.is_empty() {
            self.columns
        } else {
            self.hanging_columns
        }
    }

    fn push(&mut self, line: &'t str) {
        self.lines
            .push(if self.lines.is_empty() || self.indent.is_empty() {
                Cow::Borrowed(line)
            } else {
                Cow::Owned([self.indent, line].concat())
            });
    }
}

/// A part of a text after which a line can end, and the blanks after it.
struct WordSpan {
    start: usize,
    end: usize,
    width: usize,
    blanks: usize,
}

/// Calls `visit` with each word of a text, in order.
fn for_each_word(text: &str, visit: &mut dyn FnMut(WordSpan)) {
    let bytes = text.as_bytes();
    let (mut start, mut index, mut is_plain) = (0, 0, true);
    while index < bytes.len() {
        let byte = bytes[index];
        if byte != b' ' {
            is_plain &= is_plain_byte(byte) || (byte == b'(' && index == start);
            index += 1;
            continue;
        }
        let end = index;
        index += bytes[end..]
            .iter()
            .take_while(|&&byte| byte == b' ')
            .count();
        if can_end_word(&text[..end]) && bytes.get(index).copied().is_none_or(can_start_word) {
            visit_span(text, start, end, index, is_plain, visit);
            (start, is_plain) = (index, true);
        } else {
            is_plain = false;
        }
    }
    if start < bytes.len() {
        visit_span(text, start, bytes.len(), bytes.len(), is_plain, visit);
    }
}

/// Calls `visit` with each word between two blanks at which a line can end. A plain one is one word.
fn visit_span(
    text: &str,
    start: usize,
    end: usize,
    next: usize,
    is_plain: bool,
    visit: &mut dyn FnMut(WordSpan),
) {
    if is_plain {
        return visit(WordSpan {
            start,
            end,
            width: end - start,
            blanks: next - end,
        });
    }
    let (span, mut word_start) = (&text[start..next], start);
    for (index, _) in linebreaks(span) {
        let to = start + index;
        if to < next && !can_divide(&text[start..to], &text[to..]) {
            continue;
        }
        let word = text[word_start..to].trim_end_matches(' ');
        visit(WordSpan {
            start: word_start,
            end: word_start + word.len(),
            width: display_width(word),
            blanks: to - word_start - word.len(),
        });
        word_start = to;
    }
}

/// Returns true for characters of words that UAX #14 does not divide, whatever their order. Hyphens are for [`for_each_part`].
fn is_plain_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'-' | b'\'' | b'"' | b'.' | b',' | b';' | b':' | b'_' | b')'
        )
}

/// Returns true if UAX #14 never keeps the end of a text together with what follows the blank after it.
fn can_end_word(text: &str) -> bool {
    text.bytes().next_back().is_none_or(|byte| {
        byte.is_ascii_alphanumeric()
            || matches!(
                byte,
                b'.' | b',' | b';' | b':' | b')' | b']' | b'%' | b'!' | b'?' | b'"' | b'\''
            )
    }) || text.ends_with(CLOSING_QUOTES)
}

/// Returns true for characters that UAX #14 never keeps together with what is before the blank before them.
fn can_start_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'(' | b'[')
}

/// Returns false for places where UAX #14 allows a break, and we do not.
///
/// Dividing at a hyphen is for [`for_each_part`], and no line shows a soft one. A quotation mark stays with the quotation,
/// even with a blank between them: rules `LB15a` and `LB15b`, which are younger than `unicode-linebreak`.
fn can_divide(before: &str, after: &str) -> bool {
    if before.ends_with(['-', SOFT_HYPHEN]) {
        return false;
    }
    let words = before.trim_end_matches(' ');
    if words.len() == before.len() {
        return true;
    }
    let opens = words
        .strip_suffix(OPENING_QUOTES)
        .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
    let closes = after
        .strip_prefix(CLOSING_QUOTES)
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    !opens && !closes
}

/// Calls `visit` with each part of a word: it can be divided after a hyphen, and anywhere if it is wider than a line.
fn for_each_part(text: &str, word: &WordSpan, columns: usize, visit: &mut dyn FnMut(WordSpan)) {
    let letters = &text[word.start..word.end];
    let mut points = Vec::new();
    if letters.contains('-') {
        points = WordSplitter::HyphenSplitter.split_points(letters);
    }
    points.push(letters.len());
    let mut from = 0;
    for to in points {
        let (start, end) = (word.start + from, word.start + to);
        let is_all = (from, to) == (0, letters.len());
        let part = WordSpan {
            start,
            end,
            width: if is_all {
                word.width
            } else {
                display_width(&letters[from..to])
            },
            blanks: if to == letters.len() { word.blanks } else { 0 },
        };
        if part.width > columns {
            break_apart(text, &part, columns, visit);
        } else {
            visit(part);
        }
        from = to;
    }
}

/// Calls `visit` with pieces of a word that are at most so wide, or one character.
fn break_apart(text: &str, word: &WordSpan, columns: usize, visit: &mut dyn FnMut(WordSpan)) {
    let (mut start, mut used) = (word.start, 0);
    for (index, character) in text[word.start..word.end].char_indices() {
        let width = display_width(character.encode_utf8(&mut [0; 4]));
        if used > 0 && used + width > columns {
            let end = word.start + index;
            visit(WordSpan {
                start,
                end,
                width: used,
                blanks: 0,
            });
            (start, used) = (end, 0);
        }
        used += width;
    }
    visit(WordSpan {
        start,
        end: word.end,
        width: used,
        blanks: word.blanks,
    });
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use textwrap::{Options, WordSeparator, core::Word};

    use super::*;

    /// Returns the lines of the crate that takes no short cuts, with all places where UAX #14 allows a break.
    fn lines_of_textwrap<'t>(text: &'t str, columns: usize, indent: &'t str) -> Vec<Cow<'t, str>> {
        textwrap::wrap(
            text,
            Options::new(columns)
                .subsequent_indent(indent)
                .word_separator(WordSeparator::Custom(words)),
        )
    }

    fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
        let allowed = linebreaks(line)
            .map(|(end, _)| end)
            .filter(|&end| end == line.len() || can_divide(&line[..end], &line[end..]));
        // Allowed since Unicode 15.1 after a closing quotation mark and a blank.
        let brackets = line.match_indices(['(', '[']).map(|(index, _)| index);
        let brackets = brackets.filter(|&index| {
            let words = line[..index].trim_end_matches(' ');
            words.len() < index && (words.ends_with(['"', '\'']) || words.ends_with(CLOSING_QUOTES))
        });
        let mut ends: Vec<usize> = allowed.chain(brackets).collect();
        ends.sort_unstable();
        ends.dedup();
        let mut start = 0;
        Box::new(ends.into_iter().filter(|&end| end > 0).map(move |end| {
            let word = Word::from(&line[start..end]);
            start = end;
            word
        }))
    }

    #[test]
    fn facts_have_the_lines_of_textwrap() {
        let dataset = crate::dataset::Dataset::bundled();
        let snapshot = crate::query::snapshot::Snapshot::latest(&dataset);
        for item in dataset.item_indices() {
            let text = crate::query::describe::quote(snapshot, item);
            for columns in [9, 24, 37, 60] {
                for line in text.lines() {
                    assert_eq!(wrap(line, columns), lines_of_textwrap(line, columns, ""));
                }
            }
        }
    }

    #[test]
    fn lines_end_where_unicode_allows_it() {
        for (text, lines) in [
            ("東京都", ["東京", "都"]),
            ("and/or", ["and/", "or"]),
            ("well-known", ["well-", "known"]),
            ("2017–18", ["2017–", "18"]),
            ("one\u{200b}two", ["one\u{200b}", "two"]),
            ("one £5", ["one", "£5"]),
            ("£5 20%.", ["£5", "20%."]),
            ("“a” (b)", ["“a”", "(b)"]),
            ("\"a\" [b]", ["\"a\"", "[b]"]),
            ("a « b »", ["a", "« b »"]),
            ("“ a ” b", ["“ a ”", "b"]),
        ] {
            assert_eq!(wrap(text, 5), lines, "{text}");
        }
    }

    #[test]
    fn every_paragraph_but_the_first_is_indented() {
        assert_eq!(
            wrap_hanging("one two\nthree four", 7, "  "),
            ["one two", "  three", "  four"]
        );
        assert_eq!(wrap("", 7), [""]);
        assert_eq!(wrap("one\n\ntwo", 7), ["one", "", "two"]);
    }

    proptest! {
        #[test]
        fn lines_are_those_of_textwrap(
            text in prop_oneof![
                "([a-z]{1,9}[-/.,;:!?%&)\\]’”]{0,2} {1,2}[(\\[£–“‘'\"]{0,2}){0,12}",
                "[ -~]{0,60}",
                "([a-zé東 -/:-@\\[-`{-~‐–—‘’“”…£€\u{301}\u{ad}\u{a0}\u{200b}]{1,9} ?){0,9}",
            ],
            columns in 1_usize..30,
            indent in "[ ]{0,4}",
        ) {
            prop_assert_eq!(
                wrap_hanging(&text, columns, &indent),
                lines_of_textwrap(&text, columns, &indent)
            );
        }
    }
}
