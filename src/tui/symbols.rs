//! Symbols with a meaning, and their replacements on terminals that only show ASCII.

use std::borrow::Cow;

use ratatui::buffer::{Buffer, Cell};

use super::styles::StyleRole;
pub(crate) use crate::query::outcome_counts::outcome_word;
use crate::{
    dataset::{Kind, OutcomeStatus},
    query::fact_group::FactGroup,
    text::{ELLIPSIS, similar_ascii},
};

/// A plan that is not published yet.
pub(crate) const PENDING: &str = "○";
/// An unknown value, where there is no room for words.
pub(crate) const UNKNOWN: &str = "–";
/// Present on the map; an event on the timeline.
pub(crate) const PRESENT: &str = "●";

/// The bar at the left of the selected item.
pub(crate) const BAR: &str = "▌";
/// The scroll bar.
pub(crate) const THUMB: &str = "┃";

/// Returns the sign of a group of facts, one column wide: with any character, or in ASCII.
#[must_use]
pub(crate) fn kind_sign(group: FactGroup, ascii: bool) -> &'static str {
    let [sign, ascii_sign] = match group {
        FactGroup::Target => ["○", "o"],
        FactGroup::Action => ["►", "*"],
        FactGroup::Result => ["■", "="],
        FactGroup::Reason => ["◊", "?"],
        FactGroup::Money => ["£", "+"],
        FactGroup::Event => ["♦", "@"],
        FactGroup::Note => ["≡", "-"],
    };
    if ascii { ascii_sign } else { sign }
}

/// Returns the sign of a kind of fact and its role.
#[must_use]
pub(crate) fn kind_mark(kind: Kind, ascii: bool) -> (&'static str, StyleRole) {
    let group = FactGroup::of(kind);
    (kind_sign(group, ascii), StyleRole::Kind(group))
}

/// Returns the sign of an outcome, one column wide: with any character, or in ASCII.
#[must_use]
pub(crate) fn outcome_sign(outcome: Option<OutcomeStatus>, ascii: bool) -> &'static str {
    let [sign, ascii_sign] = match outcome {
        Some(OutcomeStatus::Met) => ["●", "Y"],
        Some(OutcomeStatus::PartlyMet) => ["◐", "~"],
        Some(OutcomeStatus::InProgress) => ["◔", "/"],
        Some(OutcomeStatus::NotMet) => ["✕", "N"],
        None => ["·", "."],
    };
    if ascii { ascii_sign } else { sign }
}

/// Returns text as it can be shown: without other characters than ASCII, a pound sign becomes `GBP `. Such text must be
/// replaced before it is measured.
#[must_use]
pub(crate) fn shown_text(text: &str, ascii: bool) -> Cow<'_, str> {
    if ascii && text.contains(['£', '…']) {
        Cow::Owned(text.replace('£', "GBP ").replace('…', "..."))
    } else {
        Cow::Borrowed(text)
    }
}

/// Replaces every character outside ASCII by a similar one, and ellipses by three dots.
pub(crate) fn replace_non_ascii(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        for x in 0..row.len() {
            if row[x].symbol() == ELLIPSIS {
                spell_ellipsis(row, x);
            }
        }
    }
    for cell in &mut buffer.content {
        if !cell.symbol().is_ascii() {
            let similar = ascii(cell.symbol());
            cell.set_char(similar);
        }
    }
}

