//! The conditions a filter can have.

use crate::dataset::{AreaId, Kind, PartialDate, Pounds, ThemeId};

/// Conditions on areas, priorities and facts.
///
/// All conditions must hold. Several values of one condition mean any of them. An empty condition
/// always holds.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::{Dataset, Kind},
///     query::{filter::Filter, resolve, snapshot::Snapshot},
/// };
///
/// let dataset = Dataset::bundled();
/// let snapshot = Snapshot::latest(&dataset);
/// let filter = Filter {
///     partners: resolve::partners(snapshot, "literacy trust")?,
///     kinds: vec![Kind::Action],
///     ..Filter::default()
/// };
/// let actions = snapshot.all_facts().filter(|(index, _)| filter.matches_fact(snapshot, *index));
/// assert_eq!(actions.count(), 6);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Areas that an item belongs to or is shared by.
    pub areas: Vec<AreaId>,
    /// Regions of the item's area, by their whole names.
    pub regions: Vec<String>,
    /// Waves in which the item's area was named.
    pub waves: Vec<u8>,
    /// Themes of the item's priority, or of the shared action or fact.
    pub themes: Vec<ThemeId>,
    /// Partners that take part, by their whole names.
    pub partners: Vec<String>,
    /// Kinds of fact.
    pub kinds: Vec<Kind>,
    /// Smallest sum that a fact names.
    pub money: Option<Pounds>,
    /// Date that the item is about: its period or date has at least one day in common with it.
    pub period: Option<PartialDate>,
    /// Date by whose end a target is to be reached, or an action to be done.
    pub by: Option<PartialDate>,
    /// Date on or after whose first day the item became known.
    pub since: Option<PartialDate>,
    /// Day, month or year in which a source of the item was published, or the source itself.
    pub published: Option<PartialDate>,
}

impl Filter {
    /// Returns true if there is no condition.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Returns the filter without the condition on the publication of sources.
    pub(in crate::query) fn without_publication(&self) -> Self {
        Self {
            published: None,
            ..self.clone()
        }
    }

    /// Returns true if there is a condition that only facts can meet.
    pub(super) fn has_fact_conditions(&self) -> bool {
        !self.partners.is_empty()
            || !self.kinds.is_empty()
            || self.money.is_some()
            || self.period.is_some()
            || self.by.is_some()
    }

    /// Returns true if there is a condition on areas.
    pub(super) fn has_area_conditions(&self) -> bool {
        !(self.areas.is_empty() && self.regions.is_empty() && self.waves.is_empty())
    }
}
