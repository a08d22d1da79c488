//! Text for terminals that show no other characters than ASCII.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

/// Returns the text in ASCII: a pound sign becomes `GBP `, accents are left out, and quotation marks, dashes and arrows become
/// similar ones. Other characters become question marks.
///
/// # Examples
///
/// ```
/// use opportunity_areas::text::to_ascii;
///
/// assert_eq!(to_ascii("“Môn” – £5 → £6…"), "\"Mon\" - GBP 5 -> GBP 6...");
/// ```
#[must_use]
pub fn to_ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '£' => out.push_str("GBP "),
            '€' => out.push_str("EUR "),
            '…' => out.push_str("..."),
            '→' => out.push_str("->"),
            '←' => out.push_str("<-"),
            '½' => out.push_str("1/2"),
            '¼' => out.push_str("1/4"),
            '¾' => out.push_str("3/4"),
            // A mark over the letter before it.
            _ if unicode_normalization::char::is_combining_mark(character) => {}
            _ => out.push(similar_ascii(character)),
        }
    }
    Cow::Owned(out)
}

/// Returns a similar ASCII character, or a question mark.
#[must_use]
pub fn similar_ascii(character: char) -> char {
    match character {
        '─' | '–' | '—' | '‐' | '‑' | '−' => '-',
        '│' => '|',
        '·' | '•' => '.',
        '…' => '~',
        '→' | '›' => '>',
        '←' | '‹' => '<',
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '×' => 'x',
        // ISO 646-GB, the British variant of ASCII, has the pound sign in place of `#`.
        '£' => '#',
        '\u{a0}' | '\u{202f}' => ' ',
        // Canonical decomposition (NFD) puts the base letter before its accents.
        _ => character.nfd().next().filter(char::is_ascii).unwrap_or('?'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_keeps_its_meaning() {
        for (text, ascii) in [
            ("plain", "plain"),
            ("£500,000 – about half", "GBP 500,000 - about half"),
            ("the council’s “plan”", "the council's \"plan\""),
            ("Ynys Môn, e\u{301}cole", "Ynys Mon, ecole"),
            ("50% → 60%…", "50% -> 60%..."),
            ("2\u{a0}½ × 3 • 東", "2 1/2 x 3 . ?"),
        ] {
            assert_eq!(to_ascii(text), ascii);
        }
    }

    #[test]
    fn every_character_has_one_in_its_place() {
        assert!(('\0'..=char::MAX).all(|character| similar_ascii(character).is_ascii()));
    }
}
