//! `oa matrix` and `oa compare`: areas by themes, and side by side.

use std::borrow::Cow;

use super::{Block, Page, as_of_line};
use crate::{
    dataset::{AreaIndex, Citation, PriorityIndex, Slot, SourceId, Text},
    query::{
        describe::source_line,
        filter::Filter,
        known::{earliest, who_says_so},
        matrix::{compare as comparisons, matrix as query_matrix},
        world::World,
    },
    report::Table,
};

/// Areas by themes: a table row for each area and theme that meet, with the priorities behind it.
#[must_use]
pub fn matrix(world: World, filter: &Filter) -> Page {
    let dataset = world.dataset();
    let areas = dataset
        .areas()
        .map(|(area, _)| area)
        .filter(|&area| filter.takes_area_or_part(world, area));
    let matrix = query_matrix(world, areas);
    let shown: Vec<usize> = (0..matrix.themes.len())
        .filter(|&place| {
            filter.themes.is_empty() || filter.themes.contains(&dataset.document().themes[place].id)
        })
        .collect();
    let mut rows = Vec::new();
    let mut items = Vec::new();
    let mut sources = Sources::default();
    for (area, cells) in &matrix.rows {
        let mut priorities: Vec<PriorityIndex> = shown
            .iter()
            .flat_map(|&place| &cells[place])
            .copied()
            .collect();
        priorities.sort_unstable();
        priorities.dedup();
        let marks = sources.marks(
            priorities
                .iter()
                .filter_map(|&priority| earliest(world, &dataset.priority(priority).cites)),
        );
        let mut row = vec![dataset.area(*area).name.to_string()];
        for &place in &shown {
            let numbers: Vec<String> = cells[place]
                .iter()
                .map(|&priority| dataset.priority(priority).number.to_string())
                .collect();
            row.push(numbers.join(","));
            items.extend(
                cells[place]
                    .iter()
                    .map(|&priority| Slot::Priority(priority)),
            );
        }
        row.push(marks);
        rows.push(row);
    }
    items.dedup();
    let themes = shown
        .iter()
        .map(|&place| Cow::Owned(dataset.document().themes[place].name.to_string()));
    let columns = std::iter::once(Cow::Borrowed("area"))
        .chain(themes)
        .chain([Cow::Borrowed("note")])
        .collect();
    let mut page = Page {
        title: "Areas by themes: the numbers of the priorities".into(),
        items,
        ..Page::default()
    };
    page.blocks.extend(as_of_line(world));
    page.blocks.push(Block::Table(Table {
        columns,
        rows,
        marks: true,
    }));
    if !sources.0.is_empty() {
        page.blocks
            .push(Block::Heading("Sources of the priorities' titles".into()));
        page.blocks.push(Block::Notes(sources.notes(world)));
    }
    page.blocks.extend(
        dataset
            .document()
            .classification
            .as_ref()
            .map(|words| Block::Paragraph(words.to_string())),
    );
    page
}

/// Numbered notes of sources, each with all the places in it.
#[derive(Default)]
struct Sources<'a>(Vec<(&'a SourceId, Vec<&'a Text>)>);

impl<'a> Sources<'a> {
    /// The marks of the sources of these citations, each once.
    fn marks(&mut self, cites: impl Iterator<Item = &'a Citation>) -> String {
        let mut marks = String::new();
        for citation in cites {
            let place = self
                .0
                .iter()
                .position(|(id, _)| **id == citation.source)
                .unwrap_or_else(|| {
                    self.0.push((&citation.source, Vec::new()));
                    self.0.len() - 1
                });
            if !self.0[place].1.contains(&&citation.at) {
                self.0[place].1.push(&citation.at);
            }
            let mark = format!("[{}]", place + 1);
            if !marks.contains(&mark) {
                marks.push_str(&mark);
            }
        }
        marks
    }

    fn notes(self, world: World) -> Vec<String> {
        let note = |(id, places): (&SourceId, Vec<&Text>)| {
            let source = world.dataset().source(id);
            let places: Vec<&str> = places.into_iter().map(Text::as_str).collect();
            let address = source
                .address
                .as_ref()
                .map(|address| format!(" {address}"))
                .unwrap_or_default();
            format!("{}: {}.{address}", source_line(source), places.join("; "))
        };
        self.0.into_iter().map(note).collect()
    }
}

/// Two to four areas side by side by theme: what not all of them have comes first.
#[must_use]
pub fn compare(world: World, areas: &[AreaIndex]) -> Page {
    let dataset = world.dataset();
    let names: Vec<&str> = areas
        .iter()
        .map(|&area| dataset.area(area).name.as_str())
        .collect();
    let mut page = Page {
        title: names.join(" and "),
        items: areas.iter().map(|&area| Slot::Area(area)).collect(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(world));
    let mut same = false;
    for (place, comparison) in comparisons(world, areas).into_iter().enumerate() {
        if place == 0 && comparison.differs() {
            page.blocks.push(Block::Heading("Where they differ".into()));
        }
        if !comparison.differs() && !same {
            same = true;
            page.blocks
                .push(Block::Heading("What all of them have".into()));
        }
        let theme = comparison.theme.map_or("No theme", |theme| {
            dataset.document().themes[theme.place()].name.as_str()
        });
        let side = |(name, priorities): (&&str, &Vec<PriorityIndex>)| {
            let titles: Vec<String> = priorities
                .iter()
                .map(|&index| {
                    let priority = dataset.priority(index);
                    format!(
                        "{} {} ({})",
                        priority.number,
                        priority.title,
                        who_says_so(world, &priority.cites)
                    )
                })
                .collect();
            (
                (*name).to_string(),
                if titles.is_empty() {
                    "no priority here".into()
                } else {
                    titles.join("; ")
                },
            )
        };
        page.blocks.push(Block::Paragraph(format!("{theme}:")));
        page.blocks.push(Block::Fields(
            names.iter().zip(&comparison.priorities).map(side).collect(),
        ));
    }
    page
}
