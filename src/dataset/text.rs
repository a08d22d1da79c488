//! Text of a dataset, safe to show in a terminal.

use std::{borrow::Cow, fmt, ops::Deref};

use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use unicode_width::UnicodeWidthChar as _;

use super::interning::borrow_or_copy;

/// A line of text with at least one visible character and nothing that a terminal would obey.
///
/// Sanitised once, when it is made: whatever shows, copies or exports a `Text` later can't forget to do it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text(CompactString);

impl Text {
    /// Takes text from anywhere, making control characters visible ([`sanitize`]).
    ///
    /// # Errors
    /// If nothing is left once white space is taken off (what isn't known is left out, not left empty), or if it is longer than
    /// [`LONGEST`].
    pub fn new(raw: &str) -> Result<Self, InvalidText> {
        if raw.trim().is_empty() {
            return Err(InvalidText::Empty);
        }
        if raw.len() > LONGEST {
            return Err(InvalidText::Long(raw.len()));
        }
        Ok(Self(match sanitize(raw) {
            Cow::Borrowed(same) => borrow_or_copy(same),
            Cow::Owned(changed) => changed.into(),
        }))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// No text is longer, in bytes: 1 MiB.
pub const LONGEST: usize = 1 << 20;

/// Why something is no text of a dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidText {
    /// There is nothing where text should be.
    Empty,
    /// It has so many bytes.
    Long(usize),
}

impl fmt::Display for InvalidText {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Empty => formatter
                .write_str("the text is empty: leave the field out where something is not known"),
            Self::Long(bytes) => write!(
                formatter,
                "the text has {bytes} bytes, and the limit is {LONGEST} (1 MiB): shorten it"
            ),
        }
    }
}

impl std::error::Error for InvalidText {}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

impl Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Text;
            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("text")
            }
            fn visit_str<E: serde::de::Error>(self, raw: &str) -> Result<Text, E> {
                Text::new(raw).map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Visitor)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "description": "text with at least one visible character", "pattern": "\\S" })
    }
}

/// Whether a terminal would obey this character instead of showing it, or the reader be misled by it:
/// C0 and C1 controls, delete, line and paragraph separators, bidirectional embeddings, overrides and isolates.
fn is_obeyed(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// More marks than this on one letter are no language's; the longest sequences of emoji have no more than ten.
const MOST_MARKS: usize = 32;

/// Whether a character takes no room of its own: it joins the one before it.
fn is_mark(character: char) -> bool {
    !character.is_control() && character.width() == Some(0)
}

/// Whether so many marks stand in a row that they would flood the screen, or the line to it.
fn is_flooded(text: &str) -> bool {
    let mut marks = 0;
    text.chars().any(|character| {
        marks = if is_mark(character) { marks + 1 } else { 0 };
        marks > MOST_MARKS
    })
}

/// Whether the text is of printable ASCII, a byte a column. Nearly all text is, and needs no tables of Unicode.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    // A look at all bytes, without a way out that would keep it from being a quick one.
    text.bytes()
        .fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'))
}

/// The text with every character that a terminal would obey replaced by a visible sign:
/// C0 controls by their control picture (␛ for escape), all others by their code (`<U+202E>`). Of a flood of marks on one
/// letter the first are left, and a sign (U+FFFD) that there were more.
#[must_use]
pub fn sanitize(raw: &str) -> Cow<'_, str> {
    if is_plain(raw) || !(raw.contains(is_obeyed) || is_flooded(raw)) {
        return Cow::Borrowed(raw);
    }
    let mut shown = String::with_capacity(raw.len() + 16);
    let mut marks = 0;
    for character in raw.chars() {
        marks = if is_mark(character) && !is_obeyed(character) {
            marks + 1
        } else {
            0
        };
        match character {
            _ if marks == MOST_MARKS + 1 => shown.push('\u{fffd}'),
            _ if marks > MOST_MARKS => {}
            '\0'..='\x1f' => {
                shown.push(char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}'));
            }
            '\x7f' => shown.push('\u{2421}'),
            _ if is_obeyed(character) => {
                shown.push_str(&format!("<U+{:04X}>", u32::from(character)));
            }
            _ => shown.push(character),
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        for code in (0..0x20)
            .chain([0x7f])
            .chain(0x80..0xa0)
            .chain([0x2028, 0x2029])
            .chain(0x202a..=0x202e)
            .chain(0x2066..=0x2069)
        {
            let raw = format!("a{}b", char::from_u32(code).expect("a character"));
            let shown = sanitize(&raw);
            assert!(!shown.contains(is_obeyed), "U+{code:04X}");
            assert!(
                shown.chars().count() > 2,
                "U+{code:04X} must leave a visible sign"
            );
        }
    }

    #[test]
    fn floods_of_marks_are_dammed() {
        for mark in ['\u{301}', '\u{200d}', '\u{fe0f}', '\u{200b}'] {
            let raw = format!("a{}b", mark.to_string().repeat(10_000));
            let shown = sanitize(&raw);
            assert!(
                shown.len() < 120 && shown.starts_with('a') && shown.ends_with("\u{fffd}b"),
                "U+{:04X}: {shown:?}",
                u32::from(mark)
            );
            assert_eq!(sanitize(&shown), shown);
        }
        let family = "👩\u{200d}👩\u{200d}👧\u{200d}👦 e\u{301}\u{323}";
        assert_eq!(sanitize(family), family);
    }

    #[test]
    fn long_text_is_refused_with_the_limit() {
        assert!(Text::new(&"a".repeat(LONGEST)).is_ok());
        let refused = Text::new(&"a".repeat(LONGEST + 1)).map_err(|problem| problem.to_string());
        assert_eq!(
            refused,
            Err("the text has 1048577 bytes, and the limit is 1048576 (1 MiB): shorten it".into())
        );
    }

    #[test]
    fn signs_are_readable() {
        assert_eq!(sanitize("\x1b[31mred\r\n"), "␛[31mred␍␊");
        assert_eq!(sanitize("\u{9b}1m \u{202e}evil"), "<U+009B>1m <U+202E>evil");
        assert!(matches!(sanitize("plain £ text, 日本語"), Cow::Borrowed(_)));
    }

    #[test]
    fn empty_text_is_refused() {
        assert!(Text::new(" \t\n").is_err());
    }
}
