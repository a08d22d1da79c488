//! The targets in screen-reader mode.

use super::view::TargetsView;
use crate::{
    dataset::ItemIndex,
    query::{outcome_counts::outcomes_in_words, sentence::item_sentence},
    tui::{
        speech::SpokenPage,
        views::{scope::ViewScope, view_state::ViewState},
    },
};

impl TargetsView {
    pub(super) fn spoken_targets<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        let snapshot = scope.snapshot();
        let rows = self.rows.items();
        let title = format!(
            "Targets by {}. {}",
            self.grouping.noun(),
            outcomes_in_words(&self.counts)
        );
        let title = if self.words.is_empty() {
            title
        } else {
            format!("{title}, with {}", self.words.text())
        };
        let page = SpokenPage::list(
            title,
            rows.len(),
            self.rows.selected_index(),
            move |index| item_sentence(snapshot, ItemIndex::Fact(rows[index].fact)),
        )
        .or_empty(if self.is_searchable() {
            self.words.why_empty()
        } else {
            scope.empty_message("There are no targets.")
        });
        self.words.speak(page)
    }
}
