//! A priority, and the facts that stand under it, under an area or under the programme: a block of the file each.

use serde::{Deserialize, Serialize};

use super::{
    amount::Amount,
    date::{PartialDate, Period},
    id::{AreaId, Reference, ThemeId},
    source::{Citation, Citations},
    text::Text,
};

/// One of the aims of an area's plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Priority {
    /// What the fact is called: the area's id and the priority's number.
    pub reference: Reference,
    /// Its number in the plan, from 1.
    pub number: u16,
    /// Its official title.
    pub title: Text,
    /// Titles that it was given later.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub later_titles: Box<[LaterTitle]>,
    /// The themes that it belongs to.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub themes: Box<[Classification]>,
    /// Who says so.
    pub cites: Citations,
    /// Why it is a priority.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub reasons: Box<[Statement]>,
    /// What is to be reached.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub targets: Box<[Target]>,
    /// What is done.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub actions: Box<[Action]>,
    /// What was reported.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub results: Box<[Statement]>,
}

impl Priority {
    /// Whether it is classified under this theme.
    #[must_use]
    pub fn belongs_to(&self, theme: &ThemeId) -> bool {
        self.themes
            .iter()
            .any(|classification| classification.theme == *theme)
    }
}

/// A priority's place in a theme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Classification {
    /// The theme.
    pub theme: ThemeId,
    /// Who says that the priority belongs there; empty where this is the dataset's own classification.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub stated_by: Box<[Citation]>,
}

/// A title that a priority was given later.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LaterTitle {
    /// What the fact is called.
    pub reference: Reference,
    /// The title.
    pub title: Text,
    /// Since when it is used.
    pub since: PartialDate,
    /// Who says so.
    pub cites: Citations,
}

/// What is to be reached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// What the fact is called.
    pub reference: Reference,
    /// What is measured.
    pub measure: Text,
    /// Where it started.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Text>,
    /// What is to be reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<Text>,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Period>,
    /// Who says so.
    pub cites: Citations,
}

/// What is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// What the fact is called.
    pub reference: Reference,
    /// What is done.
    pub what: Text,
    /// Who takes part.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub partners: Box<[Text]>,
    /// What it costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// When it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Who says so.
    pub cites: Citations,
}

/// An action that several areas' plans share, stated once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SharedAction {
    /// What the fact is called.
    pub reference: Reference,
    /// What is done.
    pub what: Text,
    /// The areas whose plans have it.
    pub applies_to: Scope,
    /// The themes that it belongs to.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub themes: Box<[ThemeId]>,
    /// Who says so.
    pub cites: Citations,
}

/// Another fact about several areas' plans, stated once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SharedFact {
    /// What the fact is called.
    pub reference: Reference,
    /// The fact.
    pub text: Text,
    /// The areas that it is about.
    pub applies_to: Scope,
    /// The themes that it is about.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub themes: Box<[ThemeId]>,
    /// Who says so.
    pub cites: Citations,
}

/// Several areas.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// In words: `the first six plans`.
    pub words: Text,
    /// One by one.
    pub areas: Box<[AreaId]>,
}

/// A fact in a sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// What the fact is called.
    pub reference: Reference,
    /// The fact.
    pub text: Text,
    /// Who says so.
    pub cites: Citations,
}

/// A sum of money. Sums overlap (a year within five years, say): never add them up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// What the fact is called.
    pub reference: Reference,
    /// The sum.
    pub amount: Amount,
    /// What it is for, and for which time.
    pub what: Text,
    /// Who says so.
    pub cites: Citations,
}

/// What happened when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// What the fact is called.
    pub reference: Reference,
    /// When.
    pub date: PartialDate,
    /// What happened.
    pub what: Text,
    /// Who says so.
    pub cites: Citations,
}
