//! Targets with their outcomes, by area, by theme or by outcome.

use super::{
    deadline::deadline_words,
    filter::Filter,
    outcome_counts::{OutcomeCounts, outcome_rank, outcome_word},
    snapshot::Snapshot,
    table::{PROGRAMME, RowFilter},
};
use crate::dataset::{
    AreaIndex, FactData, FactIndex, ItemIndex, Kind, OutcomeStatus, OwnerIndex, Target, ThemeIndex,
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
            rows.sort_by_key(|row| outcome_rank(row.outcome));
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
mod tests {
    use super::*;
    use crate::dataset::{Dataset, PartialDate};
    use crate::query::outcome_counts::OUTCOMES;

    fn as_of<'a>(dataset: &'a Dataset, date: &str) -> Snapshot<'a> {
        Snapshot::as_of(dataset, date.parse::<PartialDate>().expect("a date"))
    }

    #[test]
    fn every_grouping_lists_every_target() {
        let dataset = Dataset::bundled();
        for snapshot in [Snapshot::latest(&dataset), as_of(&dataset, "2019")] {
            let all = snapshot
                .all_facts()
                .filter(|(fact, _)| fact.kind == Kind::Target)
                .count();
            for grouping in TargetGrouping::ALL {
                let rows = targets(snapshot, &Filter::default(), grouping);
                let mut facts: Vec<FactIndex> = Vec::new();
                for row in &rows {
                    if !facts.contains(&row.fact) {
                        facts.push(row.fact);
                    }
                }
                assert_eq!(facts.len(), all, "{grouping:?}");
                assert_eq!(
                    rows.len() == all,
                    grouping != TargetGrouping::Theme,
                    "a priority has several themes"
                );
            }
            assert_eq!(outcome_counts(snapshot, &Filter::default()).total(), all);
        }
    }

    #[test]
    fn words_are_found_in_every_part_of_a_target() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let count = |words: &str| {
            let words = RowFilter::new(words);
            let counts = outcome_counts_with_words(snapshot, &Filter::default(), &words);
            let grouping = TargetGrouping::Area;
            let rows = targets_with_words(snapshot, &Filter::default(), &words, grouping);
            assert_eq!(rows.len(), counts.total());
            counts.total()
        };
        assert_eq!(count(""), 60);
        assert_eq!(count("xyzzy"), 0);
        for words in ["ipswich", "not known", "in progress", "early years", "2021"] {
            assert!((1..60).contains(&count(words)), "{words}: {}", count(words));
        }
        assert!(count("ipswich 2020") < count("ipswich"));
    }

    #[test]
    fn groupings_are_found_by_their_names() {
        for (name, grouping) in [
            ("by Theme", Some(TargetGrouping::Theme)),
            ("outcomes", Some(TargetGrouping::Outcome)),
            ("area", Some(TargetGrouping::Area)),
            ("by money", None),
        ] {
            assert_eq!(TargetGrouping::from_name(name), grouping, "{name}");
        }
    }

    #[test]
    fn targets_of_a_group_follow_each_other() {
        let dataset = Dataset::bundled();
        for grouping in TargetGrouping::ALL {
            let rows = targets(Snapshot::latest(&dataset), &Filter::default(), grouping);
            let mut groups: Vec<TargetGroup> = rows.iter().map(|row| row.group).collect();
            groups.dedup();
            let mut seen = Vec::new();
            for group in groups {
                assert!(!seen.contains(&group), "{group:?} twice");
                seen.push(group);
            }
        }
    }

    #[test]
    fn outcomes_fall_away_before_they_were_known() {
        let dataset = Dataset::bundled();
        let counts = |snapshot| {
            let counts = outcome_counts(snapshot, &Filter::default());
            OUTCOMES.map(|outcome| counts.count(outcome))
        };
        assert_eq!(counts(Snapshot::latest(&dataset)), [1, 1, 5, 0, 53]);
        let early = counts(as_of(&dataset, "2018"));
        assert_eq!(early[..4], [0, 0, 0, 0]);
        assert!(early[4] > 30);
    }

    #[test]
    fn results_may_be_known_before_the_outcome() {
        let text = include_str!("../../tests/data/valid/every-field.json");
        let dataset = Dataset::from_json("file", text).expect("the file is sound");
        let results = |date: &str| {
            let snapshot = as_of(&dataset, date);
            let rows = targets(snapshot, &Filter::default(), TargetGrouping::Area);
            let target = target_at(snapshot, rows[0].fact).expect("a target");
            known_results(snapshot, target).count()
        };
        assert_eq!((results("2018"), results("2030")), (0, 1));
    }

    #[test]
    fn a_filter_for_a_theme_lists_targets_under_that_theme_only() {
        let dataset = Dataset::bundled();
        let filter = Filter {
            themes: vec!["maths".parse().expect("an id")],
            ..Filter::default()
        };
        let rows = targets(Snapshot::latest(&dataset), &filter, TargetGrouping::Theme);
        assert!(!rows.is_empty());
        let maths = dataset.theme_index(&filter.themes[0]);
        assert!(
            rows.iter()
                .all(|row| row.group == TargetGroup::Theme(maths))
        );
    }
}
