//! The rank of a name for what the user typed.

use super::{fold::fold, stem::stem, token::tokens};

/// Start of a name that the user typed, prepared to be compared with many names.
#[derive(Debug, Clone)]
pub struct NamePrefix {
    folded: String,
    /// The words, each with its stem.
    words: Vec<(String, String)>,
}

impl NamePrefix {
    /// Prepares what the user typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let folded = fold(typed.trim());
        let words = tokens(&folded).into_iter();
        Self {
            words: words
                .map(|word| {
                    let stem = stem(&word);
                    (word, stem)
                })
                .collect(),
            folded,
        }
    }

    /// Returns the rank of a name; lower is better. Returns none if the name does not match or nothing was typed.
    ///
    /// A name that begins with the input has rank 0, one whose words begin with the words of the input
    /// or have the same stems, in any order, has 1, and one that contains the input has 2.
    #[must_use]
    pub fn rank(&self, name: &str) -> Option<u8> {
        let name = fold(name);
        if self.folded.is_empty() {
            return None;
        }
        if name.starts_with(&self.folded) {
            return Some(0);
        }
        let words = tokens(&name);
        let has = |(wanted, wanted_stem): &(String, String)| {
            words
                .iter()
                .any(|word| word.starts_with(wanted.as_str()) || stem(word) == *wanted_stem)
        };
        if !self.words.is_empty() && self.words.iter().all(has) {
            Some(1)
        } else {
            name.contains(&self.folded).then_some(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_of_names_rank_before_beginnings_of_words() {
        let ranks = |input| {
            ["North Yorkshire Coast", "Great Yarmouth", "Norwich"]
                .map(|name| NamePrefix::new(input).rank(name))
        };
        assert_eq!(ranks("nor"), [Some(0), None, Some(0)]);
        assert_eq!(ranks("YO"), [Some(1), None, None]);
        assert_eq!(ranks("or"), [Some(2), None, Some(2)]);
        assert_eq!(ranks(" "), [None; 3]);
        assert_eq!(ranks("coast north"), [Some(1), None, None]);
    }
}
