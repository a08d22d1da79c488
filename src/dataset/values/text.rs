//! Text of a dataset, safe to show in a terminal.

use std::{borrow::Cow, fmt, ops::Deref};

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use super::interning::borrow_or_copy;
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
    /// If the string is empty or white space (unknown values are left out of the file), or longer
    /// than [`MAX_TEXT_LEN`].
    pub fn new(raw: &str) -> Result<Self, InvalidText> {
        if raw.trim().is_empty() {
            return Err(InvalidText::Empty);
        }
        if raw.len() > MAX_TEXT_LEN {
            return Err(InvalidText::TooLong(raw.len()));
        }
        Ok(Self(match sanitize(raw) {
            Cow::Borrowed(same) => borrow_or_copy(same),
            Cow::Owned(changed) => changed.into(),
        }))
    }

    /// Returns the text as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The longest text in bytes: 1 MiB.
pub const MAX_TEXT_LEN: usize = 1 << 20;

/// The error for a string that is not a [`SafeText`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidText {
    /// The string has no visible character.
    Empty,
    /// The string is longer than [`MAX_TEXT_LEN`]; its length in bytes.
    TooLong(usize),
}

impl fmt::Display for InvalidText {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Empty => {
                formatter.write_str("this text is empty: if the value is unknown, remove the field")
            }
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
        schemars::json_schema!({ "type": "string", "description": "text with at least one visible character", "pattern": "\\S" })
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
        assert!(SafeText::new(" \t\n").is_err());
    }
}
