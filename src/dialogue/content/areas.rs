//! The areas, and an area with its priorities.

use super::brief::brief;
use crate::{
    dataset::{AreaIndex, Dataset},
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::{
        coverage::{has_plans, has_ranks},
        describe::{and_list, counted},
        digest::place,
        filter::Filter,
        outline::{AreaRow, PriorityRow, area_rows, fact_rows, priority_rows},
        ranks::{YearRanks, comparable_rank, rank_number, rank_words},
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
        let plan = snapshot.plan(area).is_some();
        let word = if plan {
            "plan published"
        } else {
            "plan not yet published"
        };
        let count = snapshot.priorities(area).count();
        // Without a plan nobody expects priorities.
        let priorities = (plan || count > 0).then(|| counted(count, "priority", "priorities"));
        let rank = has_ranks.then(|| rank(snapshot, area, ranks));
        let parts = has_plans.then(|| word.to_string());
        let parts = parts.into_iter().chain(priorities).chain(rank);
        let parts: Vec<String> = parts.collect();
        if parts.is_empty() {
            name.to_string()
        } else {
            format!("{name}: {}", parts.join(", "))
        }
    };
    let choices = area_rows(snapshot, filter)
        .into_iter()
        .map(|row| Choice::open(label(row), DialoguePage::Area(row)));
    let title = match ranks {
        Some(YearRanks { year, worst, .. }) => {
            format!("Areas. Ranks are of {year}, and {worst} is the worst")
        }
        None => "Areas".into(),
    };
    PageContent::menu(title, choices.collect())
}

/// Returns the rank of an area in words, with its year and its scale if they are not those of most areas.
pub(super) fn rank(snapshot: Snapshot, area: AreaIndex, ranks: Option<YearRanks>) -> String {
    let Some(rank) = comparable_rank(snapshot, area, ranks) else {
        return "rank not known".into();
    };
    match ranks {
        Some(all) if all.year == rank.year && all.worst == rank.of => {
            format!("rank {}", rank_number(rank))
        }
        _ => format!("rank {}", rank_words(rank)),
    }
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
    if parts.is_empty() {
        name.into()
    } else {
        format!("{name}: {}", and_list(&parts))
    }
}

/// Returns an area or the programme in brief, with its priorities as choices.
pub(super) fn area(snapshot: Snapshot, filter: &Filter, row: AreaRow) -> PageContent {
    let dataset = snapshot.dataset();
    let item = DialoguePage::Area(row).item();
    let label = |row: PriorityRow| match row {
        PriorityRow::Priority(priority) => {
            let priority = dataset.priority(priority);
            format!("Priority {}: {}", priority.number, priority.title)
        }
        PriorityRow::AboutArea(_) => {
            let facts = fact_rows(snapshot, filter, row).len();
            format!("Other facts: {facts}")
        }
        PriorityRow::Programme(_) => row.name(dataset).into_owned(),
    };
    let has_facts = |row: &PriorityRow| match row {
        PriorityRow::AboutArea(_) => !fact_rows(snapshot, filter, *row).is_empty(),
        _ => true,
    };
    let choices = priority_rows(snapshot, filter, row)
        .into_iter()
        .filter(has_facts)
        .map(|row| Choice::open(label(row), DialoguePage::Priority(row)));
    let title = match row {
        AreaRow::Area(_) => place(snapshot, item),
        AreaRow::Programme => row.name(dataset).into(),
    };
    PageContent::new(title, brief(snapshot, item).lines, choices.collect())
}
