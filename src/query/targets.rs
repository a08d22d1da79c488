//! Targets with their outcomes, by area, by theme or by outcome.

use super::{
    deadline::deadline_words,
    filter::Filter,
    outcome_counts::{OutcomeCounts, outcome_rank, outcome_word},
    snapshot::Snapshot,
    table::{PROGRAMME, RowFilter},
};
use crate::{
    dataset::{
        AreaIndex, FactData, FactIndex, ItemIndex, Kind, OutcomeStatus, OwnerIndex, Target,
        ThemeIndex,
    },
    sort::SortShared,
};

/// The ways to group targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TargetGrouping {
    /// By area, the programme last.
    #[default]
    Area,
    /// By theme. A target is listed under each theme of its priority.
    Theme,
    /// By outcome, the best first.
    Outcome,
}

impl TargetGrouping {
    /// All groupings, in the order in which a key goes through them.
    pub const ALL: [Self; 3] = [Self::Area, Self::Theme, Self::Outcome];

    /// Returns the noun: `theme`.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Theme => "theme",
            Self::Outcome => "outcome",
        }
    }

    /// Returns the grouping with a name: `theme`, `themes` or `by theme`, in any case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let name = name.strip_prefix("by ").unwrap_or(&name).trim();
        let is_named = |grouping: &Self| {
            let noun = grouping.noun();
            name == noun || name.strip_suffix('s') == Some(noun)
        };
        Self::ALL.into_iter().find(is_named)
    }

    /// Returns the next grouping; after the last, the first.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}

/// A group of targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetGroup {
    /// The targets of an area.
    Area(AreaIndex),
    /// The targets of the programme.
    Programme,
    /// The targets of priorities in a theme.
    Theme(ThemeIndex),
    /// The targets without a theme.
    NoTheme,
    /// The targets with an outcome.
    Outcome(Option<OutcomeStatus>),
}

/// A target in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetRow {
    /// Group that it is listed in.
    pub group: TargetGroup,
    /// Fact itself.
    pub fact: FactIndex,
    /// Outcome, if one was known.
    pub outcome: Option<OutcomeStatus>,
}

impl Snapshot<'_> {
    /// Returns the status of a target, if it was known.
    #[must_use]
    pub fn target_status(self, target: &Target) -> Option<OutcomeStatus> {
        self.outcome(target)?.status
    }
}

/// Returns the known results that report on a target. They may have been known before its outcome.
pub fn known_results<'a>(
    snapshot: Snapshot<'a>,
    target: &'a Target,
) -> impl Iterator<Item = ItemIndex> + 'a {
    let outcome = target.outcome.as_deref();
    outcome
        .into_iter()
        .flat_map(move |outcome| snapshot.results_of(outcome))
}

/// Returns a target by its index; none if the fact is of another kind.
#[must_use]
pub fn target_at(snapshot: Snapshot<'_>, fact: FactIndex) -> Option<&Target> {
    match snapshot.dataset().fact(fact).body {
        FactData::Target(target) => Some(target),
        _ => None,
    }
}

/// Returns true if a target has all words. They may be in its area, its themes, its outcome, its measure, its baseline, its
/// goal or its deadline.
fn has_words(
    snapshot: Snapshot,
    fact: FactIndex,
    outcome: Option<OutcomeStatus>,
    words: &RowFilter,
) -> bool {
    if words.is_empty() {
        return true;
    }
    let dataset = snapshot.dataset();
    let Some(target) = target_at(snapshot, fact) else {
        return false;
    };
    let mut texts = vec![outcome_word(outcome), &*target.measure];
    match fact.owner.area().map(|area| dataset.area(area)) {
        Some(area) => texts.extend([&*area.name, area.short_name()]),
        None => texts.push(PROGRAMME),
    }
    if let OwnerIndex::Priority(priority) = fact.owner {
        let themes = dataset.priority(priority).themes.iter();
        let themes = themes.map(|themed| dataset.theme(dataset.theme_index(&themed.theme)));
        texts.extend(themes.map(|theme| &*theme.name));
    }
    texts.extend(target.baseline.as_deref());
    texts.extend(target.goal.as_deref());
    texts.extend(target.by.as_ref().map(deadline_words));
    words.matches(&texts)
}

/// Returns the known targets that match a filter and have all words: those of the areas in order, then those of the
/// programme.
fn matching(
    snapshot: Snapshot,
    filter: &Filter,
    words: &RowFilter,
) -> Vec<(FactIndex, Option<OutcomeStatus>)> {
    let of_areas = snapshot.all_priorities();
    let owners = of_areas
        .map(|(priority, _)| OwnerIndex::Priority(priority))
        .chain([OwnerIndex::Programme]);
    owners
        .flat_map(|owner| snapshot.facts_of(owner, Kind::Target))
        .filter(|(fact, _)| filter.matches_fact(snapshot, *fact))
        .filter_map(|(fact, _)| {
            let target = target_at(snapshot, fact)?;
            Some((fact, snapshot.target_status(target)))
        })
        .filter(|&(fact, outcome)| has_words(snapshot, fact, outcome, words))
        .collect()
}

