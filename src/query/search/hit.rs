//! Hits, and what narrows a search.

use std::cmp::Reverse;

use super::{conditions::Conditions, query::SearchQuery, scorer::Score};
use crate::{
    dataset::ItemIndex,
    query::{filter::Filter, snapshot::Snapshot},
};

/// Most items with only some of the words.
const MAX_PARTIAL_HITS: usize = 20;
/// Hits that people look at.
const HITS_OF_A_PAGE: usize = 10;

/// An item that matches a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Item that was found.
    pub item: ItemIndex,
    /// Name of the field with the best match: `title`, `partner`, `source`.
    pub field: &'static str,
    /// Words of the query that the item does not have, as [`Score::missing`].
    pub(super) missing: u64,
    /// Weight of the words that are missing, and half that of those that only the source has.
    missing_weight: u32,
    /// Weight of the words that are missing and for which there are no others.
    absent_weight: u32,
    /// Fit of its kind to the question, as [`Score::fit`].
    fit: u8,
    points: u32,
}

impl Hit {
    /// Returns true if the item has all words of the query.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.missing == 0
    }

    fn rank(&self) -> (u32, Reverse<u8>, Reverse<u32>) {
        (self.missing_weight, Reverse(self.fit), Reverse(self.points))
    }
}

/// A query with the snapshot and the filter that narrow it.
#[derive(Debug, Clone, Copy)]
pub struct SearchScope<'a, 'f> {
    /// Snapshot that the items must be known in.
    pub snapshot: Snapshot<'a>,
    /// Filter that the items must match.
    pub filter: &'f Filter,
    /// Query that the items must match.
    pub query: &'f SearchQuery,
}

impl Hit {
    pub(super) fn new(item: ItemIndex, score: Score) -> Self {
        Self {
            item,
            field: score.field,
            missing: score.missing,
            missing_weight: score.missing_weight * 2 + score.weak_weight,
            absent_weight: score.missing_weight,
            fit: score.fit,
            points: score.points,
        }
    }
}

/// Results of a look at all entries.
#[derive(Debug)]
pub(super) struct SearchPass {
    pub(super) conditions: Conditions,
    /// Hits with all words.
    pub(super) complete: Vec<Hit>,
    /// Hits with some of the words.
    pub(super) partial: Vec<Hit>,
    /// Words of the query that no known item has.
    pub(super) absent: Vec<usize>,
}

impl SearchPass {
    /// Adds a hit.
    pub(super) fn add(&mut self, hit: Hit) {
        if hit.is_complete() {
            self.complete.push(hit);
            return;
        }
        self.partial.push(hit);
        // A common word may be in most of a million items.
        if self.partial.len() > 100 * MAX_PARTIAL_HITS {
            self.keep_best_partial();
        }
    }

    /// Keeps the best of the hits that have only some of the words.
    pub(super) fn keep_best_partial(&mut self) {
        best_first(&mut self.partial);
        self.partial.truncate(MAX_PARTIAL_HITS);
    }

    /// Keeps the hits that lack at most 30 % of the words, by their weight, and as many others as make
    /// up a page.
    pub(super) fn keep_nearly_complete(&mut self, total_weight: u32) {
        let others = HITS_OF_A_PAGE.saturating_sub(self.complete.len());
        let mut position = 0;
        self.partial.retain(|hit| {
            position += 1;
            position <= others || hit.absent_weight * 10 <= total_weight * 3
        });
    }
}

/// Sorts hits, the best first. Equal hits keep the order of the dataset.
pub fn best_first(hits: &mut [Hit]) {
    hits.sort_by_key(Hit::rank);
}
