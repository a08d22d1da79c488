//! Sums of money by area.

use crate::{
    dataset::ItemIndex,
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::{area_money::area_money, describe::owner_name, filter::Filter, snapshot::Snapshot},
};

/// Returns the known sums that match a filter, the area with the largest sum first.
pub(super) fn money(snapshot: Snapshot, filter: &Filter) -> PageContent {
    let dataset = snapshot.dataset();
    let areas = area_money(snapshot, filter);
    let sums = areas.iter().flat_map(|money| &money.sums);
    let choices: Vec<Choice> = sums
        .map(|sum| {
            let item = ItemIndex::Fact(sum.fact);
            let label = format!(
                "{}, {}: {}",
                owner_name(dataset, item),
                sum.amount,
                sum.what
            );
            Choice::open(label, DialoguePage::of(item))
        })
        .collect();
    let lines = if choices.is_empty() {
        Vec::new()
    } else {
        vec!["Sums of money overlap, so do not add them up.".into()]
    };
    PageContent {
        title: "Sums of money".into(),
        lines,
        choices,
    }
}
