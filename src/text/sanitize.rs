//! Text from outside, made safe to print on a terminal.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar as _;

use super::width::is_printable_ascii;

/// The most marks kept on one letter. No language uses more, and the longest emoji sequences have
/// about ten.
const MAX_MARKS: usize = 32;

/// Replaces every character that a terminal would obey with a visible one.
///
/// C0 controls become their control picture (␛ for escape), all others their code (`<U+202E>`).
/// Combining marks after the 32nd on one letter become a single U+FFFD, because a flood of them
/// fills the screen or the connection.
///
/// The result is unchanged by a second call. Text that needs no change is borrowed.
#[must_use]
pub fn sanitize(raw: &str) -> Cow<'_, str> {
    if is_printable_ascii(raw) || !(raw.contains(is_obeyed) || has_mark_flood(raw)) {
        return Cow::Borrowed(raw);
    }
    let mut safe = String::with_capacity(raw.len() + 16);
    let mut marks = 0;
    for character in raw.chars() {
        marks = if is_mark(character) && !is_obeyed(character) {
            marks + 1
        } else {
            0
        };
        match character {
            _ if marks == MAX_MARKS + 1 => safe.push('\u{fffd}'),
            _ if marks > MAX_MARKS => {}
            '\0'..='\x1f' => {
                safe.push(char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}'));
            }
            '\x7f' => safe.push('\u{2421}'),
            _ if is_obeyed(character) => {
                safe.push_str(&format!("<U+{:04X}>", u32::from(character)));
            }
            _ => safe.push(character),
        }
    }
    Cow::Owned(safe)
}

/// Returns true for characters that a terminal would obey instead of showing, or that could mislead
/// the reader: C0 and C1 controls, delete, line and paragraph separators, bidirectional embeddings,
/// overrides and isolates.
fn is_obeyed(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns true for characters without a width of their own, which join the one before.
fn is_mark(character: char) -> bool {
    !character.is_control() && character.width() == Some(0)
}

/// Returns true if more than [`MAX_MARKS`] marks follow each other.
fn has_mark_flood(text: &str) -> bool {
    let mut marks = 0;
    text.chars().any(|character| {
        marks = if is_mark(character) { marks + 1 } else { 0 };
        marks > MAX_MARKS
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_that_a_terminal_obeys_is_left() {
        for code in (0..0x20)
            .chain([0x7f])
            .chain(0x80..0xa0)
            .chain([0x2028, 0x2029])
            .chain(0x202a..=0x202e)
            .chain(0x2066..=0x2069)
        {
            let raw = format!("a{}b", char::from_u32(code).expect("a character"));
            let safe = sanitize(&raw);
            assert!(!safe.contains(is_obeyed), "U+{code:04X}");
            assert!(
                safe.chars().count() > 2,
                "U+{code:04X} must be replaced by something visible"
            );
        }
    }

    #[test]
    fn floods_of_marks_are_cut_off() {
        for mark in ['\u{301}', '\u{200d}', '\u{fe0f}', '\u{200b}'] {
            let raw = format!("a{}b", mark.to_string().repeat(10_000));
            let safe = sanitize(&raw);
            assert!(
                safe.len() < 120 && safe.starts_with('a') && safe.ends_with("\u{fffd}b"),
                "U+{:04X}: {safe:?}",
                u32::from(mark)
            );
            assert_eq!(sanitize(&safe), safe);
        }
        let family = "👩\u{200d}👩\u{200d}👧\u{200d}👦 e\u{301}\u{323}";
        assert_eq!(sanitize(family), family);
    }

    #[test]
    fn replacements_are_readable() {
        assert_eq!(sanitize("\x1b[31mred\r\n"), "␛[31mred␍␊");
        assert_eq!(sanitize("\u{9b}1m \u{202e}evil"), "<U+009B>1m <U+202E>evil");
        assert!(matches!(sanitize("plain £ text, 日本語"), Cow::Borrowed(_)));
    }
}
