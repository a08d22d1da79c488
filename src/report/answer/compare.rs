//! `oa matrix` and `oa compare`: areas by themes, and side by side.

use super::{Block, Page, as_of_line, source_cell};
use crate::{
    dataset::{AreaIndex, PriorityIndex, Slot},
    query::{
        filter::Filter,
        matrix::{compare as comparisons, matrix as query_matrix},
        world::World,
    },
    report::Table,
};

/// Areas by themes: a table row for each area and theme that meet, with the priorities behind it.
#[must_use]
pub fn matrix(world: World, filter: &Filter) -> Page {
    let dataset = world.dataset();
    let areas = dataset.areas().map(|(area, _)| area).filter(|&area| filter.takes_area_or_part(world, area));
    let matrix = query_matrix(world, areas);
    let shown: Vec<usize> = (0..matrix.themes.len())
        .filter(|&place| filter.themes.is_empty() || filter.themes.contains(&dataset.document().themes[place].id))
        .collect();
    let letter = |place: usize| LETTERS[place % LETTERS.len()];
    let legend = shown.iter().map(|&place| format!("{}: {}", letter(place), dataset.document().themes[place].name)).collect();
    let mut rows = Vec::new();
    let mut items = Vec::new();
    for (area, cells) in &matrix.rows {
        let mut row = vec![dataset.area(*area).name.to_string()];
        for &place in &shown {
            let numbers: Vec<String> = cells[place].iter().map(|&priority| dataset.priority(priority).number.to_string()).collect();
            row.push(if numbers.is_empty() { "·".into() } else { numbers.join(",") });
            items.extend(cells[place].iter().map(|&priority| Slot::Priority(priority)));
        }
        rows.push(row);
    }
    items.dedup();
    // Columns are named by letters so that the table fits; the legend says what they are.
    let names: Vec<&'static str> = shown.iter().map(|&place| letter(place)).collect();
    let columns = std::iter::once("area").chain(names).collect();
    let mut page = Page { title: "Areas by themes: the numbers of the priorities".into(), blocks: Vec::new(), items };
    page.blocks.extend(as_of_line(world));
    page.blocks.push(Block::Table(Table { columns, rows }));
    page.blocks.push(Block::List(legend));
    page
}

const LETTERS: [&str; 26] =
    ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z"];

/// Two to four areas side by side by theme: what not all of them have comes first.
#[must_use]
pub fn compare(world: World, areas: &[AreaIndex]) -> Page {
    let dataset = world.dataset();
    let names: Vec<&str> = areas.iter().map(|&area| dataset.area(area).name.as_str()).collect();
    let mut page = Page { title: names.join(" and "), items: areas.iter().map(|&area| Slot::Area(area)).collect(), ..Page::default() };
    page.blocks.extend(as_of_line(world));
    let mut same = false;
    for (place, comparison) in comparisons(world, areas).into_iter().enumerate() {
        if place == 0 && comparison.differs() {
            page.blocks.push(Block::Heading("Where they differ".into()));
        }
        if !comparison.differs() && !same {
            same = true;
            page.blocks.push(Block::Heading("What all of them have".into()));
        }
        let theme = comparison.theme.map_or("No theme", |theme| dataset.document().themes[theme.place()].name.as_str());
        let side = |(name, priorities): (&&str, &Vec<PriorityIndex>)| {
            let titles: Vec<String> = priorities
                .iter()
                .map(|&index| {
                    let priority = dataset.priority(index);
                    format!("{} {} ({})", priority.number, priority.title, source_cell(world, &priority.cites))
                })
                .collect();
            ((*name).to_string(), if titles.is_empty() { "no priority here".into() } else { titles.join("; ") })
        };
        page.blocks.push(Block::Paragraph(format!("{theme}:")));
        page.blocks.push(Block::Fields(names.iter().zip(&comparison.priorities).map(side).collect()));
    }
    page
}
