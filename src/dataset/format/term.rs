//! Terms: words and abbreviations that a newcomer may not know.

use serde::{Deserialize, Serialize};

use super::citation::Citations;
use crate::dataset::values::{SafeText, TermId, strict_type};

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
    /// Other spellings and names.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub also: Box<[SafeText]>,
    /// The meaning.
    pub meaning: SafeText,
    /// True if the meaning is general knowledge, without a source.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub general_knowledge: bool,
    /// The sources that state the meaning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites: Option<Citations>,
}

strict_type!(Term);
