//! `oa show`: all that is known of one thing.

use super::{Block, Page, as_of_line};
use crate::{
    dataset::{OwnerIndex, Slot},
    query::{
        describe::{citation_line, describe, name_of},
        filter::Filter,
        outline::{self, Chapter},
        sources::resting_on,
        world::World,
    },
};

/// All that is known of what stands at these slots.
#[must_use]
pub fn show(world: World, slots: &[Slot]) -> Page {
    let dataset = world.dataset();
    let mut page = Page {
        items: slots.to_vec(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(world));
    for (place, &slot) in slots.iter().enumerate() {
        let description = describe(world, slot);
        let title = format!("{}: {}", description.kind, description.title);
        if place == 0 && slots.len() == 1 {
            page.title = title;
        } else {
            page.blocks.push(Block::Heading(title));
        }
        page.blocks.push(Block::Fields(
            description
                .fields
                .into_iter()
                .map(|field| (field.label.to_string(), field.value))
                .collect(),
        ));
        parts(world, slot, &mut page);
        if !description.cites.is_empty() {
            page.blocks.push(Block::Heading("Sources".into()));
            let notes = description
                .cites
                .iter()
                .map(|citation| citation_line(dataset, citation));
            page.blocks.push(Block::Notes(notes.collect()));
        }
        page.blocks.push(Block::Fields(vec![(
            "Reference".into(),
            description.reference,
        )]));
    }
    page
}

/// What stands below something: an area's priorities, a priority's facts.
fn parts(world: World, slot: Slot, page: &mut Page) {
    let dataset = world.dataset();
    match slot {
        Slot::Area(area) => {
            let priorities: Vec<String> = world
                .priorities(area)
                .map(|(_, priority)| {
                    format!(
                        "{} {} ({})",
                        priority.number, priority.title, priority.reference
                    )
                })
                .collect();
            section("Priorities", priorities, page);
            let facts = world.facts(OwnerIndex::Area(area)).filter(|(fact, _)| {
                !matches!(
                    fact.kind,
                    crate::dataset::Kind::Plan
                        | crate::dataset::Kind::Rank
                        | crate::dataset::Kind::Chair
                )
            });
            section(
                "Other facts",
                facts
                    .map(|(_, fact)| {
                        format!("{}: {} ({})", fact.kind, fact.headline(), fact.reference())
                    })
                    .collect(),
                page,
            );
        }
        Slot::Priority(priority) => {
            let mut kinds: Vec<(&str, Vec<String>)> = Vec::new();
            for entry in outline::entries(world, &Filter::default(), Chapter::Priority(priority)) {
                let fact = dataset.fact(entry.fact);
                let amount = fact
                    .amount()
                    .map(|amount| format!("{amount}: "))
                    .unwrap_or_default();
                let line = format!(
                    "{}{amount}{} ({})",
                    entry.reach.mark(),
                    fact.headline(),
                    fact.reference()
                );
                let heading = if fact.kind == crate::dataset::Kind::SharedAction {
                    crate::dataset::Kind::Action
                } else {
                    fact.kind
                }
                .plural();
                match kinds.iter_mut().find(|(other, _)| *other == heading) {
                    Some((_, lines)) => lines.push(line),
                    None => kinds.push((heading, vec![line])),
                }
            }
            for (heading, lines) in kinds {
                section(heading, lines, page);
            }
        }
        Slot::Source(source) => {
            let filter = Filter::default();
            let rests = resting_on(world, &filter, source);
            section(
                "What rests on it",
                rests
                    .map(|slot| format!("{} ({})", name_of(world, slot), dataset.reference(slot)))
                    .collect(),
                page,
            );
        }
        _ => {}
    }
}

fn section(heading: &str, lines: Vec<String>, page: &mut Page) {
    if !lines.is_empty() {
        page.blocks.push(Block::Heading(heading.into()));
        page.blocks.push(Block::List(lines));
    }
}
