//! Areas by themes.

use std::collections::HashMap;

use super::{filter::Filter, snapshot::Snapshot};
use crate::dataset::{AreaIndex, PriorityIndex, ThemeId, ThemeIndex};

/// Areas by themes, with the priorities behind each cell.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     query::{matrix::matrix, snapshot::Snapshot},
/// };
///
/// let dataset = Dataset::bundled();
/// let matrix = matrix(Snapshot::latest(&dataset), dataset.areas().map(|(area, _)| area));
/// assert_eq!((matrix.rows.len(), matrix.themes.len()), (12, 10));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// Columns.
    pub themes: Vec<ThemeIndex>,
    /// Rows: an area, and for each theme its priorities.
    pub rows: Vec<(AreaIndex, Vec<Vec<PriorityIndex>>)>,
}

/// Returns the known priorities of an area that belong to a theme.
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

/// Returns the known priorities of all areas that belong to a theme.
pub fn all_in_theme(snapshot: Snapshot, theme: ThemeIndex) -> impl Iterator<Item = PriorityIndex> {
    snapshot
        .dataset()
        .areas()
        .flat_map(move |(area, _)| in_theme(snapshot, area, theme))
}

/// Returns the areas with matching priorities in a theme, and the number of those priorities.
#[must_use]
pub fn areas_in_theme(
    snapshot: Snapshot,
    filter: &Filter,
    theme: ThemeIndex,
) -> Vec<(AreaIndex, usize)> {
    let count = |area| {
        in_theme(snapshot, area, theme)
            .filter(|&priority| filter.matches_priority(snapshot, priority))
            .count()
    };
    let areas = snapshot.dataset().areas();
    areas
        .map(|(area, _)| (area, count(area)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// Returns the matrix of some areas by all themes.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Dataset, ItemIndex};

    #[test]
    fn another_count_of_the_areas_with_a_theme_stands_beside_ours() {
        let dataset = Dataset::bundled();
        let matrix = matrix(
            Snapshot::latest(&dataset),
            dataset.areas().map(|(area, _)| area),
        );
        let item = dataset.find("theme/early-years").expect("there is such");
        let column = matrix
            .themes
            .iter()
            .position(|&theme| ItemIndex::Theme(theme) == item)
            .expect("it is a theme");
        let ours = matrix
            .rows
            .iter()
            .filter(|(_, cells)| !cells[column].is_empty());
        assert_eq!(ours.count(), 7);
        let fact = dataset
            .find("programme/nine-early-years-priorities")
            .expect("the fact is there");
        let caveat = dataset
            .marks(fact)
            .and_then(|marks| marks.caveat.as_deref());
        assert!(caveat.is_some_and(|caveat| caveat.contains("we count seven")));
    }

    #[test]
    fn matrix_counts_every_priority_under_each_of_its_themes() {
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
}
