//! `oa list`: every item of a kind that matches a filter, and the values of each condition.

mod areas;
mod facts;

use areas::{areas, priorities};
use facts::{facts, money};
use serde_json::json;

use super::as_of::with_date;
use crate::{
    dataset::{AreaIndex, Item, ItemIndex, Kind},
    query::{
        describe::published,
        facets::{self, Condition, Facet, FacetValue},
        filter::Filter,
        matrix::areas_in_theme,
        snapshot::Snapshot,
        sources::publications,
    },
    report::{
        page::{Page, PageBlock},
        table::{CellValue, PageCell, PageColumn, PageRow, PageTable},
    },
};

/// A table that `oa list` can print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// Areas with their plans and ranks.
    Areas,
    /// Priorities with their themes.
    Priorities,
    /// Facts of a kind.
    Facts(Kind),
    /// Sums of areas, of the programme and of actions.
    Money,
    /// Themes with the number of their priorities.
    Themes,
    /// Terms with their meanings.
    Terms,
    /// Sources with the number of items that cite them.
    Sources,
    /// Values of a condition, with the number and areas of the items that have them.
    Values(Condition),
}

/// Returns a table of everything that matches a filter.
#[must_use]
pub fn list(snapshot: Snapshot, listing: Listing, filter: &Filter) -> Page {
    let mut page = match listing {
        Listing::Areas => areas(snapshot, filter),
        Listing::Priorities => priorities(snapshot, filter),
        Listing::Facts(kind) => facts(snapshot, kind, filter),
        Listing::Money => money(snapshot, filter),
        Listing::Themes => themes(snapshot, filter),
        Listing::Terms => terms(snapshot, filter),
        Listing::Sources => sources(snapshot, filter),
        Listing::Values(condition) => values(snapshot, condition, filter),
    };
    if page.is_empty() {
        page.blocks.push(PageBlock::Paragraph("No results.".into()));
    }
    with_date(snapshot, page)
}

/// Returns the lists that have something that matches a filter, each with its name, what it has, and how many rows.
#[must_use]
pub fn overview(
    snapshot: Snapshot,
    filter: &Filter,
    lists: impl Iterator<Item = (String, String, Listing)>,
) -> Page {
    let count = |listing| {
        let page = list(snapshot, listing, filter);
        page.items.len() + page.values.len()
    };
    let lists = lists.map(|(name, content, listing)| (name, content, count(listing)));
    let lists: Vec<_> = lists.filter(|(_, _, count)| *count > 0).collect();
    let rows = lists.iter().enumerate().map(|(record, list)| {
        let (name, content, count) = list;
        let cells = vec![
            name.as_str().into(),
            PageCell::number(*count),
            content.as_str().into(),
        ];
        PageRow::from(cells).about_record(record)
    });
    let columns = [
        PageColumn::key("list"),
        PageColumn::detail("number", 1),
        PageColumn::main("content"),
    ];
    let mut page = Page::of_table("What you can list", columns, rows);
    let last = match lists.first() {
        Some((name, _, _)) => format!("For example: oa list {name}"),
        None => "No results.".into(),
    };
    page.blocks.push(PageBlock::Paragraph(last));
    let record = |(name, _, count)| json!({ "kind": "list", "reference": null, "value": name, "count": count, "cites": [] });
    page.records = lists.into_iter().map(record).collect();
    with_date(snapshot, page)
}

/// Returns every known item once, for an export as JSON.
#[must_use]
pub fn everything(snapshot: Snapshot) -> Page {
    let dataset = snapshot.dataset();
    let items = dataset
        .item_indices()
        .filter(|&item| snapshot.contains(item))
        .collect();
    Page {
        title: dataset.programme().name.to_string(),
        items,
        ..Page::default()
    }
}

