//! Priorities, and the facts that only they have.

use serde::{Deserialize, Serialize};

use super::{
    citation::{Citation, Citations},
    facts::{Action, Statement},
    figure::Figure,
    marks::Marks,
    outcome::Outcome,
};
use crate::dataset::values::{
    DataBox, DataList, PartialDate, Period, Reference, SafeText, ThemeId, strict_type,
};

/// A priority of an area's plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Priority {
    /// The reference: the area's id, a slash and the priority's number.
    pub reference: Reference,
    /// The number in the plan, from 1.
    pub number: u16,
    /// The official title.
    pub title: SafeText,
    /// Titles that it was given later.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub later_titles: DataList<LaterTitle>,
    /// The themes that it belongs to.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub themes: DataList<Classification>,
    /// Remarks on the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<DataBox<Marks>>,
    /// The sources that state it.
    pub cites: Citations,
    /// The reasons for the priority.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub reasons: DataList<Statement>,
    /// The targets.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub targets: DataList<Target>,
    /// The actions.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub actions: DataList<Action>,
    /// The reported results.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub results: DataList<Statement>,
}

impl Priority {
    /// Returns true if the priority belongs to this theme.
    #[must_use]
    pub fn belongs_to(&self, theme: &ThemeId) -> bool {
        self.themes
            .iter()
            .any(|classification| classification.theme == *theme)
    }
}

/// The theme of a priority.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Classification {
    /// The theme.
    pub theme: ThemeId,
    /// The sources that state the theme; empty if the classification is the dataset's own.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub stated_by: DataList<Citation>,
}

/// A title that a priority was given later.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct LaterTitle {
    /// The reference of the fact.
    pub reference: Reference,
    /// The title.
    pub title: SafeText,
    /// The date from which it is used.
    pub since: PartialDate,
    /// Remarks on the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<DataBox<Marks>>,
    /// The sources that state it.
    pub cites: Citations,
}

/// A target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Target {
    /// The reference of the fact.
    pub reference: Reference,
    /// The measure.
    pub measure: SafeText,
    /// The value at the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<SafeText>,
    /// The value to reach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<SafeText>,
    /// The deadline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Period>,
    /// The baseline and the goal as numbers.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub figures: DataList<Figure>,
    /// The outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<DataBox<Outcome>>,
    /// Remarks on the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<DataBox<Marks>>,
    /// The sources that state it.
    pub cites: Citations,
}

strict_type!(Priority, Classification, LaterTitle, Target);
