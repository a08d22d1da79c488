//! Search requests and their results, which may arrive from a background thread.

use std::{collections::HashMap, ops::ControlFlow};

use super::no_results_page::hidden_matches;
use crate::{
    dataset::{AreaIndex, Dataset, Date, ItemIndex},
    query::{
        describe::or_list,
        filter::Filter,
        search::{Hit, Index, NoResults, SearchAnswer, SearchQuery, SearchScope, best_first},
        snapshot::Snapshot,
    },
    tui::{styles::StyleRole, widgets::ListGroup},
};

/// The most results that are shown before all are found.
const MAX_PARTIAL_RESULTS: usize = 1000;

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
    /// The results, in the order of their groups.
    pub(super) hits: Vec<Hit>,
    /// The groups: areas, and after them what lacks some of the words.
    pub(super) groups: Vec<ListGroup>,
    /// The numbers of the results with all words.
    pub(super) complete: CompleteCounts,
    /// Understanding of the query. Its hits are in the list above.
    pub(super) answer: SearchAnswer,
    /// Advice on what to try, if there are no results.
    pub(super) no_results: NoResults,
    /// True if these are all results.
    pub(super) is_complete: bool,
}

/// The numbers of the results that have all words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct CompleteCounts {
    /// All of them, with those of the programme, and themes, terms and sources.
    pub(super) found: usize,
    /// Those in areas.
    pub(super) in_areas: usize,
    /// The areas.
    pub(super) areas: usize,
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
            progress(&|| SearchResults::partial(index, dataset, query, hits))
        })?;
        let mut no_results = NoResults::default();
        if answer.hits.is_empty() {
            no_results = index.explain(scope);
            // The page does not show them, so the cursor must not go to them.
            if hidden_matches(&no_results) > 0 {
                no_results.suggestions.clear();
            }
        }
        let hits = std::mem::take(&mut answer.hits);
        Some(SearchResults {
            no_results,
            is_complete: true,
            ..SearchResults::grouped(dataset, answer, &hits)
        })
    }
}

impl SearchResults {
    /// Returns true if nothing was found, or nothing so far.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hits.is_empty()
    }

    fn partial(index: &Index, dataset: &Dataset, query: &SearchQuery, hits: &[Hit]) -> Self {
        let mut hits = hits[..hits.len().min(MAX_PARTIAL_RESULTS)].to_vec();
        best_first(&mut hits);
        let answer = SearchAnswer::so_far(index, query, Vec::new());
        Self::grouped(dataset, answer, &hits)
    }

    /// Groups hits: those with all words by area, the area of the best first, and the others by the words that they lack.
    pub(super) fn grouped(dataset: &Dataset, answer: SearchAnswer, hits: &[Hit]) -> Self {
        let complete = hits.iter().filter(|hit| hit.is_complete()).count();
        let mut indices: HashMap<HitPlace, usize> = HashMap::new();
        let mut places: Vec<(HitPlace, Vec<Hit>)> = Vec::new();
        for &hit in &hits[..complete] {
            let place = HitPlace::of(hit.item);
            let index = *indices.entry(place).or_insert_with(|| {
                places.push((place, Vec::new()));
                places.len() - 1
            });
            places[index].1.push(hit);
        }
        let areas = places
            .iter()
            .filter(|(place, _)| matches!(place, HitPlace::Area(_)));
        let mut counts = CompleteCounts {
            found: complete,
            ..CompleteCounts::default()
        };
        for (_, hits) in areas {
            counts.areas += 1;
            counts.in_areas += hits.len();
        }
        let mut results = Self {
            complete: counts,
            ..Self::default()
        };
        for (place, hits) in places {
            results.add(place.name(dataset), StyleRole::Emphasis, &hits);
        }
        for hits in
            hits[complete..].chunk_by(|a, b| answer.missing_words(a) == answer.missing_words(b))
        {
            let missing = or_list(&answer.missing_words(&hits[0]));
            results.add(format!("Without {missing}"), StyleRole::Dim, hits);
        }
        Self { answer, ..results }
    }

    fn add(&mut self, heading: String, role: StyleRole, hits: &[Hit]) {
        let start = self.hits.len();
        self.hits.extend_from_slice(hits);
        self.groups.push(ListGroup {
            items: start..self.hits.len(),
            heading,
            short_heading: None,
            role,
            status: hits.len().to_string(),
        });
    }

    /// Returns whether these are all results.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.is_complete
    }
}

/// The group of a result with all words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum HitPlace {
    Area(AreaIndex),
    Programme,
    /// Themes, terms and sources.
    Other,
}

impl HitPlace {
    fn of(item: ItemIndex) -> Self {
        match item {
            ItemIndex::Theme(_) | ItemIndex::Term(_) | ItemIndex::Source(_) => Self::Other,
            _ => item.area().map_or(Self::Programme, Self::Area),
        }
    }

    fn name(self, dataset: &Dataset) -> String {
        match self {
            Self::Area(area) => dataset.area(area).name.to_string(),
            Self::Programme => "The programme".into(),
            Self::Other => "Themes, terms and sources".into(),
        }
    }
}
