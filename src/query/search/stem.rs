//! Stems: the part that the forms of a word have in common.

use frostem::{Algorithm, Stemmer};

use super::token::has_digit;

/// Stems that mean the same although Snowball keeps them apart, sorted: irregular verbs and plurals,
/// nouns of verbs, and spellings.
const SAME: [(&str, &str); 47] = [
    ("absenc", "absent"),
    ("anxieti", "anxious"),
    ("apprenticeship", "apprentic"),
    ("autist", "autism"),
    ("began", "begin"),
    ("begun", "begin"),
    ("behavior", "behaviour"),
    ("brought", "bring"),
    ("built", "build"),
    ("center", "centr"),
    ("child", "children"),
    ("childhood", "children"),
    ("exclud", "exclus"),
    ("expel", "expuls"),
    ("extens", "extend"),
    ("fallen", "fall"),
    ("fell", "fall"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("growth", "grow"),
    ("held", "hold"),
    ("kept", "keep"),
    ("labor", "labour"),
    ("leadership", "leader"),
    ("man", "men"),
    ("mathemat", "math"),
    ("neighbor", "neighbour"),
    ("paid", "pay"),
    ("person", "peopl"),
    ("poorer", "poor"),
    ("poorest", "poor"),
    ("program", "programm"),
    ("reduct", "reduc"),
    ("retent", "retain"),
    ("risen", "rise"),
    ("rose", "rise"),
    ("spent", "spend"),
    ("spoken", "speak"),
    ("succeed", "success"),
    ("suspens", "suspend"),
    ("taken", "take"),
    ("taught", "teach"),
    ("took", "take"),
    ("vacanc", "vacant"),
    ("weakest", "weak"),
    ("woman", "women"),
    ("written", "write"),
];

/// Endings of American spellings. Snowball cuts them otherwise than the British ones.
const WITH_Z: [&str; 6] = ["ize", "ized", "izes", "izing", "ization", "izations"];
/// Shortest word that has one of them as an ending, and not `prize` or `seized`.
const MIN_LENGTH_WITH_Z: usize = 8;

/// Returns the stem of a word that is in the form of [`each_token`](super::token::each_token). A
/// word with a digit is its own stem.
pub(super) fn stem(word: &str) -> String {
    if has_digit(word) {
        return word.to_string();
    }
    let is_american =
        word.len() >= MIN_LENGTH_WITH_Z && WITH_Z.iter().any(|ending| word.ends_with(ending));
    let stemmer = Stemmer::new(Algorithm::English);
    let stem = if is_american {
        stemmer.stem(&word.replace("iz", "is")).to_string()
    } else {
        stemmer.stem(word).to_string()
    };
    match SAME.binary_search_by_key(&stem.as_str(), |(other, _)| other) {
        Ok(position) => SAME[position].1.to_string(),
        Err(_) => stem,
    }
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
            &["vacancy", "vacancies", "vacant"],
            &["rise", "rose", "risen", "rising"],
            &["lead", "leads", "leading"],
            &["leader", "leaders", "leadership"],
            &["organise", "organisation", "organization", "organized"],
            &["behaviour", "behavior"],
            &["centre", "center", "centres"],
            &["apprentice", "apprenticeships"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|other| *other == stems[0]), "{stems:?}");
        }
        assert!(SAME.is_sorted());
        assert_ne!(stem("university"), stem("union"));
        assert_eq!(stem("ks2"), "ks2");
    }
}
