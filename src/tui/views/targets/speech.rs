//! The targets in screen-reader mode.

use super::view::TargetsView;
use crate::{
    dataset::ItemIndex,
    query::{outcome_counts::outcomes_in_words, sentence::item_sentence},
    tui::{speech::SpokenPage, views::scope::ViewScope},
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
        SpokenPage::list(
            title,
            rows.len(),
            self.rows.selected_index(),
            move |index| item_sentence(snapshot, ItemIndex::Fact(rows[index].fact)),
        )
        .or_empty(scope.empty_message("There are no targets."))
    }
}
