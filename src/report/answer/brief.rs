//! `oa brief`: a page ready for a briefing, with its sources as numbered notes.

use super::{Notes, Page, PageBlock};
use crate::{
    dataset::{AreaIndex, ItemIndex, Kind, OwnerIndex, PriorityIndex, ThemeIndex},
    query::{
        describe::describe,
        filter::Filter,
        matrix::in_theme,
        outline::{PriorityRow, fact_rows},
        snapshot::Snapshot,
    },
};

/// A briefing on an area: what it is, and for each priority why, what is done, what is to be reached and what was reported.
#[must_use]
pub fn area(snapshot: Snapshot, area: AreaIndex) -> Page {
    let description = describe(snapshot, ItemIndex::Area(area));
    let mut notes = Notes::default();
    let marks: String = description
        .cites
        .iter()
        .map(|citation| notes.marks(snapshot, std::slice::from_ref(citation)))
        .collect();
    let mut page = Page {
        title: format!("{}: a briefing", description.title),
        items: vec![ItemIndex::Area(area)],
        ..Page::default()
    };
    page.blocks.push(as_of(snapshot));
    page.blocks.push(PageBlock::Fields(
        description
            .fields
            .into_iter()
            .filter(|field| !matches!(field.label, "Codes" | "Position" | "Upper tier"))
            .map(|field| (field.label.to_string(), field.value))
            .collect(),
    ));
    page.blocks.push(PageBlock::Paragraph(format!(
        "Sources of this paragraph: {marks}"
    )));
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
                    notes.marks(snapshot, fact.cites())
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

/// A briefing on a theme: every priority in it, with what is done and reached.
#[must_use]
pub fn theme(snapshot: Snapshot, index: ThemeIndex) -> Page {
    let dataset = snapshot.dataset();
    let theme = &dataset.theme(index);
    let mut notes = Notes::default();
    let mut page = Page {
        title: format!("{}: a briefing", theme.name),
        items: vec![ItemIndex::Theme(index)],
        ..Page::default()
    };
    page.blocks.push(as_of(snapshot));
    page.blocks.push(PageBlock::Paragraph(format!(
        "{}: {}.",
        theme.name, theme.what
    )));
    for (area, _) in dataset.areas() {
        for priority_index in in_theme(snapshot, area, index) {
            priority(snapshot, priority_index, &mut notes, &mut page);
        }
    }
    finish(notes, page)
}

fn as_of(snapshot: Snapshot) -> PageBlock {
    PageBlock::Paragraph(snapshot.day().map_or_else(
        || "As of: all that is known.".into(),
        |day| format!("As of {day}."),
    ))
}

fn priority(snapshot: Snapshot, index: PriorityIndex, notes: &mut Notes, page: &mut Page) {
    let dataset = snapshot.dataset();
    let priority = dataset.priority(index);
    page.blocks.push(PageBlock::Heading(format!(
        "{}, priority {}: {}",
        dataset.area(index.area()).name,
        priority.number,
        priority.title
    )));
    page.blocks.push(PageBlock::Paragraph(format!(
        "Sources of the title: {}",
        notes.marks(snapshot, &priority.cites)
    )));
    for (label, kinds) in [
        ("Why", &[Kind::Reason][..]),
        ("Targets", &[Kind::Target]),
        ("Actions", &[Kind::Action, Kind::SharedAction]),
        ("Results", &[Kind::Result]),
    ] {
        let known = fact_rows(snapshot, &Filter::default(), PriorityRow::Priority(index))
            .into_iter()
            .map(|entry| (entry, dataset.fact(entry.fact)));
        let lines: Vec<String> = known
            .filter(|(entry, _)| kinds.contains(&entry.fact.kind))
            .map(|(entry, fact)| {
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
                    entry.reach.mark(),
                    fact.headline(),
                    notes.marks(snapshot, fact.cites())
                )
            })
            .collect();
        if !lines.is_empty() {
            page.blocks.push(PageBlock::Paragraph(format!("{label}:")));
            page.blocks.push(PageBlock::List(lines));
        }
    }
}

fn finish(notes: Notes, mut page: Page) -> Page {
    page.blocks.push(PageBlock::Heading("Sources".into()));
    page.blocks.push(PageBlock::Notes(notes.0));
    page
}
