//! The columns that the names of areas need.

use crate::{
    dataset::{Area, AreaIndex, Dataset},
    text::text_width,
};

/// The columns that the names of areas need.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NameWidths {
    /// The columns of the longest name.
    pub full: usize,
    /// The columns of the longest short name.
    pub short: usize,
}

impl NameWidths {
    /// Measures the names of areas.
    #[must_use]
    pub(super) fn of(dataset: &Dataset, areas: &[AreaIndex]) -> Self {
        let longest = |name: for<'a> fn(&'a Area) -> &'a str| {
            let widths = areas
                .iter()
                .map(|&area| text_width(name(dataset.area(area))));
            widths.max().unwrap_or(0)
        };
        Self {
            full: longest(|area| &area.name),
            short: longest(Area::short_name),
        }
    }
}
