//! Positions in a dataset's lists of areas, priorities, themes, terms and sources.
//!
//! Only a dataset makes indices, so every index is valid in the dataset that it came from.

macro_rules! index_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u32);

        impl $name {
            pub(in crate::dataset) fn new(index: usize) -> Self {
                Self(to_u32(index))
            }

            /// Returns the position in the file's list, from 0.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

/// Converts an index. Indices are stored in 32 bits because there are millions of them.
pub(in crate::dataset) fn to_u32(index: usize) -> u32 {
    u32::try_from(index).expect("a file of at most 1 GiB has no list of 2^32 entries")
}

index_type!(
    /// The index of an area.
    AreaIndex
);
index_type!(
    /// The index of a theme.
    ThemeIndex
);
index_type!(
    /// The index of a source.
    SourceIndex
);
impl SourceIndex {
    /// Makes the index of a source of the bundled dataset.
    pub(in crate::dataset) const fn bundled(index: u32) -> Self {
        Self(index)
    }
}

index_type!(
    /// The index of a term.
    TermIndex
);

/// The index of a priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PriorityIndex {
    area: AreaIndex,
    index: u32,
}

impl PriorityIndex {
    pub(in crate::dataset) fn new(area: AreaIndex, index: usize) -> Self {
        Self {
            area,
            index: to_u32(index),
        }
    }

    /// Returns the area that the priority belongs to.
    #[must_use]
    pub fn area(self) -> AreaIndex {
        self.area
    }

    /// Returns the position in the area's list, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.index as usize
    }
}
