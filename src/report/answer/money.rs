//! `oa money`: the sums of each area, the largest first.

use super::{as_of::with_date, cells::owner_cell};
use crate::{
    dataset::{AreaIndex, ItemIndex},
    query::{
        area_money::{AreaMoney, KnownSum, area_money},
        comparable_money::{ComparableSum, comparable_sums},
        filter::Filter,
        provenance::attribution,
        snapshot::Snapshot,
    },
    report::{
        page::{Page, PageBlock},
        table::{ColumnUse, PageCell, PageColumn, PageRow},
    },
    text::elide_words,
};

/// Purposes that are compared below the table: those that most areas have a sum for.
const MAX_PURPOSES: usize = 3;
/// Most columns of a purpose in narrow text: so each area has one line on a screen of 80 columns.
const MAX_SHORT_PURPOSE: usize = 41;

/// Sentence that says why there is no total.
const NO_TOTAL: &str = "The sums of an area overlap: a year is part of several years, and an action may be paid from a sum of its area. So they are not added up.";
/// Sentence that says why the order of the areas is not that of all their money, and why there is no total.
const LARGEST_ONLY: &str = "These sums are for different years and purposes, and sums of an area overlap (a year is part of five years). So they are not added up.";

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
        let short = elide_words(sum.purpose(), MAX_SHORT_PURPOSE).into_owned();
        let purpose = PageCell::new(sum.purpose()).short(short);
        Some(row(snapshot, sum, [others], purpose))
    };
    let columns = [
        PageColumn::key("area"),
        PageColumn::key("largest sum").of_sums(),
        PageColumn::wide("other sums"),
        PageColumn::main("for"),
        PageColumn::wide("source"),
        PageColumn::wide("reference"),
    ];
    let title = "Money by area: the largest known sums";
    let table = Page::of_table(title, columns, all.iter().filter_map(row));
    let mut page = page(snapshot, table, LARGEST_ONLY);
    same_purposes(snapshot, filter, &all, &mut page);
    page
}

/// Returns every known sum that matches a filter: by area, the area with the largest sum first.
#[must_use]
pub fn all_sums(snapshot: Snapshot, filter: &Filter) -> Page {
    let all = area_money(snapshot, filter);
    let sums = all.iter().flat_map(|money| &money.sums);
    let row = |sum: &KnownSum| {
        let overlap = if sum.may_overlap { "yes" } else { "" };
        row(snapshot, sum, [overlap.into()], sum.what.into())
    };
    let columns = [
        PageColumn::key("area"),
        PageColumn::key("sum").of_sums(),
        PageColumn::new("may overlap", ColumnUse::Remark),
        PageColumn::main("for"),
        PageColumn::wide("source"),
        PageColumn::wide("reference"),
    ];
    let title = "Money by area: all known sums";
    let table = Page::of_table(title, columns, sums.map(row));
    page(snapshot, table, NO_TOTAL)
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
fn page(snapshot: Snapshot, mut page: Page, no_total: &str) -> Page {
    let words = if page.items.is_empty() {
        "No results."
    } else {
        no_total
    };
    page.blocks.push(PageBlock::Paragraph(words.into()));
    with_date(snapshot, page)
}

/// Appends the purposes that several of the areas have a sum for, each with the area that has the largest.
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
        let sums = areas.iter().zip(&purpose.sums);
        let sums = sums.filter_map(|(area, sum)| Some((area, sum.as_ref()?.1)));
        // Of several areas with the same sum, the first.
        let (area, amount) = sums.rev().max_by_key(|(_, amount)| amount.pounds)?;
        let area = &snapshot.dataset().area(*area).name;
        let words = format!("{area}, {amount}, of {} areas", purpose.known());
        Some((purpose.label(), words))
    };
    let fields: Vec<_> = sums.iter().take(MAX_PURPOSES).filter_map(field).collect();
    if !fields.is_empty() {
        page.blocks.push(PageBlock::Paragraph(
            "For the same purpose, this area got most, as far as it is known:".into(),
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
