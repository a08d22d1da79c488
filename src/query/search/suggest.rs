//! Words to try when nothing matches.

use super::{field::IndexPart, index::Index, query::SearchQuery};
use crate::query::{filter::Filter, snapshot::Snapshot};

/// Most words of a query that get suggestions. More would not fit into a sentence, and each is
/// compared with all words of the dataset.
const MAX_MISSING_WORDS: usize = 5;

impl Index {
    /// Returns words of the dataset that resemble the words of a query that do not occur, up to
    /// three for each of the first five.
    #[must_use]
    pub fn nearest_words(&self, snapshot: Snapshot, query: &SearchQuery) -> Vec<String> {
        let mut counts = vec![0_u32; self.vocabulary.len()];
        for (position, _) in self
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| snapshot.contains(entry.item))
        {
            for field in self.fields(position).iter().filter(|field| {
                field.part != IndexPart::Address && self.is_known(snapshot, field.text)
            }) {
                for &word in self.words(field.text) {
                    counts[word as usize] += 1;
                }
            }
        }
        let occurs = || {
            self.vocabulary
                .iter()
                .zip(&counts)
                .filter(|(word, count)| **count > 0 && word.len() > 2)
        };
        let mut near: Vec<String> = Vec::new();
        let mut missing = 0;
        for wanted in query.words.iter().chain(query.phrases.iter().flatten()) {
            if occurs().any(|(word, _)| **word == **wanted) {
                continue;
            }
            missing += 1;
            if missing > MAX_MISSING_WORDS {
                break;
            }
            let mut likely: Vec<_> = occurs()
                .map(|(word, count)| (strsim::jaro_winkler(wanted, word), *count, word))
                .filter(|(similarity, ..)| *similarity > 0.75)
                .collect();
            likely.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(a.2.cmp(b.2)));
            for (.., word) in likely.into_iter().take(3) {
                if !near.iter().any(|other| **other == **word) {
                    near.push(word.to_string());
                }
            }
        }
        near
    }
}

/// Returns the sentence for a search without results, with words to try instead.
#[must_use]
pub(crate) fn no_matches(filter: &Filter, suggestions: &[String]) -> String {
    match suggestions {
        // Similar words would not be found either if the filter leaves out what has the words.
        _ if !filter.is_empty() => "No matches with this filter.".into(),
        [] => "No matches.".into(),
        [one] => format!("No matches. Did you mean {one}?"),
        [first @ .., last] => {
            format!("No matches. Did you mean {} or {last}?", first.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    #[test]
    fn words_that_do_not_occur_get_similar_words() {
        let dataset = Dataset::bundled();
        let query = SearchQuery::new("nurserry xyzzy").expect("it is short");
        let near = Index::new(&dataset).nearest_words(Snapshot::latest(&dataset), &query);
        assert!(near.contains(&"nursery".to_string()), "{near:?}");
    }

    #[test]
    fn only_the_first_missing_words_get_suggestions() {
        let dataset = Dataset::bundled();
        let index = Index::new(&dataset);
        let near = |count| {
            let words = [
                "nurserry",
                "childrren",
                "scchool",
                "mentall",
                "literracy",
                "oldhamm",
            ];
            let query = SearchQuery::new(&words[..count].join(" ")).expect("it is short");
            index.nearest_words(Snapshot::latest(&dataset), &query)
        };
        assert_ne!(near(4), near(5));
        assert_eq!(near(5), near(6));
    }

    #[test]
    fn sentence_lists_the_suggestions() {
        let words = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(no_matches(&Filter::default(), &[]), "No matches.");
        assert_eq!(
            no_matches(&Filter::default(), &words(&["use"])),
            "No matches. Did you mean use?"
        );
        assert_eq!(
            no_matches(&Filter::default(), &words(&["nursery", "nurseries", "use"])),
            "No matches. Did you mean nursery, nurseries or use?"
        );
    }
}
