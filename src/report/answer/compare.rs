//! `oa matrix` and `oa compare`: areas by themes, and side by side.

use std::borrow::Cow;

use super::{Page, PageBlock, as_of_line};
use crate::{
    dataset::{AreaIndex, Citation, ItemIndex, PriorityIndex, SafeText, SourceIndex},
    query::{
        describe::source_line,
        filter::Filter,
        matrix::{compare as comparisons, matrix as query_matrix},
        provenance::{attribution, earliest},
        snapshot::Snapshot,
    },
    report::PageTable,
};

/// Areas by themes: a table row for each area and theme that meet, with the priorities behind it.
#[must_use]
pub fn matrix(snapshot: Snapshot, filter: &Filter) -> Page {
    let dataset = snapshot.dataset();
    let areas = dataset
        .areas()
        .map(|(area, _)| area)
        .filter(|&area| filter.matches_area_or_part(snapshot, area));
    let matrix = query_matrix(snapshot, areas);
    let shown: Vec<usize> = (0..matrix.themes.len())
        .filter(|&index| {
            filter.themes.is_empty()
                || filter
                    .themes
                    .contains(&dataset.theme(matrix.themes[index]).id)
        })
        .collect();
    let mut rows = Vec::new();
    let mut items = Vec::new();
    let mut sources = SourceNotes::default();
    for (area, cells) in &matrix.rows {
        let mut priorities: Vec<PriorityIndex> = shown
            .iter()
            .flat_map(|&index| &cells[index])
            .copied()
            .collect();
        priorities.sort_unstable();
        priorities.dedup();
        let marks = sources.marks(
            priorities
                .iter()
                .filter_map(|&priority| earliest(snapshot, &dataset.priority(priority).cites)),
        );
        let mut row = vec![dataset.area(*area).name.to_string()];
        for &index in &shown {
            let numbers: Vec<String> = cells[index]
                .iter()
                .map(|&priority| dataset.priority(priority).number.to_string())
                .collect();
            row.push(numbers.join(","));
            items.extend(
                cells[index]
                    .iter()
                    .map(|&priority| ItemIndex::Priority(priority)),
            );
        }
        row.push(marks);
        rows.push(row);
    }
    items.dedup();
    let themes = shown
        .iter()
        .map(|&index| Cow::Owned(dataset.theme(matrix.themes[index]).name.to_string()));
    let columns = std::iter::once(Cow::Borrowed("area"))
        .chain(themes)
        .chain([Cow::Borrowed("note")])
        .collect();
    let mut page = Page {
        title: "Areas by themes: the numbers of the priorities".into(),
        items,
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    page.blocks.push(PageBlock::PageTable(PageTable {
        columns,
        rows,
        marks: true,
    }));
    if !sources.0.is_empty() {
        page.blocks.push(PageBlock::Heading(
            "Sources of the priorities' titles".into(),
        ));
        page.blocks.push(PageBlock::Notes(sources.notes(snapshot)));
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

/// Numbered notes of sources, each with all the places in it.
#[derive(Default)]
struct SourceNotes<'a>(Vec<(SourceIndex, Vec<&'a SafeText>)>);

impl<'a> SourceNotes<'a> {
    /// The marks of the sources of these citations, each once.
    fn marks(&mut self, cites: impl Iterator<Item = &'a Citation>) -> String {
        let mut marks = String::new();
        for citation in cites {
            let index = self
                .0
                .iter()
                .position(|(source, _)| *source == citation.source_index())
                .unwrap_or_else(|| {
                    self.0.push((citation.source_index(), Vec::new()));
                    self.0.len() - 1
                });
            if !self.0[index].1.contains(&&citation.at) {
                self.0[index].1.push(&citation.at);
            }
            let mark = format!("[{}]", index + 1);
            if !marks.contains(&mark) {
                marks.push_str(&mark);
            }
        }
        marks
    }

    fn notes(self, snapshot: Snapshot) -> Vec<String> {
        let note = |(source, places): (SourceIndex, Vec<&SafeText>)| {
            let source = snapshot.dataset().source(source);
            let places: Vec<&str> = places.into_iter().map(SafeText::as_str).collect();
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
    let mut same = false;
    for (index, comparison) in comparisons(snapshot, areas).into_iter().enumerate() {
        if index == 0 && comparison.differs() {
            page.blocks
                .push(PageBlock::Heading("Where they differ".into()));
        }
        if !comparison.differs() && !same {
            same = true;
            page.blocks
                .push(PageBlock::Heading("What all of them have".into()));
        }
        let theme = comparison
            .theme
            .map_or("No theme", |theme| dataset.theme(theme).name.as_str());
        let side = |(name, priorities): (&&str, &Vec<PriorityIndex>)| {
            let titles: Vec<String> = priorities
                .iter()
                .map(|&index| {
                    let priority = dataset.priority(index);
                    format!(
                        "{} {} ({})",
                        priority.number,
                        priority.title,
                        attribution(snapshot, &priority.cites)
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
        page.blocks.push(PageBlock::Paragraph(format!("{theme}:")));
        page.blocks.push(PageBlock::Fields(
            names.iter().zip(&comparison.priorities).map(side).collect(),
        ));
    }
    page
}
