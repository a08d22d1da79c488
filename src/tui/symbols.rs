//! Symbols with a meaning, and their replacements on terminals that only show ASCII.

use std::borrow::Cow;

use ratatui::buffer::Buffer;

use super::styles::StyleRole;
pub(crate) use crate::query::outcome_counts::outcome_word;
use crate::{
    dataset::{Kind, OutcomeStatus},
    query::fact_group::FactGroup,
    text::similar_ascii,
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

/// Replaces every character outside ASCII by a similar one.
pub(crate) fn replace_non_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if !cell.symbol().is_ascii() {
            let similar = ascii(cell.symbol());
            cell.set_char(similar);
        }
    }
}

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
    fn accents_are_dropped_and_unknown_characters_become_question_marks() {
        assert_eq!(
            ["é", "ß", "東", "…", "a"].map(ascii),
            ['e', '?', '?', '~', 'a']
        );
        assert_eq!(["┌", "┐", "└", "┘"].map(ascii), ['+'; 4]);
    }
}
