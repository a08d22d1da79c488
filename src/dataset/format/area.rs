//! Areas, and the facts that only they have.

use serde::{Deserialize, Serialize};

use super::{
    citation::Citations,
    facts::{Action, Event, Money, Person, Statement},
    marks::Marks,
    priority::Priority,
};
use crate::{
    dataset::values::{
        AreaId, Authority, DataBox, DataList, GeoPosition, PartialDate, Period, Reference,
        SafeText, strict_type,
    },
    text::text_width,
};

/// An opportunity area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Area {
    /// The id.
    pub id: AreaId,
    /// The name.
    pub name: SafeText,
    /// A shorter name for narrow headings, of at most 17 columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<SafeText>,
    /// The name under which it was announced, if that is a different one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub announced_as: Option<SafeText>,
    /// The number of the announcement that named it: 1 for the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wave: Option<u8>,
    /// The region that it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<SafeText>,
    /// The districts that it covers.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub districts: DataList<Authority>,
    /// The authority that runs schools: the one above the districts, or the same one if there is
    /// only one tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper_tier: Option<Authority>,
    /// The point that marks it on the map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<GeoPosition>,
    /// The delivery plan, if one was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<Plan>,
    /// The board that oversees the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub board: Option<Board>,
    /// Ranks in national lists.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub ranks: DataList<Rank>,
    /// Themes that run through every priority, as the area names them.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub underpinning: DataList<Statement>,
    /// The priorities of the plan.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub priorities: DataList<Priority>,
    /// The reasons why the area was chosen, and its problems.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub reasons: DataList<Statement>,
    /// Actions for the area as a whole.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub actions: DataList<Action>,
    /// Results reported for the area as a whole.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub results: DataList<Statement>,
    /// Notes, for example on why something is unknown.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub notes: DataList<Statement>,
    /// Money for the area as a whole.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub money: DataList<Money>,
    /// Places that it is twinned with.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub twins: DataList<Statement>,
    /// Dated events.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub events: DataList<Event>,
}

impl Area {
    /// The widest short name in columns.
    pub const MAX_SHORT: usize = 17;

    /// Returns the short name, or else the name.
    #[must_use]
    pub fn short_name(&self) -> &str {
        self.short.as_ref().unwrap_or(&self.name)
    }

    /// Returns the name, or the short name if that needs more columns than there are.
    #[must_use]
    pub fn name_within(&self, columns: usize) -> &str {
        if text_width(&self.name) <= columns {
            &self.name
        } else {
            self.short_name()
        }
    }
}

/// An area's delivery plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Plan {
    /// The reference of the fact.
    pub reference: Reference,
    /// The official title.
    pub title: SafeText,
    /// The period that it covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The date of publication.
    pub published: PartialDate,
    /// The ISBN.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isbn: Option<SafeText>,
    /// The number of pages.
    #[cfg_attr(test, schemars(range(max = 4_294_967_295_u32)))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// Remarks on the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<DataBox<Marks>>,
    /// The sources that state it.
    pub cites: Citations,
}

/// The partnership board that oversees a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Board {
    /// The chairs, oldest first.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub chairs: DataList<Person>,
    /// The bodies that took over its work.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub later_bodies: DataList<Statement>,
}

/// A rank in a national list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Rank {
    /// The reference of the fact.
    pub reference: Reference,
    /// The name of the list.
    pub index: SafeText,
    /// The year of the list.
    pub year: u16,
    /// The rank; 1 is the best.
    #[cfg_attr(test, schemars(range(min = 1, max = 4_294_967_295_u32)))]
    pub rank: u32,
    /// The number of places in the list.
    #[cfg_attr(test, schemars(range(max = 4_294_967_295_u32)))]
    pub of: u32,
    /// The name of the district that has the rank, if the area has several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub district: Option<SafeText>,
    /// The way the rank was derived, if the source does not state it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub derived: Option<SafeText>,
    /// A note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<SafeText>,
    /// Remarks on the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<DataBox<Marks>>,
    /// The sources that state it.
    pub cites: Citations,
}

strict_type!(Area, Plan, Board, Rank);
