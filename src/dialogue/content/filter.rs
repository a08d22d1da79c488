//! The values that a user can choose.

use crate::{
    dialogue::page::{Choice, ChoiceAction, PageContent},
    query::{
        describe::{capitalized, counted},
        every_option::every_option,
        facet_options::FacetOption,
        facets::Condition,
        filter::Filter,
        filter_words::summary,
        snapshot::Snapshot,
    },
};

/// Returns the values of all conditions, or of one. A choice adds a value to the filter, or removes it.
///
/// The values are those of an empty filter, so that they keep their numbers while some are chosen.
pub(super) fn options(
    snapshot: Snapshot,
    filter: &Filter,
    condition: Option<Condition>,
) -> PageContent {
    let title = if filter.is_empty() {
        "No filter"
    } else {
        "Values for the filter"
    };
    PageContent::menu(title, choices(every_option(snapshot, filter), condition))
}

/// Returns the choices of the values of all conditions, or of one.
fn choices(options: Vec<FacetOption>, condition: Option<Condition>) -> Vec<Choice> {
    let is_wanted =
        |option: &FacetOption| condition.is_none_or(|condition| option.condition == condition);
    let options = options.into_iter().filter(is_wanted);
    let choices = options.map(|option| Choice {
        label: label(&option),
        action: ChoiceAction::Toggle(option),
    });
    choices.collect()
}

/// Returns a value with the number of its items: `Theme Maths, 5 priorities`.
fn label(option: &FacetOption) -> String {
    let condition = match option.condition {
        // The name says it: `Wave 1 (October 2016)`.
        Condition::Wave => String::new(),
        condition => format!("{} ", capitalized(condition.singular())),
    };
    let chosen = if option.chosen { ", chosen" } else { "" };
    let count = option.condition.count(option.count);
    format!("{condition}{}, {count}{chosen}", option.label)
}

/// Returns what a filter leaves, in a line: `Filter: Maths. 5 priorities in 5 areas.`
pub(in crate::dialogue) fn state(snapshot: Snapshot, filter: &Filter) -> String {
    let words = match summary(snapshot, filter) {
        Some(words) => format!("Filter: {words}"),
        None => "No filter".into(),
    };
    let priorities = snapshot.all_priorities();
    let priorities =
        priorities.filter(|(priority, _)| filter.matches_priority(snapshot, *priority));
    let areas = snapshot.dataset().areas();
    let areas = areas.filter(|(area, _)| filter.matches_area_or_part(snapshot, *area));
    format!(
        "{words}. {} in {}.",
        counted(priorities.count(), "priority", "priorities"),
        counted(areas.count(), "area", "areas")
    )
}
