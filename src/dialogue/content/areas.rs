//! Areas, their priorities, and the facts of each.

use super::item::{description, line_without_area};
use crate::{
    dataset::{Dataset, ItemIndex, OwnerIndex},
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::{
        coverage::{has_plans, has_ranks},
        describe::{capitalized, counted, describe, kind_of},
        filter::Filter,
        outline::{AreaRow, PriorityRow, area_rows, fact_rows, priority_rows},
        ranks::{YearRanks, comparable_rank, rank_words},
        snapshot::Snapshot,
    },
};

/// Returns the areas with their plans and ranks, and the programme.
pub(super) fn areas(snapshot: Snapshot, filter: &Filter) -> PageContent {
    let dataset = snapshot.dataset();
    let (has_plans, has_ranks) = (has_plans(dataset), has_ranks(dataset));
    let ranks = YearRanks::of(snapshot);
    let label = |row: AreaRow| {
        let name = row.name(dataset);
        let AreaRow::Area(area) = row else {
            return programme_label(dataset, name);
        };
        let plan = has_plans.then(|| {
            snapshot
                .plan(area)
                .map_or("plan not yet published".into(), |plan| {
                    format!("plan published {}", plan.published)
                })
        });
        let rank = has_ranks.then(|| {
            comparable_rank(snapshot, area, ranks).map_or("rank not known".into(), |rank| {
                format!("rank {}", rank_words(rank))
            })
        });
        let priorities = counted(snapshot.priorities(area).count(), "priority", "priorities");
        let parts: Vec<String> = plan.into_iter().chain([priorities]).chain(rank).collect();
        format!("{name}: {}", parts.join(", "))
    };
    let choices = area_rows(snapshot, filter)
        .into_iter()
        .map(|row| Choice::open(label(row), DialoguePage::Area(row)));
    PageContent::menu("Areas", choices.collect())
}

/// Returns the name of the programme, and the kinds of facts that it has.
fn programme_label(dataset: &Dataset, name: &str) -> String {
    let programme = dataset.programme();
    let parts: Vec<&str> = [
        ("purpose", programme.about.is_empty()),
        ("oversight", programme.oversight.is_empty()),
        ("shared actions", programme.shared_actions.is_empty()),
        ("money", programme.money.is_empty()),
        ("events", programme.events.is_empty()),
    ]
    .into_iter()
    .filter_map(|(part, is_missing)| (!is_missing).then_some(part))
    .collect();
    match &parts[..] {
        [] => name.into(),
        [one] => format!("{name}: {one}"),
        [first @ .., last] => format!("{name}: {} and {last}", first.join(", ")),
    }
}

/// Returns the description of an area or the programme, with its priorities as choices.
pub(super) fn area(snapshot: Snapshot, filter: &Filter, row: AreaRow) -> PageContent {
    let dataset = snapshot.dataset();
    let item = DialoguePage::Area(row).item();
    let label = |row: PriorityRow| match row {
        PriorityRow::Priority(_) => format!("Priority {}", row.name(dataset)),
        PriorityRow::AboutArea(area) => {
            let facts = snapshot.facts(OwnerIndex::Area(area)).count();
            format!(
                "About the area: {}",
                counted(facts, "other fact", "other facts")
            )
        }
        PriorityRow::Programme(_) => row.name(dataset).into_owned(),
    };
    let (title, lines) = description(snapshot, item);
    let has_facts = |row: &PriorityRow| match row {
        PriorityRow::AboutArea(area) => snapshot.facts(OwnerIndex::Area(*area)).next().is_some(),
        _ => true,
    };
    let choices = priority_rows(snapshot, filter, row)
        .into_iter()
        .filter(has_facts)
        .map(|row| Choice::open(label(row), DialoguePage::Priority(row)));
    PageContent {
        title: format!("{}: {title}", capitalized(kind_of(snapshot, item))),
        lines,
        choices: choices.collect(),
    }
}

/// Returns the description of a priority, or the heading of other facts, with the facts as choices.
pub(super) fn priority(snapshot: Snapshot, filter: &Filter, row: PriorityRow) -> PageContent {
    let dataset = snapshot.dataset();
    let (title, lines) = match row {
        PriorityRow::Priority(priority) => {
            let item = ItemIndex::Priority(priority);
            let (title, lines) = description(snapshot, item);
            (format!("{}: {title}", describe(snapshot, item).kind), lines)
        }
        PriorityRow::AboutArea(area) => (format!("About {}", dataset.area(area).name), Vec::new()),
        PriorityRow::Programme(_) => (row.name(dataset).into_owned(), Vec::new()),
    };
    let choices = fact_rows(snapshot, filter, row).into_iter().map(|row| {
        let item = ItemIndex::Fact(row.fact);
        Choice::open(
            format!("{}{}", row.scope.mark(), line_without_area(snapshot, item)),
            DialoguePage::Fact(item),
        )
    });
    PageContent {
        title,
        lines,
        choices: choices.collect(),
    }
}
