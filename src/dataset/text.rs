//! Text of a dataset, safe to show in a terminal.

use std::{borrow::Cow, fmt, ops::Deref};

use serde::{Deserialize, Serialize};

use super::kept::kept;

/// A line of text with at least one visible character and nothing that a terminal would obey.
///
/// Sanitised once, when it is made: whatever shows, copies or exports a `Text` later can't forget to do it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text(Cow<'static, str>);

impl Text {
    /// Takes text from anywhere, making control characters visible ([`sanitised`]).
    ///
    /// # Errors
    /// If nothing is left once white space is taken off: what isn't known is left out, not left empty.
    pub fn new(raw: &str) -> Result<Self, EmptyText> {
        if raw.trim().is_empty() {
            return Err(EmptyText);
        }
        Ok(Self(match sanitised(raw) {
            Cow::Borrowed(same) => kept(same),
            Cow::Owned(changed) => Cow::Owned(changed),
        }))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// There is no text where text should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EmptyText;

impl fmt::Display for EmptyText {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("the text is empty: leave the field out where something is not known")
    }
}

impl std::error::Error for EmptyText {}

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
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text with every character that a terminal would obey replaced by a visible sign:
/// C0 controls by their control picture (␛ for escape), all others by their code (`<U+202E>`).
#[must_use]
pub fn sanitised(raw: &str) -> Cow<'_, str> {
    // Nearly all text is plain ASCII: a look at all its bytes, without a way out that would keep it from being a quick one.
    let plain = raw.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'));
    if plain || !raw.contains(is_obeyed) {
        return Cow::Borrowed(raw);
    }
    let mut shown = String::with_capacity(raw.len() + 16);
    for character in raw.chars() {
        match character {
            '\0'..='\x1f' => shown.push(char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}')),
            '\x7f' => shown.push('\u{2421}'),
            _ if is_obeyed(character) => shown.push_str(&format!("<U+{:04X}>", u32::from(character))),
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
        for code in (0..0x20).chain([0x7f]).chain(0x80..0xa0).chain([0x2028, 0x2029]).chain(0x202a..=0x202e).chain(0x2066..=0x2069) {
            let raw = format!("a{}b", char::from_u32(code).expect("a character"));
            let shown = sanitised(&raw);
            assert!(!shown.contains(is_obeyed), "U+{code:04X}");
            assert!(shown.chars().count() > 2, "U+{code:04X} must leave a visible sign");
        }
    }

    #[test]
    fn signs_are_readable() {
        assert_eq!(sanitised("\x1b[31mred\r\n"), "␛[31mred␍␊");
        assert_eq!(sanitised("\u{9b}1m \u{202e}evil"), "<U+009B>1m <U+202E>evil");
        assert!(matches!(sanitised("plain £ text, 日本語"), Cow::Borrowed(_)));
    }

    #[test]
    fn empty_text_is_refused() {
        assert!(Text::new(" \t\n").is_err());
    }
}
