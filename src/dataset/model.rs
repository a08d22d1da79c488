//! A dataset's file, as types: what each block holds and what may be left out.
//!
//! Field for field the JSON under `data/`; its JSON Schema is generated from here.
//! What can't be said by one block alone (an id that stands for something, say) is checked in [`super::check`].

use serde::{Deserialize, Serialize};

use super::{
    date::{PartialDate, Period},
    geography::{Authority, GeographyNotes, Position},
    id::{AreaId, Reference, ThemeId},
    priority::{Action, Event, Money, Priority, SharedAction, SharedFact, Statement},
    source::{Citations, Source},
    text::Text,
};

/// A whole file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The version of this format: 1.
    pub version: u32,
    /// What the dataset is, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Whose classification the themes are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub classification: Option<Text>,
    /// What holds for the geography of every area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geography: Option<GeographyNotes>,
    /// The programme as a whole.
    pub programme: Programme,
    /// What priorities of several areas share.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Theme>,
    /// The areas, in the order in which they are listed.
    pub areas: Vec<Area>,
    /// Every publication that a fact cites.
    pub sources: Vec<Source>,
}

/// The programme that the areas belong to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Its name.
    pub name: Text,
    /// The department that runs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<Text>,
    /// The country that it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Text>,
    /// What the programme is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Statement>,
    /// Who oversees it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub oversight: Vec<Statement>,
    /// Partners that work in the whole country.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub national_partners: Vec<NationalPartner>,
    /// Who speaks for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// The body whose figures chose the areas.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commission: Vec<Statement>,
    /// Actions that several areas' plans share.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shared_actions: Vec<SharedAction>,
    /// Other facts about several areas' plans.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shared_facts: Vec<SharedFact>,
    /// Sums for the programme as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub money: Vec<Money>,
    /// What happened when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
}

/// What priorities of several areas share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Its id.
    pub id: ThemeId,
    /// Its name.
    pub name: Text,
    /// What it takes in.
    pub what: Text,
}

/// An opportunity area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Its id.
    pub id: AreaId,
    /// Its name.
    pub name: Text,
    /// The name under which it was announced, where that is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub announced_as: Option<Text>,
    /// Which announcement it came with: 1 for the first areas named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wave: Option<u8>,
    /// The region of England (or the like) that it lies in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Text>,
    /// The districts that it covers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub districts: Vec<Authority>,
    /// The authority above the districts that runs schools; the same authority where there is only one tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper_tier: Option<Authority>,
    /// A point that stands for it on a map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// Its delivery plan; left out where none is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<Plan>,
    /// Who oversees the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub board: Option<Board>,
    /// Its ranks in national lists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ranks: Vec<Rank>,
    /// Themes that run through all priorities, as the area names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub underpinning: Vec<Statement>,
    /// Its priorities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<Priority>,
    /// Actions for the area as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
    /// What was reported of the area as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<Statement>,
    /// Why something is absent, say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Statement>,
    /// Sums for the area as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub money: Vec<Money>,
    /// Places that it was paired with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub twins: Vec<Statement>,
    /// What happened when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
}

/// An area's delivery plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// What the fact is called.
    pub reference: Reference,
    /// Its official title.
    pub title: Text,
    /// The time that it covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// When it was published.
    pub published: PartialDate,
    /// Its international standard book number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isbn: Option<Text>,
    /// How many pages it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// Who says so.
    pub cites: Citations,
}

/// The partnership board that oversees a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Board {
    /// Who chaired it, in order of time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chairs: Vec<Person>,
    /// What took over its work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub later_bodies: Vec<Statement>,
}

/// A person in a role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// What the fact is called.
    pub reference: Reference,
    /// The person's name.
    pub name: Text,
    /// The person's role.
    pub role: Text,
    /// Since when, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
    /// Until when, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// Who says so.
    pub cites: Citations,
}

/// A partner that works in the whole country.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NationalPartner {
    /// What the fact is called.
    pub reference: Reference,
    /// The partner's name.
    pub name: Text,
    /// Who says so.
    pub cites: Citations,
}

/// A place in a national list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rank {
    /// What the fact is called.
    pub reference: Reference,
    /// The list.
    pub index: Text,
    /// The year of the list.
    pub year: u16,
    /// The rank; 1 is the best.
    pub rank: u32,
    /// How many the list ranks.
    pub of: u32,
    /// How the rank follows from the source, where the source does not state it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub derived: Option<Text>,
    /// What else to know about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Who says so.
    pub cites: Citations,
}
