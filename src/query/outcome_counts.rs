//! The number of targets with each outcome.

use super::describe::counted;
use crate::dataset::OutcomeStatus;

/// The outcomes of targets from the best to the worst; none is an outcome that is not known.
pub const OUTCOMES: [Option<OutcomeStatus>; 5] = [
    Some(OutcomeStatus::Met),
    Some(OutcomeStatus::PartlyMet),
    Some(OutcomeStatus::InProgress),
    Some(OutcomeStatus::NotMet),
    None,
];

/// Returns an outcome in words: `partly met`, or `not known`.
#[must_use]
pub fn outcome_word(outcome: Option<OutcomeStatus>) -> &'static str {
    outcome.map_or("not known", OutcomeStatus::word)
}

/// Returns the position of an outcome in [`OUTCOMES`].
#[must_use]
pub fn outcome_rank(outcome: Option<OutcomeStatus>) -> usize {
    match outcome {
        Some(OutcomeStatus::Met) => 0,
        Some(OutcomeStatus::PartlyMet) => 1,
        Some(OutcomeStatus::InProgress) => 2,
        Some(OutcomeStatus::NotMet) => 3,
        None => 4,
    }
}

/// The number of targets with each outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OutcomeCounts([usize; OUTCOMES.len()]);

impl OutcomeCounts {
    /// Returns the number of targets with an outcome.
    #[must_use]
    pub fn count(&self, outcome: Option<OutcomeStatus>) -> usize {
        self.0[outcome_rank(outcome)]
    }

    /// Returns the number of all targets.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// Returns the outcomes from the best to the worst, each with its number of targets.
    pub fn iter(self) -> impl Iterator<Item = (Option<OutcomeStatus>, usize)> + Clone {
        OUTCOMES.into_iter().zip(self.0)
    }
}

impl FromIterator<Option<OutcomeStatus>> for OutcomeCounts {
    fn from_iter<T: IntoIterator<Item = Option<OutcomeStatus>>>(outcomes: T) -> Self {
        let mut counts = Self::default();
        for outcome in outcomes {
            counts.0[outcome_rank(outcome)] += 1;
        }
        counts
    }
}

/// Returns counts in words, without those that are 0: `3 targets: 1 met, 2 not known.`
#[must_use]
pub fn outcomes_in_words(counts: &OutcomeCounts) -> String {
    let total = counted(counts.total(), "target", "targets");
    let shown = counts.iter().filter(|(_, count)| *count > 0);
    let outcomes: Vec<String> = shown
        .map(|(outcome, count)| format!("{count} {}", outcome_word(outcome)))
        .collect();
    if outcomes.is_empty() {
        format!("{total}.")
    } else {
        format!("{total}: {}.", outcomes.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_has_its_place_and_noughts_are_not_said() {
        for (rank, outcome) in OUTCOMES.into_iter().enumerate() {
            assert_eq!(outcome_rank(outcome), rank);
        }
        let counts: OutcomeCounts = [None, Some(OutcomeStatus::Met), None].into_iter().collect();
        assert_eq!(outcomes_in_words(&counts), "3 targets: 1 met, 2 not known.");
        assert_eq!(outcomes_in_words(&OutcomeCounts::default()), "0 targets.");
    }
}
