//! Suggestions for names that were misspelt.

/// Two names that are less alike than this, from 0 to 1, are probably not meant to be the same.
const MIN_SIMILARITY: f64 = 0.6;

/// Returns the name in `known` that `word` was most likely meant to be, or `None` if no name is
/// similar enough.
#[must_use]
pub fn suggest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    known
        .into_iter()
        .filter(|name| may_be_similar(length, name.chars().count()))
        .map(|name| (strsim::normalized_damerau_levenshtein(word, name), name))
        .filter(|(similarity, _)| *similarity > MIN_SIMILARITY)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

/// Returns false if two words of these lengths, in characters, cannot be similar enough: at least the difference must be
/// added. Comparing a long text with every name would take seconds.
fn may_be_similar(a: usize, b: usize) -> bool {
    // The lengths of words are far below the precision of the result.
    #[expect(clippy::cast_precision_loss)]
    let shorter_part = a.min(b) as f64 / a.max(b).max(1) as f64;
    shorter_part > MIN_SIMILARITY
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
