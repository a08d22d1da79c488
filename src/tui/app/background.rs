//! Requests that a background thread answers, and their answers.

use super::App;
use crate::{
    command::View,
    query::table::{TableQuery, TableRows},
    tui::views::search::{SearchRequest, SearchResults},
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
}
