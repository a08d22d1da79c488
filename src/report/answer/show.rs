//! `oa show`: all that is known of one thing.

use super::{Page, PageBlock, as_of_line};
use crate::{
    dataset::{ItemIndex, OwnerIndex},
    query::{
        describe::{citation_line, describe, name_of},
        filter::Filter,
        outline::{self, PriorityRow},
        snapshot::Snapshot,
        sources::cited_by,
    },
};

/// All that is known of what stands at these slots.
#[must_use]
pub fn show(snapshot: Snapshot, items: &[ItemIndex]) -> Page {
    let dataset = snapshot.dataset();
    let mut page = Page {
        items: items.to_vec(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    for (index, &item) in items.iter().enumerate() {
        let description = describe(snapshot, item);
        let title = format!("{}: {}", description.kind, description.title);
        if index == 0 && items.len() == 1 {
            page.title = title;
        } else {
            page.blocks.push(PageBlock::Heading(title));
        }
        page.blocks.push(PageBlock::Fields(
            description
                .fields
                .into_iter()
                .map(|field| (field.label.to_string(), field.value))
                .collect(),
        ));
        parts(snapshot, item, &mut page);
        if !description.cites.is_empty() {
            page.blocks.push(PageBlock::Heading("Sources".into()));
            let notes = description
                .cites
                .iter()
                .map(|citation| citation_line(dataset, citation));
            page.blocks.push(PageBlock::Notes(notes.collect()));
        }
        page.blocks.push(PageBlock::Fields(vec![(
            "Reference".into(),
            description.reference,
        )]));
    }
    page
}

/// What stands below something: an area's priorities, a priority's facts.
fn parts(snapshot: Snapshot, item: ItemIndex, page: &mut Page) {
    let dataset = snapshot.dataset();
    match item {
        ItemIndex::Area(area) => {
            let priorities: Vec<String> = snapshot
                .priorities(area)
                .map(|(_, priority)| {
                    format!(
                        "{} {} ({})",
                        priority.number, priority.title, priority.reference
                    )
                })
                .collect();
            section("Priorities", priorities, page);
            let facts = snapshot.facts(OwnerIndex::Area(area)).filter(|(fact, _)| {
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
        ItemIndex::Priority(priority) => {
            let mut kinds: Vec<(&str, Vec<String>)> = Vec::new();
            for entry in outline::fact_rows(
                snapshot,
                &Filter::default(),
                PriorityRow::Priority(priority),
            ) {
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
                .heading();
                match kinds.iter_mut().find(|(other, _)| *other == heading) {
                    Some((_, lines)) => lines.push(line),
                    None => kinds.push((heading, vec![line])),
                }
            }
            for (heading, lines) in kinds {
                section(heading, lines, page);
            }
        }
        ItemIndex::Source(source) => {
            let filter = Filter::default();
            let rests = cited_by(snapshot, &filter, source);
            section(
                "What rests on it",
                rests
                    .map(|item| {
                        format!("{} ({})", name_of(snapshot, item), dataset.reference(item))
                    })
                    .collect(),
                page,
            );
        }
        _ => {}
    }
}

fn section(heading: &str, lines: Vec<String>, page: &mut Page) {
    if !lines.is_empty() {
        page.blocks.push(PageBlock::Heading(heading.into()));
        page.blocks.push(PageBlock::List(lines));
    }
}
