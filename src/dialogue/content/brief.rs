//! An item in brief, and the rest of it.

use super::sentences::flow;
use crate::{
    dataset::{Citation, Dataset, ItemIndex, SourceType},
    query::{
        describe::{
            CHECKED_ONCE, FIRST_PUBLISHED, WORKED_OUT, and_list, citation_line, counted, describe,
        },
        digest::{DigestEntry, DigestLine, digest, full_entries},
        snapshot::Snapshot,
    },
};

/// Labels that tell who says something or how it is known, and how to find it. They are said on request.
const PROVENANCE: [&str; 5] = ["Address", CHECKED_ONCE, "ISBN", "Title", WORKED_OUT];
/// The most sources that are named one by one.
const MAX_SOURCES: usize = 3;

/// An item in brief.
pub(super) struct Brief {
    /// Its text or name.
    pub(super) title: String,
    /// Sentences that a reader asks for first.
    pub(super) lines: Vec<String>,
}

/// Returns an item in brief. What its choices say is left out, and so are remarks on where it is from.
pub(super) fn brief(snapshot: Snapshot, item: ItemIndex) -> Brief {
    let digest = digest(snapshot, item);
    let said = digest.entries.iter().filter(|entry| is_said(item, entry));
    let mut sentences: Vec<String> = said.map(sentence).collect();
    if matches!(item, ItemIndex::Fact(_) | ItemIndex::Term(_)) {
        sentences.extend(sources(snapshot.dataset(), &digest.cites));
    }
    Brief {
        title: digest.lead.unwrap_or(digest.context),
        lines: flow(sentences),
    }
}

/// Returns what the page of an item leaves out: other facts, its sources in full, and its reference.
pub(super) fn rest(snapshot: Snapshot, item: ItemIndex) -> Vec<String> {
    let (digest, description) = (digest(snapshot, item), describe(snapshot, item));
    let (entries, last) = full_entries(&digest, &description);
    let is_new = |label: &str, line: &DigestLine| {
        let mut brief = digest.entries.iter();
        let brief = brief.find(|entry| entry.label == label);
        brief.is_none_or(|entry| !is_said(item, entry) || !entry.lines.contains(line))
    };
    let mut lines = Vec::new();
    for entry in &entries {
        let new = entry.lines.iter().filter(|line| is_new(entry.label, line));
        let words: Vec<String> = new
            .filter(|_| !is_listed(item, entry))
            .map(DigestLine::words)
            .collect();
        lines.extend(
            words
                .iter()
                .map(|words| format!("{}: {words}", entry.label)),
        );
    }
    let cites = description.cites.iter();
    lines.extend(cites.map(|cite| format!("Source: {}", citation_line(snapshot.dataset(), cite))));
    let last = last.iter().flat_map(|entry| &entry.lines);
    lines.extend(last.map(|line| format!("{FIRST_PUBLISHED}: {}", line.words())));
    lines.push(format!("Reference: {}", description.reference));
    lines
}

/// Returns true if the text or the choices of the page say what an entry says.
fn is_listed(item: ItemIndex, entry: &DigestEntry) -> bool {
    match item {
        ItemIndex::Priority(_) => match entry.label {
            "Targets" => matches!(entry.lines[..], [DigestLine::Target { .. }, ..]),
            label => matches!(label, "Known" | "Money" | "Why"),
        },
        // Figures are the numbers of the text, for programs.
        ItemIndex::Fact(_) => matches!(entry.label, "But" | "Figures" | "Result"),
        ItemIndex::Programme => entry.label == "Money",
        _ => false,
    }
}

/// Returns true if an entry is a part of an item in brief.
fn is_said(item: ItemIndex, entry: &DigestEntry) -> bool {
    let comes_later = match item {
        ItemIndex::Area(_) => entry.label == "Money",
        ItemIndex::Fact(_) => entry.label == "Priority",
        _ => false,
    };
    !comes_later && !is_listed(item, entry) && !PROVENANCE.contains(&entry.label)
}

/// Returns an entry in a sentence: its label, and its paragraphs.
fn sentence(entry: &DigestEntry) -> String {
    let words: Vec<String> = entry.lines.iter().map(DigestLine::words).collect();
    let words = words.join("; ").replacen("Published ", "published ", 1);
    format!("{}: {words}", entry.label)
}

/// Returns a sentence with who says something, and when.
fn sources(dataset: &Dataset, cites: &[&Citation]) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for citation in cites {
        let source = dataset.source(citation.source_index());
        let author = source.author.as_ref();
        let author = author.map_or(String::new(), |author| format!("{author}, "));
        // The publisher shows the type of other publications.
        let plan = match source.source_type {
            Some(SourceType::Plan) => ", plan",
            _ => "",
        };
        let name = format!("{author}{}{plan}, {}", source.publisher, source.published);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.len() > MAX_SOURCES {
        let others = names.len() - (MAX_SOURCES - 1);
        names.truncate(MAX_SOURCES - 1);
        names.push(counted(others, "other", "others"));
        return Some(format!("Sources: {}", and_list(&names)));
    }
    match names.len() {
        0 => None,
        1 => Some(format!("Source: {}", names[0])),
        _ => Some(format!("Sources: {}", names.join("; "))),
    }
}
