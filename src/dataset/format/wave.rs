//! Waves: the rounds in which areas were named.

use serde::{Deserialize, Serialize};

use crate::dataset::values::{Reference, strict_type};

/// A round in which areas were named.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Wave {
    /// The number, as in `wave` of its areas.
    pub number: u8,
    /// The event at which the areas were named. As of an earlier date, their wave is not known.
    pub named_by: Reference,
}

strict_type!(Wave);
