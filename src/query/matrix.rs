//! Areas by themes, and areas side by side.

use std::collections::HashMap;

use super::snapshot::Snapshot;
use crate::dataset::{AreaIndex, PriorityIndex, ThemeId, ThemeIndex};

/// Which priorities of which areas belong to which themes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The columns.
    pub themes: Vec<ThemeIndex>,
    /// The rows: an area, and for each theme the priorities behind the cell.
    pub rows: Vec<(AreaIndex, Vec<Vec<PriorityIndex>>)>,
}

/// The priorities of an area that belong to a theme.
pub fn in_theme(
    snapshot: Snapshot,
    area: AreaIndex,
    theme: ThemeIndex,
) -> impl Iterator<Item = PriorityIndex> {
    let id = &snapshot.dataset().theme(theme).id;
    snapshot
        .priorities(area)
        .filter(move |(_, priority)| priority.belongs_to(id))
        .map(|(index, _)| index)
}

/// The matrix of some areas by all themes.
#[must_use]
pub fn matrix(snapshot: Snapshot, areas: impl IntoIterator<Item = AreaIndex>) -> Matrix {
    let themes: Vec<ThemeIndex> = snapshot
        .dataset()
        .themes()
        .map(|(index, _)| index)
        .collect();
    let columns: HashMap<&ThemeId, usize> = snapshot
        .dataset()
        .themes()
        .map(|(index, theme)| (&theme.id, index.index()))
        .collect();
    let row = |area| {
        let mut cells = vec![Vec::new(); themes.len()];
        for (index, priority) in snapshot.priorities(area) {
            let mut columns: Vec<usize> = priority
                .themes
                .iter()
                .filter_map(|other| columns.get(&other.theme).copied())
                .collect();
            columns.sort_unstable();
            columns.dedup();
            for column in columns {
                cells[column].push(index);
            }
        }
        (area, cells)
    };
    let rows = areas.into_iter().map(row).collect();
    Matrix { themes, rows }
}

/// A theme in which compared areas have priorities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonRow {
    /// The theme; none for priorities that have no theme.
    pub theme: Option<ThemeIndex>,
    /// The priorities of each area, in the order in which the areas were named.
    pub priorities: Vec<Vec<PriorityIndex>>,
}

impl ComparisonRow {
    /// Whether not all areas have a priority here.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.priorities.iter().any(Vec::is_empty)
    }
}

/// Areas side by side by theme: what not all of them have comes first.
#[must_use]
pub fn compare(snapshot: Snapshot, areas: &[AreaIndex]) -> Vec<ComparisonRow> {
    let Matrix { themes, rows } = matrix(snapshot, areas.iter().copied());
    let by_theme = themes
        .iter()
        .enumerate()
        .map(|(index, &theme)| ComparisonRow {
            theme: Some(theme),
            priorities: rows.iter().map(|(_, cells)| cells[index].clone()).collect(),
        });
    let without = |area: &AreaIndex| {
        snapshot
            .priorities(*area)
            .filter(|(_, priority)| priority.themes.is_empty())
            .map(|(index, _)| index)
            .collect()
    };
    let no_theme = ComparisonRow {
        theme: None,
        priorities: areas.iter().map(without).collect(),
    };
    let mut comparisons: Vec<_> = by_theme
        .chain([no_theme])
        .filter(|comparison| comparison.priorities.iter().any(|some| !some.is_empty()))
        .collect();
    comparisons.sort_by_key(|comparison| !comparison.differs());
    comparisons
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dataset::Dataset, query::resolve};

    fn area(dataset: &Dataset, id: &str) -> AreaIndex {
        resolve::area(dataset, id).expect("there is such an area")
    }

    #[test]
    fn every_place_of_a_priority_in_a_theme_is_a_cell() {
        let dataset = Dataset::bundled();
        let matrix = matrix(
            Snapshot::latest(&dataset),
            dataset.areas().map(|(area, _)| area),
        );
        assert_eq!((matrix.rows.len(), matrix.themes.len()), (12, 10));
        assert_eq!(
            matrix
                .rows
                .iter()
                .flat_map(|(_, cells)| cells)
                .map(Vec::len)
                .sum::<usize>(),
            69
        );
    }

    #[test]
    fn differences_come_first() {
        let dataset = Dataset::bundled();
        let areas = [area(&dataset, "hastings"), area(&dataset, "ipswich")];
        let comparisons = compare(Snapshot::latest(&dataset), &areas);
        let names: Vec<_> = comparisons
            .iter()
            .filter_map(|comparison| comparison.theme)
            .map(|theme| dataset.theme(theme).id.as_str())
            .collect();
        assert_eq!(
            names,
            [
                "teaching-and-leadership",
                "evidence",
                "attainment",
                "literacy",
                "maths",
                "health-and-wellbeing",
                "wider-experiences",
                "school-leavers"
            ]
        );
        assert!(comparisons[0].differs() && !comparisons[2].differs());
    }
}
