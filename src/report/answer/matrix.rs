//! `oa matrix`: areas by themes.

use super::{as_of::as_of_line, cells::area_cell, notes::SourceNotes};
use crate::{
    dataset::{ItemIndex, PriorityIndex},
    query::{
        filter::Filter, matrix::matrix as areas_by_themes, provenance::earliest_citation,
        snapshot::Snapshot,
    },
    report::{
        page::{Page, PageBlock},
        table::{ColumnUse, PageColumn, PageRow, PageTable},
    },
};

/// Returns the areas that match a filter by themes. Each cell holds the numbers of the priorities.
#[must_use]
pub fn matrix(snapshot: Snapshot, filter: &Filter) -> Page {
    let dataset = snapshot.dataset();
    let areas = dataset
        .areas()
        .map(|(area, _)| area)
        .filter(|&area| filter.matches_area_or_part(snapshot, area));
    let matrix = areas_by_themes(snapshot, areas);
    let shown: Vec<usize> = (0..matrix.themes.len())
        .filter(|&index| {
            filter.themes.is_empty()
                || filter
                    .themes
                    .contains(&dataset.theme(matrix.themes[index]).id)
        })
        .collect();
    let mut rows = Vec::new();
    let mut sources = SourceNotes::default();
    for (area, cells) in &matrix.rows {
        let mut priorities: Vec<PriorityIndex> = shown
            .iter()
            .flat_map(|&index| &cells[index])
            .copied()
            .collect();
        priorities.sort_unstable();
        priorities.dedup();
        let numbers = sources.numbers(priorities.iter().filter_map(|&priority| {
            earliest_citation(snapshot, &dataset.priority(priority).cites)
        }));
        let mut row = PageRow::from(vec![area_cell(dataset, *area)]);
        for &index in &shown {
            let priorities: Vec<String> = cells[index]
                .iter()
                .map(|&priority| dataset.priority(priority).number.to_string())
                .collect();
            row.cells.push(priorities.join(",").into());
            row.items.extend(
                cells[index]
                    .iter()
                    .map(|&priority| ItemIndex::Priority(priority)),
            );
        }
        row.cells.push(numbers.into());
        rows.push(row);
    }
    let themes = shown
        .iter()
        .map(|&index| dataset.theme(matrix.themes[index]))
        .map(|theme| PageColumn::key(theme.name.to_string()).short(theme.short_name()));
    let columns = std::iter::once(PageColumn::key("area"))
        .chain(themes)
        .chain([PageColumn::new("note", ColumnUse::Notes)])
        .collect();
    let table = PageTable {
        columns,
        rows,
        notes: sources.notes(snapshot),
    };
    let mut page = Page {
        title: "Areas by themes, with the numbers of their priorities".into(),
        items: table.items(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    let no_results = table.rows.is_empty();
    page.blocks.push(PageBlock::Table(table));
    if no_results {
        page.blocks.push(PageBlock::Paragraph("No results.".into()));
    }
    page.blocks.extend(
        dataset
            .document()
            .classification
            .as_ref()
            .map(|words| PageBlock::Paragraph(words.to_string())),
    );
    page
}
