//! Ids and references: short names for everything in a dataset, made to be quoted and typed.

use std::{borrow::Borrow, fmt, str::FromStr};

use compact_str::CompactString;

use super::string_type::string_type;
use crate::text::quoted;

/// The error for text that is not an id or a reference. Its message says why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseIdError(String);

impl fmt::Display for ParseIdError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for ParseIdError {}

/// The first words of references that do not belong to an area. No area can have one of them as its
/// id.
pub const RESERVED_IDS: [&str; 4] = ["programme", "theme", "term", "source"];

// Classes of bytes, as ids see them.
const OTHER: u8 = 0;
const WORD: u8 = 1;
const HYPHEN: u8 = 2;
const SLASH: u8 = 3;

/// The class of each byte. A table, because every reference and citation is checked at start-up.
const CLASSES: [u8; 256] = {
    let mut classes = [OTHER; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        classes[byte as usize] = match byte {
            b'a'..=b'z' | b'0'..=b'9' => WORD,
            b'-' => HYPHEN,
            b'/' => SLASH,
            _ => OTHER,
        };
        byte += 1;
    }
    classes
};

/// Returns true if the word is at most `max_ids` ids with single slashes between them.
fn is_path(word: &str, max_ids: usize) -> bool {
    let (mut before, mut ids) = (SLASH, 1);
    for &byte in word.as_bytes() {
        let class = CLASSES[usize::from(byte)];
        if class == OTHER || (class != WORD && before != WORD) {
            return false;
        }
        ids += usize::from(class == SLASH);
        before = class;
    }
    before == WORD && ids <= max_ids
}

fn is_id(word: &str) -> bool {
    is_path(word, 1)
}

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(CompactString);

        impl $name {
            /// Makes an id of the bundled dataset, which is known to be one.
            pub(in crate::dataset) const fn bundled(id: &'static str) -> Self {
                Self(CompactString::const_new(id))
            }

            /// Returns the id as a string.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;
            fn from_str(word: &str) -> Result<Self, ParseIdError> {
                if is_id(word) {
                    Ok(Self(CompactString::new(word)))
                } else {
                    Err(ParseIdError(format!("{} is not an id: use lower-case letters and digits with single hyphens between words, as in `early-years`", quoted(word))))
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        string_type!($name, expecting "an id such as `early-years`", pattern "^[a-z0-9]+(-[a-z0-9]+)*$");
    };
}

id_type!(
    /// An area's id: `north-yorkshire-coast`.
    AreaId
);
id_type!(
    /// A theme's id: `early-years`.
    ThemeId
);
id_type!(
    /// A source's id: `plan-oldham`.
    SourceId
);
id_type!(
    /// A term's id: `good-level-of-development`.
    TermId
);
id_type!(
    /// A measure's id: `phonics`.
    MeasureId
);

/// The name of an area, priority or fact: up to three ids with slashes between them, as in
/// `oldham/3/mental-health-first-aid`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reference(CompactString);

impl Reference {
    /// Makes a reference of the bundled dataset, which is known to be one.
    pub(in crate::dataset) const fn bundled(reference: &'static str) -> Self {
        Self(CompactString::const_new(reference))
    }

    /// Returns the reference as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns true if this is `owner`, a slash and one id.
    #[must_use]
    pub fn belongs_to(&self, owner: &str) -> bool {
        self.0
            .strip_prefix(owner)
            .and_then(|rest| rest.strip_prefix('/'))
            .is_some_and(|rest| !rest.contains('/'))
    }
}

impl FromStr for Reference {
    type Err = ParseIdError;
    fn from_str(word: &str) -> Result<Self, ParseIdError> {
        if is_path(word, 3) {
            Ok(Self(CompactString::new(word)))
        } else {
            Err(ParseIdError(format!(
                "{} is not a reference: write up to three ids with slashes between them, as in `oldham/3/mental-health-first-aid`",
                quoted(word)
            )))
        }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Borrow<str> for Reference {
    fn borrow(&self) -> &str {
        &self.0
    }
}

string_type!(Reference, expecting "a reference such as `oldham/3/mental-health-first-aid`", pattern "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*){0,2}$");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_lower_case_words_with_single_hyphens() {
        for good in ["oldham", "stoke-on-trent", "localgov-2016", "3"] {
            assert!(good.parse::<AreaId>().is_ok(), "{good}");
        }
        for bad in [
            "", "Oldham", "-oldham", "oldham-", "a--b", "a b", "a/b", "é",
        ] {
            assert!(bad.parse::<AreaId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn references_start_with_their_owner() {
        let reference: Reference = "oldham/3/first-aid".parse().expect("a reference");
        assert!(reference.belongs_to("oldham/3"));
        assert!(!reference.belongs_to("oldham"));
        assert!(!reference.belongs_to("oldham/33"));
        assert!("a/b/c/d".parse::<Reference>().is_err());
        for bad in ["a//b", "/a", "a/", "a-/b", "a/-b", "", "/", "A/b"] {
            assert!(bad.parse::<Reference>().is_err(), "{bad}");
        }
    }
}
