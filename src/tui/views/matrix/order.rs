//! The order of the areas in the matrix.

use std::cmp::Reverse;

use crate::{
    dataset::{AreaIndex, Dataset, ThemeIndex},
    query::{
        coverage::has_ranks,
        ranks::{YearRanks, rank_in},
        snapshot::Snapshot,
    },
    sort::SortShared,
    text::natural_order,
};

/// The order of the areas. It changes only when the user asks for another: rows must not move while a column is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Order {
    /// As in the dataset.
    #[default]
    Listed,
    /// By name.
    Name,
    /// By rank in the year that most areas have, the best first; areas without one last.
    Rank,
    /// By the number of priorities, the most first.
    Count,
    /// By the number of priorities in a theme, the most first.
    Theme(ThemeIndex),
}

impl Order {
    /// Returns the order in words.
    #[must_use]
    pub(crate) fn words(self, snapshot: Snapshot) -> String {
        match self {
            Self::Listed if is_sorted_by_name(snapshot.dataset()) => "by name".into(),
            Self::Listed => "as listed".into(),
            Self::Name => "by name".into(),
            Self::Rank => match YearRanks::of(snapshot) {
                Some(ranks) => format!("by rank {}, {} is worst", ranks.year, ranks.worst),
                None => "by rank".into(),
            },
            Self::Count => "by number of priorities".into(),
            Self::Theme(theme) => format!("by {}", snapshot.dataset().theme(theme).short_name()),
        }
    }

    /// Returns the next order that makes a difference in a dataset; the last is `by_theme`.
    #[must_use]
    pub(super) fn next(self, dataset: &Dataset, by_theme: Self) -> Self {
        match self {
            Self::Listed if !is_sorted_by_name(dataset) => Self::Name,
            Self::Listed | Self::Name if has_ranks(dataset) => Self::Rank,
            Self::Listed | Self::Name | Self::Rank => Self::Count,
            Self::Count => by_theme,
            Self::Theme(_) => Self::Listed,
        }
    }

    /// Sorts areas, which are in the dataset's order. `count` returns the number of an area's priorities, in one theme or
    /// in all.
    pub(super) fn sort(
        self,
        snapshot: Snapshot,
        areas: &mut [AreaIndex],
        count: impl Fn(AreaIndex, Option<ThemeIndex>) -> usize,
    ) {
        match self {
            Self::Listed => {}
            Self::Name => areas.sort_shared_by(|&a, &b| by_name(snapshot.dataset(), a, b)),
            Self::Rank => {
                let year = YearRanks::of(snapshot).map(|ranks| ranks.year);
                areas.sort_by_cached_key(|&area| {
                    let rank = year.and_then(|year| rank_in(snapshot, area, year));
                    rank.map_or(u32::MAX, |(_, rank)| rank.rank)
                });
            }
            Self::Count => areas.sort_shared_by_key(|&area| Reverse(count(area, None))),
            Self::Theme(theme) => {
                areas.sort_shared_by_key(|&area| Reverse(count(area, Some(theme))));
            }
        }
    }
}

fn by_name(dataset: &Dataset, a: AreaIndex, b: AreaIndex) -> std::cmp::Ordering {
    natural_order(&dataset.area(a).name, &dataset.area(b).name)
}

fn is_sorted_by_name(dataset: &Dataset) -> bool {
    dataset
        .areas()
        .map(|(area, _)| area)
        .is_sorted_by(|&a, &b| by_name(dataset, a, b).is_le())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_follow_each_other_and_skip_those_that_change_nothing() {
        let dataset = Dataset::bundled();
        let theme = dataset
            .themes()
            .map(|(theme, _)| Order::Theme(theme))
            .next();
        let theme = theme.expect("there is a theme");
        let mut seen = vec![Order::Listed];
        while seen.len() < 2 || seen[seen.len() - 1] != Order::Listed {
            seen.push(seen[seen.len() - 1].next(&dataset, theme));
        }
        assert_eq!(
            seen,
            [
                Order::Listed,
                Order::Rank,
                Order::Count,
                theme,
                Order::Listed
            ]
        );
        let words = seen
            .iter()
            .map(|order| order.words(Snapshot::latest(&dataset)));
        assert_eq!(
            words.collect::<Vec<_>>(),
            [
                "by name",
                "by rank 2016, 324 is worst",
                "by number of priorities",
                "by Early years",
                "by name"
            ]
        );
    }
}
