//! The similarity of two words.

/// Points of a phrase that occurs, the same as for a word that is equal.
pub(super) const PHRASE: u8 = 10;

#[cfg(test)]
thread_local! {
    /// Number of pairs of words that were compared in this thread, to test how much work a search is.
    static COMPARISONS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Returns the number of comparisons that a task needs.
#[cfg(test)]
pub(crate) fn comparisons(task: impl FnOnce()) -> usize {
    let before = COMPARISONS.get();
    task();
    COMPARISONS.get() - before
}

/// Returns the points of a word of a text, from 1 to 10, or none if it does not match the wanted
/// word.
///
/// A word matches if it is equal, begins with the wanted word, contains it, or is a typing error
/// away. Both words must be folded.
pub(super) fn similarity(wanted: &str, word: &str) -> Option<u8> {
    #[cfg(test)]
    COMPARISONS.set(COMPARISONS.get() + 1);
    if word == wanted {
        return Some(10);
    }
    if word.starts_with(wanted) {
        return Some(7);
    }
    let letters = wanted.chars().count();
    if letters >= 4 && word.contains(wanted) {
        return Some(4);
    }
    let errors = match letters {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    let near = word.chars().count().abs_diff(letters) <= errors
        && strsim::osa_distance(wanted, word) <= errors;
    near.then_some(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closest_words_get_most_points() {
        let points: Vec<_> = [
            "maths",
            "mathsematics",
            "aftermaths",
            "mahts",
            "paths",
            "moths",
            "cats",
        ]
        .map(|word| similarity("maths", word))
        .into();
        assert_eq!(
            points,
            [Some(10), Some(7), Some(4), Some(2), Some(2), Some(2), None]
        );
        assert_eq!(
            similarity("art", "ant"),
            None,
            "short words must be spelt correctly"
        );
    }
}
