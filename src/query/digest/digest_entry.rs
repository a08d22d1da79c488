//! The parts of a digest.

use crate::{
    dataset::{Amount, Citation, ItemIndex, OutcomeStatus},
    query::{
        describe::{contradiction, remarks},
        outcome_counts::outcome_word,
        snapshot::Snapshot,
    },
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

impl DigestLine {
    /// Returns the paragraph as text without signs, to be read aloud: `7, 1 met, 6 not known`.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Target { text, outcome } => format!("{text}: {}", outcome_word(*outcome)),
            Self::Outcome(outcome) => outcome_word(*outcome).into(),
            Self::Outcomes(counts) => {
                let total: usize = counts.iter().map(|(_, count)| count).sum();
                let parts = counts.iter();
                let parts: Vec<String> = parts
                    .map(|(outcome, count)| format!("{count} {}", outcome_word(*outcome)))
                    .collect();
                format!("{total}, {}", parts.join(", "))
            }
            Self::Sum { amount, what } => format!("{amount}, {what}"),
            Self::Priority { number, title } => format!("{number}, {title}"),
        }
    }
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

    /// Adds the remarks on an item, and what contradicts it.
    pub(super) fn add_remarks(&mut self, snapshot: Snapshot, item: ItemIndex) {
        for (label, text) in remarks(snapshot.dataset(), item) {
            self.add_text(label, Some(text));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::{Dataset, Fact, FactData, PartialDate},
        query::{
            describe::{CHECKED_ONCE, WORKED_OUT, describe},
            digest::{digest, full_entries},
        },
    };

    /// Returns the texts of the entries of an item with a label.
    fn texts(dataset: &Dataset, item: ItemIndex, label: &str) -> Vec<String> {
        let entries = digest(Snapshot::latest(dataset), item).entries;
        let entries = entries.into_iter().filter(|entry| entry.label == label);
        let lines = entries.flat_map(|entry| entry.lines);
        lines
            .filter_map(|line| match line {
                DigestLine::Text(text) => Some(text),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn only_the_full_text_says_that_a_fact_was_worked_out_or_checked_once() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let derived = |fact: Fact| match fact.body {
            FactData::Rank(rank) => rank.derived.clone(),
            _ => None,
        };
        let (mut once, mut others) = (0, 0);
        for (index, fact) in snapshot.all_facts() {
            let item = ItemIndex::Fact(index);
            let marks = fact.marks();
            let (full, _) = full_entries(&digest(snapshot, item), &describe(snapshot, item));
            let in_full = |label| full.iter().filter(move |entry| entry.label == label);
            for label in [CHECKED_ONCE, WORKED_OUT] {
                assert_eq!(texts(&dataset, item, label), Vec::<String>::new());
            }
            let is_unverified = marks.is_some_and(|marks| marks.unverified);
            assert_eq!(in_full(CHECKED_ONCE).count(), usize::from(is_unverified));
            once += usize::from(is_unverified);
            let marked = marks.and_then(|marks| marks.derived.clone());
            for derived in [derived(fact), marked].into_iter().flatten() {
                let mut lines = in_full(WORKED_OUT).flat_map(|entry| &entry.lines);
                assert!(lines.any(|line| *line == DigestLine::Text(derived.to_string())));
                others += 1;
            }
        }
        assert!(once > 5 && others > 50, "{once} and {others}");
    }

    #[test]
    fn priorities_have_no_title_before_they_were_known() {
        let dataset = Dataset::bundled();
        let action = dataset.find("west-somerset/4/workshops-2016");
        let action = action.expect("the action exists");
        let has_priority = |snapshot| {
            let entries = digest(snapshot, action).entries;
            entries.iter().any(|entry| entry.label == "Priority")
        };
        assert!(has_priority(Snapshot::latest(&dataset)));
        let early: PartialDate = "2016".parse().expect("a date");
        assert!(!has_priority(Snapshot::as_of(&dataset, early)));
    }

    #[test]
    fn ranks_of_an_area_are_listed_by_year() {
        let dataset = Dataset::bundled();
        let ranks = |id| texts(&dataset, dataset.find(id).expect("an area"), "Rank");
        assert_eq!(
            ranks("blackpool"),
            ["Social Mobility Index: 316 of 324 in 2016; 313 of 324 in 2017 (324 is the worst)"]
        );
    }
}
