//! Areas side by side by theme.

use super::{matrix::matrix, snapshot::Snapshot};
use crate::{
    dataset::{AreaIndex, Dataset, PriorityIndex, ThemeIndex},
    sort::SortShared,
};

/// A theme, with the priorities of the compared areas in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonRow {
    /// Theme, or none for priorities without a theme.
    pub theme: Option<ThemeIndex>,
    /// Priorities of each area, in the order of the areas.
    pub priorities: Vec<Vec<PriorityIndex>>,
}

/// The areas that have a theme, of those that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sharing {
    /// At least one has it, and at least one does not.
    Some,
    /// All have it.
    All,
    /// None has it.
    None,
}

impl ComparisonRow {
    /// Returns which of the areas have priorities here.
    #[must_use]
    pub fn sharing(&self) -> Sharing {
        let with = self.priorities.iter().filter(|some| !some.is_empty());
        match with.count() {
            0 => Sharing::None,
            count if count == self.priorities.len() => Sharing::All,
            _ => Sharing::Some,
        }
    }

    /// Returns true if at least one area has a priority here, and at least one has none.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.sharing() == Sharing::Some
    }

    /// Returns the heading under which the theme is listed: `Only one has`, `Both have`.
    #[must_use]
    pub fn heading(&self) -> &'static str {
        match (self.sharing(), self.priorities.len()) {
            (Sharing::Some, 2) => "Only one has",
            (Sharing::Some, _) => "Only some have",
            (Sharing::All, 1) => "Has",
            (Sharing::All, 2) => "Both have",
            (Sharing::All, _) => "All have",
            (Sharing::None, 1) => "Does not have",
            (Sharing::None, 2) => "Neither has",
            (Sharing::None, _) => "None has",
        }
    }

    /// Returns the name of the theme, or `No theme`.
    #[must_use]
    pub fn theme_name<'a>(&self, dataset: &'a Dataset) -> &'a str {
        self.theme
            .map_or("No theme", |theme| &dataset.theme(theme).name)
    }

    /// Returns the short name of the theme, or `No theme`.
    #[must_use]
    pub fn short_name<'a>(&self, dataset: &'a Dataset) -> &'a str {
        self.theme
            .map_or("No theme", |theme| dataset.theme(theme).short_name())
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

/// Compares areas by theme. Themes that only some areas have come first, those that none has last.
/// There are no rows if no priority is known.
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
    let mut rows: Vec<_> = by_theme.collect();
    if no_theme.sharing() != Sharing::None {
        rows.push(no_theme);
    }
    if rows.iter().all(|row| row.sharing() == Sharing::None) {
        return Vec::new();
    }
    rows.sort_shared_by_key(ComparisonRow::sharing);
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
    fn headings_follow_the_number_of_areas() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let areas = ["derby", "hastings", "ipswich"].map(|id| area(&dataset, id));
        let headings = |areas: &[AreaIndex]| {
            let mut headings: Vec<_> = compare(snapshot, areas)
                .iter()
                .map(ComparisonRow::heading)
                .collect();
            headings.dedup();
            headings
        };
        assert_eq!(headings(&areas), ["Only some have", "All have", "None has"]);
        assert_eq!(headings(&areas[..1]), ["Has", "Does not have"]);
    }

    #[test]
    fn nothing_is_compared_before_a_priority_is_known() {
        let dataset = Dataset::bundled();
        let date: crate::dataset::PartialDate = "2016".parse().expect("a date");
        let snapshot = Snapshot::as_of(&dataset, date);
        let areas = ["derby", "hastings"].map(|id| area(&dataset, id));
        assert_eq!(compare(snapshot, &areas), []);
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
                "school-leavers",
                "early-years",
                "inclusion"
            ]
        );
        let headings: Vec<_> = comparisons.iter().map(ComparisonRow::heading).collect();
        assert_eq!(headings[1..3], ["Only one has", "Both have"]);
        assert_eq!(headings[8..], ["Neither has"; 2]);
    }
}
