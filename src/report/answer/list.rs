//! `oa list`: everything of a kind that is asked for, and the values that can be asked for.

use super::{Page, PageBlock, area_name, as_of_line};
use crate::{
    dataset::{AreaIndex, Fact, FactData, FactIndex, ItemIndex, Kind, SafeText},
    query::{
        describe::published,
        facets::{self, Condition, Facet},
        filter::Filter,
        matrix::in_theme,
        provenance::attribution,
        snapshot::Snapshot,
        sources::publications,
    },
    report::PageTable,
};

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// Areas with their plans and ranks.
    Areas,
    /// Priorities with their themes.
    Priorities,
    /// Facts of a kind.
    Facts(Kind),
    /// Sums, of areas, of the programme and of actions.
    Money,
    /// Themes with the number of their priorities.
    Themes,
    /// Publications with the number of facts that rest on them.
    Sources,
    /// The values of a condition, with what has them and where.
    Values(Condition),
}

/// Lists what is asked for.
#[must_use]
pub fn list(snapshot: Snapshot, listing: Listing, filter: &Filter) -> Page {
    let mut page = match listing {
        Listing::Areas => areas(snapshot, filter),
        Listing::Priorities => priorities(snapshot, filter),
        Listing::Facts(kind) => facts(snapshot, kind, filter),
        Listing::Money => money(snapshot, filter),
        Listing::Themes => themes(snapshot, filter),
        Listing::Sources => sources(snapshot, filter),
        Listing::Values(condition) => values(snapshot, condition, filter),
    };
    if page.is_empty() {
        page.blocks.push(PageBlock::Paragraph(
            "Nothing that was asked for is known.".into(),
        ));
    }
    if let Some(line) = as_of_line(snapshot) {
        page.blocks.insert(0, line);
    }
    page
}

/// Everything that was known, for machines: areas, priorities, facts, themes and sources, each once.
#[must_use]
pub fn everything(snapshot: Snapshot) -> Page {
    let dataset = snapshot.dataset();
    let items = dataset
        .item_indices_in_order()
        .filter(|&item| snapshot.contains(item))
        .collect();
    Page {
        title: dataset.programme().name.to_string(),
        items,
        ..Page::default()
    }
}

fn page(title: String, columns: &[&'static str], rows: Vec<(ItemIndex, Vec<String>)>) -> Page {
    let (items, rows) = rows.into_iter().unzip();
    Page {
        title,
        blocks: vec![PageBlock::PageTable(PageTable::new(columns, rows))],
        items,
        ..Page::default()
    }
}

/// Every fact that is asked for.
fn taken<'a>(
    snapshot: Snapshot<'a>,
    filter: &Filter,
) -> impl Iterator<Item = (FactIndex, Fact<'a>)> {
    snapshot
        .all_facts()
        .filter(move |(index, _)| filter.matches_fact(snapshot, *index))
}

fn areas(snapshot: Snapshot, filter: &Filter) -> Page {
    let dataset = snapshot.dataset();
    let rows = dataset
        .areas()
        .filter(|(index, _)| filter.matches_area_or_part(snapshot, *index))
        .map(|(index, area)| {
            let plan = snapshot.plan(index);
            let rank = snapshot.rank(index);
            let cells = vec![
                area.name.to_string(),
                area.region.as_deref().unwrap_or("not known").to_string(),
                plan.map_or_else(
                    || "awaited".into(),
                    |plan| format!("published {}", plan.published),
                ),
                snapshot.priorities(index).count().to_string(),
                rank.map_or_else(
                    || "not known".into(),
                    |rank| format!("{} of {} ({})", rank.rank, rank.of, rank.year),
                ),
                attribution(snapshot, plan.map_or(&[], |plan| &plan.cites)),
                area.id.to_string(),
            ];
            (ItemIndex::Area(index), cells)
        });
    page(
        "Areas".into(),
        &[
            "area",
            "region",
            "plan",
            "priorities",
            "rank",
            "source of the plan",
            "reference",
        ],
        rows.collect(),
    )
}

