//! The pages of a briefing: everything, or what fits two A4 pages.

use std::collections::HashSet;

use super::{
    content::{BriefEntry, BriefLength, BriefSection},
    paper::fits,
};
use crate::{
    dataset::{Citation, ItemIndex},
    query::{describe::counted, snapshot::Snapshot},
    report::{
        answer::{as_of::as_of_line, notes::CitationNotes, notes::SourceNotes},
        page::{Page, PageBlock},
    },
    sort::SortShared,
};

/// Most A4 pages of a short briefing on one subject.
const MAX_PAGES: usize = 2;

/// A briefing before it is cut to its length.
#[derive(Debug, Default)]
pub(super) struct Briefing<'a> {
    /// Title.
    pub(super) title: String,
    /// Paragraphs below the title.
    pub(super) remarks: Vec<String>,
    /// Sections from top to bottom.
    pub(super) sections: Vec<BriefSection<'a>>,
    /// Items on the page, for JSON.
    pub(super) items: Vec<ItemIndex>,
    /// Number of areas or themes, each of which may fill two pages; 0 counts as 1.
    pub(super) subjects: usize,
}

/// Returns the page of a briefing in a length. A short one has as many facts as fit; those that say least are left out.
pub(super) fn fitted(snapshot: Snapshot, mut briefing: Briefing, length: BriefLength) -> Page {
    let count = rank_entries(&mut briefing);
    let everything = page(snapshot, &briefing, count, length);
    if length == BriefLength::Full || is_short(&everything, &briefing) {
        return everything;
    }
    // The number of lines grows with that of facts, so that the most that fit can be found by halving.
    let (mut fitting, mut too_many) = (0, count);
    while too_many - fitting > 1 {
        let middle = usize::midpoint(fitting, too_many);
        if is_short(&page(snapshot, &briefing, middle, length), &briefing) {
            fitting = middle;
        } else {
            too_many = middle;
        }
    }
    page(snapshot, &briefing, fitting, length)
}

/// Numbers the facts by their order, from 0, and returns how many there are. Of facts that say as much, the first in the
/// briefing stay longest.
fn rank_entries(briefing: &mut Briefing) -> usize {
    let lists = briefing.sections.iter_mut();
    let lists = lists.flat_map(|section| &mut section.lists);
    let mut entries: Vec<&mut BriefEntry> = lists.flat_map(|list| &mut list.entries).collect();
    entries.sort_shared_by_key(|entry| entry.order);
    for (rank, entry) in entries.iter_mut().enumerate() {
        entry.order = rank;
    }
    entries.len()
}

/// Returns true if a page fits the A4 pages of its subjects.
fn is_short(page: &Page, briefing: &Briefing) -> bool {
    fits(page, most_pages(briefing))
}

/// Returns the number of A4 pages that a short briefing may have.
fn most_pages(briefing: &Briefing) -> usize {
    briefing.subjects.max(1) * MAX_PAGES
}

