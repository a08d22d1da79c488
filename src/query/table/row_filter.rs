//! The words that rows must have.

use std::ops::Range;

use crate::{
    query::search::{fold, fold_into},
    sort::SortShared,
};

/// Words, all of which a row must have. Parts of words count, so rows appear while you type.
///
/// # Examples
///
/// ```
/// use opportunity_areas::query::table::RowFilter;
///
/// let filter = RowFilter::new("CAFE school");
/// assert_eq!(filter.highlights("A Café in schools"), [2..7, 11..17]);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowFilter {
    pub(super) words: Vec<String>,
}

impl RowFilter {
    /// Parses what was typed: words between blanks. A repeated word counts once.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let mut words: Vec<String> = Vec::new();
        for word in typed.split_whitespace().map(fold) {
            if !word.is_empty() && !words.contains(&word) {
                words.push(word);
            }
        }
        Self { words }
    }

    /// Returns true if there are no words, so that every row has them.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Returns true if each word is in at least one of the texts.
    #[must_use]
    pub fn matches(&self, texts: &[&str]) -> bool {
        let texts: Vec<String> = texts.iter().map(|text| fold(text)).collect();
        let mut words = self.words.iter();
        words.all(|word| texts.iter().any(|text| text.contains(word.as_str())))
    }

    /// Returns the words, folded as a search folds them.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Returns the words for a title, none if there are none: `“maths” and “school”`
    #[must_use]
    pub fn quoted(&self) -> Option<String> {
        let words: Vec<String> = self.words.iter().map(|word| format!("“{word}”")).collect();
        let (last, others) = words.split_last()?;
        Some(match others {
            [] => last.clone(),
            others => format!("{} and {last}", others.join(", ")),
        })
    }

    /// Returns which of the words a text has.
    pub(super) fn found_in(&self, text: &str) -> Vec<bool> {
        let folded = fold(text);
        let words = self.words.iter();
        words.map(|word| folded.contains(word.as_str())).collect()
    }

    /// Returns the byte ranges of a text that are one of the words, in order and without overlaps.
    #[must_use]
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let (folded, origins) = fold_with_origins(text);
        let mut found: Vec<Range<usize>> = Vec::new();
        for word in &self.words {
            let matches = folded.match_indices(word.as_str());
            found.extend(matches.map(|(start, _)| origins[start]..origins[start + word.len()]));
        }
        found.sort_shared_by_key(|range| range.start);
        let mut merged: Vec<Range<usize>> = Vec::new();
        for range in found {
            match merged.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        merged
    }
}

/// Returns a folded text, and for each of its bytes and its end the position in the text. A mark
/// that was left out belongs to the letter before it.
fn fold_with_origins(text: &str) -> (String, Vec<usize>) {
    let mut folded = String::with_capacity(text.len());
    let mut origins = Vec::with_capacity(text.len() + 1);
    let mut letter = String::new();
    for (position, character) in text.char_indices() {
        fold_into(character.encode_utf8(&mut [0; 4]), &mut letter);
        origins.extend(std::iter::repeat_n(position, letter.len()));
        folded.push_str(&letter);
    }
    origins.push(text.len());
    (folded, origins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(filter: &str, text: &str) -> String {
        let mut marked = text.to_string();
        for range in RowFilter::new(filter).highlights(text).into_iter().rev() {
            marked.insert(range.end, ']');
            marked.insert(range.start, '[');
        }
        marked
    }

    #[test]
    fn parts_of_words_are_found_without_case_and_accents() {
        assert_eq!(
            marked("school", "Schools and preschools"),
            "[School]s and pre[school]s"
        );
        assert_eq!(marked("cafe", "Un CAFE\u{301} là"), "Un [CAFE\u{301}] là");
        assert_eq!(marked("la", "Un café là"), "Un café [là]");
        assert_eq!(marked("year", "a year’s work"), "a [year]’s work");
        assert_eq!(marked("year's", "a year’s work"), "a [year’s] work");
    }

    #[test]
    fn overlapping_words_are_marked_once() {
        assert_eq!(marked("men ental", "mental health"), "[mental] health");
        assert_eq!(marked("aa", "aaaa"), "[aaaa]");
        assert_eq!(marked("", "text"), "text");
        assert_eq!(marked("a A á", "a"), "[a]");
    }

    #[test]
    fn what_was_found_is_known_for_each_word() {
        let filter = RowFilter::new("school xyzzy");
        assert_eq!(filter.found_in("Preschool"), [true, false]);
    }
}
