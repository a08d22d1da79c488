//! Symbols about whose width terminals do not agree: emoji, and clusters of several characters.
//!
//! Some terminals show a cluster such as a family in two columns, others each of its characters, and others again take the
//! selector that makes `✌` an emoji for nothing. So the cells under such a symbol are cleared first, since it may leave one
//! of them as it was, and what follows is written again, at an absolute position, since it may cover that, too.

use unicode_width::UnicodeWidthChar as _;

/// The first character of the planes of emoji. Many of them are wide only in new versions of Unicode.
const FIRST_EMOJI: char = '\u{1f000}';

/// Returns false if all terminals need the same columns for a symbol: a letter with an accent has three bytes, and other
/// characters that are wide in all terminals have no more.
pub(super) fn may_have_most_columns(symbol: &str) -> bool {
    symbol.len() > 3
}

/// Returns the most columns that a terminal may need for a symbol that is `columns` wide in Unicode; `None` if all
/// terminals need these.
pub(super) fn most_columns(symbol: &str, columns: u8) -> Option<u8> {
    if !may_have_most_columns(symbol) {
        return None;
    }
    let mut characters = symbol.chars();
    let first = characters.next()?;
    let most = symbol
        .chars()
        .map(most_columns_of)
        .fold(0, u8::saturating_add);
    let is_certain = if characters.as_str().is_empty() {
        first < FIRST_EMOJI
    } else {
        characters.all(is_accent) && most == columns
    };
    (!is_certain).then(|| most.max(columns))
}

/// Returns the most columns of one character of a cluster.
fn most_columns_of(character: char) -> u8 {
    match character {
        // Half a flag, which some terminals show as a wide letter.
        '\u{1f1e6}'..='\u{1f1ff}' => 2,
        _ => character
            .width()
            .and_then(|columns| columns.try_into().ok())
            .unwrap_or(0),
    }
}

/// Returns true for a mark that all terminals put on the character before it, or that none shows.
fn is_accent(character: char) -> bool {
    character.width() == Some(0)
        && !matches!(character, '\u{200b}'..='\u{200d}' | '\u{20e3}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..)
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr as _;

    use super::*;

    fn most(symbol: &str) -> Option<u8> {
        most_columns(symbol, u8::try_from(symbol.width()).expect("few columns"))
    }

    #[test]
    fn clusters_are_as_wide_as_the_characters_in_them_at_most() {
        for (symbol, columns) in [
            ("a", None),
            ("é", None),
            ("e\u{301}", None),
            ("e\u{301}\u{323}", None),
            ("語", None),
            ("…", None),
            ("…\u{200e}", None),
            ("𝄞", None),
            ("🙂", Some(2)),
            ("🫠", Some(2)),
            ("✌\u{fe0f}", Some(2)),
            ("❤\u{fe0f}", Some(2)),
            ("⌚\u{fe0e}", Some(2)),
            ("1\u{fe0f}\u{20e3}", Some(2)),
            ("👍🏽", Some(4)),
            ("🇬🇧", Some(4)),
            ("👩\u{200d}🔬", Some(4)),
            ("👨\u{200d}👩\u{200d}👧\u{200d}👦", Some(8)),
        ] {
            assert_eq!(most(symbol), columns, "{symbol:?}");
        }
    }
}
