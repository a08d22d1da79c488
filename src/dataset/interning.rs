//! Words of a dataset: lent by the bundled file, where they are a part of it, and owned everywhere else.
//! Short ones need no room beside their own place.

use compact_str::CompactString;

use super::load::BUNDLED;

/// The word for as long as the program runs.
///
/// A word that was read from the bundled file lies in it, and is never copied: at start-up that saves an allocation for each
/// of some three thousand words.
pub(super) fn borrow_or_copy(word: &str) -> CompactString {
    let start = word.as_ptr().addr().wrapping_sub(BUNDLED.as_ptr().addr());
    match BUNDLED.get(start..start.wrapping_add(word.len())) {
        Some(lent) => CompactString::const_new(lent),
        None => CompactString::new(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_of_the_bundled_file_are_lent() {
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