/// Returns the known targets that match a filter, those of a group one after another.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     query::{
///         filter::Filter,
///         snapshot::Snapshot,
///         targets::{TargetGrouping, targets},
///     },
/// };
///
/// let dataset = Dataset::bundled();
/// let snapshot = Snapshot::latest(&dataset);
/// let rows = targets(snapshot, &Filter::default(), TargetGrouping::Outcome);
/// assert_eq!(rows.len(), 60);
/// assert_eq!(dataset.fact(rows[0].fact).reference().as_str(), "bradford/1/schools-up-one-ofsted-grade");
/// ```
#[must_use]
pub fn targets(snapshot: Snapshot, filter: &Filter, grouping: TargetGrouping) -> Vec<TargetRow> {
    targets_with_words(snapshot, filter, &RowFilter::default(), grouping)
}

/// Returns the known targets that match a filter and have all words, those of a group one after another. The words may be in
/// the area, the themes, the outcome, the measure, the baseline, the goal or the deadline.
#[must_use]
pub fn targets_with_words(
    snapshot: Snapshot,
    filter: &Filter,
    words: &RowFilter,
    grouping: TargetGrouping,
) -> Vec<TargetRow> {
    let targets = matching(snapshot, filter, words);
    let row = |group, (fact, outcome)| TargetRow {
        group,
        fact,
        outcome,
    };
    match grouping {
        TargetGrouping::Area => {
            let by_area = targets.into_iter().map(|target| {
                let area = target.0.owner.area();
                row(
                    area.map_or(TargetGroup::Programme, TargetGroup::Area),
                    target,
                )
            });
            by_area.collect()
        }
        TargetGrouping::Theme => by_theme(snapshot, filter, &targets),
        TargetGrouping::Outcome => {
            let mut rows: Vec<TargetRow> = targets
                .into_iter()
                .map(|target| row(TargetGroup::Outcome(target.1), target))
                .collect();
            rows.sort_shared_by_key(|row| outcome_rank(row.outcome));
            rows
        }
    }
}

/// Returns the targets by theme. With a filter for themes, only under these.
fn by_theme(
    snapshot: Snapshot,
    filter: &Filter,
    targets: &[(FactIndex, Option<OutcomeStatus>)],
) -> Vec<TargetRow> {
    let dataset = snapshot.dataset();
    let mut groups = vec![Vec::new(); dataset.themes().len()];
    let mut without_theme = Vec::new();
    for &(fact, outcome) in targets {
        let mut themes: Vec<ThemeIndex> = match fact.owner {
            OwnerIndex::Priority(priority) => {
                let themes = dataset.priority(priority).themes.iter();
                let wanted = themes
                    .map(|classification| &classification.theme)
                    .filter(|theme| filter.themes.is_empty() || filter.themes.contains(theme));
                wanted.map(|theme| dataset.theme_index(theme)).collect()
            }
            _ => Vec::new(),
        };
        themes.sort_unstable();
        themes.dedup();
        let row = |group| TargetRow {
            group,
            fact,
            outcome,
        };
        if themes.is_empty() {
            without_theme.push(row(TargetGroup::NoTheme));
        }
        for theme in themes {
            groups[theme.index()].push(row(TargetGroup::Theme(theme)));
        }
    }
    groups.into_iter().flatten().chain(without_theme).collect()
}

/// Counts the outcomes of the known targets that match a filter, each target once.
#[must_use]
pub fn outcome_counts(snapshot: Snapshot, filter: &Filter) -> OutcomeCounts {
    outcome_counts_with_words(snapshot, filter, &RowFilter::default())
}

/// Counts the outcomes of the known targets that match a filter and have all words, each target once.
#[must_use]
pub fn outcome_counts_with_words(
    snapshot: Snapshot,
    filter: &Filter,
    words: &RowFilter,
) -> OutcomeCounts {
    let targets = matching(snapshot, filter, words);
    targets.into_iter().map(|(_, outcome)| outcome).collect()
}

/// Counts the outcomes of the known targets of an area's priorities.
#[must_use]
pub fn outcome_counts_of(snapshot: Snapshot, area: AreaIndex) -> OutcomeCounts {
    let priorities = snapshot.priorities(area);
    let targets = priorities
        .flat_map(|(priority, _)| snapshot.facts_of(OwnerIndex::Priority(priority), Kind::Target));
    targets
        .filter_map(|(fact, _)| target_at(snapshot, fact))
        .map(|target| snapshot.target_status(target))
        .collect()
}

/// Returns the short name of a group, for narrow screens.
#[must_use]
pub fn short_group_name(snapshot: Snapshot<'_>, group: TargetGroup) -> &str {
    let dataset = snapshot.dataset();
    match group {
        TargetGroup::Area(area) => dataset.area(area).short_name(),
        TargetGroup::Theme(theme) => dataset.theme(theme).short_name(),
        _ => group_name(snapshot, group),
    }
}

/// Returns the name of a group: an area, a theme, or an outcome with a capital.
#[must_use]
pub fn group_name(snapshot: Snapshot<'_>, group: TargetGroup) -> &str {
    let dataset = snapshot.dataset();
    match group {
        TargetGroup::Area(area) => &dataset.area(area).name,
        TargetGroup::Programme => "The programme",
        TargetGroup::Theme(theme) => &dataset.theme(theme).name,
        TargetGroup::NoTheme => "No theme",
        TargetGroup::Outcome(outcome) => match outcome {
            Some(OutcomeStatus::Met) => "Met",
            Some(OutcomeStatus::PartlyMet) => "Partly met",
            Some(OutcomeStatus::InProgress) => "In progress",
            Some(OutcomeStatus::NotMet) => "Not met",
            None => "Not known",
        },
    }
}

#[cfg(test)]
mod tests;
