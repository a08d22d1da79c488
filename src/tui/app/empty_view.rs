//! A view that shows no item.

use super::App;
use crate::command::View;

impl App<'_> {
    /// Returns true if commands have no item to work on: the visible view is empty.
    pub(super) fn has_no_item(&self) -> bool {
        self.overlay.is_none() && self.views.get(self.view).is_empty()
    }

    /// Returns true if Enter does nothing: the visible view is empty, and there is nothing to search for either.
    pub(super) fn has_nothing_to_open(&self) -> bool {
        let is_searchable = || self.views.get(self.view).is_searchable();
        // The search has suggestions to open.
        self.has_no_item() && self.view != View::Search && !is_searchable()
    }

    /// Returns true if the visible view is empty only until its rows are read.
    pub(super) fn is_reading(&self) -> bool {
        self.view == View::Table && self.views.table.pending().is_some()
    }
}
