//! Suggestions for names that were misspelt.

/// Two names that are less alike than this, from 0 to 1, are probably not meant to be the same.
const MIN_SIMILARITY: f64 = 0.6;

/// Returns the name in `known` that `word` was most likely meant to be, or `None` if no name is
/// similar enough.
#[must_use]
pub fn suggest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|name| (strsim::normalized_damerau_levenshtein(word, name), name))
        .filter(|(similarity, _)| *similarity > MIN_SIMILARITY)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::suggest;

    #[test]
    fn suggests_the_most_similar_name_and_nothing_far_off() {
        let themes = ["early-years", "maths", "evidence"];
        assert_eq!(suggest("early-year", themes), Some("early-years"));
        assert_eq!(suggest("mahts", themes), Some("maths"));
        assert_eq!(suggest("zebra", themes), None);
    }
}
