//! The priorities of an area, each with its themes, its targets, what came of them, and the numbers of other facts.

use super::page_text::{PageText, add_title, counted_pieces, plain};
use crate::{
    dataset::{FactData, Item, ItemIndex, Kind, OwnerIndex, PriorityIndex, Target},
    query::{
        digest::target_words, fact_group::FactGroup, outline::counts_beside_targets,
        targets::known_results,
    },
    tui::{
        styles::StyleRole,
        symbols::kind_sign,
        views::detail::outcome_pieces,
        widgets::{EntryText, TextPiece},
    },
};

impl PageText<'_> {
    /// Adds all known priorities.
    pub(super) fn add_priorities(&mut self, text: &mut EntryText) {
        let snapshot = self.snapshot;
        text.blank();
        if snapshot.priorities(self.area).next().is_some() {
            add_title("Priorities and targets", text);
        }
        for (place, (index, priority)) in snapshot.priorities(self.area).enumerate() {
            if place > 0 {
                text.blank();
            }
            let number = format!("{} ", priority.number);
            text.hanging(
                vec![(number.into(), StyleRole::AccentBold)],
                &[(priority.title.to_string().into(), StyleRole::Emphasis)],
                2,
            );
            let themes = snapshot.dataset().themes_of(priority);
            let themes: Vec<&str> = themes.map(|theme| theme.name.as_str()).collect();
            if !themes.is_empty() {
                indented(&[(themes.join(", ").into(), StyleRole::Dim)], text);
            }
            self.add_targets(index, text);
            self.add_counts(index, text);
        }
    }

    fn add_targets(&mut self, priority: PriorityIndex, text: &mut EntryText) {
        let snapshot = self.snapshot;
        let mut targets = snapshot
            .facts_of(OwnerIndex::Priority(priority), Kind::Target)
            .peekable();
        if targets.peek().is_none() {
            indented(&[("no target known".into(), StyleRole::Dim)], text);
        }
        for (_, fact) in targets {
            let FactData::Target(target) = fact.body else {
                continue;
            };
            let sign = kind_sign(FactGroup::Target, self.styles.ascii);
            let sign = vec![
                ("  ".into(), StyleRole::Plain),
                (
                    format!("{sign} ").into(),
                    StyleRole::Kind(FactGroup::Target),
                ),
            ];
            let numbers = self.numbers(fact);
            text.hanging(sign, &[plain(target_words(target)), numbers], 4);
            self.add_latest(target, text);
            let outcome = outcome_pieces(snapshot.target_status(target), self.styles);
            text.hanging(vec![("    ".into(), StyleRole::Plain)], &outcome, 4);
        }
    }

    /// Adds the results that report on a target.
    fn add_latest(&mut self, target: &Target, text: &mut EntryText) {
        let snapshot = self.snapshot;
        let results: Vec<ItemIndex> = known_results(snapshot, target).collect();
        for result in results {
            let Item::Fact(fact) = snapshot.dataset().item(result) else {
                continue;
            };
            let numbers = self.numbers(fact);
            let label: TextPiece = ("    Result: ".into(), StyleRole::Dim);
            text.hanging(vec![label], &[plain(fact.headline()), numbers], 4);
        }
    }

    /// Adds the numbers of facts of each group but targets.
    fn add_counts(&self, priority: PriorityIndex, text: &mut EntryText) {
        let mut pieces: Vec<TextPiece> = Vec::new();
        for (group, count) in counts_beside_targets(self.snapshot, priority) {
            let gap = if pieces.is_empty() { "" } else { "  " };
            let sign = kind_sign(group, self.styles.ascii);
            pieces.extend(counted_pieces(gap, sign, group, count));
        }
        if !pieces.is_empty() {
            indented(&pieces, text);
        }
    }
}

fn indented(pieces: &[TextPiece], text: &mut EntryText) {
    text.hanging(vec![("  ".into(), StyleRole::Plain)], pieces, 2);
}
