//! The number of facts of each area, and the priorities that lack something.

use super::{outcome::status_of, snapshot::Snapshot};
use crate::dataset::{Area, AreaIndex, Kind, Owner, OwnerIndex, Priority, PriorityIndex};

/// Something that every priority should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PriorityPart {
    /// Reason for the priority.
    Reason,
    /// Target.
    Target,
    /// Action.
    Action,
    /// Reported result.
    Result,
    /// Target with a known outcome.
    Outcome,
}

impl PriorityPart {
    /// All parts, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Reason,
        Self::Target,
        Self::Action,
        Self::Result,
        Self::Outcome,
    ];

    /// Returns the noun: `reason`.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Reason => "reason",
            Self::Target => "target",
            Self::Action => "action",
            Self::Result => "result",
            Self::Outcome => "outcome",
        }
    }

    /// Returns the noun with its article: `a reason`.
    #[must_use]
    pub fn with_article(self) -> &'static str {
        match self {
            Self::Reason => "a reason",
            Self::Target => "a target",
            Self::Action => "an action",
            Self::Result => "a result",
            Self::Outcome => "an outcome",
        }
    }

    /// Returns true if a priority was known to have the part.
    fn is_part_of(self, snapshot: Snapshot, priority: PriorityIndex) -> bool {
        let owner = OwnerIndex::Priority(priority);
        let kind = match self {
            Self::Reason => Kind::Reason,
            Self::Target => Kind::Target,
            Self::Action => Kind::Action,
            Self::Result => Kind::Result,
            Self::Outcome => {
                let mut targets = snapshot.facts_of(owner, Kind::Target);
                return targets.any(|(_, target)| status_of(snapshot, target).is_some());
            }
        };
        snapshot.facts_of(owner, kind).next().is_some()
    }
}

/// The number of an area's facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactCounts {
    /// Area.
    pub area: AreaIndex,
    /// Kinds that areas and priorities can have, with the number of known facts of the area and
    /// its priorities.
    pub facts: Vec<(Kind, usize)>,
    /// Number of known priorities.
    pub priorities: usize,
    /// Known priorities that lack each of [`PriorityPart::ALL`], in this order.
    pub missing: [Vec<PriorityIndex>; PriorityPart::ALL.len()],
}

impl FactCounts {
    /// Returns the number of priorities that have a part.
    #[must_use]
    pub fn with_part(&self, part: PriorityPart) -> usize {
        self.priorities - self.missing[part as usize].len()
    }
}

/// Returns the kinds that areas and priorities can have, each once.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Area::KINDS.to_vec();
    kinds.extend(Priority::KINDS);
    // An area's reasons, actions and results are counted together with those of its priorities.
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// Counts the known facts of each area.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     query::{fact_counts::{PriorityPart, fact_counts}, snapshot::Snapshot},
/// };
///
/// let dataset = Dataset::bundled();
/// let counts = fact_counts(Snapshot::latest(&dataset));
/// assert_eq!(counts.len(), 12);
/// let with_an_action = counts.iter().map(|area| area.with_part(PriorityPart::Action));
/// assert_eq!(with_an_action.sum::<usize>(), 45);
/// ```
#[must_use]
pub fn fact_counts(snapshot: Snapshot) -> Vec<FactCounts> {
    let areas = snapshot.dataset().areas();
    let count = |area: AreaIndex| {
        let priorities: Vec<PriorityIndex> =
            snapshot.priorities(area).map(|(index, _)| index).collect();
        let owners = || {
            let priorities = priorities.iter().map(|&index| OwnerIndex::Priority(index));
            std::iter::once(OwnerIndex::Area(area)).chain(priorities)
        };
        let of_kind = |kind| {
            owners()
                .map(|owner| snapshot.facts_of(owner, kind).count())
                .sum()
        };
        let missing = PriorityPart::ALL.map(|part| {
            let lacking = priorities
                .iter()
                .filter(|&&priority| !part.is_part_of(snapshot, priority));
            lacking.copied().collect()
        });
        FactCounts {
            area,
            facts: kinds()
                .into_iter()
                .map(|kind| (kind, of_kind(kind)))
                .collect(),
            priorities: priorities.len(),
            missing,
        }
    };
    areas.map(|(area, _)| count(area)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    #[test]
    fn every_fact_of_an_area_is_counted_once() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let counted: usize = fact_counts(snapshot)
            .iter()
            .flat_map(|area| &area.facts)
            .map(|(_, count)| count)
            .sum();
        let facts = snapshot
            .all_facts()
            .filter(|(fact, _)| fact.owner.area().is_some());
        assert_eq!(counted, facts.count());
    }

    #[test]
    fn parts_are_those_of_the_priority_itself() {
        let text = include_str!("../../tests/data/valid/every-field.json");
        let parts = |text: &str| {
            let dataset = Dataset::from_json("file", text).expect("the file is sound");
            let counts = fact_counts(Snapshot::latest(&dataset));
            PriorityPart::ALL.map(|part| counts[0].with_part(part))
        };
        assert_eq!(parts(text), [1, 1, 1, 1, 1]);
        let unknown = text.replace("\"status\": \"partly met\",", "");
        assert_eq!(parts(&unknown), [1, 1, 1, 1, 0]);
    }
}
