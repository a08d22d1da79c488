//! The rows of each level.

use std::borrow::Cow;

use crate::{
    dataset::{AreaIndex, Dataset, FactIndex, Kind, PriorityIndex},
    query::fact_group::FactGroup,
};

/// A row of the first level: an area, or the programme as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AreaRow {
    /// Area.
    Area(AreaIndex),
    /// Programme as a whole.
    Programme,
}

impl AreaRow {
    /// Returns the name of the area, or `The programme`.
    #[must_use]
    pub fn name(self, dataset: &Dataset) -> &str {
        match self {
            Self::Area(area) => &dataset.area(area).name,
            Self::Programme => "The programme",
        }
    }
}

/// A row of the second level: a priority, the other facts about an area, or a section of the
/// programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PriorityRow {
    /// Priority.
    Priority(PriorityIndex),
    /// Facts about an area that belong to no priority.
    AboutArea(AreaIndex),
    /// Section of the programme.
    Programme(ProgrammeSection),
}

impl PriorityRow {
    /// Returns the number and title of the priority, or the heading of the other facts.
    #[must_use]
    pub fn name(self, dataset: &Dataset) -> Cow<'_, str> {
        match self {
            Self::Priority(priority) => {
                let priority = dataset.priority(priority);
                Cow::Owned(format!("{} {}", priority.number, priority.title))
            }
            Self::AboutArea(_) => Cow::Borrowed("Money, events, notes"),
            Self::Programme(section) => Cow::Borrowed(section.name()),
        }
    }
}

/// A section of the facts about the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProgrammeSection {
    /// Purpose of the programme.
    Overview,
    /// Oversight, people and national partners.
    People,
    /// Actions, facts, targets and results that several plans share.
    Shared,
    /// Sums for the programme.
    Money,
    /// Events of the programme.
    Events,
}

impl ProgrammeSection {
    pub(super) const ALL: [Self; 5] = [
        Self::Overview,
        Self::People,
        Self::Shared,
        Self::Money,
        Self::Events,
    ];

    /// Returns the heading of the section.
    fn name(self) -> &'static str {
        match self {
            Self::Overview => "What it is",
            Self::People => "People and partners",
            Self::Shared => "Shared by several plans",
            Self::Money => "Money",
            Self::Events => "Events",
        }
    }

    /// Returns the kinds of fact in the section, in order.
    pub(super) fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Overview => &[Kind::About, Kind::Commission],
            Self::People => &[Kind::Oversight, Kind::NationalPartner, Kind::Person],
            Self::Shared => &[
                Kind::SharedAction,
                Kind::SharedFact,
                Kind::Target,
                Kind::Result,
            ],
            Self::Money => &[Kind::Money],
            Self::Events => &[Kind::Event],
        }
    }
}

/// A row of the third level: a fact and its scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FactRow {
    /// Fact.
    pub fact: FactIndex,
    /// Scope of the fact.
    pub scope: FactScope,
}

impl FactRow {
    /// Returns the kind under whose heading the fact is listed. Shared actions are listed among the
    /// others, with a mark.
    #[must_use]
    pub fn heading_kind(self) -> Kind {
        match self.fact.kind {
            Kind::SharedAction if self.scope != FactScope::Own => Kind::Action,
            kind => kind,
        }
    }

    /// Returns the heading under which the fact is listed, which says whose the facts are if they are not of a single priority:
    /// in full, and in few words.
    #[must_use]
    pub fn headings(self) -> [Cow<'static, str>; 2] {
        let heading = self.heading_kind().heading();
        let [full, short] = match self.scope {
            _ if self.fact.kind == Kind::SharedFact => {
                return ["Facts shared with other areas", "Shared facts"].map(Cow::Borrowed);
            }
            FactScope::Own => return [heading, heading].map(Cow::Borrowed),
            FactScope::AreaWide => ["for the whole area", "whole area"],
            FactScope::Shared => ["shared with other areas", "shared"],
        };
        [format!("{heading} {full}"), format!("{heading}, {short}")].map(Cow::Owned)
    }

    /// Returns the group of the fact, which decides its place among the others.
    #[must_use]
    pub fn group(self) -> FactGroup {
        FactGroup::of(self.fact.kind)
    }
}

/// The scope of a fact beyond the priority it is shown under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FactScope {
    /// Fact of this priority or section alone.
    Own,
    /// Fact of the area as a whole.
    AreaWide,
    /// Fact that several areas share.
    Shared,
}

impl FactScope {
    /// Returns the mark shown before the fact, with a space after it unless it is empty.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::Own => "",
            Self::AreaWide => "(for the whole area) ",
            Self::Shared => "(shared with other areas) ",
        }
    }
}
