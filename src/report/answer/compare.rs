//! `oa compare`: areas side by side.

use std::iter;

use super::as_of::as_of_line;
use crate::{
    dataset::{AreaIndex, ItemIndex, PriorityIndex},
    query::{
        compared_facts::compare_facts,
        comparison::{Sharing, cell_text, compare as compare_areas},
        describe::and_list,
        provenance::attribution,
        snapshot::Snapshot,
    },
    report::{
        page::{Page, PageBlock},
        table::{PageCell, PageColumn, PageRow, PageTable},
    },
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
        title: and_list(&names),
        items: areas.iter().map(|&area| ItemIndex::Area(area)).collect(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    let facts = compare_facts(snapshot, areas).into_iter().map(|fact| {
        let label = PageCell::new(fact.full_label()).short(fact.label);
        let values = fact.values.iter().map(|value| value.words.as_str().into());
        let cells = iter::once(label).chain(values);
        PageRow::from(cells.chain([PageCell::default()]).collect::<Vec<_>>())
    });
    let (in_none, themes): (Vec<_>, Vec<_>) = compare_areas(snapshot, areas)
        .into_iter()
        .partition(|row| row.sharing() == Sharing::None);
    let themes = themes.into_iter().map(|row| {
        let label = PageCell::new(row.theme_name(dataset)).short(row.short_name(dataset));
        let cells = row
            .priorities
            .iter()
            .map(|priorities| priorities_cell(snapshot, priorities));
        let cells = iter::once(label).chain(cells);
        let heading = PageCell::from(row.heading().to_lowercase());
        PageRow::from(cells.chain([heading]).collect::<Vec<_>>())
    });
    let columns = iter::once(PageColumn::key("subject"))
        .chain(areas.iter().map(|&area| {
            let area = dataset.area(area);
            PageColumn::main(area.name.to_string()).short(area.short_name())
        }))
        .chain([PageColumn::wide("shared")]);
    let table = PageTable::new(columns.collect(), facts.chain(themes).collect());
    page.blocks.push(PageBlock::Table(table));
    if let Some(first) = in_none.first() {
        let names: Vec<&str> = in_none.iter().map(|row| row.theme_name(dataset)).collect();
        let line = format!("{}: {}.", first.heading(), names.join(", "));
        page.blocks.push(PageBlock::Paragraph(line));
    }
    page
}

/// Returns a cell for the priorities of an area in a theme, with their sources if there is room.
fn priorities_cell(snapshot: Snapshot, priorities: &[PriorityIndex]) -> PageCell {
    let titles = |has_sources: bool| {
        cell_text(priorities.iter().map(|&index| {
            let priority = snapshot.dataset().priority(index);
            let title = format!("{} {}", priority.number, priority.title);
            if has_sources {
                format!("{title} ({})", attribution(snapshot, &priority.cites))
            } else {
                title
            }
        }))
    };
    PageCell::new(titles(true)).short(titles(false))
}
