//! Items: everything in a dataset that has a reference, by index and by value.

use super::{fact::Fact, kind::Kind};
use crate::dataset::{
    format::{Area, Priority, Programme, Source, Term, Theme},
    values::{AreaIndex, PriorityIndex, SourceIndex, TermIndex, ThemeIndex, to_u32},
};

/// The index of an owner of facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OwnerIndex {
    /// The programme as a whole.
    Programme,
    /// An area as a whole.
    Area(AreaIndex),
    /// A priority.
    Priority(PriorityIndex),
}

impl OwnerIndex {
    /// Returns the area that this is or belongs to, or `None` for the programme.
    #[must_use]
    pub fn area(self) -> Option<AreaIndex> {
        match self {
            Self::Programme => None,
            Self::Area(area) => Some(area),
            Self::Priority(priority) => Some(priority.area()),
        }
    }
}

/// The index of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FactIndex {
    /// The owner of the fact.
    pub owner: OwnerIndex,
    /// The kind of the fact.
    pub kind: Kind,
    index: u32,
}

impl FactIndex {
    pub(in crate::dataset) fn new(owner: OwnerIndex, kind: Kind, index: usize) -> Self {
        Self {
            owner,
            kind,
            index: to_u32(index),
        }
    }

    /// Returns the position in the owner's list of this kind, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.index as usize
    }
}

/// The index of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemIndex {
    /// The programme as a whole.
    Programme,
    /// An area.
    Area(AreaIndex),
    /// A priority.
    Priority(PriorityIndex),
    /// A fact.
    Fact(FactIndex),
    /// A theme.
    Theme(ThemeIndex),
    /// A term.
    Term(TermIndex),
    /// A source.
    Source(SourceIndex),
}

impl ItemIndex {
    /// Returns the area that this is or belongs to, or `None` for the programme, themes,
    /// terms and sources.
    #[must_use]
    pub fn area(self) -> Option<AreaIndex> {
        match self {
            Self::Area(area) => Some(area),
            Self::Priority(priority) => Some(priority.area()),
            Self::Fact(fact) => fact.owner.area(),
            Self::Programme | Self::Theme(_) | Self::Term(_) | Self::Source(_) => None,
        }
    }
}

impl From<OwnerIndex> for ItemIndex {
    fn from(owner: OwnerIndex) -> Self {
        match owner {
            OwnerIndex::Programme => Self::Programme,
            OwnerIndex::Area(area) => Self::Area(area),
            OwnerIndex::Priority(priority) => Self::Priority(priority),
        }
    }
}

/// Anything in a dataset that has a reference.
#[derive(Debug, Clone, Copy)]
pub enum Item<'a> {
    /// The programme as a whole.
    Programme(&'a Programme),
    /// An area.
    Area(&'a Area),
    /// A priority, with its area.
    Priority(&'a Area, &'a Priority),
    /// A fact.
    Fact(Fact<'a>),
    /// A theme.
    Theme(&'a Theme),
    /// A term.
    Term(&'a Term),
    /// A source.
    Source(&'a Source),
}
