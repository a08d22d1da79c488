//! The parts that a dataset has. Views and lists leave out what it has nothing of.

use crate::dataset::{Area, Dataset};

/// Returns true if at least one area has a plan, known or not yet known on a date.
#[must_use]
pub fn has_plans(dataset: &Dataset) -> bool {
    any_area(dataset, |area| area.plan.is_some())
}

/// Returns true if at least one area has a rank.
#[must_use]
pub fn has_ranks(dataset: &Dataset) -> bool {
    any_area(dataset, |area| !area.ranks.is_empty())
}

/// Returns true if at least one area has a board.
#[must_use]
pub fn has_boards(dataset: &Dataset) -> bool {
    any_area(dataset, |area| area.board.is_some())
}

/// Returns true if at least one area is in a region.
#[must_use]
pub fn has_regions(dataset: &Dataset) -> bool {
    any_area(dataset, |area| area.region.is_some())
}

/// Returns true if the position of at least one area is known.
#[must_use]
pub fn has_positions(dataset: &Dataset) -> bool {
    any_area(dataset, |area| area.position.is_some())
}

/// Returns true if the programme or at least one area has an event.
#[must_use]
pub fn has_events(dataset: &Dataset) -> bool {
    !dataset.programme().events.is_empty() || any_area(dataset, |area| !area.events.is_empty())
}

/// Returns true if the programme or at least one priority has a target.
#[must_use]
pub fn has_targets(dataset: &Dataset) -> bool {
    let of_priority = |area: &Area| {
        let mut priorities = area.priorities.iter();
        priorities.any(|priority| !priority.targets.is_empty())
    };
    !dataset.programme().targets.is_empty() || any_area(dataset, of_priority)
}

/// Returns true if there is at least one fact.
#[must_use]
pub fn has_facts(dataset: &Dataset) -> bool {
    dataset
        .owners()
        .any(|owner| dataset.facts(owner).next().is_some())
}

/// Returns true if at least one area has a sum of money.
#[must_use]
pub fn has_money(dataset: &Dataset) -> bool {
    any_area(dataset, |area| !area.money.is_empty())
}

/// Returns true if at least one of the areas has what is asked for.
fn any_area(dataset: &Dataset, has: impl Fn(&Area) -> bool) -> bool {
    dataset.areas().any(|(_, area)| has(area))
}
