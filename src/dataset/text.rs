//! Text of a dataset, safe to show in a terminal.

use std::{borrow::Cow, fmt, ops::Deref};

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use super::interning::borrow_or_copy;
use crate::text::sanitize;

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

#[cfg(test)]
mod tests {
    use super::*;

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
    fn empty_text_is_refused() {
        assert!(Text::new(" \t\n").is_err());
    }
}
