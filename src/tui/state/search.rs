//! The search: what is typed, and what matches.

use std::{collections::HashMap, ops::ControlFlow, rc::Rc};

use super::{
    Query,
    selectable_list::{Motion, SelectableList},
};
use crate::{
    command::Command,
    dataset::{AreaIndex, Dataset, Date, ItemIndex},
    query::{
        filter::Filter,
        search::{Hit, Index, SearchQuery, SearchScope, best_first},
        snapshot::Snapshot,
    },
};

/// What is typed and what matches.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// What is typed.
    pub typed: String,
    /// What matches, grouped by area: first the area of the best answer.
    pub hits: SelectableList<Hit>,
    /// Words that do occur, where nothing matches.
    pub near: Vec<String>,
    /// Whether the answers have the cursor; else the line has it.
    pub in_list: bool,
    /// Made when the search is first used.
    index: Option<Rc<Index>>,
    /// What the answers answer, or what is to be answered elsewhere.
    wanted: SearchRequest,
    /// Whether all answers are there.
    all: bool,
}

/// Datasets with more names than this are searched in the background: in others every answer is there with the key.
const AT_ONCE: usize = 10_000;

/// Whether a dataset is searched in the background.
#[must_use]
pub fn in_background(dataset: &Dataset) -> bool {
    dataset.count() > AT_ONCE
}

/// What is to be answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchRequest {
    question: SearchQuery,
    day: Option<Date>,
    filter: Filter,
}

/// What was found so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchResults {
    /// Grouped by area.
    hits: Vec<Hit>,
    near: Vec<String>,
    /// Whether that is all.
    all: bool,
}

impl SearchRequest {
    /// Answers: now and then a part of what was found so far is told. Breaks off, with nothing to give, when it is told to.
    pub fn answer(
        &self,
        index: &Index,
        dataset: &Dataset,
        mut look: impl FnMut(&dyn Fn() -> SearchResults) -> ControlFlow<()>,
    ) -> Option<SearchResults> {
        let Self {
            question,
            day,
            filter,
        } = self;
        let snapshot = Snapshot::on_day(dataset, *day);
        let hits = index.search_while(
            SearchScope {
                snapshot,
                filter,
                query: question,
            },
            |hits| look(&|| SearchResults::first(hits)),
        )?;
        let near = if hits.is_empty() {
            index.nearest_words(snapshot, question)
        } else {
            Vec::new()
        };
        Some(SearchResults {
            hits: grouped(hits),
            near,
            all: true,
        })
    }
}

impl SearchResults {
    /// Some of what was found so far.
    fn first(hits: &[Hit]) -> Self {
        const MOST: usize = 1000;
        let mut hits = hits[..hits.len().min(MOST)].to_vec();
        best_first(&mut hits);
        Self {
            hits: grouped(hits),
            ..Self::default()
        }
    }

    /// Whether that is all.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.all
    }
}

impl Search {
    /// What is asked.
    #[must_use]
    pub fn question(&self) -> SearchQuery {
        SearchQuery::new(&self.typed)
    }

    /// Answers anew, for another date or filter. The selected answer stays selected if it is still one.
    pub fn follow(&mut self, query: Query) {
        let wanted = SearchRequest {
            question: self.question(),
            day: query.snapshot.day(),
            filter: query.filter.clone(),
        };
        let dataset = query.snapshot.dataset();
        if wanted.question.is_empty() {
            self.hits = SelectableList::default();
            (self.near, self.wanted, self.all) = (Vec::new(), wanted, true);
        } else if !in_background(dataset) {
            self.wanted = wanted;
            let index = self
                .index
                .get_or_insert_with(|| Rc::new(Index::new(dataset)));
            if let Some(found) = self
                .wanted
                .answer(index, dataset, |_| ControlFlow::Continue(()))
            {
                self.take(found);
            }
        } else if self.wanted != wanted {
            (self.wanted, self.all) = (wanted, false);
            self.near.clear();
        }
    }

    /// What the answers answer, or will.
    #[cfg(test)]
    pub(crate) fn asked(&self) -> &SearchRequest {
        &self.wanted
    }

    /// What is to be answered elsewhere, and by [`Search::take`] given back; nothing if all answers are there.
    #[must_use]
    pub fn wanted(&self) -> Option<&SearchRequest> {
        Some(&self.wanted).filter(|wanted| !self.all && !wanted.question.is_empty())
    }

    /// Takes what was found so far of what is wanted.
    pub fn take(&mut self, found: SearchResults) {
        self.hits.set_items(found.hits);
        // Where none was chosen the best is selected, also if a better one came later.
        if !self.in_list {
            self.hits.select(0);
        }
        (self.near, self.all) = (found.near, found.all);
    }

    /// Types, moves among the answers.
    pub fn update(&mut self, query: Query, command: Command, page: isize) {
        match command {
            Command::Type(character) => self.typed.push(character),
            Command::DeleteBackward => _ = self.typed.pop(),
            Command::ClearInput => self.typed.clear(),
            _ => {
                if let Some(step) = super::step_of(command, page) {
                    // From the line one comes to the best answer, and from the best answer back to the line.
                    let leaves = step == Motion::By(-1) && self.hits.selected_index() == 0;
                    if self.in_list || step != Motion::By(1) {
                        self.hits.step(step);
                    }
                    self.in_list = !leaves && !self.hits.items().is_empty();
                }
                return;
            }
        }
        self.in_list = false;
        self.hits = SelectableList::default();
        self.follow(query);
    }

    /// Goes to the answer so many places on, round and round; the answers stay as they were found.
    pub fn turn(&mut self, steps: isize) -> Option<ItemIndex> {
        let index = Motion::By(steps).round(self.hits.selected_index(), self.hits.items().len());
        self.hits.select(index);
        self.in_list = true;
        self.selected_item()
    }

    /// The selected answer.
    #[must_use]
    pub fn selected_item(&self) -> Option<ItemIndex> {
        self.hits.selected().map(|hit| hit.item)
    }
}

/// The answers by area, each group where its best answer stands.
fn grouped(hits: Vec<Hit>) -> Vec<Hit> {
    let mut places: HashMap<Option<AreaIndex>, usize> = HashMap::new();
    let mut groups: Vec<Vec<Hit>> = Vec::new();
    for hit in hits {
        let index = *places.entry(hit.item.area()).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[index].push(hit);
    }
    groups.concat()
}
