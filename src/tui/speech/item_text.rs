//! Everything about an item in paragraphs: facts first, then who says so.

use crate::{
    dataset::ItemIndex,
    query::{
        describe::describe,
        digest::{Digest, DigestEntry, full_entries, short_citation},
        snapshot::Snapshot,
    },
};

/// Returns the paragraphs about an item. `digest` has it in brief.
pub(crate) fn item_text(snapshot: Snapshot, item: ItemIndex, digest: &Digest) -> Vec<String> {
    let dataset = snapshot.dataset();
    let description = describe(snapshot, item);
    let (entries, last) = full_entries(digest, &description);
    let mut text: Vec<String> = digest.lead.iter().cloned().collect();
    text.extend(entries.iter().flat_map(paragraphs));
    let cites = description.cites.iter().zip(1..);
    text.extend(cites.map(|(citation, number)| {
        format!("Source {number}: {}", short_citation(dataset, citation))
    }));
    text.extend(last.iter().flat_map(paragraphs));
    text.push(format!("Reference: {}", description.reference));
    text
}

/// Returns the paragraphs of an entry, the first after its label.
fn paragraphs(entry: &DigestEntry) -> impl Iterator<Item = String> {
    let label = entry.label;
    entry.lines.iter().enumerate().map(move |(index, line)| {
        let words = line.words();
        if index == 0 {
            format!("{label}: {words}")
        } else {
            words
        }
    })
}
