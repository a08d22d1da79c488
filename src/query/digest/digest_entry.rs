//! The parts of a digest.

use crate::{
    dataset::{Amount, Citation, ItemIndex, OutcomeStatus},
    query::{describe::contradiction, snapshot::Snapshot},
};

/// An item in brief: what a reader asks first, then who says so.
#[derive(Debug, Clone, PartialEq)]
pub struct Digest<'a> {
    /// Place of the item: `Oldham, priority 3, action`.
    pub context: String,
    /// Reference of the item.
    pub reference: String,
    /// Text or title of the item; none if the context says it all.
    pub lead: Option<String>,
    /// Labelled facts, the most important first.
    pub entries: Vec<DigestEntry>,
    /// Known citations, each once.
    pub cites: Vec<&'a Citation>,
}

/// A label and what belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct DigestEntry {
    /// Label, mostly a word of at most 8 letters.
    pub label: &'static str,
    /// Paragraphs, at least one.
    pub lines: Vec<DigestLine>,
}

/// A paragraph of an entry.
#[derive(Debug, Clone, PartialEq)]
pub enum DigestLine {
    /// Text.
    Text(String),
    /// A target and its outcome.
    Target {
        /// Measure, goal and deadline.
        text: String,
        /// Outcome, if it is known.
        outcome: Option<OutcomeStatus>,
    },
    /// An outcome, as word and sign.
    Outcome(Option<OutcomeStatus>),
    /// Numbers of targets with each outcome, without those that are 0.
    Outcomes(Vec<(Option<OutcomeStatus>, usize)>),
    /// A sum and its purpose.
    Sum {
        /// Sum.
        amount: Amount,
        /// Purpose.
        what: String,
    },
    /// A priority of an area.
    Priority {
        /// Number in the plan.
        number: u16,
        /// Title.
        title: String,
    },
}

/// Entries while they are collected.
#[derive(Debug, Default)]
pub(super) struct EntryList(pub(super) Vec<DigestEntry>);

impl EntryList {
    /// Adds an entry, unless it has no lines.
    pub(super) fn add(&mut self, label: &'static str, lines: impl IntoIterator<Item = DigestLine>) {
        let lines: Vec<DigestLine> = lines.into_iter().collect();
        if !lines.is_empty() {
            self.0.push(DigestEntry { label, lines });
        }
    }

    /// Adds what is doubtful about an item, and what contradicts it.
    pub(super) fn add_doubts(&mut self, snapshot: Snapshot, item: ItemIndex) {
        if let Some(marks) = snapshot.dataset().marks(item) {
            self.add_text("Doubtful", marks.doubtful.as_ref());
            self.add_text("Caveat", marks.caveat.as_ref());
        }
        let others = snapshot.contradictions(item);
        let others = others.map(|other| DigestLine::Text(contradiction(snapshot, other)));
        self.add("But", others);
    }

    /// Adds an entry of one text, if there is one.
    pub(super) fn add_text(&mut self, label: &'static str, text: Option<impl ToString>) {
        self.add(label, text.map(|text| DigestLine::Text(text.to_string())));
    }
}
