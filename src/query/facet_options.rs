//! The values that a user can choose in the filter.

use std::ops::ControlFlow;

use super::{
    describe::capitalized,
    facets::{Condition, FacetValue, values},
    fact_group::FactGroup,
    filter::Filter,
    snapshot::Snapshot,
    wave::wave_words,
};
use crate::dataset::{Kind, ThemeId};

/// Conditions whose values are offered.
pub const CONDITIONS: [Condition; 5] = [
    Condition::Theme,
    Condition::Region,
    Condition::Wave,
    Condition::Partner,
    Condition::Kind,
];

/// A value that a user can choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetOption {
    /// Condition that the value belongs to.
    pub condition: Condition,
    /// Value as the filter stores it.
    pub value: String,
    /// Name of the value that is clear without its condition: `Wave 1`.
    pub label: String,
    /// Number of items with this value that meet the other conditions.
    pub count: usize,
    /// True if the filter has the value.
    pub chosen: bool,
}

impl FacetOption {
    /// Returns the name of the value beside its condition: `1` instead of `Wave 1`.
    #[must_use]
    pub fn name(&self) -> &str {
        match self.condition {
            Condition::Wave => &self.value,
            _ => &self.label,
        }
    }

    /// Returns true if both are the same value of the same condition. Their numbers may differ.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.condition == other.condition && self.value == other.value
    }
}

/// Returns all values that a user can choose, by condition.
#[must_use]
pub fn facet_options(snapshot: Snapshot, filter: &Filter) -> Vec<FacetOption> {
    let all = facet_options_while(snapshot, filter, &mut || ControlFlow::Continue(()));
    all.unwrap_or_default()
}

/// Returns the same as [`facet_options`], or none if `progress`, which is called from time to time, breaks the counting off.
pub(super) fn facet_options_while(
    snapshot: Snapshot,
    filter: &Filter,
    progress: &mut dyn FnMut() -> ControlFlow<()>,
) -> Option<Vec<FacetOption>> {
    let mut options = Vec::new();
    for condition in CONDITIONS {
        if progress().is_break() {
            return None;
        }
        options.extend(options_of(snapshot, filter, condition));
    }
    Some(options)
}

fn options_of(snapshot: Snapshot, filter: &Filter, condition: Condition) -> Vec<FacetOption> {
    let others = without(filter, condition);
    let chosen = chosen(filter, condition);
    if condition == Condition::Kind {
        return group_options(snapshot, &others, &chosen);
    }
    let mut options: Vec<FacetOption> = values(snapshot, &others, condition)
        .into_iter()
        .filter_map(|found| {
            let FacetValue::Words(value) = found.name else {
                return None;
            };
            Some(FacetOption {
                condition,
                label: label(snapshot, condition, &value),
                count: found.items.len(),
                chosen: chosen.contains(&value),
                value,
            })
        })
        .collect();
    // A chosen value can be cleared even if no item has it any more.
    for value in chosen {
        if !options.iter().any(|option| option.value == value) {
            options.push(FacetOption {
                condition,
                label: label(snapshot, condition, &value),
                count: 0,
                chosen: true,
                value,
            });
        }
    }
    options
}

/// Returns the groups of facts, in their order. Kinds of the same group are chosen together.
fn group_options(snapshot: Snapshot, others: &Filter, chosen: &[String]) -> Vec<FacetOption> {
    let mut counts = [0; FactGroup::ALL.len()];
    for (index, _) in snapshot.all_facts() {
        if others.matches_fact(snapshot, index) {
            counts[FactGroup::of(index.kind) as usize] += 1;
        }
    }
    FactGroup::ALL
        .into_iter()
        .zip(counts)
        .map(|(group, count)| FacetOption {
            condition: Condition::Kind,
            value: group.plural().into(),
            label: group.plural().into(),
            count,
            chosen: chosen.iter().any(|value| value == group.plural()),
        })
        .filter(|option| option.count > 0 || option.chosen)
        .collect()
}

/// Returns the kinds of facts of a group.
pub(super) fn kinds_of(group: FactGroup) -> impl Iterator<Item = Kind> {
    Kind::ALL
        .into_iter()
        .filter(move |kind| FactGroup::of(*kind) == group)
}

pub(super) fn label(snapshot: Snapshot, condition: Condition, value: &str) -> String {
    match condition {
        Condition::Theme => {
            let themes = snapshot.dataset().themes();
            themes
                .into_iter()
                .find(|(_, theme)| theme.id.as_str() == value)
                .map_or(value, |(_, theme)| theme.name.as_str())
                .to_string()
        }
        Condition::Wave => match value.parse() {
            Ok(number) => capitalized(&wave_words(snapshot.dataset(), number)),
            Err(_) => format!("Wave {value}"),
        },
        _ => value.to_string(),
    }
}

/// Returns a filter without one of its conditions.
fn without(filter: &Filter, condition: Condition) -> Filter {
    let mut others = filter.clone();
    match condition {
        Condition::Theme => others.themes.clear(),
        Condition::Region => others.regions.clear(),
        Condition::Wave => others.waves.clear(),
        Condition::Partner => others.partners.clear(),
        Condition::Kind => others.kinds.clear(),
        Condition::Period | Condition::By | Condition::Since => {}
    }
    others
}

pub(super) fn chosen(filter: &Filter, condition: Condition) -> Vec<String> {
    match condition {
        Condition::Theme => filter.themes.iter().map(ToString::to_string).collect(),
        Condition::Region => filter.regions.clone(),
        Condition::Wave => filter.waves.iter().map(ToString::to_string).collect(),
        Condition::Partner => filter.partners.clone(),
        Condition::Kind => FactGroup::ALL
            .into_iter()
            .filter(|group| kinds_of(*group).any(|kind| filter.kinds.contains(&kind)))
            .map(|group| group.plural().into())
            .collect(),
        Condition::Period | Condition::By | Condition::Since => Vec::new(),
    }
}

