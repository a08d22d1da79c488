//! `oa compare`: areas side by side.

use super::as_of::as_of_line;
use crate::{
    dataset::{AreaIndex, ItemIndex, PriorityIndex},
    query::{
        compared_facts::compare_facts,
        comparison::{Sharing, cell_text, compare as compare_areas},
        provenance::attribution,
        snapshot::Snapshot,
    },
    report::page::{Page, PageBlock},
};

/// Returns areas side by side: numbers, boards and plans, then the themes. Themes that only some areas have come first.
#[must_use]
pub fn compare(snapshot: Snapshot, areas: &[AreaIndex]) -> Page {
    let dataset = snapshot.dataset();
    let names: Vec<&str> = areas
        .iter()
        .map(|&area| dataset.area(area).name.as_str())
        .collect();
    let mut page = Page {
        title: names.join(" and "),
        items: areas.iter().map(|&area| ItemIndex::Area(area)).collect(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    for fact in compare_facts(snapshot, areas) {
        page.blocks
            .push(PageBlock::Paragraph(format!("{}:", fact.full_label())));
        let values = fact.values.iter().map(|value| value.words.clone());
        let names = names.iter().map(ToString::to_string);
        page.blocks
            .push(PageBlock::Fields(names.zip(values).collect()));
    }
    let mut heading = "";
    let mut in_none = Vec::new();
    for row in compare_areas(snapshot, areas) {
        if row.heading() != heading {
            heading = row.heading();
            page.blocks.push(PageBlock::Heading(heading.into()));
        }
        if row.sharing() == Sharing::None {
            in_none.push(row.theme_name(dataset));
            continue;
        }
        let cell = |(name, priorities): (&&str, &Vec<PriorityIndex>)| {
            let titles = priorities.iter().map(|&index| {
                let priority = dataset.priority(index);
                format!(
                    "{} {} ({})",
                    priority.number,
                    priority.title,
                    attribution(snapshot, &priority.cites)
                )
            });
            ((*name).to_string(), cell_text(titles))
        };
        page.blocks.push(PageBlock::Paragraph(format!(
            "{}:",
            row.theme_name(dataset)
        )));
        page.blocks.push(PageBlock::Fields(
            names.iter().zip(&row.priorities).map(cell).collect(),
        ));
    }
    if !in_none.is_empty() {
        page.blocks.push(PageBlock::Paragraph(in_none.join(", ")));
    }
    page
}
