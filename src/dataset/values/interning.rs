//! Words of the bundled dataset, borrowed from its text instead of copied.

use compact_str::CompactString;

/// The text of the bundled dataset.
///
/// NOTE: a `static`, not a `const`, because its words are borrowed from this one place in memory.
pub static BUNDLED: &str = include_str!("../../../data/opportunity-areas.json");

/// Returns the word as an owned string, without copying it if it is a part of [`BUNDLED`].
///
/// At start-up this saves an allocation for each of some three thousand words. Words of at most 24
/// bytes are stored inline.
pub(super) fn borrow_or_copy(word: &str) -> CompactString {
    let start = word.as_ptr().addr().wrapping_sub(BUNDLED.as_ptr().addr());
    match BUNDLED.get(start..start.wrapping_add(word.len())) {
        Some(bundled) => CompactString::const_new(bundled),
        None => CompactString::new(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_of_the_bundled_dataset_are_borrowed() {
        let word = &BUNDLED[10..60];
        assert_eq!(borrow_or_copy(word).as_static_str(), Some(word));
        let copy = word.to_string();
        assert_eq!(
            (
                borrow_or_copy(&copy).as_static_str(),
                borrow_or_copy(&copy).as_str()
            ),
            (None, word)
        );
        assert_eq!(borrow_or_copy(&BUNDLED[BUNDLED.len() - 1..]), "\n");
    }
}