fn priorities(snapshot: Snapshot, filter: &Filter) -> Page {
    let dataset = snapshot.dataset();
    let all = dataset
        .areas()
        .flat_map(|(area, _)| snapshot.priorities(area));
    let rows = all
        .filter(|(index, _)| filter.matches_priority(snapshot, *index))
        .map(|(index, priority)| {
            let themes: Vec<&str> = priority
                .themes
                .iter()
                .map(|other| {
                    dataset
                        .theme(dataset.theme_index(&other.theme))
                        .name
                        .as_str()
                })
                .collect();
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
        &["area", "nr", "title", "themes", "source"],
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
    let rows = taken(snapshot, filter)
        .filter(|(index, _)| listed.contains(&index.kind))
        .map(|(index, fact)| {
            let item = ItemIndex::Fact(index);
            let mut cells = vec![area_name(dataset, item), fact.headline().into_owned()];
            match kind {
                Kind::Action => {
                    cells.push(partners_cell(fact));
                    cells.push(
                        fact.amount()
                            .map_or_else(|| "not known".into(), |amount| amount.to_string()),
                    );
                }
                Kind::Target => cells.push(
                    fact.period()
                        .map_or_else(|| "not known".into(), |by| by.words.to_string()),
                ),
                _ => {}
            }
            cells.push(attribution(snapshot, fact.cites()));
            cells.push(fact.reference().to_string());
            (item, cells)
        });
    let columns: &[&str] = match kind {
        Kind::Action => &["area", "action", "partners", "money", "source", "reference"],
        Kind::Target => &["area", "target", "by", "source", "reference"],
        _ => &["area", "fact", "source", "reference"],
    };
    page(kind.heading().into(), columns, rows.collect())
}

fn partners_cell(fact: Fact) -> String {
    let names: Vec<&str> = fact.partners().iter().map(SafeText::as_str).collect();
    names.join(", ")
}

fn money(snapshot: Snapshot, filter: &Filter) -> Page {
    let dataset = snapshot.dataset();
    let rows = taken(snapshot, filter).filter_map(|(index, fact)| {
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
                area_name(dataset, item),
                amount.to_string(),
                what,
                attribution(snapshot, fact.cites()),
                fact.reference().to_string(),
            ],
        ))
    });
    let mut page = page(
        "Money".into(),
        &["area", "sum", "what for", "source", "reference"],
        rows.collect(),
    );
    page.blocks
        .push(PageBlock::Paragraph("Sums overlap (a year within five years, an action within a plan), so they are not added up.".into()));
    page
}

fn themes(snapshot: Snapshot, filter: &Filter) -> Page {
    let dataset = snapshot.dataset();
    let rows = dataset.themes().map(|(index, theme)| {
        let asked = |area| {
            in_theme(snapshot, area, index)
                .filter(|&priority| filter.matches_priority(snapshot, priority))
                .count()
        };
        let counts: Vec<usize> = dataset.areas().map(|(area, _)| asked(area)).collect();
        let areas = counts.iter().filter(|count| **count > 0).count();
        (
            ItemIndex::Theme(index),
            vec![
                theme.name.to_string(),
                counts.iter().sum::<usize>().to_string(),
                areas.to_string(),
                theme.what.to_string(),
                theme.id.to_string(),
            ],
        )
    });
    page(
        "Themes".into(),
        &["theme", "priorities", "areas", "takes in", "id"],
        rows.collect(),
    )
}

fn values(snapshot: Snapshot, condition: Condition, filter: &Filter) -> Page {
    let values = facets::values(snapshot, filter, condition);
    let area = |area: &AreaIndex| snapshot.dataset().area(*area).name.as_str();
    let row = |value: &Facet| {
        let areas: Vec<&str> = value.areas.iter().map(area).collect();
        // What belongs to no area belongs to the programme.
        let programme = value.items.iter().any(|item| item.area().is_none());
        let places: Vec<&str> = programme
            .then_some("the programme")
            .into_iter()
            .chain(areas)
            .collect();
        vec![
            value.name.to_string(),
            value.items.len().to_string(),
            places.join(", "),
        ]
    };
    let table = PageTable::new(
        &[condition.singular(), condition.counted(), "where"],
        values.iter().map(row).collect(),
    );
    Page {
        title: condition.plural().into(),
        blocks: vec![PageBlock::PageTable(table)],
        values,
        ..Page::default()
    }
}

/// Without a condition every publication; with one those that what is asked for rests on.
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
            "facts",
            "address",
            "reference",
        ],
        rows.collect(),
    )
}
