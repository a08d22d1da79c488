//! Advice on what to try when nothing matches.

use super::{hit::SearchScope, index::Index, query::SearchQuery, token::tokens};
use crate::{
    query::{
        describe::{counted, or_list},
        filter::Filter,
        snapshot::Snapshot,
    },
    sort::SortShared,
};

/// Most words of a query that are explained. More would not fit on a page.
const MAX_WORDS: usize = 5;
/// Most searches that are suggested.
const MAX_SUGGESTIONS: usize = 4;
/// Least likeness, from 0 to 1, of a word that is suggested.
const MIN_LIKENESS: f64 = 0.85;

/// Why a search has no results, and what to try.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoResults {
    /// First words of the query, each with the number of items that have it.
    pub words: Vec<(String, usize)>,
    /// Searches that have results.
    pub suggestions: Vec<Suggestion>,
    /// Number of items that match without the filter.
    pub without_filter: usize,
    /// Number of items that match without the date.
    pub without_date: usize,
    /// Number of items that match without both, if one or the other hides them all.
    pub without_both: usize,
}

/// A search that has results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Words to search for.
    pub query: String,
    /// Number of items that match.
    pub count: usize,
    /// Reason why it is suggested, as a phrase.
    pub reason: &'static str,
}

impl Index {
    /// Returns how many items match a query, its date and its filter.
    #[must_use]
    pub fn count(&self, scope: SearchScope) -> usize {
        self.search(scope).complete_count()
    }

    /// Explains why a search has no results.
    #[must_use]
    pub fn explain(&self, scope: SearchScope) -> NoResults {
        let SearchScope {
            snapshot,
            filter,
            query,
        } = scope;
        let everything = Filter::default();
        let count = |query: &SearchQuery| self.count(SearchScope { query, ..scope });
        let one = |word: &String| query.with_words(vec![word.clone()]);
        let words: Vec<(String, usize)> = query
            .words
            .iter()
            .take(MAX_WORDS)
            .map(|word| (word.clone(), count(&one(word))))
            .collect();
        let mut explained = NoResults {
            words,
            ..NoResults::default()
        };
        if !filter.is_empty() {
            explained.without_filter = self.count(SearchScope {
                filter: &everything,
                ..scope
            });
        }
        if snapshot.day().is_some() {
            let latest = Snapshot::latest(snapshot.dataset());
            explained.without_date = self.count(SearchScope {
                snapshot: latest,
                ..scope
            });
        }
        let hides_alone = explained.without_filter + explained.without_date > 0;
        if !filter.is_empty() && snapshot.day().is_some() && !hides_alone {
            explained.without_both = self.count(SearchScope {
                snapshot: Snapshot::latest(snapshot.dataset()),
                filter: &everything,
                ..scope
            });
        }
        explained.suggestions = self.suggestions(scope, &explained.words);
        explained
    }

    fn suggestions(&self, scope: SearchScope, words: &[(String, usize)]) -> Vec<Suggestion> {
        let mut suggestions: Vec<Suggestion> = Vec::new();
        let mut add = |text: String, reason| {
            let is_new = !suggestions.iter().any(|other| other.query == text);
            if suggestions.len() >= MAX_SUGGESTIONS || !is_new {
                return;
            }
            let Ok(query) = SearchQuery::new(&text) else {
                return;
            };
            let count = self.count(SearchScope {
                query: &query,
                ..scope
            });
            if count > 0 {
                suggestions.push(Suggestion {
                    query: text,
                    count,
                    reason,
                });
            }
        };
        let known: Vec<&str> = words
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(word, _)| word.as_str())
            .collect();
        if !known.is_empty() && known.len() < words.len() {
            add(known.join(" "), "without the words that nothing has");
        }
        let counts = self.visible_counts(scope.snapshot);
        for (unknown, _) in words.iter().filter(|(_, count)| *count == 0) {
            for word in self.nearest_words(unknown, &counts) {
                add(word.into(), "a similar word");
            }
        }
        for word in known.iter().take(2) {
            add((*word).into(), "one of the words");
        }
        let dataset = scope.snapshot.dataset();
        for (_, theme) in dataset.themes() {
            add(tokens(&theme.name).join(" "), "");
        }
        suggestions
    }

    /// Returns up to two words that resemble a word.
    fn nearest_words(&self, wanted: &str, counts: &[u32]) -> Vec<&str> {
        let words = self.vocabulary.iter().zip(counts);
        let mut likely: Vec<(f64, u32, &str)> = words
            .filter(|(word, count)| **count > 0 && word.len() > 3)
            .map(|(word, count)| (strsim::jaro_winkler(wanted, word), *count, &**word))
            .filter(|(likeness, ..)| *likeness > MIN_LIKENESS)
            .collect();
        likely.sort_shared_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(a.2.cmp(b.2)));
        likely.into_iter().map(|(.., word)| word).take(2).collect()
    }
}

