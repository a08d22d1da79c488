//! Terms: words and abbreviations that a newcomer may not know.

use serde::{Deserialize, Serialize};

use super::citation::Citations;
use crate::dataset::values::{DataList, SafeText, TermId, strict_type};

/// A word or an abbreviation, with its meaning.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Term {
    /// The id.
    pub id: TermId,
    /// The term.
    pub term: SafeText,
    /// The abbreviation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<SafeText>,
    /// Other names.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub also: DataList<SafeText>,
    /// Plurals, and wrong or unusual spellings. They find the term, but are not shown as its names.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub spellings: DataList<SafeText>,
    /// The meaning.
    pub meaning: SafeText,
    /// True if the meaning is general knowledge, without a source.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub general_knowledge: bool,
    /// The sources that state the meaning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites: Option<Citations>,
}

impl Term {
    /// Returns everything that people may type for the term, besides the term itself: its abbreviation, other names and
    /// other spellings.
    pub fn other_names(&self) -> impl Iterator<Item = &SafeText> {
        self.abbreviation
            .iter()
            .chain(&self.also)
            .chain(&self.spellings)
    }
}

strict_type!(Term);