/// Writes three dots for the ellipsis at a column: over the blanks after it, of which one stays, and instead of the word
/// before it if there are not enough.
fn spell_ellipsis(row: &mut [Cell], x: usize) {
    let is_blank = |cell: &Cell| cell.symbol() == " ";
    let after = &row[x + 1..];
    let blanks = after.iter().take_while(|cell| is_blank(cell)).count();
    let free = if blanks == after.len() {
        blanks
    } else {
        blanks.saturating_sub(1)
    };
    let last = x + free.min(DOTS - 1);
    let word = row[..x]
        .iter()
        .rposition(is_blank)
        .map_or(0, |blank| blank + 1);
    let follows_word = word >= 2 && !is_blank(&row[word - 2]);
    let (first, last) = if last == x + DOTS - 1 {
        (x, last)
    } else if word < x && follows_word {
        // Nor does punctuation stay in front of the dots.
        let is_punctuation = matches!(row[word - 2].symbol(), "," | ";" | ":" | "." | "-");
        let first = word - 1 - usize::from(is_punctuation);
        (first, first + DOTS - 1)
    } else if word < x {
        // A single word is cut.
        (last.saturating_sub(DOTS - 1).max(word), last)
    } else {
        // The start of a text is cut.
        let before = row[..x].iter().rev();
        let before = before.take_while(|cell| is_blank(cell)).count();
        let free = if before == x {
            before
        } else {
            before.saturating_sub(1)
        };
        let first = x - free.min(x + DOTS - 1 - last);
        (first, (first + DOTS - 1).min(row.len() - 1))
    };
    let style = row[x].style();
    for (column, cell) in row.iter_mut().enumerate().take(x.max(last) + 1).skip(first) {
        cell.set_char(if column <= last { '.' } else { ' ' });
        cell.set_style(style);
    }
}

/// The dots of an ellipsis in ASCII.
const DOTS: usize = 3;

/// Returns a similar ASCII character, or a question mark.
fn ascii(symbol: &str) -> char {
    match symbol {
        "░" | "≡" => '-',
        "━" | "╸" | "■" => '=',
        "╮" | "╭" | "┊" => '|',
        "┬" | "┴" | "┼" | "├" | "┤" | "┌" | "┐" | "└" | "┘" | "✓" => '+',
        PENDING => 'o',
        PRESENT | "►" => '*',
        "◊" => '?',
        "♦" => '@',
        "◐" => '~',
        "◔" => '/',
        "✕" => 'N',
        BAR => '>',
        "↑" | "▲" => '^',
        "↓" | "▼" => 'v',
        "▒" => '=',
        "◇" => '%',
        "◆" | "▓" | "█" | THUMB => '#',
        _ => symbol.chars().next().map_or('?', similar_ascii),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_have_a_currency_in_ascii_and_signs_one_column() {
        assert_eq!(shown_text("£500,000 …", true), "GBP 500,000 ...");
        assert_eq!(shown_text("£500,000 …", false), "£500,000 …");
        for group in FactGroup::ALL {
            assert!(kind_sign(group, true).is_ascii());
            assert_eq!(
                crate::text::text_width(kind_sign(group, false)),
                1,
                "{group:?}"
            );
        }
        for outcome in crate::tui::styles::OUTCOMES {
            assert!(outcome_sign(outcome, true).is_ascii());
            assert_eq!(crate::text::text_width(outcome_sign(outcome, false)), 1);
        }
        assert_eq!(kind_mark(Kind::SharedAction, true).0, "*");
        assert_eq!(outcome_word(None), "not known");
    }

    #[test]
    fn an_ellipsis_is_three_dots_and_cuts_no_sum() {
        for (shown, expected) in [
            ("one two…   ", "one two...  "),
            ("one two…", "one..."),
            ("one two… 5", "one...   5"),
            ("one two…  5", "one...    5"),
            ("one, two…", "one..."),
            ("GBP 6…", "GBP..."),
            ("single… 5", "sing... 5"),
            ("  …text", "...text"),
            ("a …text", "a ...xt"),
            ("…", "."),
        ] {
            let mut buffer = Buffer::with_lines([shown]);
            replace_non_ascii(&mut buffer);
            let line: String = buffer.content.iter().map(Cell::symbol).collect();
            assert_eq!(line.trim_end(), expected.trim_end(), "{shown}");
        }
    }

    #[test]
    fn accents_are_dropped_and_unknown_characters_become_question_marks() {
        assert_eq!(
            ["é", "ß", "東", "…", "a"].map(ascii),
            ['e', '?', '?', '~', 'a']
        );
        assert_eq!(["┌", "┐", "└", "┘"].map(ascii), ['+'; 4]);
    }
}
