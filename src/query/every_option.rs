//! The values that the filter's popup and menu offer: always the same ones, whatever is chosen.

use std::ops::ControlFlow;

use super::{
    facet_options::{CONDITIONS, FacetOption, all_of, chosen, facet_options_while, label},
    facets::{Condition, FacetValue, values},
    filter::Filter,
    snapshot::Snapshot,
};

/// Returns the values of an empty filter with the numbers of items that meet `filter`, which may be 0, so that none appears
/// or disappears while others are chosen.
#[must_use]
pub fn every_option(snapshot: Snapshot, filter: &Filter) -> Vec<FacetOption> {
    let every = every_option_while(snapshot, filter, &mut || ControlFlow::Continue(()));
    every.unwrap_or_default()
}

/// Returns the same as [`every_option`], or none if `progress`, which is called from time to time, breaks the counting off.
pub fn every_option_while(
    snapshot: Snapshot,
    filter: &Filter,
    progress: &mut dyn FnMut() -> ControlFlow<()>,
) -> Option<Vec<FacetOption>> {
    let now = facet_options_while(snapshot, filter, progress)?;
    if filter.is_empty() {
        return Some(now);
    }
    let mut every = facet_options_while(snapshot, &Filter::default(), progress)?;
    for option in &mut every {
        let found = now.iter().find(|other| other.is_same(option));
        (option.count, option.chosen) = found.map_or((0, false), |now| (now.count, now.chosen));
    }
    let new = now.into_iter();
    let new: Vec<FacetOption> = new
        .filter(|option| !every.iter().any(|other| other.is_same(option)))
        .collect();
    every.extend(new);
    Some(every)
}

/// Returns the values that are known without a look at the facts, and those that a filter has: all themes, regions, waves and
/// kinds, and the partners of the filter. Their numbers are 0.
#[must_use]
pub fn listed_options(snapshot: Snapshot, filter: &Filter) -> Vec<FacetOption> {
    let mut options = Vec::new();
    for condition in CONDITIONS {
        let listed = match condition {
            Condition::Region | Condition::Wave => {
                let known = values(snapshot, &Filter::default(), condition).into_iter();
                let words = known.filter_map(|found| match found.name {
                    FacetValue::Words(words) => Some(words),
                    _ => None,
                });
                words.collect()
            }
            _ => all_of(snapshot, condition),
        };
        let chosen = chosen(filter, condition).into_iter();
        let others: Vec<String> = chosen.filter(|value| !listed.contains(value)).collect();
        let all = listed.into_iter().chain(others);
        options.extend(all.map(|value| FacetOption {
            condition,
            label: label(snapshot, condition, &value),
            count: 0,
            chosen: false,
            value,
        }));
    }
    mark_chosen(&mut options, filter);
    options
}

/// Marks the values that a filter has.
pub fn mark_chosen(options: &mut [FacetOption], filter: &Filter) {
    for condition in CONDITIONS {
        let chosen = chosen(filter, condition);
        let of_condition = options
            .iter_mut()
            .filter(|option| option.condition == condition);
        of_condition.for_each(|option| option.chosen = chosen.contains(&option.value));
    }
}
