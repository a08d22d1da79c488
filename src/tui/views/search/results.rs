//! Search requests and their results, which may arrive from a background thread.

use std::{collections::HashMap, ops::ControlFlow};

use crate::{
    dataset::{AreaIndex, Dataset, Date},
    query::{
        filter::Filter,
        search::{Hit, Index, NoResults, SearchAnswer, SearchQuery, SearchScope, best_first},
        snapshot::Snapshot,
    },
};

/// The most items of a dataset that is searched at once, with each key. Larger ones are searched in the background.
const SYNC_SEARCH_LIMIT: usize = 10_000;

/// The most results that are shown before all are found.
const MAX_PARTIAL_RESULTS: usize = 1000;

/// Returns whether a dataset is searched in the background.
#[must_use]
pub(crate) fn runs_in_background(dataset: &Dataset) -> bool {
    dataset.count() > SYNC_SEARCH_LIMIT
}

/// A search: its words, date and filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchRequest {
    query: SearchQuery,
    day: Option<Date>,
    filter: Filter,
}

/// All results of a search, or the first ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchResults {
    /// The results, grouped by area.
    pub(super) hits: Vec<Hit>,
    /// Understanding of the query. Its hits are in the list above.
    pub(super) answer: SearchAnswer,
    /// Advice on what to try, if there are no results.
    pub(super) no_results: NoResults,
    /// True if these are all results.
    pub(super) is_complete: bool,
}

impl SearchRequest {
    /// Creates a request for what is known in a snapshot and passes a filter.
    #[must_use]
    pub fn new(query: SearchQuery, snapshot: Snapshot, filter: &Filter) -> Self {
        Self {
            query,
            day: snapshot.day(),
            filter: filter.clone(),
        }
    }

    /// Returns whether there are no words to search for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.query.is_empty()
    }

    /// Runs the search. From time to time it calls `progress`, which can ask for the results so far and stop the search.
    /// Returns nothing if stopped.
    pub fn answer(
        &self,
        index: &Index,
        dataset: &Dataset,
        mut progress: impl FnMut(&dyn Fn() -> SearchResults) -> ControlFlow<()>,
    ) -> Option<SearchResults> {
        let Self { query, day, filter } = self;
        let snapshot = Snapshot::on_day(dataset, *day);
        let scope = SearchScope {
            snapshot,
            filter,
            query,
        };
        let mut answer = index.search_while(scope, |hits| {
            progress(&|| SearchResults::partial(index, query, hits))
        })?;
        let no_results = if answer.hits.is_empty() {
            index.explain(scope)
        } else {
            NoResults::default()
        };
        Some(SearchResults {
            hits: group_by_area(&std::mem::take(&mut answer.hits)),
            answer,
            no_results,
            is_complete: true,
        })
    }
}

impl SearchResults {
    fn partial(index: &Index, query: &SearchQuery, hits: &[Hit]) -> Self {
        let mut hits = hits[..hits.len().min(MAX_PARTIAL_RESULTS)].to_vec();
        best_first(&mut hits);
        Self {
            hits: group_by_area(&hits),
            answer: SearchAnswer::so_far(index, query, Vec::new()),
            ..Self::default()
        }
    }

    /// Returns whether these are all results.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.is_complete
    }
}

/// Groups the results by area. The areas are in the order of their best results.
fn group_by_area(hits: &[Hit]) -> Vec<Hit> {
    let mut indices: HashMap<Option<AreaIndex>, usize> = HashMap::new();
    let mut groups: Vec<Vec<Hit>> = Vec::new();
    // Those with only some of the words stay behind those with all.
    let complete = hits.iter().filter(|hit| hit.is_complete()).count();
    let partial = hits[complete..].to_vec();
    for &hit in &hits[..complete] {
        let index = *indices.entry(hit.item.area()).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[index].push(hit);
    }
    groups.push(partial);
    groups.concat()
}