fn themes(snapshot: Snapshot, filter: &Filter) -> Page {
    let dataset = snapshot.dataset();
    let rows = dataset.themes().map(|(index, theme)| {
        let areas = areas_in_theme(snapshot, filter, index);
        let priorities: usize = areas.iter().map(|(_, count)| count).sum();
        let cells = vec![
            PageCell::from(&theme.name).short(theme.short_name()),
            PageCell::number(priorities),
            PageCell::number(areas.len()),
            (&theme.what).into(),
            theme.id.as_str().into(),
        ];
        PageRow::of(ItemIndex::Theme(index), cells)
    });
    let columns = [
        PageColumn::key("theme"),
        PageColumn::detail("priorities", 1),
        PageColumn::detail("areas", 2),
        PageColumn::main("includes"),
        PageColumn::wide("id"),
    ];
    Page::of_table("Themes", columns, rows)
}

/// Returns the terms. None of them matches a filter.
fn terms(snapshot: Snapshot, filter: &Filter) -> Page {
    let terms = snapshot.terms().map(|(index, _)| ItemIndex::Term(index));
    let matching = terms.filter(|&item| filter.matches(snapshot, item));
    term_table(snapshot, matching)
}

/// Returns a table of terms. Other items are left out.
pub(super) fn term_table(snapshot: Snapshot, items: impl Iterator<Item = ItemIndex>) -> Page {
    let rows = items.filter_map(|item| {
        let Item::Term(term) = snapshot.dataset().item(item) else {
            return None;
        };
        let cells = vec![
            (&term.term).into(),
            term.abbreviation.as_deref().unwrap_or_default().into(),
            (&term.meaning).into(),
            format!("term/{}", term.id).into(),
        ];
        Some(PageRow::of(item, cells))
    });
    let columns = [
        PageColumn::key("term"),
        PageColumn::detail("short form", 1),
        PageColumn::main("meaning"),
        PageColumn::wide("reference"),
    ];
    Page::of_table("Terms", columns, rows)
}

fn values(snapshot: Snapshot, condition: Condition, filter: &Filter) -> Page {
    let values = facets::values(snapshot, filter, condition);
    let area = |area: &AreaIndex| snapshot.dataset().area(*area).name.as_str();
    let row = |facet: &Facet| {
        let areas: Vec<&str> = facet.areas.iter().map(area).collect();
        // An item without an area belongs to the programme.
        let programme = facet.items.iter().any(|item| item.area().is_none());
        let owners: Vec<&str> = programme
            .then_some("the programme")
            .into_iter()
            .chain(areas)
            .collect();
        let name = PageCell::new(facet.name.to_string());
        PageRow::from(vec![
            match facet.name {
                FacetValue::Date(date) => name.value(CellValue::Date(date)),
                _ => name,
            },
            PageCell::number(facet.items.len()),
            owners.join(", ").into(),
        ])
    };
    let name = PageColumn::key(condition.singular());
    let columns = vec![
        match condition {
            Condition::By | Condition::Since => name.of_dates(),
            _ => name,
        },
        PageColumn::detail(condition.counted(), 1),
        PageColumn::main("where"),
    ];
    let table = PageTable::new(columns, values.iter().map(row).collect());
    Page {
        title: condition.plural().into(),
        blocks: vec![PageBlock::Table(table)],
        values,
        ..Page::default()
    }
}

/// Returns every published source, or with a filter those that a matching item cites.
fn sources(snapshot: Snapshot, filter: &Filter) -> Page {
    let rows = publications(snapshot, filter)
        .into_iter()
        .map(|publication| {
            let source = publication.source;
            let title = PageCell::new(format!("{}, {}", source.title, source.publisher));
            let link = source
                .address
                .as_ref()
                .map(|address| CellValue::Link(address.to_string()));
            let address = source.address.as_ref().map_or_else(
                || "not known".into(),
                |address| PageCell::new(address.to_string()),
            );
            let link = link.unwrap_or_default();
            let cells = vec![
                PageCell::date(source.published).words(published(source)),
                title.value(link.clone()),
                PageCell::number(publication.citation_count),
                address.value(link),
                format!("source/{}", source.id).into(),
            ];
            PageRow::of(ItemIndex::Source(publication.index), cells)
        });
    let columns = [
        PageColumn::key("published").of_dates(),
        PageColumn::main("title and publisher"),
        PageColumn::detail("cited by", 1),
        PageColumn::wide("address"),
        PageColumn::wide("reference"),
    ];
    Page::of_table("Sources", columns, rows)
}
