//! `oa money`: the sums of each area, the largest first.

use super::{as_of::with_date, cells::owner_cell};
use crate::{
    dataset::{AreaIndex, ItemIndex},
    query::{
        area_money::{AreaMoney, KnownSum, area_money},
        comparable_money::{ComparableSum, comparable_sums},
        describe::counted,
        filter::Filter,
        provenance::attribution,
        snapshot::Snapshot,
    },
    report::{
        page::{Page, PageBlock},
        table::{PageCell, PageColumn, PageRow},
    },
};

/// Purposes that are compared below the table: those that most areas have a sum for.
const MAX_PURPOSES: usize = 3;
/// Areas that are named for a purpose, those with the largest sums.
const MAX_NAMED: usize = 3;

/// Sentence that says why there is no total.
const NO_TOTAL: &str = "The sums of an area overlap: a year is part of several years, and an action may be paid from a sum of its area. So they are not added up.";

/// Returns the largest known sum of each area that matches a filter, and what several areas have for the same purpose.
#[must_use]
pub fn money(snapshot: Snapshot, filter: &Filter) -> Page {
    let all = area_money(snapshot, filter);
    let row = |money: &AreaMoney| {
        let sum = money.sums.first()?;
        let others = match money.sums.len() - 1 {
            0 => PageCell::default(),
            others => PageCell::number(others),
        };
        let purpose = PageCell::new(sum.purpose());
        Some(row(snapshot, sum, [others], purpose))
    };
    let columns = [
        PageColumn::key("area"),
        PageColumn::key("largest sum"),
        PageColumn::detail("other sums", 1),
        PageColumn::main("for"),
        PageColumn::wide("source"),
        PageColumn::wide("reference"),
    ];
    let title = "Money by area: the largest known sums";
    let mut page = page(
        snapshot,
        Page::of_table(title, columns, all.iter().filter_map(row)),
    );
    same_purposes(snapshot, filter, &all, &mut page);
    page
}

/// Returns every known sum that matches a filter: by area, the area with the largest sum first.
#[must_use]
pub fn all_sums(snapshot: Snapshot, filter: &Filter) -> Page {
    let all = area_money(snapshot, filter);
    let sums = all.iter().flat_map(|money| &money.sums);
    let row = |sum: &KnownSum| {
        let overlap = if sum.may_overlap { "may overlap" } else { "" };
        row(snapshot, sum, [overlap.into()], sum.what.into())
    };
    let columns = [
        PageColumn::key("area"),
        PageColumn::key("sum"),
        PageColumn::detail("overlap", 1),
        PageColumn::main("for"),
        PageColumn::wide("source"),
        PageColumn::wide("reference"),
    ];
    let title = "Money by area: all known sums";
    page(snapshot, Page::of_table(title, columns, sums.map(row)))
}

/// Returns the row of a sum. `details` come between the sum and its purpose.
fn row<const N: usize>(
    snapshot: Snapshot,
    sum: &KnownSum,
    details: [PageCell; N],
    purpose: PageCell,
) -> PageRow {
    let dataset = snapshot.dataset();
    let item = ItemIndex::Fact(sum.fact);
    let fact = dataset.fact(sum.fact);
    let mut cells = vec![owner_cell(dataset, item), PageCell::money(sum.amount)];
    cells.extend(details);
    cells.push(purpose);
    cells.push(attribution(snapshot, fact.cites()).into());
    cells.push(fact.reference().as_str().into());
    PageRow::of(item, cells)
}

/// Returns a page of sums with its date, and the sentence that says why there is no total.
fn page(snapshot: Snapshot, mut page: Page) -> Page {
    let words = if page.items.is_empty() {
        "No results."
    } else {
        NO_TOTAL
    };
    page.blocks.push(PageBlock::Paragraph(words.into()));
    with_date(snapshot, page)
}

/// Appends the purposes that several of the areas have a sum for, with the areas that have the largest.
fn same_purposes(snapshot: Snapshot, filter: &Filter, all: &[AreaMoney], page: &mut Page) {
    let areas: Vec<AreaIndex> = all.iter().filter_map(|money| money.area).collect();
    let mut sums = comparable_sums(snapshot, &areas);
    for purpose in &mut sums {
        for sum in &mut purpose.sums {
            *sum = sum.filter(|(fact, _)| filter.matches_fact(snapshot, *fact));
        }
    }
    sums.retain(|purpose| purpose.known() > 1);
    let field = |purpose: &ComparableSum| {
        let mut sums: Vec<_> = areas.iter().zip(&purpose.sums).collect();
        sums.retain(|(_, sum)| sum.is_some());
        sums.sort_by_key(|(_, sum)| std::cmp::Reverse(sum.map(|(_, amount)| amount.pounds)));
        let mut named: Vec<String> = sums
            .iter()
            .take(MAX_NAMED)
            .filter_map(|(area, sum)| {
                let (_, amount) = sum.as_ref()?;
                Some(format!("{} {amount}", snapshot.dataset().area(**area).name))
            })
            .collect();
        let others = sums.len() - named.len();
        if others > 0 {
            let others = counted(others, "other area", "other areas");
            named.push(format!("then {others}"));
        }
        (purpose.label(), named.join(", "))
    };
    let fields: Vec<_> = sums.iter().take(MAX_PURPOSES).map(field).collect();
    if !fields.is_empty() {
        page.blocks.push(PageBlock::Paragraph(
            "What several areas got for the same purpose can be compared:".into(),
        ));
        page.blocks.push(PageBlock::Fields(fields));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::Dataset,
        report::{Format, TextLayout, render},
    };

    #[test]
    fn the_area_that_got_most_is_in_the_first_row_and_nothing_is_added_up() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let page = money(snapshot, &Filter::default());
        let csv = render(snapshot, &page, Format::Csv, TextLayout::plain(80));
        let first = csv.lines().nth(1).expect("a row");
        assert!(first.starts_with("Bradford,nearly £15 million,"), "{first}");
        for sums in [page, all_sums(snapshot, &Filter::default())] {
            let known: Vec<String> = snapshot
                .all_facts()
                .filter_map(|(_, fact)| Some(fact.amount()?.to_string()))
                .collect();
            let csv = render(snapshot, &sums, Format::Csv, TextLayout::plain(80));
            assert_eq!(csv.lines().count(), sums.items.len() + 1);
            let table = sums.blocks.iter().find_map(|block| match block {
                PageBlock::Table(table) => Some(table),
                _ => None,
            });
            for row in &table.expect("a table").rows {
                assert!(known.contains(&row.cells[1].words), "{row:?}");
            }
        }
    }
}
