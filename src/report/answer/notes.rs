//! Numbered notes of sources.

use std::collections::{HashMap, HashSet};

use crate::{
    dataset::{Citation, Dataset, SafeText, SourceIndex},
    query::{
        describe::{citation_line, source_line},
        snapshot::Snapshot,
    },
};

/// Numbered notes, one for each place in a source. A source is cited in full once; later notes refer to that.
#[derive(Default)]
pub(super) struct CitationNotes<'a> {
    cites: Vec<&'a Citation>,
    /// Position of each place in a source.
    positions: HashMap<(SourceIndex, &'a str), usize>,
}

impl<'a> CitationNotes<'a> {
    /// Returns the number of a citation, such as `[3]`, and adds it if it has none yet.
    pub(super) fn number(&mut self, citation: &'a Citation) -> String {
        let place = (citation.source_index(), citation.at.as_str());
        let index = *self.positions.entry(place).or_insert_with(|| {
            self.cites.push(citation);
            self.cites.len() - 1
        });
        format!("[{}]", index + 1)
    }

    /// Returns the notes in order: `“Title”, publisher, date: page 3. https://…`, and for another place in it `As [1]: page 4`.
    pub(super) fn lines(&self, dataset: &Dataset) -> Vec<String> {
        let mut first_of: HashMap<SourceIndex, usize> = HashMap::new();
        let line = |(index, citation): (usize, &&Citation)| {
            let first = *first_of.entry(citation.source_index()).or_insert(index);
            if first < index {
                format!("As [{}]: {}", first + 1, citation.at)
            } else {
                citation_line(dataset, citation)
            }
        };
        self.cites.iter().enumerate().map(line).collect()
    }
}

/// Numbered notes, one for each source, with all cited places in it.
#[derive(Default)]
pub(super) struct SourceNotes<'a> {
    sources: Vec<(SourceIndex, Vec<&'a SafeText>)>,
    /// Position of each source.
    positions: HashMap<SourceIndex, usize>,
    /// Places that were cited.
    places: HashSet<(SourceIndex, &'a str)>,
}

impl<'a> SourceNotes<'a> {
    /// Returns the numbers of the sources of some citations, each once, and adds those that have
    /// none yet.
    pub(super) fn numbers(&mut self, cites: impl Iterator<Item = &'a Citation>) -> String {
        let mut numbers = String::new();
        for citation in cites {
            let source = citation.source_index();
            let index = *self.positions.entry(source).or_insert_with(|| {
                self.sources.push((source, Vec::new()));
                self.sources.len() - 1
            });
            if self.places.insert((source, citation.at.as_str())) {
                self.sources[index].1.push(&citation.at);
            }
            let number = format!("[{}]", index + 1);
            if !numbers.contains(&number) {
                numbers.push_str(&number);
            }
        }
        numbers
    }

    /// Returns the notes in order, with web addresses.
    pub(super) fn notes(self, snapshot: Snapshot) -> Vec<String> {
        let sources: Vec<SourceIndex> = self.sources.iter().map(|(source, _)| *source).collect();
        let address = |source: &SourceIndex| {
            let address = snapshot.dataset().source(*source).address.as_ref();
            address.map(|address| format!(" {address}"))
        };
        let addresses = sources.iter().map(address);
        let notes = self.short_notes(snapshot).into_iter().zip(addresses);
        notes
            .map(|(note, address)| format!("{note}.{}", address.unwrap_or_default()))
            .collect()
    }

    /// Returns the notes in order: source and places.
    pub(super) fn short_notes(self, snapshot: Snapshot) -> Vec<String> {
        let note = |(source, places): (SourceIndex, Vec<&SafeText>)| {
            let source = snapshot.dataset().source(source);
            let places: Vec<&str> = places.into_iter().map(SafeText::as_str).collect();
            format!("{}: {}", source_line(source), places.join("; "))
        };
        self.sources.into_iter().map(note).collect()
    }
}
