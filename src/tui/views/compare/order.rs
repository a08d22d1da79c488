//! The order of the themes in the comparison.

use crate::{
    dataset::Dataset, query::comparison::ComparisonRow, sort::SortShared, text::natural_order,
};

/// The order of the themes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum ThemeOrder {
    /// Those that only some areas have first.
    #[default]
    DifferencesFirst,
    /// As in the dataset.
    Listed,
    /// By name.
    Name,
}

impl ThemeOrder {
    /// Returns the order in words.
    #[must_use]
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::DifferencesFirst => "differences first",
            Self::Listed => "themes as listed",
            Self::Name => "themes by name",
        }
    }

    /// Returns the next order.
    #[must_use]
    pub(super) fn next(self) -> Self {
        match self {
            Self::DifferencesFirst => Self::Listed,
            Self::Listed => Self::Name,
            Self::Name => Self::DifferencesFirst,
        }
    }

    /// Sorts rows that have their differences first.
    pub(super) fn sort(self, dataset: &Dataset, rows: &mut [ComparisonRow]) {
        match self {
            Self::DifferencesFirst => {}
            // Priorities without a theme come last.
            Self::Listed => {
                rows.sort_shared_by_key(|row| {
                    row.theme.map_or((true, 0), |theme| (false, theme.index()))
                });
            }
            Self::Name => rows.sort_shared_by(|a, b| {
                let without = a.theme.is_none().cmp(&b.theme.is_none());
                without.then_with(|| natural_order(a.short_name(dataset), b.short_name(dataset)))
            }),
        }
    }
}
