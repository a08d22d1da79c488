//! Outcomes of targets, as they were known.

use super::snapshot::Snapshot;
use crate::dataset::{
    Action, ActionStatus, Dataset, Date, Fact, FactData, Item, ItemIndex, Outcome, Target,
};

impl<'a> Snapshot<'a> {
    /// Returns the outcome of a target, if it was known.
    ///
    /// An outcome was known once a source of it was published. An outcome without sources is
    /// derived from results, and was known once they all were. One without both is only in the
    /// latest snapshot.
    #[must_use]
    pub fn outcome(self, target: &'a Target) -> Option<&'a Outcome> {
        let outcome = target.outcome.as_deref()?;
        let is_known = self.day().is_none()
            || known_from(self.dataset(), outcome).is_some_and(|since| self.knows_day(since));
        is_known.then_some(outcome)
    }

    /// Returns the known results that report on a target.
    pub fn results_of(self, outcome: &'a Outcome) -> impl Iterator<Item = ItemIndex> + 'a {
        let results = outcome.results.iter();
        results
            .filter_map(move |reference| self.dataset().find(reference.as_str()))
            .filter(move |&result| self.contains(result))
    }

    /// Returns the known facts and priorities that contradict an item.
    pub fn contradictions(self, item: ItemIndex) -> impl Iterator<Item = ItemIndex> + 'a {
        let others = self.dataset().contradictions(item).iter().copied();
        others.filter(move |&other| self.contains(other))
    }
}

/// Returns the first day on which an outcome was known, or none if nothing says so.
pub(in crate::query) fn known_from(dataset: &Dataset, outcome: &Outcome) -> Option<Date> {
    if let Some(cites) = &outcome.cites {
        return Some(cites.known_from().last_day());
    }
    let results = outcome
        .results
        .iter()
        .filter_map(|reference| dataset.find(reference.as_str()))
        .filter_map(|item| match dataset.item(item) {
            Item::Fact(fact) => Some(fact.cites().known_from().last_day()),
            _ => None,
        });
    results.max()
}

/// Returns the status of a fact in a word: the known outcome of a target, or the status of an
/// action.
#[must_use]
pub fn status_of(snapshot: Snapshot, fact: Fact) -> Option<&'static str> {
    match fact.body {
        FactData::Target(target) => {
            let outcome = snapshot.outcome(target)?;
            outcome.status.map(crate::dataset::OutcomeStatus::word)
        }
        FactData::Action(action) => action_status(snapshot.dataset(), action),
        _ => None,
    }
}

fn action_status(dataset: &Dataset, action: &Action) -> Option<&'static str> {
    dataset.action_status(action).map(ActionStatus::word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::PartialDate;

    const EVERY_FIELD: &str = include_str!("../../tests/data/valid/every-field.json");

    fn load(text: &str) -> Dataset {
        Dataset::from_json("file", text).unwrap_or_else(|error| panic!("{error}"))
    }

    fn status(dataset: &Dataset, date: Option<&str>, reference: &str) -> Option<&'static str> {
        let date = date.map(|date| date.parse::<PartialDate>().expect("a date"));
        let item = dataset.find(reference).expect("the fact exists");
        let Item::Fact(fact) = dataset.item(item) else {
            panic!("{reference} is a fact")
        };
        status_of(Snapshot::as_of(dataset, date), fact)
    }

    #[test]
    fn outcomes_are_known_from_their_sources_or_their_results() {
        let dataset = load(EVERY_FIELD);
        let target = "riverside/1/target";
        assert_eq!(status(&dataset, None, target), Some("partly met"));
        assert_eq!(
            status(&dataset, Some("2019-11"), target),
            Some("partly met")
        );
        assert_eq!(status(&dataset, Some("2019-10"), target), None);
        // Derived from a result of November 2019.
        let derived = "programme/visits";
        assert_eq!(
            status(&dataset, Some("2019-11"), derived),
            Some("in progress")
        );
        assert_eq!(status(&dataset, Some("2019-10"), derived), None);
        let without_results = load(&EVERY_FIELD.replace("\"programme/visits-2019\"]", "]"));
        assert_eq!(status(&without_results, None, derived), Some("in progress"));
        assert_eq!(status(&without_results, Some("2030"), derived), None);
    }

    #[test]
    fn actions_are_planned_unless_a_file_of_version_2_says_otherwise() {
        let dataset = load(EVERY_FIELD);
        assert_eq!(status(&dataset, None, "riverside/1/reading"), Some("done"));
        let unstated = EVERY_FIELD.replace("\"status\": \"done\",", "");
        assert_eq!(
            status(&load(&unstated), None, "riverside/1/reading"),
            Some("planned")
        );
        let older = unstated.replace("\"version\": 2", "\"version\": 1");
        assert_eq!(status(&load(&older), None, "riverside/1/reading"), None);
    }

    #[test]
    fn contradictions_work_in_both_directions_once_both_are_known() {
        let dataset = load(EVERY_FIELD);
        let find = |reference| dataset.find(reference).expect("the fact exists");
        let (one, other) = (find("riverside/1/reason"), find("riverside/1/other-reason"));
        let all = |date: Option<&str>, item| {
            let date = date.map(|date| date.parse::<PartialDate>().expect("a date"));
            Snapshot::as_of(&dataset, date)
                .contradictions(item)
                .collect::<Vec<_>>()
        };
        assert_eq!(all(None, one), [other]);
        assert_eq!(all(None, other), [one]);
        assert_eq!(all(Some("2018"), one), []);
        let both = EVERY_FIELD.replace(
            "\"doubtful\": ",
            "\"contradicts\": [\"riverside/1/reason\"], \"doubtful\": ",
        );
        assert_eq!(
            load(&both).contradictions(one).len(),
            1,
            "said twice, shown once"
        );
    }
}
