//! The programme, and the facts that it alone has.

use serde::{Deserialize, Serialize};

use super::{
    citation::Citations,
    facts::{Event, Money, Person, Statement},
    marks::Marks,
    priority::Target,
};
use crate::dataset::values::{
    AreaId, DataBox, DataList, Reference, SafeText, ThemeId, strict_type,
};

/// The programme that the areas belong to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Programme {
    /// The name.
    pub name: SafeText,
    /// The department that runs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<SafeText>,
    /// The country that it covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<SafeText>,
    /// Facts about the programme in general.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub about: DataList<Statement>,
    /// Facts about its oversight.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub oversight: DataList<Statement>,
    /// Partners that work nationally.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub national_partners: DataList<NationalPartner>,
    /// People with a role in the programme.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub people: DataList<Person>,
    /// Facts about the commission whose figures chose the areas.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub commission: DataList<Statement>,
    /// Actions that are in the plans of several areas.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub shared_actions: DataList<SharedAction>,
    /// Other facts that concern several areas.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub shared_facts: DataList<SharedFact>,
    /// Targets for the programme as a whole.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub targets: DataList<Target>,
    /// Results reported for the programme as a whole.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub results: DataList<Statement>,
    /// Money for the programme as a whole.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub money: DataList<Money>,
    /// Dated events.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub events: DataList<Event>,
}

/// A partner that works nationally.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct NationalPartner {
    /// The reference of the fact.
    pub reference: Reference,
    /// The partner's name.
    pub name: SafeText,
    /// Remarks on the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<DataBox<Marks>>,
    /// The sources that state it.
    pub cites: Citations,
}

/// An action that is in the plans of several areas, stated once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct SharedAction {
    /// The reference of the fact.
    pub reference: Reference,
    /// A description of the action.
    pub what: SafeText,
    /// The areas whose plans have it.
    pub applies_to: Scope,
    /// The themes that it belongs to.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub themes: DataList<ThemeId>,
    /// Remarks on the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<DataBox<Marks>>,
    /// The sources that state it.
    pub cites: Citations,
}

/// A fact that concerns several areas, stated once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct SharedFact {
    /// The reference of the fact.
    pub reference: Reference,
    /// The fact.
    pub text: SafeText,
    /// The areas that it concerns.
    pub applies_to: Scope,
    /// The themes that it belongs to.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub themes: DataList<ThemeId>,
    /// Remarks on the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<DataBox<Marks>>,
    /// The sources that state it.
    pub cites: Citations,
}

/// A group of areas.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Scope {
    /// The group in words, such as `the first six plans`.
    pub words: SafeText,
    /// The areas of the group.
    pub areas: DataList<AreaId>,
}

strict_type!(Programme, NationalPartner, SharedAction, SharedFact, Scope);
