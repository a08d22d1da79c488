//! The values that a user can choose.

use crate::{
    dialogue::page::{Choice, ChoiceAction, PageContent},
    query::{
        describe::capitalized, facet_options::facet_options, filter::Filter, snapshot::Snapshot,
    },
};

/// Returns the values of each condition. A choice adds a value to the filter, or removes it.
pub(super) fn options(snapshot: Snapshot, filter: &Filter) -> PageContent {
    let choices = facet_options(snapshot, filter).into_iter().map(|option| {
        let label = format!(
            "{}: {}, {}{}",
            capitalized(option.condition.singular()),
            option.name(),
            option.condition.count(option.count),
            if option.chosen { ", chosen" } else { "" },
        );
        Choice {
            label,
            action: ChoiceAction::Toggle(option),
        }
    });
    PageContent {
        title: "Filter".into(),
        lines: vec![
            "Type a number to choose a value, or to clear it. Type all to clear all filters."
                .into(),
        ],
        choices: choices.collect(),
    }
}
