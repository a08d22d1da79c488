//! Requests that a background thread answers, and their answers.

use std::ops::ControlFlow;

use super::App;
use crate::{
    command::View,
    query::{
        sources::{Publication, publications},
        table::{TableQuery, TableRows},
    },
    tui::{
        count_request::CountRequest,
        overlays::{FilterCounts, Overlay},
        views::search::{SearchRequest, SearchResults},
    },
};

impl App<'_> {
    /// Returns the search to be run in the background, if there is one.
    #[must_use]
    pub fn pending_search(&self) -> Option<&SearchRequest> {
        self.views.search.pending()
    }

    /// Shows results of the search in the background.
    pub fn apply_search_results(&mut self, results: SearchResults) {
        self.forget_clicks();
        self.views.search.apply_results(results);
    }

    /// Returns the rows of the table that are to be found in the background, if there are any.
    #[must_use]
    pub fn pending_rows(&self) -> Option<&TableQuery> {
        let table = &self.views.table;
        table.pending().filter(|_| self.view == View::Table)
    }

    /// Shows rows that were found in the background.
    pub fn apply_rows(&mut self, rows: TableRows) {
        self.forget_clicks();
        self.views.table.apply_rows(rows);
    }

    /// Returns the publications that are to be counted in the background, if there are any.
    pub(in crate::tui) fn pending_publications(&self) -> Option<&CountRequest> {
        let sources = &self.views.sources;
        sources.pending().filter(|_| self.view == View::Sources)
    }

    /// Shows publications that were counted in the background.
    pub(in crate::tui) fn apply_publications(&mut self, publications: Vec<Publication>) {
        self.forget_clicks();
        self.views
            .sources
            .apply_publications(&self.scope, publications);
    }

    /// Returns what the filter's popup waits for, if it is open.
    pub(in crate::tui) fn pending_filter_counts(&self) -> Option<&CountRequest> {
        match &self.overlay {
            Some(Overlay::Filter(picker)) => picker.pending(),
            _ => None,
        }
    }

    /// Shows the numbers in the filter's popup.
    pub(in crate::tui) fn apply_filter_counts(&mut self, counts: FilterCounts) {
        self.forget_clicks();
        if let Some(Overlay::Filter(picker)) = &mut self.overlay {
            picker.apply_counts(self.scope.snapshot(), counts);
        }
    }

    /// Finds at once all rows and numbers that a background thread would find, where there is none: for pictures and
    /// measurements.
    pub fn find_pending(&mut self) {
        let (dataset, wanted) = (self.dataset(), &mut || ControlFlow::Continue(()));
        if let Some(query) = self.pending_rows().cloned() {
            self.apply_rows(query.rows(dataset));
        }
        if let Some(request) = self.pending_publications() {
            let found = publications(request.snapshot(dataset), &request.filter);
            self.apply_publications(found);
        }
        if let Some(request) = self.pending_filter_counts() {
            let snapshot = request.snapshot(dataset);
            if let Some(counts) = FilterCounts::new(snapshot, &request.filter, wanted) {
                self.apply_filter_counts(counts);
            }
        }
    }
}
