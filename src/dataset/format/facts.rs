//! Facts that several blocks of the file have.

use serde::{Deserialize, Serialize};

use super::{citation::Citations, figure::Figure, marks::Marks};
use crate::dataset::values::{
    Amount, DataBox, DataList, PartialDate, Period, Reference, SafeText, strict_type, word_enum,
};

/// A fact in a sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Statement {
    /// The reference of the fact.
    pub reference: Reference,
    /// The fact.
    pub text: SafeText,
    /// The numbers in it.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub figures: DataList<Figure>,
    /// Remarks on the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<DataBox<Marks>>,
    /// The sources that state it.
    pub cites: Citations,
}

/// Something that is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Action {
    /// The reference of the fact.
    pub reference: Reference,
    /// A description of the action.
    pub what: SafeText,
    /// The partners that take part.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub partners: DataList<SafeText>,
    /// The cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// The period in which it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The status; planned if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<ActionStatus>,
    /// Remarks on the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<DataBox<Marks>>,
    /// The sources that state it.
    pub cites: Citations,
}

/// An amount of money.
///
/// Amounts overlap, for example one year and five years that include it, so they must not be added
/// up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Money {
    /// The reference of the fact.
    pub reference: Reference,
    /// The amount.
    pub amount: Amount,
    /// The purpose and the period.
    pub what: SafeText,
    /// Remarks on the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<DataBox<Marks>>,
    /// The sources that state it.
    pub cites: Citations,
}

/// Something that happened on a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Event {
    /// The reference of the fact.
    pub reference: Reference,
    /// The date.
    pub date: PartialDate,
    /// A description of the event.
    pub what: SafeText,
    /// Remarks on the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<DataBox<Marks>>,
    /// The sources that state it.
    pub cites: Citations,
}

/// A person in a role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Person {
    /// The reference of the fact.
    pub reference: Reference,
    /// The person's name.
    pub name: SafeText,
    /// The person's role.
    pub role: SafeText,
    /// The first date in the role, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
    /// The last date in the role, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// Remarks on the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<DataBox<Marks>>,
    /// The sources that state it.
    pub cites: Citations,
}

word_enum!(
    /// The status of an action.
    ActionStatus {
        /// A plan has it; no source says that it was done.
        Planned = "planned",
        /// A source says that it was done, or is being done.
        Done = "done",
    }
);

strict_type!(Statement, Action, Money, Event, Person);
