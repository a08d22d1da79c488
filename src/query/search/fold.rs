//! Text in the form in which it is compared: lower case, without accents.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Returns a text in lower case and without accents.
pub(in crate::query) fn fold(text: &str) -> String {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    folded
}

/// Replaces the contents of `folded` with a text in lower case and without accents.
pub(in crate::query) fn fold_into(text: &str, folded: &mut String) {
    folded.clear();
    if text.is_ascii() {
        folded.push_str(text);
        folded.make_ascii_lowercase();
        return;
    }
    // Also makes one form of full-width letters, ligatures and the like.
    let letters = text
        .nfkd()
        .filter(|&character| !is_combining_mark(character))
        .flat_map(char::to_lowercase);
    folded.extend(letters.map(|character| if character == '’' { '\'' } else { character }));
}
