//! Areas side by side.

use super::item::area_choice;
use crate::{
    dataset::{AreaIndex, Dataset, ItemIndex},
    dialogue::page::PageContent,
    query::{
        compared_facts::compare_facts,
        comparison::{Sharing, cell_text, compare},
        snapshot::Snapshot,
    },
};

/// Returns the page that says how to compare areas.
pub(super) fn instructions(dataset: &Dataset) -> PageContent {
    let line = format!("Type compare and two to four areas.{}", example(dataset));
    PageContent::text("Areas side by side", vec![line])
}

/// Returns an example of a comparison, with a space before it; empty if there are too few areas.
pub(in crate::dialogue) fn example(dataset: &Dataset) -> String {
    let ids: Vec<&str> = dataset
        .areas()
        .take(2)
        .map(|(_, area)| area.id.as_str())
        .collect();
    match ids[..] {
        [first, second] => format!(" For example: compare {first} {second}"),
        _ => String::new(),
    }
}

/// Returns areas side by side, a line for each area and fact or theme.
pub(super) fn comparison(snapshot: Snapshot, areas: &[AreaIndex]) -> PageContent {
    let dataset = snapshot.dataset();
    let names: Vec<&str> = areas
        .iter()
        .map(|&area| dataset.area(area).name.as_str())
        .collect();
    let (mut lines, mut heading) = (Vec::new(), "");
    for fact in compare_facts(snapshot, areas) {
        let label = fact.full_label();
        let values = names.iter().zip(&fact.values);
        lines.extend(values.map(|(name, value)| format!("{label}, {name}: {}", value.words)));
    }
    let mut in_none = Vec::new();
    for row in compare(snapshot, areas) {
        if row.heading() != heading {
            heading = row.heading();
            lines.push(format!("{heading}:"));
        }
        let theme = row.theme_name(dataset);
        if row.sharing() == Sharing::None {
            in_none.push(theme);
            continue;
        }
        for (name, priorities) in names.iter().zip(&row.priorities) {
            let titles = priorities.iter().map(|&priority| {
                let priority = dataset.priority(priority);
                format!("{} {}", priority.number, priority.title)
            });
            lines.push(format!("{theme}, {name}: {}", cell_text(titles)));
        }
    }
    if !in_none.is_empty() {
        lines.push(in_none.join(", "));
    }
    PageContent {
        title: format!("{} side by side", names.join(" and ")),
        lines,
        choices: areas
            .iter()
            .map(|&area| area_choice(snapshot, ItemIndex::Area(area)))
            .collect(),
    }
}
