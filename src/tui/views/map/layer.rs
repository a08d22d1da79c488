//! The layers of the map.

use crate::{
    dataset::{
        AreaIndex, Dataset, FactData, Kind, OutcomeStatus, OwnerIndex, PriorityIndex, ThemeIndex,
    },
    query::{comparable_money::comparable_sums, coverage::has_ranks, snapshot::Snapshot},
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
            areas.any(|&area| outcomes(latest, area).next().is_some())
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

/// Returns the outcomes of the known targets of an area and its priorities.
pub(super) fn outcomes(
    snapshot: Snapshot,
    area: AreaIndex,
) -> impl Iterator<Item = Option<OutcomeStatus>> {
    let priorities = snapshot.priorities(area);
    let owners = priorities.map(|(priority, _)| OwnerIndex::Priority(priority));
    std::iter::once(OwnerIndex::Area(area))
        .chain(owners)
        .flat_map(move |owner| targets_of(snapshot, owner))
}

fn targets_of(
    snapshot: Snapshot,
    owner: OwnerIndex,
) -> impl Iterator<Item = Option<OutcomeStatus>> {
    let facts = snapshot.facts_of(owner, Kind::Target);
    facts.filter_map(move |(_, fact)| match fact.body {
        FactData::Target(target) => {
            Some(snapshot.outcome(target).and_then(|outcome| outcome.status))
        }
        _ => None,
    })
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
