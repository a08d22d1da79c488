//! The order of the publications.

use std::{cmp::Reverse, ops::Range};

use crate::{dataset::PartialDate, query::describe::counted, query::sources::Publication};

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
    /// Returns the numbers in words: `37 publications, cited 150 times`.
    #[must_use]
    pub(super) fn status(&self) -> String {
        let publications = counted(self.items.len(), "publication", "publications");
        match self.citations {
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

    /// Sorts publications that are in the order of their dates.
    pub(super) fn sort(self, publications: &mut [Publication]) {
        match self {
            Self::Date => {}
            Self::Latest => publications.reverse(),
            Self::Citations => {
                publications.sort_by_key(|publication| Reverse(publication.citation_count));
            }
        }
    }

    /// Returns the groups of sorted publications; none if a group would have years mixed up.
    #[must_use]
    pub(super) fn groups(self, publications: &[Publication]) -> Vec<YearGroup> {
        let mut groups: Vec<YearGroup> = Vec::new();
        if self == Self::Citations {
            return groups;
        }
        for (index, publication) in publications.iter().enumerate() {
            let year = publication.source.published.year();
            match groups.last_mut().filter(|group| group.year == year) {
                Some(group) => {
                    group.items.end = index + 1;
                    group.citations += publication.citation_count;
                }
                None => groups.push(YearGroup {
                    items: index..index + 1,
                    year,
                    citations: publication.citation_count,
                }),
            }
        }
        groups
    }
}

/// Returns a date within its year, as far as it is known: `17 Jul`, `Jul` or nothing.
#[must_use]
pub(super) fn day_and_month(date: PartialDate) -> String {
    let words = date.to_string();
    let mut parts: Vec<&str> = words.split(' ').collect();
    // The year comes last.
    parts.pop();
    if let Some(month) = parts.last_mut() {
        *month = &month[..month.len().min(3)];
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_no_year_and_a_short_month() {
        let short = |date: &str| day_and_month(date.parse().expect("a date"));
        assert_eq!(
            ["2017-07-17", "2017-07", "2017"].map(short),
            ["17 Jul", "Jul", ""]
        );
    }
}
