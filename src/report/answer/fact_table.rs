//! Facts of any kinds as one table, for a spreadsheet.

use std::collections::HashSet;

use super::{
    as_of::as_of_line,
    cells::{owner_cell, priority_cell},
    list::term_table,
};
use crate::{
    dataset::{Bound, FactIndex, ItemIndex, OwnerIndex},
    query::{
        describe::{citation_line, context_of},
        fact_group::FactGroup,
        filter::Filter,
        matrix::all_in_theme,
        outline::{PriorityRow, fact_rows},
        snapshot::Snapshot,
        sources::cited_by,
    },
    report::{
        page::{Page, PageBlock},
        table::{CellValue, PageCell, PageColumn, PageRow, PageTable},
    },
};

/// Returns the columns of the table.
fn columns() -> Vec<PageColumn> {
    vec![
        PageColumn::key("area"),
        PageColumn::detail("priority", 4),
        PageColumn::detail("kind", 1),
        PageColumn::main("fact"),
        PageColumn::detail("pounds", 2).of_sums(),
        PageColumn::detail("limit", 6),
        PageColumn::detail("every year", 7),
        PageColumn::detail("when", 5),
        PageColumn::detail("first published", 3).of_dates(),
        PageColumn::wide("sources"),
        PageColumn::wide("reference"),
    ]
}

/// Returns a page with a table of facts, a row each.
#[must_use]
pub fn fact_table(
    snapshot: Snapshot,
    title: String,
    facts: impl IntoIterator<Item = FactIndex>,
) -> Page {
    let rows = facts
        .into_iter()
        .map(|index| PageRow::of(ItemIndex::Fact(index), row(snapshot, index)));
    let table = PageTable::new(columns(), rows.collect());
    Page {
        title,
        items: table.items(),
        blocks: as_of_line(snapshot)
            .into_iter()
            .chain([PageBlock::Table(table)])
            .collect(),
        ..Page::default()
    }
}

/// Returns a page with a table of the facts of an item: of an area with its priorities, of a priority, of a theme, of a
/// source, or the fact itself.
#[must_use]
pub fn facts_of(snapshot: Snapshot, item: ItemIndex) -> Page {
    fact_table(
        snapshot,
        context_of(snapshot, item),
        indices(snapshot, item),
    )
}

/// Returns a page with one table of what some items are about: the facts, each once, or the meanings if all are terms.
#[must_use]
pub fn table_of_all(snapshot: Snapshot, items: &[ItemIndex]) -> Page {
    let are_terms = items.iter().all(|item| matches!(item, ItemIndex::Term(_)));
    if are_terms && !items.is_empty() {
        term_table(snapshot, items.iter().copied())
    } else {
        facts_of_all(snapshot, items)
    }
}

/// Returns a page with one table of the facts of several items, each fact once.
#[must_use]
pub fn facts_of_all(snapshot: Snapshot, items: &[ItemIndex]) -> Page {
    if let [item] = items {
        return facts_of(snapshot, *item);
    }
    let mut seen = HashSet::new();
    let facts = items.iter().flat_map(|&item| indices(snapshot, item));
    let facts = facts.filter(|&fact| seen.insert(fact));
    fact_table(snapshot, String::new(), facts)
}

fn indices(snapshot: Snapshot, item: ItemIndex) -> Vec<FactIndex> {
    let of_owner = |owner| {
        snapshot
            .facts(owner)
            .map(|(index, _)| index)
            .collect::<Vec<_>>()
    };
    let of_priority = |priority| {
        let rows = fact_rows(
            snapshot,
            &Filter::default(),
            PriorityRow::Priority(priority),
        );
        rows.into_iter().map(|row| row.fact)
    };
    match item {
        ItemIndex::Programme => of_owner(OwnerIndex::Programme),
        ItemIndex::Area(area) => {
            let priorities = snapshot.priorities(area);
            let facts =
                priorities.flat_map(|(priority, _)| of_owner(OwnerIndex::Priority(priority)));
            facts.chain(of_owner(OwnerIndex::Area(area))).collect()
        }
        ItemIndex::Priority(priority) => of_priority(priority).collect(),
        ItemIndex::Theme(theme) => {
            let priorities = all_in_theme(snapshot, theme);
            let mut seen = HashSet::new();
            let facts = priorities.flat_map(of_priority);
            facts.filter(|&fact| seen.insert(fact)).collect()
        }
        ItemIndex::Fact(fact) => vec![fact],
        ItemIndex::Source(source) => {
            let filter = Filter::default();
            cited_by(snapshot, &filter, source)
                .filter_map(|item| match item {
                    ItemIndex::Fact(fact) => Some(fact),
                    _ => None,
                })
                .collect()
        }
        ItemIndex::Term(_) => Vec::new(),
    }
}

fn row(snapshot: Snapshot, index: FactIndex) -> Vec<PageCell> {
    let dataset = snapshot.dataset();
    let fact = dataset.fact(index);
    let first_published = fact.cites().known_from();
    let amount = fact.amount();
    let known = snapshot.known(fact.cites());
    let sources: Vec<String> = known
        .map(|citation| citation_line(dataset, citation))
        .collect();
    vec![
        owner_cell(dataset, ItemIndex::Fact(index)),
        priority_cell(dataset, index.owner),
        FactGroup::of(index.kind).singular().into(),
        fact.headline().into_owned().into(),
        amount.map_or_else(PageCell::default, |amount| {
            PageCell::number(amount.pounds.0).value(CellValue::Money(amount))
        }),
        amount
            .and_then(|amount| amount.bound)
            .map_or("", Bound::word)
            .into(),
        amount
            .filter(|amount| amount.every_year)
            .map_or("", |_| "yes")
            .into(),
        fact.period()
            .map_or_else(PageCell::default, |period| (&period.words).into()),
        PageCell::new(first_published.iso()).value(CellValue::Date(first_published)),
        sources.join("; ").into(),
        fact.reference().as_str().into(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    #[test]
    fn every_item_but_a_term_has_a_table_of_facts() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        for item in dataset.item_indices() {
            let page = facts_of(snapshot, item);
            assert!(page.has_table(), "{item:?}");
        }
        let oldham = dataset.find("oldham").expect("an area");
        let third = dataset.find("oldham/3").expect("a priority");
        let rows = |item| facts_of(snapshot, item).items.len();
        assert!(rows(oldham) > rows(third) && rows(third) > 5);
    }
}
