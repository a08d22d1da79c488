//! Areas side by side by theme.

use super::{matrix::matrix, snapshot::Snapshot};
use crate::dataset::{AreaIndex, Dataset, PriorityIndex, ThemeIndex};

/// A theme in which at least one of the compared areas has priorities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonRow {
    /// Theme, or none for priorities without a theme.
    pub theme: Option<ThemeIndex>,
    /// Priorities of each area, in the order of the areas.
    pub priorities: Vec<Vec<PriorityIndex>>,
}

impl ComparisonRow {
    /// Returns true if at least one area has no priority here.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.priorities.iter().any(Vec::is_empty)
    }

    /// Returns the heading under which the theme is listed.
    #[must_use]
    pub fn heading(&self) -> &'static str {
        if self.differs() {
            "Where they differ"
        } else {
            "What they have in common"
        }
    }

    /// Returns the name of the theme, or `No theme`.
    #[must_use]
    pub fn theme_name<'a>(&self, dataset: &'a Dataset) -> &'a str {
        self.theme
            .map_or("No theme", |theme| &dataset.theme(theme).name)
    }
}

/// Text of a cell without priorities.
pub const NO_PRIORITY: &str = "no priority";

/// Joins the titles of an area's priorities, or returns [`NO_PRIORITY`] if there are none.
#[must_use]
pub(crate) fn cell_text(titles: impl IntoIterator<Item = String>) -> String {
    let titles: Vec<String> = titles.into_iter().collect();
    if titles.is_empty() {
        NO_PRIORITY.into()
    } else {
        titles.join("; ")
    }
}

/// Compares areas by theme. Themes that not all areas have come first.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     query::{comparison::compare, resolve, snapshot::Snapshot},
/// };
///
/// let dataset = Dataset::bundled();
/// let areas = [resolve::area(&dataset, "hastings")?, resolve::area(&dataset, "ipswich")?];
/// let rows = compare(Snapshot::latest(&dataset), &areas);
/// assert_eq!(rows.iter().filter(|row| row.differs()).count(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn compare(snapshot: Snapshot, areas: &[AreaIndex]) -> Vec<ComparisonRow> {
    let matrix = matrix(snapshot, areas.iter().copied());
    let by_theme = matrix
        .themes
        .iter()
        .enumerate()
        .map(|(index, &theme)| ComparisonRow {
            theme: Some(theme),
            priorities: matrix
                .rows
                .iter()
                .map(|(_, cells)| cells[index].clone())
                .collect(),
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
    let mut rows: Vec<_> = by_theme
        .chain([no_theme])
        .filter(|row| row.priorities.iter().any(|some| !some.is_empty()))
        .collect();
    rows.sort_by_key(|row| !row.differs());
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::resolve;

    fn area(dataset: &Dataset, id: &str) -> AreaIndex {
        resolve::area(dataset, id).expect("the area exists")
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
