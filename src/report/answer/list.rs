//! `oa list`: everything of a kind that is asked for, and the values that can be asked for.

use super::{Block, Page, area_name, as_of_line};
use crate::{
    dataset::{AreaIndex, Body, Fact, FactIndex, Kind, Slot, Text},
    query::{
        describe::published,
        facets::{self, Condition, Value},
        filter::Filter,
        known::who_says_so,
        matrix::in_theme,
        sources::publications,
        world::World,
    },
    report::Table,
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
pub fn list(world: World, listing: Listing, filter: &Filter) -> Page {
    let mut page = match listing {
        Listing::Areas => areas(world, filter),
        Listing::Priorities => priorities(world, filter),
        Listing::Facts(kind) => facts(world, kind, filter),
        Listing::Money => money(world, filter),
        Listing::Themes => themes(world, filter),
        Listing::Sources => sources(world, filter),
        Listing::Values(condition) => values(world, condition, filter),
    };
    if page.is_empty() {
        page.blocks.push(Block::Paragraph(
            "Nothing that was asked for is known.".into(),
        ));
    }
    if let Some(line) = as_of_line(world) {
        page.blocks.insert(0, line);
    }
    page
}

/// Everything that was known, for machines: areas, priorities, facts, themes and sources, each once.
#[must_use]
pub fn everything(world: World) -> Page {
    let dataset = world.dataset();
    let items = dataset
        .slots_in_order()
        .filter(|&slot| world.knows_slot(slot))
        .collect();
    Page {
        title: dataset.programme().name.to_string(),
        items,
        ..Page::default()
    }
}

fn page(title: String, columns: &[&'static str], rows: Vec<(Slot, Vec<String>)>) -> Page {
    let (items, rows) = rows.into_iter().unzip();
    Page {
        title,
        blocks: vec![Block::Table(Table::new(columns, rows))],
        items,
        ..Page::default()
    }
}

/// Every fact that is asked for.
fn taken<'a>(world: World<'a>, filter: &Filter) -> impl Iterator<Item = (FactIndex, Fact<'a>)> {
    world
        .all_facts()
        .filter(move |(index, _)| filter.takes_fact(world, *index))
}

fn areas(world: World, filter: &Filter) -> Page {
    let dataset = world.dataset();
    let rows = dataset
        .areas()
        .filter(|(index, _)| filter.takes_area_or_part(world, *index))
        .map(|(index, area)| {
            let plan = world.plan(index);
            let rank = world.rank(index);
            let cells = vec![
                area.name.to_string(),
                area.region.as_deref().unwrap_or("not known").to_string(),
                plan.map_or_else(
                    || "awaited".into(),
                    |plan| format!("published {}", plan.published),
                ),
                world.priorities(index).count().to_string(),
                rank.map_or_else(
                    || "not known".into(),
                    |rank| format!("{} of {} ({})", rank.rank, rank.of, rank.year),
                ),
                who_says_so(world, plan.map_or(&[], |plan| &plan.cites)),
                area.id.to_string(),
            ];
            (Slot::Area(index), cells)
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

fn priorities(world: World, filter: &Filter) -> Page {
    let dataset = world.dataset();
    let all = dataset.areas().flat_map(|(area, _)| world.priorities(area));
    let rows = all
        .filter(|(index, _)| filter.takes_priority(world, *index))
        .map(|(index, priority)| {
            let themes: Vec<&str> = priority
                .themes
                .iter()
                .map(|other| dataset.theme(&other.theme).name.as_str())
                .collect();
            let area = dataset.area(index.area()).name.to_string();
            (
                Slot::Priority(index),
                vec![
                    area,
                    priority.number.to_string(),
                    priority.title.to_string(),
                    themes.join(", "),
                    who_says_so(world, &priority.cites),
                ],
            )
        });
    page(
        "Priorities".into(),
        &["area", "nr", "title", "themes", "source"],
        rows.collect(),
    )
}

fn facts(world: World, kind: Kind, filter: &Filter) -> Page {
    let dataset = world.dataset();
    let listed: &[Kind] = if kind == Kind::Action {
        &[kind, Kind::SharedAction]
    } else {
        &[kind]
    };
    let rows = taken(world, filter)
        .filter(|(index, _)| listed.contains(&index.kind))
        .map(|(index, fact)| {
            let slot = Slot::Fact(index);
            let mut cells = vec![area_name(dataset, slot), fact.headline().into_owned()];
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
            cells.push(who_says_so(world, fact.cites()));
            cells.push(fact.reference().to_string());
            (slot, cells)
        });
    let columns: &[&str] = match kind {
        Kind::Action => &["area", "action", "partners", "money", "source", "reference"],
        Kind::Target => &["area", "target", "by", "source", "reference"],
        _ => &["area", "fact", "source", "reference"],
    };
    page(kind.plural().into(), columns, rows.collect())
}

fn partners_cell(fact: Fact) -> String {
    let names: Vec<&str> = fact.partners().iter().map(Text::as_str).collect();
    names.join(", ")
}

fn money(world: World, filter: &Filter) -> Page {
    let dataset = world.dataset();
    let rows = taken(world, filter).filter_map(|(index, fact)| {
        let amount = fact.amount()?;
        let what = if let Body::Money(money) = fact.body {
            money.what.to_string()
        } else {
            fact.headline().into_owned()
        };
        let slot = Slot::Fact(index);
        Some((
            slot,
            vec![
                area_name(dataset, slot),
                amount.to_string(),
                what,
                who_says_so(world, fact.cites()),
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
        .push(Block::Paragraph("Sums overlap (a year within five years, an action within a plan), so they are not added up.".into()));
    page
}

fn themes(world: World, filter: &Filter) -> Page {
    let dataset = world.dataset();
    let rows = dataset.themes().map(|(index, theme)| {
        let asked = |area| {
            in_theme(world, area, index)
                .filter(|&priority| filter.takes_priority(world, priority))
                .count()
        };
        let counts: Vec<usize> = dataset.areas().map(|(area, _)| asked(area)).collect();
        let areas = counts.iter().filter(|count| **count > 0).count();
        (
            Slot::Theme(index),
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

fn values(world: World, condition: Condition, filter: &Filter) -> Page {
    let values = facets::values(world, filter, condition);
    let area = |area: &AreaIndex| world.dataset().area(*area).name.as_str();
    let row = |value: &Value| {
        let areas: Vec<&str> = value.areas.iter().map(area).collect();
        // What belongs to no area belongs to the programme.
        let programme = value.slots.iter().any(|slot| slot.area().is_none());
        let places: Vec<&str> = programme
            .then_some("the programme")
            .into_iter()
            .chain(areas)
            .collect();
        vec![
            value.name.to_string(),
            value.slots.len().to_string(),
            places.join(", "),
        ]
    };
    let table = Table::new(
        &[condition.singular(), condition.counted(), "where"],
        values.iter().map(row).collect(),
    );
    Page {
        title: condition.plural().into(),
        blocks: vec![Block::Table(table)],
        values,
        ..Page::default()
    }
}

/// Without a condition every publication; with one those that what is asked for rests on.
fn sources(world: World, filter: &Filter) -> Page {
    let rows = publications(world, filter).into_iter().map(|publication| {
        let source = publication.source;
        let address = source
            .address
            .as_ref()
            .map_or_else(|| "not known".into(), ToString::to_string);
        (
            Slot::Source(publication.index),
            vec![
                published(source),
                format!("{}, {}", source.title, source.publisher),
                publication.resting.to_string(),
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
