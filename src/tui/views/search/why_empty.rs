//! The reason why no result can be opened.

use super::SearchView;
use crate::tui::views::scope::ViewScope;

impl SearchView {
    /// Returns why there are no results.
    pub(crate) fn why_empty(&self, scope: &ViewScope) -> &'static str {
        if self.request.is_empty() {
            "Search first: press /."
        } else if self.pending().is_some() {
            "Still searching."
        } else if scope.filter.is_empty() {
            "The search has no results."
        } else {
            "The search has no results with this filter."
        }
    }
}
