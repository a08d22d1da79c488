//! `oa brief`: a page ready for a briefing, with its sources as numbered notes.

use super::{Block, Notes, Page};
use crate::{
    dataset::{AreaIndex, Kind, OwnerIndex, PriorityIndex, Slot, ThemeIndex},
    query::{
        describe::describe,
        filter::Filter,
        matrix::in_theme,
        outline::{Chapter, entries},
        world::World,
    },
};

/// A briefing on an area: what it is, and for each priority why, what is done, what is to be reached and what was reported.
#[must_use]
pub fn area(world: World, area: AreaIndex) -> Page {
    let description = describe(world, Slot::Area(area));
    let mut notes = Notes::default();
    let marks: String = description
        .cites
        .iter()
        .map(|citation| notes.marks(world, std::slice::from_ref(citation)))
        .collect();
    let mut page = Page {
        title: format!("{}: a briefing", description.title),
        items: vec![Slot::Area(area)],
        ..Page::default()
    };
    page.blocks.push(as_of(world));
    page.blocks.push(Block::Fields(
        description
            .fields
            .into_iter()
            .filter(|field| !matches!(field.label, "Codes" | "Position" | "Upper tier"))
            .map(|field| (field.label.to_string(), field.value))
            .collect(),
    ));
    page.blocks.push(Block::Paragraph(format!(
        "Sources of this paragraph: {marks}"
    )));
    for (index, _) in world.priorities(area) {
        priority(world, index, &mut notes, &mut page);
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
        let facts = world
            .facts(OwnerIndex::Area(area))
            .filter(|(index, _)| index.kind == kind);
        let lines: Vec<String> = facts
            .map(|(_, fact)| format!("{} {}", fact.headline(), notes.marks(world, fact.cites())))
            .collect();
        if !lines.is_empty() {
            page.blocks.push(Block::Heading(kind.plural().into()));
            page.blocks.push(Block::List(lines));
        }
    }
    finish(notes, page)
}

/// A briefing on a theme: every priority in it, with what is done and reached.
#[must_use]
pub fn theme(world: World, index: ThemeIndex) -> Page {
    let dataset = world.dataset();
    let theme = &dataset.document().themes[index.place()];
    let mut notes = Notes::default();
    let mut page = Page {
        title: format!("{}: a briefing", theme.name),
        items: vec![Slot::Theme(index)],
        ..Page::default()
    };
    page.blocks.push(as_of(world));
    page.blocks
        .push(Block::Paragraph(format!("{}: {}.", theme.name, theme.what)));
    for (area, _) in dataset.areas() {
        for priority_index in in_theme(world, area, index) {
            priority(world, priority_index, &mut notes, &mut page);
        }
    }
    finish(notes, page)
}

fn as_of(world: World) -> Block {
    Block::Paragraph(world.day().map_or_else(
        || "As of: all that is known.".into(),
        |day| format!("As of {day}."),
    ))
}

fn priority(world: World, index: PriorityIndex, notes: &mut Notes, page: &mut Page) {
    let dataset = world.dataset();
    let priority = dataset.priority(index);
    page.blocks.push(Block::Heading(format!(
        "{}, priority {}: {}",
        dataset.area(index.area()).name,
        priority.number,
        priority.title
    )));
    page.blocks.push(Block::Paragraph(format!(
        "Sources of the title: {}",
        notes.marks(world, &priority.cites)
    )));
    for (label, kinds) in [
        ("Why", &[Kind::Reason][..]),
        ("Targets", &[Kind::Target]),
        ("Actions", &[Kind::Action, Kind::SharedAction]),
        ("Results", &[Kind::Result]),
    ] {
        let known = entries(world, &Filter::default(), Chapter::Priority(index))
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
                    notes.marks(world, fact.cites())
                )
            })
            .collect();
        if !lines.is_empty() {
            page.blocks.push(Block::Paragraph(format!("{label}:")));
            page.blocks.push(Block::List(lines));
        }
    }
}

fn finish(notes: Notes, mut page: Page) -> Page {
    page.blocks.push(Block::Heading("Sources".into()));
    page.blocks.push(Block::Notes(notes.0));
    page
}
