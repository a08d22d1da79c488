//! The order of the publications.

use std::{cmp::Reverse, ops::Range};

use crate::{
    dataset::{Dataset, SourceIndex},
    query::describe::counted,
};

/// The order of the publications.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum SourceOrder {
    /// By date, in groups by year.
    #[default]
    Date,
    /// By date, the latest first.
    Latest,
    /// By the number of facts that cite them, the most first.
    Citations,
}

/// The publications of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct YearGroup {
    /// The indices of the publications.
    pub items: Range<usize>,
    /// The year.
    pub year: u16,
    /// The number of citations.
    pub citations: usize,
}

impl YearGroup {
    /// Returns the numbers in words: `37 publications, cited 150 times`. Without `is_counted` the citations are not known yet.
    #[must_use]
    pub(super) fn status(&self, is_counted: bool) -> String {
        let publications = counted(self.items.len(), "publication", "publications");
        match self.citations {
            _ if !is_counted => publications,
            1 => format!("{publications}, cited once"),
            citations => format!("{publications}, cited {citations} times"),
        }
    }
}

impl SourceOrder {
    /// Returns the order in words, as they follow the number of publications.
    #[must_use]
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Date => " by year",
            Self::Latest => ", latest first",
            Self::Citations => ", most cited first",
        }
    }

    /// Returns the next order.
    #[must_use]
    pub(super) fn next(self) -> Self {
        match self {
            Self::Date => Self::Latest,
            Self::Latest => Self::Citations,
            Self::Citations => Self::Date,
        }
    }

    /// Sorts publications that are in the order of their dates. `count` returns the number of facts that cite one.
    pub(super) fn sort(self, sources: &mut [SourceIndex], count: impl Fn(SourceIndex) -> usize) {
        match self {
            Self::Date => {}
            Self::Latest => sources.reverse(),
            Self::Citations => sources.sort_by_key(|&source| Reverse(count(source))),
        }
    }

    /// Returns the groups of sorted publications; none if a group would have years mixed up.
    #[must_use]
    pub(super) fn groups(
        self,
        dataset: &Dataset,
        sources: &[SourceIndex],
        count: impl Fn(SourceIndex) -> usize,
    ) -> Vec<YearGroup> {
        let mut groups: Vec<YearGroup> = Vec::new();
        if self == Self::Citations {
            return groups;
        }
        for (index, &source) in sources.iter().enumerate() {
            let year = dataset.source(source).published.year();
            match groups.last_mut().filter(|group| group.year == year) {
                Some(group) => {
                    group.items.end = index + 1;
                    group.citations += count(source);
                }
                None => groups.push(YearGroup {
                    items: index..index + 1,
                    year,
                    citations: count(source),
                }),
            }
        }
        groups
    }
}
