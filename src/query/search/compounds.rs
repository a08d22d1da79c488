//! Words that are written as one or as two: `wellbeing`, `well being`.

use super::{index::Index, stem::stem, term_forms::OtherForm, token::has_digit};

/// Shortest part of a word that is written as two.
const MIN_PART: usize = 3;
/// Longest word that is divided, in bytes. Longer ones are not words.
const MAX_DIVIDED: usize = 30;

/// Returns each pair of neighbouring words of a query as one word.
pub(super) fn joined_words(words: &[String]) -> impl Iterator<Item = OtherForm> {
    let pairs = words.windows(2).enumerate();
    pairs
        .filter(|(_, pair)| !pair.iter().any(|word| has_digit(word)))
        .map(|(start, pair)| OtherForm {
            start,
            end: start + 2,
            stems: vec![stem(&pair.concat())],
        })
}

/// Returns a word of a query, which does not occur, as two words that do.
pub(super) fn divided_word(index: &Index, term: usize, word: &str) -> Vec<OtherForm> {
    if has_digit(word) || word.len() > MAX_DIVIDED {
        return Vec::new();
    }
    let ends = word.char_indices().map(|(position, _)| position);
    let ends = ends.filter(|end| (MIN_PART..=word.len().saturating_sub(MIN_PART)).contains(end));
    ends.filter_map(|end| {
        let stems = [&word[..end], &word[end..]].map(stem);
        let occur = stems.iter().all(|stem| index.stem_number(stem).is_some());
        occur.then(|| OtherForm {
            start: term,
            end: term + 1,
            stems: stems.into(),
        })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    #[test]
    fn words_are_joined_and_divided() {
        let words = ["well", "being", "4"].map(String::from);
        let joined: Vec<_> = joined_words(&words).map(|form| form.stems).collect();
        assert_eq!(joined, [[stem("wellbeing")]]);
        let index = Index::new(&Dataset::bundled());
        let divided = |word| -> Vec<_> {
            let forms = divided_word(&index, 0, word).into_iter();
            forms.map(|form| form.stems).collect()
        };
        assert_eq!(
            divided("breakfastclubs"),
            [[stem("breakfast"), stem("club")]]
        );
        assert!(divided("xyzzyx").is_empty() && divided("ks2ks2").is_empty());
    }
}
