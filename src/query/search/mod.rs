//! Search as people type: words in any order, beginnings of words, typing errors; the best match
//! first.
//!
//! Matchers for choosing among files accept a word's letters with anything between them, and miss
//! letters that are swapped or wrong. Here each distinct word of the dataset is compared once with
//! each word of the query, by the number of typing errors between them.

mod builder;
mod detail;
mod field;
mod fold;
mod hits;
mod index;
mod prefix;
mod query;
mod scorer;
mod similarity;
mod suggest;

pub(in crate::query) use fold::{fold, fold_into};
pub use hits::{Hit, SearchScope, best_first};
pub use index::Index;
pub use prefix::prefix_rank;
pub use query::SearchQuery;
#[cfg(test)]
pub(crate) use similarity::comparisons;
pub(crate) use suggest::no_matches;
