//! Groups of kinds: what was promised, done and reached, and why. Every list of facts has them in the same order.

use crate::dataset::Kind;

/// A group of kinds of facts that belong together for a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactGroup {
    /// Aims with a measure.
    Target,
    /// Things that are done.
    Action,
    /// Reported results.
    Result,
    /// Reasons for a priority.
    Reason,
    /// Sums of money.
    Money,
    /// Things that happened on a date.
    Event,
    /// Everything else.
    Note,
}

impl FactGroup {
    /// All groups in the order of every list.
    pub const ALL: [Self; 7] = [
        Self::Target,
        Self::Action,
        Self::Result,
        Self::Reason,
        Self::Money,
        Self::Event,
        Self::Note,
    ];

    /// Returns the group of a kind.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Target => Self::Target,
            Kind::Action | Kind::SharedAction => Self::Action,
            Kind::Result => Self::Result,
            Kind::Reason => Self::Reason,
            Kind::Money => Self::Money,
            Kind::Event => Self::Event,
            Kind::About
            | Kind::Oversight
            | Kind::NationalPartner
            | Kind::Person
            | Kind::Commission
            | Kind::SharedFact
            | Kind::Plan
            | Kind::Rank
            | Kind::Chair
            | Kind::LaterBody
            | Kind::Underpinning
            | Kind::Note
            | Kind::LaterTitle
            | Kind::Twin => Self::Note,
        }
    }

    /// Returns the noun for one fact of the group: `action`.
    #[must_use]
    pub fn singular(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Action => "action",
            Self::Result => "result",
            Self::Reason => "reason",
            Self::Money => "sum of money",
            Self::Event => "event",
            Self::Note => "note",
        }
    }

    /// Returns the noun for several facts of the group: `actions`.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Target => "targets",
            Self::Action => "actions",
            Self::Result => "results",
            Self::Reason => "reasons",
            Self::Money => "sums of money",
            Self::Event => "events",
            Self::Note => "notes",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_has_a_kind_and_lists_have_the_same_order() {
        for group in FactGroup::ALL {
            assert!(
                Kind::ALL
                    .into_iter()
                    .any(|kind| FactGroup::of(kind) == group),
                "{group:?}"
            );
        }
        assert!(FactGroup::ALL.is_sorted());
        assert_eq!(FactGroup::of(Kind::SharedAction), FactGroup::Action);
    }
}
