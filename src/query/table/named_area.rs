//! The area that words name, and the rows that only mention it.

use super::row_filter::RowFilter;
use crate::{
    dataset::{AreaIndex, Dataset},
    query::search::fold,
};

/// Fewest letters of a word that names an area.
const MIN_NAME_LENGTH: usize = 5;

/// An area that the words name, and the rows that are its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamedArea {
    /// Area.
    pub area: AreaIndex,
    /// Number of rows about the area.
    pub own: usize,
    /// Number of rows about the programme.
    pub programme: usize,
}

/// Returns the area that one of the words names, without rows yet; none if words name several. Short words of names, such as
/// `and`, are words of every text.
pub(super) fn named_area(dataset: &Dataset, words: &RowFilter) -> Option<NamedArea> {
    if words.is_empty() {
        return None;
    }
    let is_name = |word: &str| {
        let word = fold(word);
        word.chars().count() >= MIN_NAME_LENGTH && words.words.contains(&word)
    };
    let mut areas = dataset
        .areas()
        .filter(|(_, area)| area.name.split_whitespace().any(is_name));
    let (area, _) = areas.next()?;
    let named = NamedArea {
        area,
        own: 0,
        programme: 0,
    };
    Some(named).filter(|_| areas.next().is_none())
}
