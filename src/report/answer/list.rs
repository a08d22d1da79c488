//! `oa list`: every item of a kind that matches a filter, and the values of each condition.

use super::as_of::as_of_line;
use crate::{
    dataset::{AreaIndex, Fact, FactData, FactIndex, ItemIndex, Kind, SafeText},
    query::{
        coverage::{has_plans, has_ranks, has_regions},
        describe::{owner_name, published},
        facets::{self, Condition, Facet},
        filter::Filter,
        matrix::areas_in_theme,
        outcome::status_of,
        provenance::attribution,
        snapshot::Snapshot,
        sources::publications,
    },
    report::page::{Page, PageBlock, PageTable},
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
    if let Some(line) = as_of_line(snapshot) {
        page.blocks.insert(0, line);
    }
    page
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

/// Returns a page with one table. Each row comes with its item.
fn page(title: String, columns: &[&'static str], rows: Vec<(ItemIndex, Vec<String>)>) -> Page {
    let (items, rows) = rows.into_iter().unzip();
    Page {
        title,
        blocks: vec![PageBlock::Table(PageTable::new(columns, rows))],
        items,
        ..Page::default()
    }
}

/// Returns every known fact that matches a filter.
fn matching_facts<'a>(
    snapshot: Snapshot<'a>,
    filter: &Filter,
) -> impl Iterator<Item = (FactIndex, Fact<'a>)> {
    snapshot
        .all_facts()
        .filter(move |(index, _)| filter.matches_fact(snapshot, *index))
}

/// Returns the areas, with the columns that the dataset has something for.
fn areas(snapshot: Snapshot, filter: &Filter) -> Page {
    let dataset = snapshot.dataset();
    let has_regions = has_regions(dataset);
    let (has_plans, has_ranks) = (has_plans(dataset), has_ranks(dataset));
    let rows = dataset
        .areas()
        .filter(|(index, _)| filter.matches_area_or_part(snapshot, *index))
        .map(|(index, area)| {
            let plan = snapshot.plan(index);
            let rank = snapshot.rank(index);
            let cells = [
                Some(area.name.to_string()),
                has_regions.then(|| area.region.as_deref().unwrap_or("not known").to_string()),
                has_plans.then(|| {
                    plan.map_or_else(
                        || "not yet published".into(),
                        |plan| format!("published {}", plan.published),
                    )
                }),
                Some(snapshot.priorities(index).count().to_string()),
                has_ranks.then(|| {
                    rank.map_or_else(
                        || "not known".into(),
                        |rank| format!("{} of {} ({})", rank.rank, rank.of, rank.year),
                    )
                }),
                has_plans.then(|| attribution(snapshot, plan.map_or(&[], |plan| &plan.cites))),
                Some(area.id.to_string()),
            ];
            (
                ItemIndex::Area(index),
                cells.into_iter().flatten().collect(),
            )
        });
    let columns = [
        Some("area"),
        has_regions.then_some("region"),
        has_plans.then_some("plan"),
        Some("priorities"),
        has_ranks.then_some("rank"),
        has_plans.then_some("source of the plan"),
        Some("reference"),
    ];
    let columns: Vec<&str> = columns.into_iter().flatten().collect();
    page("Areas".into(), &columns, rows.collect())
}

fn priorities(snapshot: Snapshot, filter: &Filter) -> Page {
    let dataset = snapshot.dataset();
    let rows = snapshot
        .all_priorities()
        .filter(|(index, _)| filter.matches_priority(snapshot, *index))
        .map(|(index, priority)| {
            let themes = dataset.themes_of(priority);
            let themes: Vec<&str> = themes.map(|theme| theme.name.as_str()).collect();
            let area = dataset.area(index.area()).name.to_string();
            (
                ItemIndex::Priority(index),
                vec![
                    area,
                    priority.number.to_string(),
                    priority.title.to_string(),
                    themes.join(", "),
                    attribution(snapshot, &priority.cites),
                ],
            )
        });
    page(
        "Priorities".into(),
        &["area", "number", "title", "themes", "source"],
        rows.collect(),
    )
}

fn facts(snapshot: Snapshot, kind: Kind, filter: &Filter) -> Page {
    let dataset = snapshot.dataset();
    let listed: &[Kind] = if kind == Kind::Action {
        &[kind, Kind::SharedAction]
    } else {
        &[kind]
    };
    let matching: Vec<_> = matching_facts(snapshot, filter)
        .filter(|(index, _)| listed.contains(&index.kind))
        .collect();
    let has_status = matching
        .iter()
        .any(|(_, fact)| status_of(snapshot, *fact).is_some());
    let status = |fact| status_of(snapshot, fact).unwrap_or("not known").to_string();
    let rows = matching.iter().map(|&(index, fact)| {
        let item = ItemIndex::Fact(index);
        let mut cells = vec![
            owner_name(dataset, item).to_string(),
            fact.headline().into_owned(),
        ];
        match kind {
            Kind::Action => {
                cells.push(partners_cell(fact));
                cells.push(
                    fact.amount()
                        .map_or_else(|| "none stated".into(), |amount| amount.to_string()),
                );
                cells.push(
                    fact.period()
                        .map_or_else(|| "not known".into(), |when| when.words.to_string()),
                );
            }
            Kind::Target => cells.push(
                fact.period()
                    .map_or_else(|| "not known".into(), |by| by.words.to_string()),
            ),
            _ => {}
        }
        if has_status {
            cells.push(status(fact));
        }
        cells.push(attribution(snapshot, fact.cites()));
        cells.push(fact.reference().to_string());
        (item, cells)
    });
    let mut columns = match kind {
        Kind::Action => vec!["area", "action", "partners", "money", "when"],
        Kind::Target => vec!["area", "target", "by"],
        _ => vec!["area", "fact"],
    };
    match kind {
        Kind::Target if has_status => columns.push("outcome"),
        _ if has_status => columns.push("status"),
        _ => {}
    }
    columns.extend(["source", "reference"]);
    page(kind.heading().into(), &columns, rows.collect())
}

fn partners_cell(fact: Fact) -> String {
    let names: Vec<&str> = fact.partners().iter().map(SafeText::as_str).collect();
    names.join(", ")
}

fn money(snapshot: Snapshot, filter: &Filter) -> Page {
    let dataset = snapshot.dataset();
    let rows = matching_facts(snapshot, filter).filter_map(|(index, fact)| {
        let amount = fact.amount()?;
        let what = if let FactData::Money(money) = fact.body {
            money.what.to_string()
        } else {
            fact.headline().into_owned()
        };
        let item = ItemIndex::Fact(index);
        Some((
            item,
            vec![
                owner_name(dataset, item).to_string(),
                amount.to_string(),
                what,
                attribution(snapshot, fact.cites()),
                fact.reference().to_string(),
            ],
        ))
    });
    let mut page = page(
        "Money".into(),
        &["area", "amount", "purpose", "source", "reference"],
        rows.collect(),
    );
    page.blocks
        .push(PageBlock::Paragraph("Amounts overlap (a year within five years, an action within a plan), so there is no total.".into()));
    page
}

fn themes(snapshot: Snapshot, filter: &Filter) -> Page {
    let dataset = snapshot.dataset();
    let rows = dataset.themes().map(|(index, theme)| {
        let areas = areas_in_theme(snapshot, filter, index);
        let priorities: usize = areas.iter().map(|(_, count)| count).sum();
        (
            ItemIndex::Theme(index),
            vec![
                theme.name.to_string(),
                priorities.to_string(),
                areas.len().to_string(),
                theme.what.to_string(),
                theme.id.to_string(),
            ],
        )
    });
    page(
        "Themes".into(),
        &["theme", "priorities", "areas", "includes", "id"],
        rows.collect(),
    )
}

/// Returns the terms. None of them matches a filter.
fn terms(snapshot: Snapshot, filter: &Filter) -> Page {
    let terms = snapshot.dataset().terms();
    let rows = terms
        .map(|(index, term)| (ItemIndex::Term(index), term))
        .filter(|(item, _)| filter.matches(snapshot, *item))
        .map(|(item, term)| {
            let cells = vec![
                term.term.to_string(),
                term.abbreviation.as_deref().unwrap_or_default().into(),
                term.meaning.to_string(),
                format!("term/{}", term.id),
            ];
            (item, cells)
        });
    page(
        "Terms".into(),
        &["term", "short form", "meaning", "reference"],
        rows.collect(),
    )
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
        vec![
            facet.name.to_string(),
            facet.items.len().to_string(),
            owners.join(", "),
        ]
    };
    let table = PageTable::new(
        &[condition.singular(), condition.counted(), "where"],
        values.iter().map(row).collect(),
    );
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
            let address = source
                .address
                .as_ref()
                .map_or_else(|| "not known".into(), ToString::to_string);
            (
                ItemIndex::Source(publication.index),
                vec![
                    published(source),
                    format!("{}, {}", source.title, source.publisher),
                    publication.citation_count.to_string(),
                    address,
                    format!("source/{}", source.id),
                ],
            )
        });
    page(
        "Sources".into(),
        &[
            "published",
            "title and publisher",
            "cited by",
            "address",
            "reference",
        ],
        rows.collect(),
    )
}
