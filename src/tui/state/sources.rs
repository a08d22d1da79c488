//! The publications: which is selected, and which shows what rests on it.

use std::collections::HashMap;

use super::{Query, selectable_list::SelectableList};
use crate::{
    dataset::{ItemIndex, SourceIndex},
    query::sources::{cited_by, publications},
};

/// Publications by date; below the one that is open stands what rests on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// Publications, and the priorities and facts below the one that is open.
    pub rows: SelectableList<ItemIndex>,
    /// The publication that is open.
    pub open: Option<SourceIndex>,
    /// How many priorities and facts rest on each publication that is listed.
    citation_count: HashMap<SourceIndex, usize>,
}

impl Sources {
    /// Takes what another date or filter leaves.
    pub fn follow(&mut self, query: Query) {
        let mut rows = Vec::new();
        self.citation_count.clear();
        for publication in publications(query.snapshot, query.filter) {
            self.citation_count
                .insert(publication.index, publication.citation_count);
            rows.push(ItemIndex::Source(publication.index));
            if self.open == Some(publication.index) {
                rows.extend(cited_by(query.snapshot, query.filter, publication.index));
            }
        }
        self.rows.set_items(rows);
    }

    /// How many priorities and facts that are asked for rest on a publication.
    #[must_use]
    pub fn citation_count(&self, item: ItemIndex) -> usize {
        if let ItemIndex::Source(source) = item {
            self.citation_count.get(&source).copied().unwrap_or(0)
        } else {
            0
        }
    }

    /// Opens the selected publication, or closes it if it is open. What rests on one is to be opened elsewhere: it is given back.
    pub fn enter(&mut self, query: Query) -> Option<ItemIndex> {
        match self.rows.selected()? {
            ItemIndex::Source(source) => {
                self.open = if self.open == Some(source) {
                    None
                } else {
                    Some(source)
                };
                self.follow(query);
                None
            }
            item => Some(item),
        }
    }

    /// Closes what is open, and selects it; says whether anything was.
    pub fn close(&mut self, query: Query) -> bool {
        let Some(open) = self.open.take() else {
            return false;
        };
        self.rows
            .select_item(|&item| item == ItemIndex::Source(open));
        self.follow(query);
        true
    }

    /// What is selected; the programme if there is nothing.
    #[must_use]
    pub fn selected_item(&self) -> ItemIndex {
        self.rows.selected().unwrap_or(ItemIndex::Programme)
    }
}