impl NoResults {
    /// Returns the sentences that say what to try, for a line or a paragraph each.
    #[must_use]
    pub fn sentences(&self) -> Vec<String> {
        let hidden = |count: usize, with: &str, what: &str| {
            let found = counted(count, "match", "matches");
            (count > 0).then(|| format!("No matches {with}. {found} without the {what}."))
        };
        let by_filter = hidden(self.without_filter, "with this filter", "filter");
        let by_date = hidden(self.without_date, "on this date", "date");
        let both = "with this filter on this date";
        let by_both = hidden(self.without_both, both, "filter and the date");
        // The words do occur, so advice about them would mislead.
        let reasons: Vec<String> = by_filter
            .into_iter()
            .chain(by_date)
            .chain(by_both)
            .collect();
        if !reasons.is_empty() {
            return reasons;
        }
        let mut sentences = vec!["No matches.".to_string()];
        let missing = self.words.iter().filter(|(_, count)| *count == 0);
        let missing: Vec<&String> = missing.map(|(word, _)| word).collect();
        if !missing.is_empty() {
            sentences.push(format!("Nothing has the word {}.", or_list(&missing)));
        }
        if !self.suggestions.is_empty() {
            let queries = self.suggestions.iter();
            let queries: Vec<String> = queries
                .map(|other| format!("{} ({})", other.query, other.count))
                .collect();
            sentences.push(format!("Try {}.", or_list(&queries)));
        }
        sentences
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Dataset, Kind, PartialDate};

    fn explain(input: &str, filter: &Filter, date: Option<PartialDate>) -> NoResults {
        let dataset = Dataset::bundled();
        Index::new(&dataset).explain(SearchScope {
            snapshot: Snapshot::as_of(&dataset, date),
            filter,
            query: &SearchQuery::new(input).expect("it is short"),
        })
    }

    #[test]
    fn words_are_counted_and_searches_with_results_suggested() {
        let explained = explain("zebra xyzzy", &Filter::default(), None);
        assert_eq!(explained.words, [("zebra".into(), 0), ("xyzzy".into(), 0)]);
        assert!(!explained.suggestions.is_empty());
        assert!(explained.suggestions.iter().all(|other| other.count > 0));
        let text = explained.sentences().join(" ");
        assert!(
            text.starts_with("No matches. Nothing has the word zebra or xyzzy. Try "),
            "{text}"
        );
    }

    #[test]
    fn hits_that_a_filter_or_a_date_hides_are_counted() {
        let filter = Filter {
            kinds: vec![Kind::Money],
            ..Filter::default()
        };
        let explained = explain("breakfast clubs", &filter, None);
        assert_eq!(explained.without_filter, 1);
        assert!(
            explained
                .sentences()
                .join(" ")
                .contains("1 match without the filter.")
        );
        let date = "2016-11".parse().expect("a date");
        let explained = explain("breakfast clubs", &Filter::default(), Some(date));
        assert_eq!(explained.without_date, 1);
    }
}
