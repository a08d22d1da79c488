//! Text from outside, made safe to print on a terminal.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar as _;

use super::width::{elide_middle, is_printable_ascii};

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
                safe.push_str(&code(character));
            }
            _ => safe.push(character),
        }
    }
    Cow::Owned(safe)
}

/// Returns true for characters that a terminal would obey instead of showing, that could mislead
/// the reader, or that no text may have: C0 and C1 controls, delete, line and paragraph separators,
/// bidirectional embeddings, overrides and isolates, and noncharacters.
#[must_use]
pub fn is_obeyed(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || is_noncharacter(character)
}

/// Longest text from outside that a message repeats, in columns. The rest of longer text says nothing new.
const MAX_QUOTE_COLUMNS: usize = 80;

/// Longest message, in columns: room for a few names, and for what they could mean.
const MAX_MESSAGE_COLUMNS: usize = 400;

/// Returns text from outside as a message repeats it: visible ([`visible`]) and shortened.
#[must_use]
pub fn echo(raw: &str) -> String {
    shown(raw, MAX_QUOTE_COLUMNS)
}

/// Returns text from outside as [`echo`] does, between backquotes.
#[must_use]
pub fn quoted(raw: &str) -> String {
    format!("`{}`", echo(raw))
}

/// Returns a message as one paragraph that is safe to print: visible ([`visible`]) and shortened.
///
/// Whatever prints or stores a message calls this, so that a caller that forgot to quote a value does no harm.
#[must_use]
pub fn paragraph(message: &str) -> String {
    shown(message, MAX_MESSAGE_COLUMNS)
}

/// Returns text as a message shows it, in at most `columns` columns, without its middle if it is longer.
fn shown(raw: &str, columns: usize) -> String {
    // A character has four bytes at most, and only the two ends can be shown. So a megabyte takes no time.
    let end_bytes = (columns + 1) * 4 * MAX_MARKS;
    let raw: Cow<str> = if raw.len() > 2 * end_bytes {
        let start = &raw[..raw.floor_char_boundary(end_bytes)];
        let end = &raw[raw.ceil_char_boundary(raw.len() - end_bytes)..];
        Cow::Owned(format!("{start}{end}"))
    } else {
        Cow::Borrowed(raw)
    };
    elide_middle(&visible(&raw), columns).into_owned()
}

/// Replaces what [`sanitize`] replaces, and every character that cannot be seen, with its code (`<U+200B>`).
///
/// This is for messages, which must show the difference between two names. In other text such characters have a use: they
/// join emoji, and letters in some scripts.
#[must_use]
pub fn visible(raw: &str) -> Cow<'_, str> {
    let safe = sanitize(raw);
    if is_printable_ascii(&safe) || !safe.contains(is_invisible) {
        return safe;
    }
    let mut seen = String::with_capacity(safe.len() + 16);
    for character in safe.chars() {
        if is_invisible(character) {
            seen.push_str(&code(character));
        } else {
            seen.push(character);
        }
    }
    Cow::Owned(seen)
}

/// Returns true for characters that leave no trace on a screen: Unicode's `Default_Ignorable_Code_Point`, and noncharacters.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    ) || is_noncharacter(character)
}

/// Returns true for code points that are set aside for use inside programs (Unicode, section 23.7). HTML forbids them, and XML
/// two of them.
#[must_use]
pub fn is_noncharacter(character: char) -> bool {
    u32::from(character) & 0xfffe == 0xfffe || matches!(character, '\u{fdd0}'..='\u{fdef}')
}

fn code(character: char) -> String {
    format!("<U+{:04X}>", u32::from(character))
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

    #[test]
    fn messages_show_what_cannot_be_seen() {
        for code in [
            0xad, 0x200b, 0x200d, 0x200e, 0x200f, 0x2060, 0x3164, 0xfe0f, 0xfeff, 0xfffe, 0xe0041,
        ] {
            let character = char::from_u32(code).expect("a character");
            assert_eq!(
                quoted(&format!("a{character}")),
                format!("`a<U+{code:04X}>`")
            );
        }
        assert_eq!(quoted("x\u{9b}31m\ny"), "`x<U+009B>31m␊y`");
        assert!(matches!(visible("plain £ text, 日本語"), Cow::Borrowed(_)));
    }

    #[test]
    fn messages_keep_both_ends_of_long_text() {
        for unit in ["a", "\n", "東", "e\u{301}", "\u{301}", "👩\u{200d}👧"] {
            let long = format!("start {} end", unit.repeat(100_000));
            for (text, columns) in [(quoted(&long), 82), (paragraph(&long), 400)] {
                assert!(
                    crate::text::text_width(&text) <= columns,
                    "{unit:?}: {text}"
                );
                let text = text.trim_matches('`');
                assert!(
                    text.starts_with("start ") && text.ends_with(" end"),
                    "{unit:?}: {text}"
                );
            }
        }
        assert_eq!(quoted("short"), "`short`");
    }
}
