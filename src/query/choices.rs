//! The values that can be chosen, and choosing them.

use super::{
    facets::{Condition, FacetValue, values},
    filter::Filter,
    snapshot::Snapshot,
};
use crate::dataset::ThemeId;

/// The conditions whose values are proposed.
pub const CONDITIONS: [Condition; 4] = [
    Condition::Theme,
    Condition::Region,
    Condition::Wave,
    Condition::Partner,
];

/// A value that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetOption {
    /// The condition that it is a value of.
    pub condition: Condition,
    /// The value, as the filter has it.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// How much there is of it, under the other conditions.
    pub count: usize,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// All values that can be chosen, by condition.
#[must_use]
pub fn choices(snapshot: Snapshot, filter: &Filter) -> Vec<FacetOption> {
    CONDITIONS
        .into_iter()
        .flat_map(|condition| choices_of(snapshot, filter, condition))
        .collect()
}

fn choices_of(snapshot: Snapshot, filter: &Filter, condition: Condition) -> Vec<FacetOption> {
    let others = without(filter, condition);
    let chosen = chosen(filter, condition);
    let mut choices: Vec<FacetOption> = values(snapshot, &others, condition)
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
    // What is chosen can be let go, also where nothing has it any more.
    for value in chosen {
        if !choices.iter().any(|choice| choice.value == value) {
            choices.push(FacetOption {
                condition,
                label: label(snapshot, condition, &value),
                count: 0,
                chosen: true,
                value,
            });
        }
    }
    choices
}

fn label(snapshot: Snapshot, condition: Condition, value: &str) -> String {
    match condition {
        Condition::Theme => {
            let themes = snapshot.dataset().themes();
            themes
                .into_iter()
                .find(|(_, theme)| theme.id.as_str() == value)
                .map_or(value, |(_, theme)| theme.name.as_str())
                .to_string()
        }
        Condition::Wave => format!("Wave {value}"),
        _ => value.to_string(),
    }
}

fn without(filter: &Filter, condition: Condition) -> Filter {
    let mut others = filter.clone();
    match condition {
        Condition::Theme => others.themes.clear(),
        Condition::Region => others.regions.clear(),
        Condition::Wave => others.waves.clear(),
        Condition::Partner => others.partners.clear(),
        Condition::Kind | Condition::Period | Condition::By | Condition::Since => {}
    }
    others
}

fn chosen(filter: &Filter, condition: Condition) -> Vec<String> {
    match condition {
        Condition::Theme => filter.themes.iter().map(ToString::to_string).collect(),
        Condition::Region => filter.regions.clone(),
        Condition::Wave => filter.waves.iter().map(ToString::to_string).collect(),
        Condition::Partner => filter.partners.clone(),
        Condition::Kind | Condition::Period | Condition::By | Condition::Since => Vec::new(),
    }
}

/// Chooses a value, or lets it go if it is chosen.
pub fn toggle(filter: &mut Filter, choice: &FacetOption) {
    fn toggle_in<T: PartialEq>(values: &mut Vec<T>, value: T) {
        match values.iter().position(|other| *other == value) {
            Some(index) => _ = values.remove(index),
            None => values.push(value),
        }
    }
    match condition_value(choice) {
        Some(FacetSelection::Theme(theme)) => toggle_in(&mut filter.themes, theme),
        Some(FacetSelection::Wave(wave)) => toggle_in(&mut filter.waves, wave),
        Some(FacetSelection::Region(region)) => toggle_in(&mut filter.regions, region),
        Some(FacetSelection::Partner(partner)) => toggle_in(&mut filter.partners, partner),
        None => {}
    }
}

enum FacetSelection {
    Theme(ThemeId),
    Region(String),
    Wave(u8),
    Partner(String),
}

fn condition_value(choice: &FacetOption) -> Option<FacetSelection> {
    match choice.condition {
        Condition::Theme => choice.value.parse().ok().map(FacetSelection::Theme),
        Condition::Wave => choice.value.parse().ok().map(FacetSelection::Wave),
        Condition::Region => Some(FacetSelection::Region(choice.value.clone())),
        Condition::Partner => Some(FacetSelection::Partner(choice.value.clone())),
        Condition::Kind | Condition::Period | Condition::By | Condition::Since => None,
    }
}

/// What is chosen, in words; nothing if nothing is.
#[must_use]
pub fn summary(snapshot: Snapshot, filter: &Filter) -> Option<String> {
    let chosen: Vec<String> = CONDITIONS
        .into_iter()
        .flat_map(|condition| {
            chosen(filter, condition)
                .into_iter()
                .map(move |value| label(snapshot, condition, &value))
        })
        .collect();
    (!chosen.is_empty()).then(|| chosen.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    #[test]
    fn every_choice_can_be_made_and_let_go_and_leaves_as_much_as_it_says() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let all = choices(snapshot, &Filter::default());
        assert!(all.len() > 20);
        for choice in all {
            let mut filter = Filter::default();
            toggle(&mut filter, &choice);
            assert!(summary(snapshot, &filter).is_some_and(|summary| summary == choice.label));
            let now = choices(snapshot, &filter);
            assert_eq!(
                now.iter().filter(|other| other.chosen).count(),
                1,
                "{choice:?}"
            );
            assert!(
                now.iter().any(|other| other.chosen
                    && other.count == choice.count
                    && other.value == choice.value),
                "{choice:?}"
            );
            toggle(&mut filter, &choice);
            assert_eq!(filter, Filter::default());
        }
    }
    #[test]
    fn what_is_chosen_stands_once_and_can_be_let_go_where_nothing_has_it_any_more() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let mut filter = Filter {
            regions: vec!["North West".into()],
            ..Filter::default()
        };
        let regions = |filter: &Filter| {
            choices(snapshot, filter)
                .into_iter()
                .filter(|choice| choice.condition == Condition::Region)
                .count()
        };
        assert_eq!(
            regions(&filter),
            regions(&Filter::default()),
            "it does not stand a second time"
        );
        filter.themes = vec!["evidence".parse().expect("an id")];
        let of = |label: &str| {
            choices(snapshot, &filter)
                .into_iter()
                .find(|choice| choice.label == label)
                .expect("it stands there")
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
