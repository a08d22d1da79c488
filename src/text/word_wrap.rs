//! Wrapping that keeps words whole, and shortening at the end of a word.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::width::text_width;

/// Returns the parts of the text that make its lines, as ranges of bytes without the blanks between them.
///
/// Lines end at blanks only, never at hyphens. A word that is wider than a line is broken where the line is full. A text
/// without words has one empty line.
#[must_use]
pub fn word_lines(text: &str, columns: usize) -> Vec<Range<usize>> {
    first_word_lines(text, columns, usize::MAX)
}

/// Returns the first lines of [`word_lines`], at most `max_lines`, without reading the rest of the text.
#[must_use]
pub fn first_word_lines(text: &str, columns: usize, max_lines: usize) -> Vec<Range<usize>> {
    let columns = columns.max(1);
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut line = 0..0;
    let mut used = 0;
    for word in words(text) {
        let width = text_width(&text[word.clone()]);
        let gap = text_width(&text[line.end..word.start]);
        // A word may have no width of its own, such as a lone combining mark.
        if !line.is_empty() && used + gap + width <= columns {
            line.end = word.end;
            used += gap + width;
            continue;
        }
        if !line.is_empty() {
            lines.push(line);
        }
        if lines.len() >= max_lines {
            lines.truncate(max_lines);
            return lines;
        }
        if width <= columns {
            (line, used) = (word, width);
            continue;
        }
        let mut start = word.start;
        used = 0;
        for (index, grapheme) in text[word.clone()].grapheme_indices(true) {
            let at = word.start + index;
            if used > 0 && used + grapheme.width() > columns {
                lines.push(start..at);
                (start, used) = (at, 0);
            }
            used += grapheme.width();
        }
        line = start..word.end;
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines.truncate(max_lines);
    lines
}

/// Returns the words as ranges of bytes.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(|character| character != ' ')?;
        let end = text[start..]
            .find(' ')
            .map_or(text.len(), |end| start + end);
        from = end;
        Some(start..end)
    })
}

/// Returns the part of a line after which `ellipsis` fits: whole words, without punctuation at the end.
///
/// A single word that is too wide is cut.
#[must_use]
pub fn shortened(text: &str, line: Range<usize>, columns: usize, ellipsis: &str) -> Range<usize> {
    let room = columns.saturating_sub(text_width(ellipsis));
    let part = &text[line.clone()];
    let mut end = part.len();
    while text_width(&part[..end]) > room {
        let Some(blank) = part[..end].rfind(' ') else {
            let mut used = 0;
            let fits = part[..end].graphemes(true).take_while(|grapheme| {
                used += grapheme.width();
                used <= room
            });
            return line.start..line.start + fits.map(str::len).sum::<usize>();
        };
        end = blank;
    }
    let kept = part[..end].trim_end_matches([' ', ',', ';', ':', '.', '–', '-', '(']);
    let kept = if kept.is_empty() { &part[..end] } else { kept };
    let kept = without_cut_number(kept, &text[line.start + kept.len()..]);
    line.start..line.start + kept.len()
}

/// The words that make another number of the one before them.
const FACTORS: [&str; 6] = ["million", "billion", "thousand", "m", "bn", "per"];

/// Leaves out a number at the end of a part if its unit was cut off, and every sum: before an ellipsis it looks cut.
fn without_cut_number<'t>(kept: &'t str, cut_off: &str) -> &'t str {
    let (before, last) = kept.rsplit_once(' ').unwrap_or(("", kept));
    let next = cut_off.trim_start().split([' ', ',', '.', ')']).next();
    let is_cut = next.is_some_and(|word| FACTORS.contains(&word));
    let is_number = last.starts_with(|character: char| character.is_ascii_digit());
    // In ASCII, the currency is a word of its own.
    let is_ascii_sum = is_number && (before == "GBP" || before.ends_with(" GBP"));
    let left = if is_ascii_sum {
        before.strip_suffix("GBP").unwrap_or(before)
    } else if last.starts_with('£') || last == "GBP" || is_number && is_cut {
        before
    } else {
        return kept;
    };
    left.trim_end_matches([' ', ',', '('])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(text: &str, columns: usize) -> Vec<&str> {
        let lines = word_lines(text, columns).into_iter();
        lines.map(|line| &text[line]).collect()
    }

    #[test]
    fn lines_end_at_blanks_only() {
        assert_eq!(lines("a well-being plan", 10), ["a", "well-being", "plan"]);
        assert_eq!(lines("a well-being plan", 8), ["a", "well-bei", "ng plan"]);
        assert_eq!(
            lines("for 2017–20, 38 pages", 12),
            ["for 2017–20,", "38 pages"]
        );
        assert_eq!(lines("", 5), [""]);
        // Words of combining marks only have no width, and stay.
        assert_eq!(lines("\u{1134d} a", 2), ["\u{1134d} a"]);
        assert_eq!(
            lines("wide \u{113c2} wide", 4),
            ["wide", "\u{113c2}", "wide"]
        );
        assert_eq!(lines("東京都庁 is wide", 5), ["東京", "都庁", "is", "wide"]);
    }

    #[test]
    fn shortened_lines_end_with_a_whole_word() {
        let part =
            |text: &'static str, columns| &text[shortened(text, 0..text.len(), columns, "…")];
        assert_eq!(
            part("project in schools, and more", 20),
            "project in schools"
        );
        assert_eq!(part("listening and", 14), "listening and");
        assert_eq!(part("(a", 3), "(a");
        assert_eq!(part("Antidisestablishment", 6), "Antid");
        assert_eq!(part("-", 2), "-");
    }

    proptest! {
        #[test]
        fn lines_fit_and_hold_every_word(text in "\\PC{0,80}", columns in 2_usize..30) {
            let lines = word_lines(&text, columns);
            let mut kept = String::new();
            for line in &lines {
                let part = &text[line.clone()];
                // A single character can be wider than the line.
                prop_assert!(text_width(part) <= columns || part.graphemes(true).count() == 1);
                kept.push_str(&text[line.clone()]);
                let short = shortened(&text, line.clone(), columns, "…");
                prop_assert!(text_width(&text[short]) < columns);
            }
            prop_assert_eq!(kept.replace(' ', ""), text.replace(' ', ""));
            let first = first_word_lines(&text, columns, 2);
            prop_assert_eq!(&first[..], &lines[..lines.len().min(2)]);
        }
    }
}
