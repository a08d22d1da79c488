//! Numbered notes of sources.

use crate::{
    dataset::{Citation, SafeText, SourceIndex},
    query::{
        describe::{citation_line, source_line},
        snapshot::Snapshot,
    },
};

/// Numbered notes, one for each citation.
#[derive(Default)]
pub(super) struct CitationNotes(pub(super) Vec<String>);

impl CitationNotes {
    /// Returns the numbers of the known citations, such as `[1][3]`, and adds those that have none
    /// yet.
    pub(super) fn numbers<'a>(&mut self, snapshot: Snapshot<'a>, cites: &'a [Citation]) -> String {
        snapshot
            .known(cites)
            .map(|citation| {
                let note = citation_line(snapshot.dataset(), citation);
                let index = self
                    .0
                    .iter()
                    .position(|other| *other == note)
                    .unwrap_or_else(|| {
                        self.0.push(note);
                        self.0.len() - 1
                    });
                format!("[{}]", index + 1)
            })
            .collect()
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

    /// Returns the notes in order.
    pub(super) fn notes(self, snapshot: Snapshot) -> Vec<String> {
        let note = |(source, places): (SourceIndex, Vec<&SafeText>)| {
            let source = snapshot.dataset().source(source);
            let places: Vec<&str> = places.into_iter().map(SafeText::as_str).collect();
            let address = source
                .address
                .as_ref()
                .map(|address| format!(" {address}"))
                .unwrap_or_default();
            format!("{}: {}.{address}", source_line(source), places.join("; "))
        };
        self.0.into_iter().map(note).collect()
    }
}
