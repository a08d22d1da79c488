//! Symbols with a meaning, and their replacements on terminals that only show ASCII.

use ratatui::buffer::Buffer;

/// Marks the selected item of a list.
pub(crate) const SELECTED: &str = "›";
/// A published plan.
pub(crate) const PUBLISHED: &str = "✓";
/// A plan that is not published yet.
pub(crate) const PENDING: &str = "○";
/// An unknown value, where there is no room for words.
pub(crate) const UNKNOWN: &str = "–";
/// Present on the map; an event on the timeline.
pub(crate) const PRESENT: &str = "●";
/// The selected event on the timeline.
pub(crate) const SELECTED_EVENT: &str = "◆";

/// Returns arrows that show whether there is more above and below.
#[must_use]
pub(crate) fn scroll_arrows(above: bool, below: bool) -> &'static str {
    match (above, below) {
        (true, true) => "↑↓",
        (true, false) => "↑",
        (false, true) => "↓",
        (false, false) => "",
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
    use unicode_normalization::UnicodeNormalization;
    match symbol {
        "─" | "–" | "—" | "‐" | "‑" | "░" => '-',
        "│" => '|',
        "┬" | "┴" | "┼" | "├" | "┤" | PUBLISHED => '+',
        SELECTED | "→" => '>',
        "←" => '<',
        PENDING => 'o',
        PRESENT => '*',
        "·" => '.',
        "…" => '~',
        "↑" | "▲" => '^',
        "↓" | "▼" => 'v',
        "‘" | "’" => '\'',
        "“" | "”" => '"',
        "▒" => '=',
        // ISO 646-GB, the British variant of ASCII, has the pound sign in place of `#`.
        "£" | SELECTED_EVENT | "▓" | "█" => '#',
        // Canonical decomposition (NFD) puts the base letter before its accents.
        _ => symbol.nfd().next().filter(char::is_ascii).unwrap_or('?'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_are_dropped_and_unknown_characters_become_question_marks() {
        assert_eq!(
            ["é", "ß", "東", "…", "a"].map(ascii),
            ['e', '?', '?', '~', 'a']
        );
    }
}
