//! The facts of a kind, and the sums of money.

use crate::{
    dataset::{Fact, FactData, FactIndex, ItemIndex, Kind, SafeText},
    query::{filter::Filter, outcome::status_of, provenance::attribution, snapshot::Snapshot},
    report::{
        answer::cells::{owner_cell, period_cell},
        page::{Page, PageBlock},
        table::{PageCell, PageColumn, PageRow},
    },
};

/// Returns every known fact that matches a filter.
fn matching_facts<'a>(
    snapshot: Snapshot<'a>,
    filter: &Filter,
) -> impl Iterator<Item = (FactIndex, Fact<'a>)> {
    snapshot
        .all_facts()
        .filter(move |(index, _)| filter.matches_fact(snapshot, *index))
}

/// Returns the facts of a kind.
pub(super) fn facts(snapshot: Snapshot, kind: Kind, filter: &Filter) -> Page {
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
    let status = |fact| status_of(snapshot, fact).unwrap_or("not known").into();
    let rows = matching.iter().map(|&(index, fact)| {
        let item = ItemIndex::Fact(index);
        let mut cells = vec![owner_cell(dataset, item)];
        match fact.body {
            FactData::Event(event) => {
                cells.extend([PageCell::date(event.date), (&event.what).into()]);
            }
            _ => cells.push(fact.headline().into_owned().into()),
        }
        match kind {
            Kind::Action => {
                cells.push(partners_cell(fact));
                cells.push(
                    fact.amount()
                        .map_or_else(|| "none stated".into(), PageCell::money),
                );
                cells.push(when_cell(fact));
            }
            Kind::Target => cells.push(when_cell(fact)),
            _ => {}
        }
        if has_status {
            cells.push(status(fact));
        }
        cells.push(attribution(snapshot, fact.cites()).into());
        cells.push(fact.reference().as_str().into());
        PageRow::of(item, cells)
    });
    let mut columns = match kind {
        Kind::Action => vec![
            PageColumn::key("area"),
            PageColumn::main("action"),
            PageColumn::detail("partners", 3),
            PageColumn::detail("money", 1).of_sums(),
            PageColumn::detail("when", 2).of_dates(),
        ],
        Kind::Target => vec![
            PageColumn::key("area"),
            PageColumn::main("target"),
            PageColumn::detail("by", 2).of_dates(),
        ],
        Kind::Event => vec![
            PageColumn::key("area"),
            PageColumn::key("date").of_dates(),
            PageColumn::main("event"),
        ],
        _ => vec![PageColumn::key("area"), PageColumn::main("fact")],
    };
    match kind {
        Kind::Target if has_status => columns.push(PageColumn::detail("outcome", 1)),
        _ if has_status => columns.push(PageColumn::detail("status", 4)),
        _ => {}
    }
    columns.extend([PageColumn::wide("source"), PageColumn::wide("reference")]);
    Page::of_table(kind.heading(), columns, rows)
}

fn partners_cell(fact: Fact) -> PageCell {
    let names: Vec<&str> = fact.partners().iter().map(SafeText::as_str).collect();
    names.join(", ").into()
}

/// Returns a cell for the period of an action, or the deadline of a target.
fn when_cell(fact: Fact) -> PageCell {
    fact.period()
        .map_or_else(|| "not known".into(), period_cell)
}

/// Returns the sums of areas, of the programme and of actions.
pub(super) fn money(snapshot: Snapshot, filter: &Filter) -> Page {
    let dataset = snapshot.dataset();
    let rows = matching_facts(snapshot, filter).filter_map(|(index, fact)| {
        let amount = fact.amount()?;
        let what = if let FactData::Money(money) = fact.body {
            money.what.to_string()
        } else {
            fact.headline().into_owned()
        };
        let item = ItemIndex::Fact(index);
        let cells = vec![
            owner_cell(dataset, item),
            PageCell::money(amount),
            what.into(),
            attribution(snapshot, fact.cites()).into(),
            fact.reference().as_str().into(),
        ];
        Some(PageRow::of(item, cells))
    });
    let columns = [
        PageColumn::key("area"),
        PageColumn::key("amount").of_sums(),
        PageColumn::main("purpose"),
        PageColumn::wide("source"),
        PageColumn::wide("reference"),
    ];
    let mut page = Page::of_table("Money", columns, rows);
    if !page.is_empty() {
        let note = "Amounts overlap (a year within five years, an action within a plan), so there is no total.";
        page.blocks.push(PageBlock::Paragraph(note.into()));
    }
    page
}
