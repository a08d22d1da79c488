//! The subject of a file that is saved from a page.

use super::{
    content::narrowed,
    page::{DialoguePage, WantedTargets},
    session::Dialogue,
};
use crate::{
    command::{SaveSubject, View},
    query::table::{RowFilter, TableOrder, TableQuery},
};

impl Dialogue<'_> {
    /// Returns the subject of a file that is saved from the page: a list of facts or targets, areas side by side, or a briefing
    /// on its item.
    pub(super) fn save_subject(&self) -> SaveSubject {
        let rows = |words: &str, order| {
            let filter = RowFilter::new(words);
            let query = TableQuery::new(self.snapshot(), &self.filter, filter, order);
            let count = query.rows(self.dataset).facts.len();
            SaveSubject::Rows {
                query: Box::new(query),
                count,
            }
        };
        let targets = |wanted: WantedTargets| SaveSubject::Targets {
            filter: Box::new(narrowed(self.dataset, &self.filter, wanted)),
            words: RowFilter::default(),
            grouping: wanted.grouping,
        };
        match &self.page {
            DialoguePage::Table { words, order } => rows(words, *order),
            DialoguePage::View(View::Table) => rows("", TableOrder::default()),
            DialoguePage::Targets(wanted) => targets(*wanted),
            DialoguePage::View(View::Targets) => targets(WantedTargets::default()),
            DialoguePage::Comparison(areas) => SaveSubject::Comparison(areas.clone()),
            page => SaveSubject::Item(page.item()),
        }
    }
}
