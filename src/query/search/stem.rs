//! Stems: the part that the forms of a word have in common.

use frostem::{Algorithm, Stemmer};

use super::token::has_digit;

/// Stems that mean the same although Snowball keeps them apart: irregular plurals, nouns of verbs,
/// and spellings.
const SAME: [(&str, &str); 8] = [
    ("absenc", "absent"),
    ("child", "children"),
    ("exclud", "exclus"),
    ("man", "men"),
    ("mathemat", "math"),
    ("person", "peopl"),
    ("program", "programm"),
    ("woman", "women"),
];

/// Returns the stem of a word that is in the form of [`each_token`](super::token::each_token). A
/// word with a digit is its own stem.
pub(super) fn stem(word: &str) -> String {
    if has_digit(word) {
        return word.to_string();
    }
    let stem = Stemmer::new(Algorithm::English).stem(word);
    let same = SAME.iter().find(|(other, _)| *other == stem);
    same.map_or_else(|| stem.to_string(), |(_, stem)| (*stem).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            &["exclusion", "exclusions", "excluded"][..],
            &["chair", "chairs", "chaired"],
            &["child", "children", "children's"],
            &["maths", "math", "mathematics"],
            &["twin", "twinned", "twinning"],
            &["absence", "absences", "absent"],
            &["ready", "readiness"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|other| *other == stems[0]), "{stems:?}");
        }
        assert_ne!(stem("university"), stem("union"));
        assert_eq!(stem("ks2"), "ks2");
    }
}
