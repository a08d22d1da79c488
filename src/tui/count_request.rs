//! Requests to count facts, which a background thread answers for large datasets.

use crate::{
    dataset::{Dataset, Date},
    query::{filter::Filter, snapshot::Snapshot},
};

/// A request to count what was known on a day and passes a filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct CountRequest {
    day: Option<Date>,
    /// The filter.
    pub(super) filter: Filter,
}

impl CountRequest {
    /// Asks for what is known in a snapshot and passes a filter.
    #[must_use]
    pub(super) fn new(snapshot: Snapshot, filter: &Filter) -> Self {
        Self {
            day: snapshot.day(),
            filter: filter.clone(),
        }
    }

    /// Returns what was known on the day.
    #[must_use]
    pub(super) fn snapshot<'a>(&self, dataset: &'a Dataset) -> Snapshot<'a> {
        Snapshot::on_day(dataset, self.day)
    }
}
