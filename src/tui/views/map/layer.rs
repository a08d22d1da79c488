//! The layers of the map.

use crate::{
    dataset::{AreaIndex, Dataset, PriorityIndex, ThemeIndex},
    query::{
        comparable_money::comparable_sums, coverage::has_ranks, snapshot::Snapshot,
        targets::outcome_counts_of,
    },
};

/// The information shown on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Layer {
    /// The areas with a published plan.
    #[default]
    Plans,
    /// The ranks of the year that most areas have one for.
    Ranks,
    /// The areas with a priority in a theme.
    Theme(ThemeIndex),
    /// The sum that most areas have for the same purpose.
    Money,
    /// The outcomes of targets.
    Targets,
}

impl Layer {
    /// Returns the next layer that a dataset has something for. `theme` is the theme to show.
    pub(super) fn next(self, dataset: &Dataset, theme: Option<ThemeIndex>) -> Self {
        let latest = Snapshot::latest(dataset);
        let areas: Vec<AreaIndex> = dataset.areas().map(|(area, _)| area).collect();
        let themes = theme.or_else(|| dataset.themes().next().map(|(theme, _)| theme));
        let has_targets = || {
            let mut areas = areas.iter();
            areas.any(|&area| outcome_counts_of(latest, area).total() > 0)
        };
        let order = [
            Some(Self::Plans),
            has_ranks(dataset).then_some(Self::Ranks),
            themes.map(Self::Theme),
            (!comparable_sums(latest, &areas).is_empty()).then_some(Self::Money),
            has_targets().then_some(Self::Targets),
        ];
        let is_current = |layer: &Self| match (self, layer) {
            (Self::Theme(_), Self::Theme(_)) => true,
            (current, layer) => current == *layer,
        };
        let layers: Vec<Self> = order.into_iter().flatten().collect();
        let current = layers.iter().position(is_current).unwrap_or(0);
        layers[(current + 1) % layers.len()]
    }
}

/// Returns true if a priority counts in a layer: all do, except in the layer of a theme that it does not have.
pub(super) fn counts(snapshot: Snapshot, layer: Layer, priority: PriorityIndex) -> bool {
    let Layer::Theme(theme) = layer else {
        return true;
    };
    let dataset = snapshot.dataset();
    dataset
        .priority(priority)
        .belongs_to(&dataset.theme(theme).id)
}
