//! Words of a dataset: lent by the bundled file, where they are a part of it, and owned everywhere else.

use std::borrow::Cow;

use super::load::BUNDLED;

/// The word for as long as the program runs.
///
/// A word that was read from the bundled file lies in it, and is never copied: at start-up that saves an allocation for each
/// of some three thousand words.
pub(super) fn kept(word: &str) -> Cow<'static, str> {
    let start = word.as_ptr().addr().wrapping_sub(BUNDLED.as_ptr().addr());
    match BUNDLED.get(start..start.wrapping_add(word.len())) {
        Some(lent) => Cow::Borrowed(lent),
        None => Cow::Owned(word.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_of_the_bundled_file_are_lent() {
        let word = &BUNDLED[10..20];
        assert!(matches!(kept(word), Cow::Borrowed(lent) if lent == word));
        let copy = word.to_string();
        assert!(matches!(kept(&copy), Cow::Owned(owned) if owned == word));
        assert!(matches!(kept(&BUNDLED[BUNDLED.len() - 1..]), Cow::Borrowed("\n")));
    }
}
