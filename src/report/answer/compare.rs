//! `oa compare`: areas side by side.

use super::as_of::as_of_line;
use crate::{
    dataset::{AreaIndex, ItemIndex, PriorityIndex},
    query::{
        comparison::{cell_text, compare as compare_areas},
        provenance::attribution,
        snapshot::Snapshot,
    },
    report::page::{Page, PageBlock},
};

/// Returns areas side by side by theme. Themes that not all areas have come first.
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
    let mut heading = "";
    for row in compare_areas(snapshot, areas) {
        if row.heading() != heading {
            heading = row.heading();
            page.blocks.push(PageBlock::Heading(heading.into()));
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
    page
}
