//! The number of facts of each area, and of priorities that have each part.

use crate::{
    dataset::{ItemIndex, OwnerIndex},
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::{
        describe::counted,
        fact_counts::{FactCounts, PriorityPart, fact_counts},
        snapshot::Snapshot,
    },
};

/// Returns the areas as choices, each with its counts.
pub(super) fn coverage(snapshot: Snapshot) -> PageContent {
    let of_programme = snapshot.facts(OwnerIndex::Programme).count();
    let choices = fact_counts(snapshot).into_iter().map(|counts| {
        let page = DialoguePage::of(ItemIndex::Area(counts.area));
        Choice::open(label(snapshot, &counts), page)
    });
    PageContent::menu(
        format!(
            "What is known. The programme as a whole: {}",
            counted(of_programme, "fact", "facts")
        ),
        choices.collect(),
    )
}

/// Returns the counts of an area: `Oldham: 62 facts. 3 priorities: 3 with a reason, 2 with a target.`
fn label(snapshot: Snapshot, counts: &FactCounts) -> String {
    let name = &snapshot.dataset().area(counts.area).name;
    let facts: usize = counts.facts.iter().map(|(_, count)| count).sum();
    let facts = counted(facts, "fact", "facts");
    let priorities = counted(counts.priorities, "priority", "priorities");
    if counts.priorities == 0 {
        return format!("{name}: {facts}. {priorities}.");
    }
    let parts = PriorityPart::ALL
        .map(|part| format!("{} with {}", counts.with_part(part), part.with_article()));
    format!("{name}: {facts}. {priorities}: {}.", parts.join(", "))
}