/// Notes of a briefing: one for each place in a source, or in a short briefing one for each source.
enum BriefNotes<'a> {
    Places(CitationNotes<'a>),
    Sources(SourceNotes<'a>),
}

impl<'a> BriefNotes<'a> {
    /// Returns the numbers of citations with a space before them. A short briefing has one for each fact.
    fn numbers(&mut self, cites: &[&'a Citation]) -> String {
        let numbers: String = match self {
            Self::Places(notes) => cites
                .iter()
                .map(|citation| notes.number(citation))
                .collect(),
            Self::Sources(notes) => notes.numbers(cites.first().copied().into_iter()),
        };
        if numbers.is_empty() {
            numbers
        } else {
            format!(" {numbers}")
        }
    }

    fn into_lines(self, snapshot: Snapshot) -> Vec<String> {
        match self {
            Self::Places(notes) => notes.lines(snapshot.dataset()),
            Self::Sources(notes) => notes.short_notes(snapshot),
        }
    }
}

/// Returns the page with the first facts by their order.
fn page(snapshot: Snapshot, briefing: &Briefing, count: usize, length: BriefLength) -> Page {
    let mut notes = match length {
        BriefLength::Full => BriefNotes::Places(CitationNotes::default()),
        BriefLength::TwoPages => BriefNotes::Sources(SourceNotes::default()),
    };
    let mut page = Page {
        title: briefing.title.clone(),
        items: briefing.items.clone(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    let remarks = briefing.remarks.iter().cloned();
    page.blocks.extend(remarks.map(PageBlock::Paragraph));
    for section in &briefing.sections {
        add_section(section, count, &mut notes, &mut page);
    }
    // Area-wide and shared facts belong to several priorities.
    let mut seen = HashSet::new();
    page.items.retain(|&item| seen.insert(item));
    let sections = || briefing.sections.iter();
    let lists = sections().flat_map(|section| &section.lists);
    let entries = lists.flat_map(|list| &list.entries);
    let left_out = entries.filter(|entry| entry.order >= count).count();
    if left_out > 0 {
        let mut facts = counted(left_out, "fact", "facts");
        let priorities = sections().filter(|section| section.item.is_some());
        let priorities = priorities.filter(|section| is_left_out(section, count));
        let priorities = priorities.count();
        if priorities > 0 {
            let priorities = counted(priorities, "priority", "priorities");
            facts = format!("{facts} and {priorities}");
        }
        let are = if left_out == 1 && priorities == 0 {
            "is"
        } else {
            "are"
        };
        let pages = match most_pages(briefing) {
            2 => "two pages".into(),
            pages => format!("{pages} pages"),
        };
        page.blocks.push(PageBlock::Paragraph(format!(
            "To fit {pages}, {facts} {are} left out. The full briefing (--full) has everything, with web addresses."
        )));
    }
    let lines = notes.into_lines(snapshot);
    if !lines.is_empty() {
        page.blocks.push(PageBlock::Heading("Sources".into()));
        page.blocks.push(PageBlock::Notes(lines));
    }
    page
}

/// Appends a section with those of its facts that are among the first by their order. A kind of facts of which none is left is left out.
fn add_section<'a>(
    section: &BriefSection<'a>,
    count: usize,
    notes: &mut BriefNotes<'a>,
    page: &mut Page,
) {
    let kept = |entry: &&BriefEntry| entry.order < count;
    let entries = section.lists.iter().flat_map(|list| &list.entries);
    let items = entries.filter(kept).map(|entry| entry.item);
    let items: Vec<ItemIndex> = items.collect();
    if items.is_empty() && is_left_out(section, count) {
        return;
    }
    page.items.extend(section.item.into_iter().chain(items));
    let numbers = notes.numbers(&section.cites);
    if let Some(heading) = &section.heading {
        let heading = format!("{heading}{numbers}");
        page.blocks.push(PageBlock::Heading(heading));
        page.blocks.extend(fields_block(section));
    } else {
        page.blocks.extend(fields_block(section));
        let sources = (!numbers.is_empty()).then(|| format!("Sources:{numbers}"));
        page.blocks.extend(sources.map(PageBlock::Paragraph));
    }
    for list in &section.lists {
        let entries = list.entries.iter().filter(kept);
        let lines = entries.map(|entry| format!("{}{}", entry.words, notes.numbers(&entry.cites)));
        let lines: Vec<String> = lines.collect();
        if lines.is_empty() {
            continue;
        }
        let label = list.label.map(String::from);
        page.blocks.extend(label.map(PageBlock::Subheading));
        page.blocks.push(PageBlock::List(lines));
    }
}

/// Returns true if no fact of a section is among the first, and it says nothing besides.
fn is_left_out(section: &BriefSection, count: usize) -> bool {
    let entries = || section.lists.iter().flat_map(|list| &list.entries);
    let is_bare = section.fields.is_empty() && entries().all(|entry| entry.order >= count);
    is_bare && (entries().next().is_some() || section.cites.is_empty())
}

/// Returns the labelled lines of a section, if it has any.
fn fields_block(section: &BriefSection) -> Option<PageBlock> {
    (!section.fields.is_empty()).then(|| PageBlock::Fields(section.fields.clone()))
}
