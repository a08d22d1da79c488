//! Outcomes: what came of targets.

use serde::{Deserialize, Serialize};

use super::citation::Citations;
use crate::dataset::values::{DataList, Reference, SafeText, strict_type, word_enum};

/// The outcome of a target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Outcome {
    /// The status; absent if it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<OutcomeStatus>,
    /// The results that report on the target.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub results: DataList<Reference>,
    /// The reason for the status, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<SafeText>,
    /// The way the status was derived, if no source states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub derived: Option<SafeText>,
    /// The sources that state the status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites: Option<Citations>,
}

word_enum!(
    /// The status of a target.
    OutcomeStatus {
        /// The goal was reached.
        Met = "met",
        /// A part of the goal was reached.
        PartlyMet = "partly met",
        /// The deadline has not passed, and the latest report is on the way to the goal.
        InProgress = "in progress",
        /// The goal was not reached.
        NotMet = "not met",
    }
);

strict_type!(Outcome);
