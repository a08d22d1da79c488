//! `oa brief`: a page for a briefing, with its sources as numbered notes.

use super::{as_of::as_of_line, notes::CitationNotes};
use crate::{
    dataset::{
        AreaIndex, Fact, FactData, ItemIndex, Kind, OwnerIndex, PriorityIndex, SafeText, ThemeIndex,
    },
    query::{
        deadline::deadline_phrase,
        describe::{context_of, describe},
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
    sources(&numbers, &mut page);
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
        let mut facts: Vec<Fact> = facts.map(|(_, fact)| fact).collect();
        facts.sort_by_key(|fact| match fact.body {
            FactData::Event(event) => Some(event.date.last_day()),
            _ => None,
        });
        let lines: Vec<String> = facts
            .into_iter()
            .map(|fact| {
                // The headline of a sum has the amount.
                let remarks = if kind == Kind::Action {
                    remarks(fact)
                } else {
                    String::new()
                };
                format!(
                    "{}{remarks} {}",
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

/// Returns a briefing on a priority, with its reasons, targets, actions and results.
#[must_use]
pub fn one_priority(snapshot: Snapshot, index: PriorityIndex) -> Page {
    let mut notes = CitationNotes::default();
    let item = ItemIndex::Priority(index);
    let mut page = Page {
        title: format!("{}: a briefing", context_of(snapshot, item)),
        items: vec![item],
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    priority(snapshot, index, &mut notes, &mut page);
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
        .push(PageBlock::Paragraph(format!("Includes: {}.", theme.what)));
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
    sources(&notes.numbers(snapshot, &priority.cites), page);
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
                format!(
                    "{}{}{} {}",
                    row.scope.mark(),
                    fact.headline(),
                    remarks(fact),
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

/// Returns what is known of a fact besides its headline, in brackets: partners and money of an
/// action, and its time; the deadline of a target.
fn remarks(fact: Fact) -> String {
    let mut remarks = Vec::new();
    if fact.kind == Kind::Action && !fact.partners().is_empty() {
        let partners: Vec<&str> = fact.partners().iter().map(SafeText::as_str).collect();
        remarks.push(format!("with {}", partners.join(", ")));
    }
    remarks.extend(fact.amount().map(|amount| amount.to_string()));
    remarks.extend(fact.period().map(|period| match fact.kind {
        Kind::Target => deadline_phrase(period).into_owned(),
        _ => period.words.to_string(),
    }));
    if remarks.is_empty() {
        String::new()
    } else {
        format!(" ({})", remarks.join("; "))
    }
}

/// Appends the numbers of the sources, if there are any.
fn sources(numbers: &str, page: &mut Page) {
    if !numbers.is_empty() {
        let line = format!("Sources: {numbers}");
        page.blocks.push(PageBlock::Paragraph(line));
    }
}

/// Appends the notes, if there are any.
fn finish(notes: CitationNotes, mut page: Page) -> Page {
    if !notes.0.is_empty() {
        page.blocks.push(PageBlock::Heading("Sources".into()));
        page.blocks.push(PageBlock::Notes(notes.0));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::Dataset,
        report::{Format, TextLayout, render},
    };

    #[test]
    fn deadlines_have_one_preposition() {
        let text = include_str!("../../../tests/data/valid/every-field.json");
        for words in ["by 2020", "in 2020", "2020"] {
            let dataset = Dataset::from_json("file", &text.replace("by 2020", words));
            let dataset = dataset.expect("the file is sound");
            let snapshot = Snapshot::latest(&dataset);
            let (riverside, _) = dataset.areas().next().expect("there is an area");
            let page = area(snapshot, riverside);
            let shown = render(snapshot, &page, Format::Markdown, TextLayout::plain(80));
            let phrase = if words == "in 2020" { words } else { "by 2020" };
            assert!(shown.contains(&format!("({phrase})")), "{words}:\n{shown}");
        }
    }
}
