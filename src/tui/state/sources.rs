//! The publications: which is selected, and which shows what rests on it.

use std::collections::HashMap;

use super::{Lens, selection::Selection};
use crate::{
    dataset::{Slot, SourceIndex},
    query::sources::{publications, resting_on},
};

/// Publications by date; below the one that is open stands what rests on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// Publications, and the priorities and facts below the one that is open.
    pub rows: Selection<Slot>,
    /// The publication that is open.
    pub open: Option<SourceIndex>,
    /// How many priorities and facts rest on each publication that is listed.
    resting: HashMap<SourceIndex, usize>,
}

impl Sources {
    /// Takes what another date or filter leaves.
    pub fn follow(&mut self, lens: Lens) {
        let mut rows = Vec::new();
        self.resting.clear();
        for publication in publications(lens.world, lens.filter) {
            self.resting.insert(publication.index, publication.resting);
            rows.push(Slot::Source(publication.index));
            if self.open == Some(publication.index) {
                rows.extend(resting_on(lens.world, lens.filter, publication.index));
            }
        }
        self.rows.renew(rows);
    }

    /// How many priorities and facts that are asked for rest on a publication.
    #[must_use]
    pub fn resting(&self, slot: Slot) -> usize {
        if let Slot::Source(source) = slot {
            self.resting.get(&source).copied().unwrap_or(0)
        } else {
            0
        }
    }

    /// Opens the selected publication, or closes it if it is open. What rests on one is to be opened elsewhere: it is given back.
    pub fn enter(&mut self, lens: Lens) -> Option<Slot> {
        match self.rows.selected()? {
            Slot::Source(source) => {
                self.open = if self.open == Some(source) {
                    None
                } else {
                    Some(source)
                };
                self.follow(lens);
                None
            }
            slot => Some(slot),
        }
    }

    /// Closes what is open, and selects it; says whether anything was.
    pub fn close(&mut self, lens: Lens) -> bool {
        let Some(open) = self.open.take() else {
            return false;
        };
        self.rows.select_item(|&slot| slot == Slot::Source(open));
        self.follow(lens);
        true
    }

    /// What is selected; the programme if there is nothing.
    #[must_use]
    pub fn slot(&self) -> Slot {
        self.rows.selected().unwrap_or(Slot::Programme)
    }
}
