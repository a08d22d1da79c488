//! Periods as sources state them.

use serde::{Deserialize, Serialize};

use super::{date::PartialDate, strict::strict_type, text::SafeText};

/// A period in the words of its source, with its first and last date if they are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Period {
    /// The period in words: `2020-21`, `summer 2018`.
    pub words: SafeText,
    /// The first date of the period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// The last date of the period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
}

strict_type!(Period);
