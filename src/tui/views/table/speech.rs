//! The table in screen-reader mode: each fact in a sentence.

use super::view::TableView;
use crate::{
    query::{describe::counted, sentence::fact_of_area_sentence},
    tui::{
        speech::SpokenPage,
        views::{scope::ViewScope, view_state::ViewState},
    },
};

impl TableView {
    pub(super) fn spoken_facts<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        let snapshot = scope.snapshot();
        let facts = self.facts();
        let shown = counted(facts.len(), "fact", "facts");
        let words = if self.query.has_words() {
            format!(" with {}", self.words.text())
        } else {
            String::new()
        };
        let title = if self.pending().is_some() {
            "Table, looking through the facts".into()
        } else {
            format!(
                "Table, {shown}{words}, {}; column {}",
                self.order.words(),
                self.column.word()
            )
        };
        let page = SpokenPage::list(title, facts.len(), self.selected, move |index| {
            fact_of_area_sentence(snapshot, facts[index])
        })
        .or_empty(if self.is_searchable() {
            self.words.why_empty()
        } else {
            scope.empty_message("No facts are known.")
        });
        self.words.speak(page)
    }
}
