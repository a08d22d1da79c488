//! Suggestions for names that were misspelt.

use super::natural_order;

/// Two names that are less alike than this, from 0 to 1, are probably not meant to be the same.
const MIN_SIMILARITY: f64 = 0.6;
/// Per cent to which a name must be like a word to be shown beside it.
const MIN_LIKENESS: u8 = 35;
/// Per cent to which a part of a name must be like a word: many short words are a little alike.
const MIN_PART_LIKENESS: u8 = 60;

/// Returns the name in `known` that `word` was most likely meant to be, or `None` if no name is
/// similar enough.
///
/// Of several equally similar names it is the first in [`natural_order`], whatever their order here.
#[must_use]
pub fn suggest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Suggestions::without_limit().find(word, known)
}

/// Returns at most `count` names that are like `word`, the most similar first. They may be less alike than a suggestion, to
/// show someone what there is. A part of a name may be what was meant.
#[must_use]
pub fn nearest<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
    count: usize,
) -> Vec<&'a str> {
    let similarity = |name: &str| {
        let similarity = strsim::normalized_damerau_levenshtein(word, name);
        // Per cent, since fractions have no order.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let per_cent = (similarity * 100.0) as u8;
        per_cent
    };
    let word_count = word.split(' ').count();
    let similarity = |name: &str| {
        let words: Vec<&str> = name.split(' ').collect();
        let parts = words.windows(word_count);
        let parts = parts.map(|part| similarity(&part.join(" ")));
        let part = parts
            .max()
            .filter(|likeness| *likeness >= MIN_PART_LIKENESS);
        similarity(name).max(part.unwrap_or(0))
    };
    let mut names: Vec<(u8, &str)> = known
        .into_iter()
        .map(|name| (similarity(name), name))
        .filter(|(similarity, _)| *similarity >= MIN_LIKENESS)
        .collect();
    names.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| natural_order(one, other)));
    names.dedup();
    names.truncate(count);
    names.into_iter().map(|(_, name)| name).collect()
}

/// Suggestions with a limit on the work for all of them together: comparing two names is slow, and
/// a file may have thousands of misspelt names beside thousands of known ones.
#[derive(Debug)]
pub struct Suggestions {
    comparisons_left: usize,
}

impl Suggestions {
    /// Makes suggestions that compare at most this many pairs of names.
    #[must_use]
    pub fn with_limit(comparisons: usize) -> Self {
        Self {
            comparisons_left: comparisons,
        }
    }

    fn without_limit() -> Self {
        Self::with_limit(usize::MAX)
    }

    /// Returns the number of comparisons that may still be made.
    #[must_use]
    pub fn comparisons_left(&self) -> usize {
        self.comparisons_left
    }

    /// Returns what [`suggest`] returns, or `None` if the limit does not allow to look at all names.
    pub fn find<'a>(
        &mut self,
        word: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        let length = word.chars().count();
        let mut best: Option<(f64, &str)> = None;
        for name in known {
            // The difference in length alone makes many names too different, and is quick to see.
            if !may_be_similar(length, name.chars().count()) {
                continue;
            }
            self.comparisons_left = self.comparisons_left.checked_sub(1)?;
            let similarity = strsim::normalized_damerau_levenshtein(word, name);
            let is_better = best.is_none_or(|(other, other_name)| {
                similarity > other
                    || (similarity >= other && natural_order(name, other_name).is_lt())
            });
            if similarity > MIN_SIMILARITY && is_better {
                best = Some((similarity, name));
            }
        }
        best.map(|(_, name)| name)
    }
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
    use super::*;

    #[test]
    fn part_of_a_name_is_near_what_was_meant() {
        let known = [
            "national literacy trust",
            "literacy hub",
            "norwich city college",
            "tes",
        ];
        assert_eq!(
            nearest("litracy", known, 3),
            ["literacy hub", "national literacy trust"]
        );
        assert_eq!(nearest("city colege", known, 3), ["norwich city college"]);
        assert_eq!(nearest("xyzzy", known, 3), [""; 0]);
    }

    #[test]
    fn suggests_the_most_similar_name_and_nothing_far_off() {
        let themes = ["early-years", "maths", "evidence"];
        assert_eq!(suggest("early-year", themes), Some("early-years"));
        assert_eq!(suggest("mahts", themes), Some("maths"));
        assert_eq!(suggest("zebra", themes), None);
    }

    #[test]
    fn nearest_names_are_the_most_similar_first() {
        let names = ["maths", "mathematics", "early-years", "maths", "mates"];
        assert_eq!(nearest("math", names, 2), ["maths", "mates"]);
        assert_eq!(nearest("zzz", names, 2), [""; 0]);
    }

    #[test]
    fn order_of_the_names_does_not_matter() {
        assert_eq!(
            suggest("oldham/9", ["oldham/10", "oldham/2", "oldham/1"]),
            Some("oldham/1")
        );
        assert_eq!(
            suggest("oldham/9", ["oldham/1", "oldham/2"]),
            Some("oldham/1")
        );
    }

    #[test]
    fn names_of_other_lengths_are_not_compared() {
        let mut suggestions = Suggestions::with_limit(1);
        let names = ["a", "a-very-long-name", "maths"];
        assert_eq!(suggestions.find("mahts", names), Some("maths"));
        assert_eq!(suggestions.comparisons_left(), 0);
        assert_eq!(suggestions.find("mahts", names), None);
    }
}
