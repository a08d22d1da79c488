//! The areas and their priorities.

use std::fmt::Write as _;

use crate::{
    dataset::{Citation, ItemIndex, Rank},
    query::{
        coverage::{has_plans, has_ranks, has_regions},
        filter::Filter,
        provenance::{attribution, short_attribution},
        ranks::{YearRanks, comparable_rank, rank_in, rank_words},
        snapshot::Snapshot,
    },
    report::{
        answer::cells::area_cell,
        page::{Page, PageBlock},
        table::{CellValue, PageCell, PageColumn, PageRow},
    },
};

/// Returns the areas, with the columns that the dataset has something for.
pub(super) fn areas(snapshot: Snapshot, filter: &Filter) -> Page {
    let dataset = snapshot.dataset();
    let has_regions = has_regions(dataset);
    let (has_plans, has_ranks) = (has_plans(dataset), has_ranks(dataset));
    let ranks = YearRanks::of(snapshot);
    let rows = dataset
        .areas()
        .filter(|(index, _)| filter.matches_area_or_part(snapshot, *index))
        .map(|(index, area)| {
            let plan = snapshot.plan(index);
            let rank = comparable_rank(snapshot, index, ranks);
            let cells = [
                Some(area_cell(dataset, index)),
                has_regions.then(|| area.region.as_deref().unwrap_or("not known").into()),
                has_plans.then(|| {
                    plan.map_or_else(
                        || "not yet published".into(),
                        |plan| {
                            PageCell::new(format!("published {}", plan.published))
                                .short(plan.published.short())
                                .value(CellValue::Date(plan.published))
                        },
                    )
                }),
                Some(PageCell::number(snapshot.priorities(index).count())),
                has_ranks.then(|| {
                    rank.map_or_else(
                        || "not known".into(),
                        |rank| {
                            PageCell::new(full_rank(rank))
                                .short(short_rank(rank, ranks))
                                .value(CellValue::Number(rank.rank.into()))
                        },
                    )
                }),
                has_plans.then(|| {
                    let cites: &[Citation] = plan.map_or(&[], |plan| &plan.cites);
                    PageCell::new(attribution(snapshot, cites))
                        .short(short_attribution(snapshot, cites))
                }),
                Some(area.id.as_str().into()),
            ];
            PageRow::of(
                ItemIndex::Area(index),
                cells.into_iter().flatten().collect(),
            )
        });
    let columns = [
        Some(PageColumn::key("area")),
        has_regions.then(|| PageColumn::detail("region", 4)),
        has_plans.then(|| PageColumn::detail("plan", 3).of_dates()),
        Some(PageColumn::detail("priorities", 2)),
        has_ranks.then(|| PageColumn::detail("rank", 1)),
        has_plans.then(|| PageColumn::wide("source of the plan")),
        Some(PageColumn::wide("reference")),
    ];
    let mut page = Page::of_table("Areas", columns.into_iter().flatten(), rows);
    if let Some(YearRanks { year, worst, .. }) = ranks {
        let mut note =
            format!("Ranks of {year}: {worst} is the worst. We worked out those with *.");
        let areas = dataset.areas();
        let areas = areas.filter(|(index, _)| filter.matches_area_or_part(snapshot, *index));
        for (_, rank) in areas.filter_map(|(index, _)| rank_in(snapshot, index, year)) {
            if let Some(district) = &rank.district {
                let _ = write!(note, " {} is {district}'s.", rank.rank);
            }
        }
        page.blocks.push(PageBlock::Paragraph(note));
    }
    page
}

/// Returns a rank in words, with a star if we worked it out: `316* of 324 in 2016`.
fn full_rank(rank: &Rank) -> String {
    let words = rank_words(rank);
    if rank.derived.is_some() {
        words.replacen(" of ", "* of ", 1)
    } else {
        words
    }
}

/// Returns a rank without what is the same for most areas: `316`, `316*` if we worked it out, or `316 (2017)`.
fn short_rank(rank: &Rank, ranks: Option<YearRanks>) -> String {
    let derived = if rank.derived.is_some() { "*" } else { "" };
    let rank_of_year = format!("{}{derived}", rank.rank);
    match ranks {
        Some(ranks) if ranks.year == rank.year => rank_of_year,
        _ => format!("{rank_of_year} ({})", rank.year),
    }
}

/// Returns the priorities.
pub(super) fn priorities(snapshot: Snapshot, filter: &Filter) -> Page {
    let dataset = snapshot.dataset();
    let rows = snapshot
        .all_priorities()
        .filter(|(index, _)| filter.matches_priority(snapshot, *index))
        .map(|(index, priority)| {
            let themes = dataset.themes_of(priority);
            let themes: Vec<&str> = themes.map(|theme| theme.name.as_str()).collect();
            let cells = vec![
                area_cell(dataset, index.area()),
                PageCell::number(priority.number),
                (&priority.title).into(),
                themes.join(", ").into(),
                attribution(snapshot, &priority.cites).into(),
                priority.reference.as_str().into(),
            ];
            PageRow::of(ItemIndex::Priority(index), cells)
        });
    let columns = [
        PageColumn::key("area"),
        PageColumn::key("number"),
        PageColumn::main("title"),
        PageColumn::detail("themes", 1),
        PageColumn::wide("source"),
        PageColumn::wide("reference"),
    ];
    Page::of_table("Priorities", columns, rows)
}
