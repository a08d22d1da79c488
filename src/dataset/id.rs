//! Ids and references: what a fact is called, so that two colleagues can quote it.

use std::{borrow::Borrow, fmt, str::FromStr};

use super::word::string_type;

/// Why a word is no id or reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadId(String);

impl fmt::Display for BadId {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for BadId {}

/// The first words of references that belong to no area.
pub const RESERVED: [&str; 3] = ["programme", "theme", "source"];

fn is_id(word: &str) -> bool {
    word.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Box<str>);

        impl $name {
            /// The id as it is typed.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = BadId;
            fn from_str(word: &str) -> Result<Self, BadId> {
                if is_id(word) {
                    Ok(Self(word.into()))
                } else {
                    Err(BadId(format!("`{word}` is not an id: use lower-case letters and digits, with single hyphens between words, as in `early-years`")))
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
    /// A publication's id: `plan-oldham`.
    SourceId
);

/// What a fact is called: ids and numbers with slashes between them, `oldham/3/mental-health-first-aid`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reference(Box<str>);

impl Reference {
    /// The reference as it is typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this names something that belongs to `owner`, directly.
    #[must_use]
    pub fn belongs_to(&self, owner: &str) -> bool {
        self.0.strip_prefix(owner).and_then(|rest| rest.strip_prefix('/')).is_some_and(|rest| !rest.contains('/'))
    }
}

impl FromStr for Reference {
    type Err = BadId;
    fn from_str(word: &str) -> Result<Self, BadId> {
        if word.split('/').count() <= 3 && word.split('/').all(is_id) {
            Ok(Self(word.into()))
        } else {
            Err(BadId(format!("`{word}` is not a reference: use ids with a slash between them, as in `oldham/3/mental-health-first-aid`")))
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
        for bad in ["", "Oldham", "-oldham", "oldham-", "a--b", "a b", "a/b", "é"] {
            assert!(bad.parse::<AreaId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn references_know_their_owner() {
        let reference: Reference = "oldham/3/first-aid".parse().expect("a reference");
        assert!(reference.belongs_to("oldham/3"));
        assert!(!reference.belongs_to("oldham"));
        assert!(!reference.belongs_to("oldham/33"));
        assert!("a/b/c/d".parse::<Reference>().is_err());
        assert!("a//b".parse::<Reference>().is_err());
    }
}
