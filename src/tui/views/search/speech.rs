//! The search in screen-reader mode: it answers on Enter, with the number of results first.

use super::{SearchFocus, SearchView};
use crate::{
    query::{describe::counted, sentence::item_sentence},
    tui::{speech::SpokenPage, views::scope::ViewScope},
};

impl SearchView {
    /// Moves the cursor to the results, where letters are keys, or else to the searches to try. Returns false if there is
    /// neither.
    pub(crate) fn enter_results(&mut self) -> bool {
        self.recent.keep(self.input.text());
        let (_, count) = self.selection();
        if count == 0 {
            return false;
        }
        self.focus = if self.hits.items().is_empty() {
            SearchFocus::Results
        } else {
            SearchFocus::ReturnedResults
        };
        true
    }

    pub(super) fn spoken_results<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        let snapshot = scope.snapshot();
        let (selected, count) = self.selection();
        let hits = self.hits.items();
        let words = self.input.text();
        let title = if words.trim().is_empty() {
            "Search".into()
        } else if self.pending().is_some() {
            format!("Searching for {words}")
        } else if hits.is_empty() {
            let found = self.no_results.sentences().join(" ");
            format!("No results for {words}. {found}")
        } else {
            let mut title = format!("{} for {words}", counted(hits.len(), "result", "results"));
            for note in self.answer.notes() {
                title = format!("{title}. {note}");
            }
            title
        };
        let page = SpokenPage::list(title, count, selected, move |index| {
            if let Some(hit) = hits.get(index) {
                return item_sentence(snapshot, hit.item);
            }
            let other = &self.no_results.suggestions[index];
            format!("Try {}, {} found", other.query, other.count)
        })
        .or_empty(self.why_empty(scope));
        if self.focus == SearchFocus::ReturnedResults {
            page
        } else {
            page.with_field("Search", "Type words and press Enter", &self.input)
        }
    }

    pub(super) fn select_result(&mut self, index: usize) {
        if self.hits.items().is_empty() {
            self.suggestion = index;
        } else {
            self.hits.select(index);
        }
    }
}