/// Adds a value to a filter, or removes it if the filter has it.
pub fn toggle(filter: &mut Filter, option: &FacetOption) {
    fn toggle_in<T: PartialEq>(values: &mut Vec<T>, value: T) {
        match values.iter().position(|other| *other == value) {
            Some(index) => _ = values.remove(index),
            None => values.push(value),
        }
    }
    match selection(option) {
        Some(FacetSelection::Theme(theme)) => toggle_in(&mut filter.themes, theme),
        Some(FacetSelection::Wave(wave)) => toggle_in(&mut filter.waves, wave),
        Some(FacetSelection::Region(region)) => toggle_in(&mut filter.regions, region),
        Some(FacetSelection::Partner(partner)) => toggle_in(&mut filter.partners, partner),
        Some(FacetSelection::Group(group)) => {
            if kinds_of(group).any(|kind| filter.kinds.contains(&kind)) {
                filter.kinds.retain(|kind| FactGroup::of(*kind) != group);
            } else {
                filter.kinds.extend(kinds_of(group));
            }
        }
        None => {}
    }
}

/// A value in the type that the filter stores.
enum FacetSelection {
    Theme(ThemeId),
    Region(String),
    Wave(u8),
    Partner(String),
    Group(FactGroup),
}

fn selection(option: &FacetOption) -> Option<FacetSelection> {
    match option.condition {
        Condition::Theme => option.value.parse().ok().map(FacetSelection::Theme),
        Condition::Wave => option.value.parse().ok().map(FacetSelection::Wave),
        Condition::Region => Some(FacetSelection::Region(option.value.clone())),
        Condition::Partner => Some(FacetSelection::Partner(option.value.clone())),
        Condition::Kind => FactGroup::ALL
            .into_iter()
            .find(|group| group.plural() == option.value)
            .map(FacetSelection::Group),
        Condition::Period | Condition::By | Condition::Since => None,
    }
}

/// Returns all values of a condition that has few; none of the others.
pub(super) fn all_of(snapshot: Snapshot, condition: Condition) -> Vec<String> {
    match condition {
        Condition::Kind => FactGroup::ALL.map(|group| group.plural().into()).into(),
        Condition::Theme => {
            let themes = snapshot.dataset().themes();
            themes.map(|(_, theme)| theme.id.to_string()).collect()
        }
        _ => Vec::new(),
    }
}

/// Returns the number of conditions that a filter has.
#[must_use]
pub fn condition_count(filter: &Filter) -> usize {
    CONDITIONS
        .into_iter()
        .filter(|condition| !chosen(filter, *condition).is_empty())
        .count()
}

/// Removes a condition from a filter, so that all its values are shown.
pub fn clear(filter: &mut Filter, condition: Condition) {
    *filter = without(filter, condition);
}

/// Switches a value on or off, where a condition without values shows all of them: the first value that is switched off
/// leaves the others. Switching the last one off, or all on, shows all again.
///
/// `options` has all values of the condition.
pub fn switch(filter: &mut Filter, option: &FacetOption, options: &[FacetOption]) {
    let of_condition = || {
        options
            .iter()
            .filter(|other| other.condition == option.condition)
    };
    let has_condition = of_condition().any(|other| other.chosen);
    let is_same = |other: &FacetOption| other.value == option.value;
    let wanted = |other: &FacetOption| (other.chosen || !has_condition) != is_same(other);
    let count = of_condition().filter(|other| wanted(other)).count();
    clear(filter, option.condition);
    if count < of_condition().count() {
        for other in of_condition().filter(|other| wanted(other)) {
            toggle(filter, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dataset::Dataset, query::filter_words::summary};

    #[test]
    fn every_option_toggles_and_keeps_its_count() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let all = facet_options(snapshot, &Filter::default());
        assert!(all.len() > 20);
        for option in all {
            let mut filter = Filter::default();
            toggle(&mut filter, &option);
            assert!(summary(snapshot, &filter).is_some_and(|summary| summary == option.label));
            let now = facet_options(snapshot, &filter);
            assert_eq!(
                now.iter().filter(|other| other.chosen).count(),
                1,
                "{option:?}"
            );
            assert!(
                now.iter().any(|other| other.chosen
                    && other.count == option.count
                    && other.value == option.value),
                "{option:?}"
            );
            toggle(&mut filter, &option);
            assert_eq!(filter, Filter::default());
        }
    }

    #[test]
    fn chosen_value_is_listed_once_and_stays_removable_without_items() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let mut filter = Filter {
            regions: vec!["North West".into()],
            ..Filter::default()
        };
        let regions = |filter: &Filter| {
            facet_options(snapshot, filter)
                .into_iter()
                .filter(|option| option.condition == Condition::Region)
                .count()
        };
        assert_eq!(
            regions(&filter),
            regions(&Filter::default()),
            "it is not listed twice"
        );
        filter.themes = vec!["evidence".parse().expect("an id")];
        let of = |label: &str| {
            facet_options(snapshot, &filter)
                .into_iter()
                .find(|option| option.label == label)
                .expect("it is listed")
        };
        let evidence = of("Evidence and research");
        assert_eq!(
            (evidence.chosen, evidence.count),
            (true, 0),
            "no plan of the North West has it"
        );
        let north_west = of("North West");
        assert_eq!(
            (north_west.chosen, north_west.count),
            (true, 0),
            "no area with it is in the North West"
        );
        assert!(!of("East of England").chosen);
        toggle(&mut filter, &evidence);
        assert!(filter.themes.is_empty());
    }
}
