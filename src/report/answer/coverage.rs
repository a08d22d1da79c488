//! `oa coverage`: the number of facts of each area, and what is not known.

use super::{as_of::as_of_line, cells::area_cell};
use crate::{
    dataset::{Kind, OwnerIndex},
    query::{
        describe::counted,
        fact_counts::{FactCounts, PriorityPart, fact_counts, kinds},
        snapshot::Snapshot,
    },
    report::{
        page::{Page, PageBlock},
        table::{PageCell, PageColumn, PageRow, PageTable},
    },
};

/// Name of the last row.
const ALL: &str = "All areas";

/// Returns the number of facts of each area by kind, the number of priorities that have each part,
/// and the priorities that lack one.
#[must_use]
pub fn coverage(snapshot: Snapshot) -> Page {
    let counts = fact_counts(snapshot);
    let mut page = Page {
        title: "What is known".into(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    let of_programme = snapshot.facts(OwnerIndex::Programme).count();
    page.blocks.push(PageBlock::Heading("Facts".into()));
    page.blocks.push(PageBlock::Table(facts(snapshot, &counts)));
    page.blocks.push(PageBlock::Paragraph(format!(
        "There {} about the programme as a whole.",
        counted_with_verb(of_programme)
    )));
    page.blocks.push(PageBlock::Heading(
        "Priorities, and those that have each part".into(),
    ));
    page.blocks
        .push(PageBlock::Table(priorities(snapshot, &counts)));
    let gaps = gaps(snapshot, &counts);
    if !gaps.rows.is_empty() {
        page.blocks.push(PageBlock::Heading(
            "Gaps: the numbers of the priorities without each part".into(),
        ));
        page.blocks.push(PageBlock::Table(gaps));
    }
    page.counts = counts;
    page
}

/// Returns `is 1 fact` or `are 2 facts`.
fn counted_with_verb(count: usize) -> String {
    let verb = if count == 1 { "is" } else { "are" };
    format!("{verb} {}", counted(count, "fact", "facts"))
}

/// Returns the table of facts, with the kinds of which there are some.
fn facts(snapshot: Snapshot, counts: &[FactCounts]) -> PageTable {
    let total = |kind: Kind| -> usize { counts.iter().map(|area| of_kind(area, kind)).sum() };
    let shown: Vec<Kind> = kinds()
        .into_iter()
        .filter(|&kind| total(kind) > 0)
        .collect();
    let row = |name: &str, count: &dyn Fn(Kind) -> usize| {
        let cells: Vec<usize> = shown.iter().map(|&kind| count(kind)).collect();
        let sum: usize = cells.iter().sum();
        let counts = cells.into_iter().chain([sum]).map(PageCell::number);
        PageRow::from(
            std::iter::once(name.into())
                .chain(counts)
                .collect::<Vec<PageCell>>(),
        )
    };
    let areas = counts.iter().map(|area| {
        row(&snapshot.dataset().area(area.area).name, &|kind| {
            of_kind(area, kind)
        })
    });
    let names = shown
        .iter()
        .map(|kind| PageColumn::key(kind.plural().to_lowercase()));
    PageTable::new(
        std::iter::once(PageColumn::key("area"))
            .chain(names)
            .chain([PageColumn::key("all facts")])
            .collect(),
        areas.chain([row(ALL, &total)]).collect(),
    )
}

fn of_kind(area: &FactCounts, wanted: Kind) -> usize {
    let mut facts = area.facts.iter();
    facts
        .find(|(kind, _)| *kind == wanted)
        .map_or(0, |(_, count)| *count)
}

/// Returns the table of priorities with each part.
fn priorities(snapshot: Snapshot, counts: &[FactCounts]) -> PageTable {
    let cells = |area: &FactCounts| -> Vec<usize> {
        let with = PriorityPart::ALL.map(|part| area.with_part(part));
        std::iter::once(area.priorities).chain(with).collect()
    };
    let row = |name: &str, cells: Vec<usize>| {
        let counts = cells.into_iter().map(PageCell::number);
        PageRow::from(
            std::iter::once(name.into())
                .chain(counts)
                .collect::<Vec<PageCell>>(),
        )
    };
    let total =
        counts
            .iter()
            .map(cells)
            .fold(vec![0; 1 + PriorityPart::ALL.len()], |total, area| {
                total
                    .iter()
                    .zip(area)
                    .map(|(sum, count)| sum + count)
                    .collect()
            });
    let areas = counts
        .iter()
        .map(|area| row(&snapshot.dataset().area(area.area).name, cells(area)));
    let names = PriorityPart::ALL.map(|part| PageColumn::key(part.noun()));
    PageTable::new(
        [PageColumn::key("area"), PageColumn::key("priorities")]
            .into_iter()
            .chain(names)
            .collect(),
        areas.chain([row(ALL, total)]).collect(),
    )
}

/// Returns the table of gaps: the numbers of the priorities without each part.
fn gaps(snapshot: Snapshot, counts: &[FactCounts]) -> PageTable {
    let dataset = snapshot.dataset();
    let row = |area: &FactCounts| {
        let cells = PriorityPart::ALL.map(|part| {
            let numbers = area.missing[part as usize]
                .iter()
                .map(|&priority| dataset.priority(priority).number.to_string());
            PageCell::from(numbers.collect::<Vec<_>>().join(", "))
        });
        let name = area_cell(dataset, area.area);
        PageRow::from(
            std::iter::once(name)
                .chain(cells)
                .collect::<Vec<PageCell>>(),
        )
    };
    let has_gaps = |area: &&FactCounts| area.missing.iter().any(|missing| !missing.is_empty());
    let names = PriorityPart::ALL.map(|part| PageColumn::key(part.noun()));
    PageTable::new(
        std::iter::once(PageColumn::key("area"))
            .chain(names)
            .collect(),
        counts.iter().filter(has_gaps).map(row).collect(),
    )
}
