//! The values of the filter with their numbers, which a background thread finds in large datasets.

use std::ops::ControlFlow;

use crate::query::{
    every_option::every_option_while, facet_options::FacetOption, filter::Filter,
    snapshot::Snapshot,
};

/// The values of a filter, and the numbers of the facts that it shows.
#[derive(Debug, Clone)]
pub(crate) struct FilterCounts {
    /// The values.
    pub(super) options: Vec<FacetOption>,
    /// The number of facts that the filter shows, and of all.
    pub(super) facts: (usize, usize),
}

impl FilterCounts {
    /// Counts, or returns nothing if `progress`, which is called from time to time, says that the numbers are no longer
    /// wanted.
    pub(in crate::tui) fn new(
        snapshot: Snapshot,
        filter: &Filter,
        progress: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> Option<Self> {
        let options = every_option_while(snapshot, filter, progress)?;
        let facts = || snapshot.all_facts();
        let shown = facts().filter(|(index, _)| filter.matches_fact(snapshot, *index));
        Some(Self {
            options,
            facts: (shown.count(), facts().count()),
        })
    }
}
