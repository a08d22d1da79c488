//! The sources in screen-reader mode.

use super::SourcesView;
use crate::{
    dataset::ItemIndex,
    query::{describe::counted, sentence::item_sentence},
    tui::{speech::SpokenPage, views::scope::ViewScope},
};

impl SourcesView {
    pub(super) fn spoken_sources<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        let snapshot = scope.snapshot();
        let rows = self.rows.items();
        let title = match &self.open {
            Some(open) => format!("What cites {}", scope.dataset.source(open.source).title),
            None => format!("Sources{}", self.order.words()),
        };
        SpokenPage::list(
            title,
            rows.len(),
            self.rows.selected_index(),
            move |index| match rows[index] {
                ItemIndex::Source(source) => {
                    let count = counted(self.citation_count(source), "fact", "facts");
                    let source = scope.dataset.source(source);
                    format!(
                        "{}, {count}, {}, {}",
                        source.published, source.publisher, source.title
                    )
                }
                item => item_sentence(snapshot, item),
            },
        )
        .or_empty(scope.empty_message("There are no sources."))
    }
}
