//! Sums of money by area.

use crate::{
    dataset::{AreaIndex, ItemIndex},
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::{area_money::area_money, describe::owner_name, filter::Filter, snapshot::Snapshot},
};

/// Returns the known sums that match a filter, the area with the largest sum first; or those of one area.
pub(super) fn money(snapshot: Snapshot, filter: &Filter, of: Option<AreaIndex>) -> PageContent {
    let dataset = snapshot.dataset();
    let areas = area_money(snapshot, filter);
    let wanted = areas
        .iter()
        .filter(|money| of.is_none() || money.area == of);
    let sums = wanted.flat_map(|money| &money.sums);
    let choices: Vec<Choice> = sums
        .map(|sum| {
            let item = ItemIndex::Fact(sum.fact);
            let owner = if of.is_none() {
                format!("{}, ", owner_name(dataset, item))
            } else {
                String::new()
            };
            let label = format!("{owner}{}: {}", sum.amount, sum.what);
            Choice::open(label, DialoguePage::of(item))
        })
        .collect();
    let warning = if choices.len() > 1 {
        ". They overlap, so do not add them up"
    } else {
        ""
    };
    let of = of.map_or(String::new(), |area| {
        format!(" of {}", dataset.area(area).name)
    });
    PageContent::menu(format!("Sums of money{of}{warning}"), choices)
}
