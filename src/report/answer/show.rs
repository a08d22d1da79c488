//! `oa show`: everything about one or several items.

use super::{as_of::as_of_line, notes::CitationNotes};
use crate::{
    dataset::{ItemIndex, Kind, OwnerIndex},
    query::{
        describe::{
            CHECKED_ONCE, FIRST_PUBLISHED, Field, capitalized, describe, headline_of, name_of,
        },
        filter::Filter,
        outcome::status_of,
        outline::{PriorityRow, fact_rows},
        snapshot::Snapshot,
        sources::cited_by,
    },
    report::page::{Page, PageBlock},
};

/// Returns everything known about some items. The title of a single item becomes the page's title.
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
        let title = headline_of(snapshot, item, &description);
        if index == 0 && items.len() == 1 {
            page.title = title;
        } else {
            page.blocks.push(PageBlock::Heading(title));
        }
        let fields = description.fields.into_iter();
        let (last, first): (Vec<Field>, Vec<Field>) = fields
            .filter(|field| !is_listed_below(item, field))
            .partition(|field| matches!(field.label, FIRST_PUBLISHED | CHECKED_ONCE));
        let line = |field: Field| (field.label.to_string(), field.value);
        let first = first.into_iter().map(line);
        page.blocks.push(PageBlock::Fields(first.collect()));
        parts(snapshot, item, &mut page);
        if !description.cites.is_empty() {
            page.blocks.push(PageBlock::Heading("Sources".into()));
            let mut notes = CitationNotes::default();
            for citation in description.cites {
                notes.number(citation);
            }
            page.blocks.push(PageBlock::Notes(notes.lines(dataset)));
        }
        let reference = ("Reference".to_string(), description.reference);
        let last = last.into_iter().map(line).chain([reference]);
        page.blocks.push(PageBlock::Fields(last.collect()));
    }
    page
}

/// Returns true for a line of a priority that says less than the list of its facts.
fn is_listed_below(item: ItemIndex, field: &Field) -> bool {
    let counts = ["Targets", "Actions", "Results"];
    matches!(item, ItemIndex::Priority(_))
        && (field.label == "Why" || counts.contains(&field.label) && field.value != "none known")
}

/// Appends the parts of an item: an area's priorities, a priority's facts, the items that cite a
/// source.
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
                // The description has these already.
                !matches!(fact.kind, Kind::Plan | Kind::Rank | Kind::Chair)
            });
            section(
                "Other facts",
                facts
                    .map(|(_, fact)| {
                        let status = status_of(snapshot, fact)
                            .map(|status| format!("{status}; "))
                            .unwrap_or_default();
                        format!(
                            "{}: {} ({status}{})",
                            capitalized(fact.kind.label()),
                            fact.headline(),
                            fact.reference()
                        )
                    })
                    .collect(),
                page,
            );
        }
        ItemIndex::Priority(priority) => {
            let mut sections: Vec<(&str, Vec<String>)> = Vec::new();
            for row in fact_rows(
                snapshot,
                &Filter::default(),
                PriorityRow::Priority(priority),
            ) {
                let fact = dataset.fact(row.fact);
                let amount = fact
                    .amount()
                    .map(|amount| format!("{amount}: "))
                    .unwrap_or_default();
                let status = status_of(snapshot, fact)
                    .map(|status| format!("{status}; "))
                    .unwrap_or_default();
                let line = format!(
                    "{}{amount}{} ({status}{})",
                    row.scope.mark(),
                    fact.headline(),
                    fact.reference()
                );
                let heading = row.heading_kind().heading();
                match sections.iter_mut().find(|(other, _)| *other == heading) {
                    Some((_, lines)) => lines.push(line),
                    None => sections.push((heading, vec![line])),
                }
            }
            for (heading, lines) in sections {
                section(heading, lines, page);
            }
        }
        ItemIndex::Source(source) => {
            let filter = Filter::default();
            let items = cited_by(snapshot, &filter, source);
            section(
                "Cited by",
                items
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

/// Appends a heading and a list, unless the list is empty.
fn section(heading: &str, lines: Vec<String>, page: &mut Page) {
    if !lines.is_empty() {
        page.blocks.push(PageBlock::Heading(heading.into()));
        page.blocks.push(PageBlock::List(lines));
    }
}
