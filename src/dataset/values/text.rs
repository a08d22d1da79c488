//! Text of a dataset, safe to show in a terminal.

use std::{borrow::Cow, fmt, ops::Deref};

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use crate::text::sanitize;

/// A line of text with at least one visible character and none that a terminal would obey.
///
/// The text is sanitised once, when it is made, so code that shows, copies or exports it cannot
/// forget to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SafeText(CompactString);

impl SafeText {
    /// Makes text from any string, with control characters replaced by visible ones (see
    /// [`sanitize`]).
    ///
    /// # Errors
    /// If no character of the string is visible (unknown values are left out of the file), or it
    /// is longer than [`MAX_TEXT_LEN`].
    pub fn new(raw: &str) -> Result<Self, InvalidText> {
        if !is_visible(raw) {
            return Err(match raw.trim() {
                "" => InvalidText::Empty,
                _ => InvalidText::Invisible,
            });
        }
        if raw.len() > MAX_TEXT_LEN {
            return Err(InvalidText::TooLong(raw.len()));
        }
        Ok(Self(match sanitize(raw) {
            Cow::Borrowed(same) => CompactString::new(same),
            Cow::Owned(changed) => changed.into(),
        }))
    }

    /// Makes a text of the bundled dataset, which is known to be one.
    pub(in crate::dataset) const fn bundled(text: &'static str) -> Self {
        Self(CompactString::const_new(text))
    }

    /// Returns the text as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Characters that leave no ink by themselves: white space, controls, marks for direction and
/// joining, combining accents, variation selectors, and fillers such as U+3164 and U+2800.
///
/// Marks of scripts that show them on a dotted circle count as visible.
const INVISIBLE: [(char, char); 27] = [
    ('\0', ' '),
    ('\u{7f}', '\u{a0}'),
    ('\u{ad}', '\u{ad}'),
    ('\u{300}', '\u{36f}'),
    ('\u{483}', '\u{489}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{1ab0}', '\u{1aff}'),
    ('\u{1dc0}', '\u{1dff}'),
    ('\u{2000}', '\u{200f}'),
    ('\u{2028}', '\u{202f}'),
    ('\u{205f}', '\u{206f}'),
    ('\u{20d0}', '\u{20ff}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3000}', '\u{3000}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{fe20}', '\u{fe2f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];

/// Returns true if at least one character of the text is visible.
fn is_visible(text: &str) -> bool {
    // Nearly all text begins with a letter or digit of ASCII.
    text.bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_graphic())
        || text.chars().any(|character| {
            !INVISIBLE
                .iter()
                .any(|(first, last)| (*first..=*last).contains(&character))
        })
}

/// The longest text in bytes: 1 MiB.
pub const MAX_TEXT_LEN: usize = 1 << 20;

/// The error for a string that is not a [`SafeText`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidText {
    /// The string is empty or white space.
    Empty,
    /// The string has characters, but none that is visible.
    Invisible,
    /// The string is longer than [`MAX_TEXT_LEN`]; its length in bytes.
    TooLong(usize),
}

impl fmt::Display for InvalidText {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Empty => {
                formatter.write_str("this text is empty: if the value is unknown, remove the field")
            }
            Self::Invisible => formatter.write_str(
                "this text has only invisible characters: write it again, or remove the field if \
                 the value is unknown",
            ),
            Self::TooLong(bytes) => write!(
                formatter,
                "this text has {bytes} bytes: shorten it to at most {MAX_TEXT_LEN} (1 MiB)"
            ),
        }
    }
}

impl std::error::Error for InvalidText {}

impl Deref for SafeText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

impl Serialize for SafeText {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for SafeText {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = SafeText;
            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("text")
            }
            fn visit_str<E: serde::de::Error>(self, raw: &str) -> Result<SafeText, E> {
                SafeText::new(raw).map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Visitor)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for SafeText {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        // JSON Schema has no notation for characters after U+FFFF that all validators read.
        let invisible: String = INVISIBLE
            .iter()
            .filter(|(_, last)| *last <= '\u{ffff}')
            .map(|&(first, last)| match [first, last].map(u32::from) {
                [first, last] if first == last => format!("\\u{first:04x}"),
                [first, last] => format!("\\u{first:04x}-\\u{last:04x}"),
            })
            .collect();
        let pattern = format!("[^{invisible}]");
        schemars::json_schema!({ "type": "string", "description": "text with at least one visible character", "pattern": pattern })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_is_too_long_is_refused_with_the_limit() {
        assert!(SafeText::new(&"a".repeat(MAX_TEXT_LEN)).is_ok());
        let refused =
            SafeText::new(&"a".repeat(MAX_TEXT_LEN + 1)).map_err(|problem| problem.to_string());
        assert_eq!(
            refused,
            Err("this text has 1048577 bytes: shorten it to at most 1048576 (1 MiB)".into())
        );
    }

    #[test]
    fn empty_text_is_refused() {
        assert_eq!(SafeText::new(" \t\n"), Err(InvalidText::Empty));
    }

    #[test]
    fn text_of_invisible_characters_is_refused() {
        for (kind, raw) in [
            ("zero width", "\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}"),
            ("direction", "\u{200e}\u{202e}\u{2066}\u{2069}\u{61c}"),
            ("combining", "\u{301}\u{20dd}\u{fe0f}"),
            ("blanks", "\u{a0}\u{1680}\u{2003}\u{202f}\u{3000} "),
            ("lines", "\u{2028}\u{2029}\u{85}"),
            ("fillers", "\u{3164}\u{ffa0}\u{115f}\u{2800}"),
            ("soft hyphen", "\u{ad}"),
            ("controls", "\u{1b}\u{7f}\u{9b}"),
            ("tags", "\u{e0061}\u{e01ef}"),
        ] {
            assert!(SafeText::new(raw).is_err(), "{kind}: {raw:?}");
            assert!(SafeText::new(&format!("{raw}é")).is_ok(), "{kind}: {raw:?}");
        }
        assert_eq!(SafeText::new("\u{200b}"), Err(InvalidText::Invisible));
    }
}
