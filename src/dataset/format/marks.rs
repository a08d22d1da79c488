//! Marks: remarks on a fact.

use serde::{Deserialize, Serialize};

use crate::dataset::values::{DataList, Reference, SafeText, strict_type};

/// Remarks on a fact: how sure it is, and what contradicts it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Marks {
    /// The way the fact was derived, if no source states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub derived: Option<SafeText>,
    /// The reason why the fact may be wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubtful: Option<SafeText>,
    /// True if the page was read only once, and could not be checked again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
    /// A limit of the fact that a reader must know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caveat: Option<SafeText>,
    /// The facts and priorities that contradict it. It is enough if one of two names the other.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub contradicts: DataList<Reference>,
}

strict_type!(Marks);
