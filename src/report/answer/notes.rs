//! Numbered notes of sources.

use crate::{
    dataset::{Citation, Dataset, SafeText, SourceIndex},
    query::{
        describe::{citation_line, source_line},
        snapshot::Snapshot,
    },
};

/// Numbered notes, one for each place in a source. A source is cited in full once; later notes refer to that.
#[derive(Default)]
pub(super) struct CitationNotes<'a>(Vec<&'a Citation>);

impl<'a> CitationNotes<'a> {
    /// Returns the number of a citation, such as `[3]`, and adds it if it has none yet.
    pub(super) fn number(&mut self, citation: &'a Citation) -> String {
        let is_same = |other: &&Citation| {
            other.source_index() == citation.source_index() && other.at == citation.at
        };
        let index = self.0.iter().position(is_same);
        let index = index.unwrap_or_else(|| {
            self.0.push(citation);
            self.0.len() - 1
        });
        format!("[{}]", index + 1)
    }

    /// Returns the notes in order: `“Title”, publisher, date: page 3. https://…`, and for another place in it `As [1]: page 4`.
    pub(super) fn lines(&self, dataset: &Dataset) -> Vec<String> {
        let line = |(index, citation): (usize, &&Citation)| {
            let mut earlier = self.0[..index].iter();
            match earlier.position(|other| other.source_index() == citation.source_index()) {
                Some(first) => format!("As [{}]: {}", first + 1, citation.at),
                None => citation_line(dataset, citation),
            }
        };
        self.0.iter().enumerate().map(line).collect()
    }
}

/// Numbered notes, one for each source, with all cited places in it.
#[derive(Default)]
pub(super) struct SourceNotes<'a>(Vec<(SourceIndex, Vec<&'a SafeText>)>);

impl<'a> SourceNotes<'a> {
    /// Returns the numbers of the sources of some citations, each once, and adds those that have
    /// none yet.
    pub(super) fn numbers(&mut self, cites: impl Iterator<Item = &'a Citation>) -> String {
        let mut numbers = String::new();
        for citation in cites {
            let index = self
                .0
                .iter()
                .position(|(source, _)| *source == citation.source_index())
                .unwrap_or_else(|| {
                    self.0.push((citation.source_index(), Vec::new()));
                    self.0.len() - 1
                });
            if !self.0[index].1.contains(&&citation.at) {
                self.0[index].1.push(&citation.at);
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
        let sources: Vec<SourceIndex> = self.0.iter().map(|(source, _)| *source).collect();
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
        self.0.into_iter().map(note).collect()
    }
}
