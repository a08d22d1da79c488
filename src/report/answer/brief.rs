//! `oa brief`: a page for a briefing, with its sources as numbered notes.

use super::{as_of::as_of_line, notes::CitationNotes};
use crate::{
    dataset::{AreaIndex, ItemIndex, Kind, OwnerIndex, PriorityIndex, ThemeIndex},
    query::{
        describe::describe,
        filter::Filter,
        matrix::all_in_theme,
        outline::{PriorityRow, fact_rows},
        snapshot::Snapshot,
    },
    report::page::{Page, PageBlock},
};

/// Returns a briefing on an area, with the reasons, targets, actions and results of each priority.
#[must_use]
pub fn area(snapshot: Snapshot, area: AreaIndex) -> Page {
    let description = describe(snapshot, ItemIndex::Area(area));
    let mut notes = CitationNotes::default();
    let numbers: String = description
        .cites
        .iter()
        .map(|citation| notes.numbers(snapshot, std::slice::from_ref(citation)))
        .collect();
    let mut page = Page {
        title: format!("{}: a briefing", description.title),
        items: vec![ItemIndex::Area(area)],
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    page.blocks.push(PageBlock::Fields(
        description
            .fields
            .into_iter()
            .filter(|field| !field.is_geographical())
            .map(|field| (field.label.to_string(), field.value))
            .collect(),
    ));
    page.blocks
        .push(PageBlock::Paragraph(format!("Sources: {numbers}")));
    for (index, _) in snapshot.priorities(area) {
        priority(snapshot, index, &mut notes, &mut page);
    }
    let others = [
        Kind::Note,
        Kind::Underpinning,
        Kind::Action,
        Kind::Result,
        Kind::Money,
        Kind::Twin,
        Kind::Event,
    ];
    for kind in others {
        let facts = snapshot
            .facts(OwnerIndex::Area(area))
            .filter(|(index, _)| index.kind == kind);
        let lines: Vec<String> = facts
            .map(|(_, fact)| {
                format!(
                    "{} {}",
                    fact.headline(),
                    notes.numbers(snapshot, fact.cites())
                )
            })
            .collect();
        if !lines.is_empty() {
            page.blocks.push(PageBlock::Heading(kind.heading().into()));
            page.blocks.push(PageBlock::List(lines));
        }
    }
    finish(notes, page)
}

/// Returns a briefing on a theme, with the reasons, targets, actions and results of each priority
/// in it.
#[must_use]
pub fn theme(snapshot: Snapshot, index: ThemeIndex) -> Page {
    let dataset = snapshot.dataset();
    let theme = dataset.theme(index);
    let mut notes = CitationNotes::default();
    let mut page = Page {
        title: format!("{}: a briefing", theme.name),
        items: vec![ItemIndex::Theme(index)],
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    page.blocks
        .push(PageBlock::Paragraph(format!("Covers: {}.", theme.what)));
    for priority_index in all_in_theme(snapshot, index) {
        priority(snapshot, priority_index, &mut notes, &mut page);
    }
    finish(notes, page)
}

/// Appends a priority with its facts.
fn priority(snapshot: Snapshot, index: PriorityIndex, notes: &mut CitationNotes, page: &mut Page) {
    let dataset = snapshot.dataset();
    let priority = dataset.priority(index);
    page.blocks.push(PageBlock::Heading(format!(
        "{}, priority {}: {}",
        dataset.area(index.area()).name,
        priority.number,
        priority.title
    )));
    page.blocks.push(PageBlock::Paragraph(format!(
        "Sources: {}",
        notes.numbers(snapshot, &priority.cites)
    )));
    let rows = fact_rows(snapshot, &Filter::default(), PriorityRow::Priority(index));
    for (label, kind) in [
        ("Why", Kind::Reason),
        ("Targets", Kind::Target),
        ("Actions", Kind::Action),
        ("Results", Kind::Result),
    ] {
        let lines: Vec<String> = rows
            .iter()
            .filter(|row| row.heading_kind() == kind)
            .map(|row| {
                let fact = dataset.fact(row.fact);
                let by = fact
                    .period()
                    .filter(|_| fact.kind == Kind::Target)
                    .map(|by| format!(", by {}", by.words))
                    .unwrap_or_default();
                let amount = fact
                    .amount()
                    .map(|amount| format!(" ({amount})"))
                    .unwrap_or_default();
                format!(
                    "{}{}{by}{amount} {}",
                    row.scope.mark(),
                    fact.headline(),
                    notes.numbers(snapshot, fact.cites())
                )
            })
            .collect();
        if !lines.is_empty() {
            page.blocks.push(PageBlock::Paragraph(format!("{label}:")));
            page.blocks.push(PageBlock::List(lines));
        }
    }
}

/// Appends the notes.
fn finish(notes: CitationNotes, mut page: Page) -> Page {
    page.blocks.push(PageBlock::Heading("Sources".into()));
    page.blocks.push(PageBlock::Notes(notes.0));
    page
}
