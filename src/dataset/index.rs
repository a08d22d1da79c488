//! Where something stands in a dataset. Only the dataset gives these out, so that none can point nowhere.

use super::{Area, Fact, Kind, Priority, Programme, Source, Theme};

macro_rules! index_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u32);

        impl $name {
            pub(super) fn new(index: usize) -> Self {
                Self(small(index))
            }

            /// Its place in the file's list, from 0.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

pub(super) fn small(index: usize) -> u32 {
    u32::try_from(index)
        .expect("a list of more than four thousand million entries would not fit into memory")
}

index_type!(
    /// Where an area stands.
    AreaIndex
);
index_type!(
    /// Where a theme stands.
    ThemeIndex
);
index_type!(
    /// Where a publication stands.
    SourceIndex
);

/// Where a priority stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PriorityIndex {
    area: AreaIndex,
    index: u32,
}

impl PriorityIndex {
    pub(super) fn new(area: AreaIndex, index: usize) -> Self {
        Self {
            area,
            index: small(index),
        }
    }

    /// The area that it belongs to.
    #[must_use]
    pub fn area(self) -> AreaIndex {
        self.area
    }

    /// Its place in the area's list, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.index as usize
    }
}

/// What facts belong to.
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
    /// The area that it is, or belongs to; none for the programme.
    #[must_use]
    pub fn area(self) -> Option<AreaIndex> {
        match self {
            Self::Programme => None,
            Self::Area(area) => Some(area),
            Self::Priority(priority) => Some(priority.area()),
        }
    }
}

/// Where a fact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FactIndex {
    /// What it belongs to.
    pub owner: OwnerIndex,
    /// What it is.
    pub kind: Kind,
    index: u32,
}

impl FactIndex {
    pub(super) fn new(owner: OwnerIndex, kind: Kind, index: usize) -> Self {
        Self {
            owner,
            kind,
            index: small(index),
        }
    }

    /// Its place in the list of its kind, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.index as usize
    }
}

/// Where anything that has a reference stands.
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
    /// A publication.
    Source(SourceIndex),
}

impl ItemIndex {
    /// The area that it is, or belongs to; none for the programme, themes and sources.
    #[must_use]
    pub fn area(self) -> Option<AreaIndex> {
        match self {
            Self::Area(area) => Some(area),
            Self::Priority(priority) => Some(priority.area()),
            Self::Fact(fact) => fact.owner.area(),
            Self::Programme | Self::Theme(_) | Self::Source(_) => None,
        }
    }
}

/// Anything that has a reference.
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
    /// A publication.
    Source(&'a Source),
}
