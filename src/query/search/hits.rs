//! The items that match a query.

use std::ops::ControlFlow;

use super::{index::Index, query::SearchQuery, scorer::Scorer};
use crate::{
    dataset::ItemIndex,
    query::{filter::Filter, snapshot::Snapshot},
};

/// An item that matches a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Item that was found.
    pub item: ItemIndex,
    /// Name of the field with the best match: `title`, `partner`, `source`.
    pub field: &'static str,
    /// Quality of the match; higher is better.
    score: u32,
}

/// A query with the snapshot and the filter that narrow it.
#[derive(Debug, Clone, Copy)]
pub struct SearchScope<'a, 'f> {
    /// Snapshot that the items must be known in.
    pub snapshot: Snapshot<'a>,
    /// Filter that the items must match.
    pub filter: &'f Filter,
    /// Query that the items must match.
    pub query: &'f SearchQuery,
}

/// Number of entries after which a search checks if it is still wanted.
const CHECK_INTERVAL: usize = 1 << 12;

impl Index {
    /// Returns every item in scope, the best match first.
    #[must_use]
    pub fn search(&self, scope: SearchScope) -> Vec<Hit> {
        self.search_while(scope, |_| ControlFlow::Continue(()))
            .unwrap_or_default()
    }

    /// Returns every item in scope, the best match first, or none if `progress` breaks the search
    /// off.
    ///
    /// `progress` is called every few thousand items with the hits so far, in the dataset's order.
    pub fn search_while(
        &self,
        scope: SearchScope,
        mut progress: impl FnMut(&[Hit]) -> ControlFlow<()>,
    ) -> Option<Vec<Hit>> {
        let SearchScope {
            snapshot,
            filter,
            query,
        } = scope;
        let mut hits = Vec::new();
        if let Some(mut scorer) = Scorer::new(self, snapshot, query).filter(|_| !query.is_empty()) {
            for (position, entry) in self.entries.iter().enumerate() {
                if position % CHECK_INTERVAL == CHECK_INTERVAL - 1 && progress(&hits).is_break() {
                    return None;
                }
                if let Some((score, field)) = scorer.score(position)
                    && snapshot.contains(entry.item)
                    && filter.matches(snapshot, entry.item)
                {
                    hits.push(Hit {
                        item: entry.item,
                        field,
                        score,
                    });
                }
            }
        }
        best_first(&mut hits);
        Some(hits)
    }
}

/// Sorts hits, the best first. Equal hits keep the order of the dataset.
pub fn best_first(hits: &mut [Hit]) {
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        dataset::{Dataset, PartialDate},
        query::search::similarity::{comparisons, similarity},
    };

    fn hits(index: &Index, snapshot: Snapshot, input: &str) -> Vec<Hit> {
        index.search(SearchScope {
            snapshot,
            filter: &Filter::default(),
            query: &SearchQuery::new(input).expect("it is short"),
        })
    }

    fn found(input: &str) -> Vec<String> {
        let dataset = Dataset::bundled();
        hits(&Index::new(&dataset), Snapshot::latest(&dataset), input)
            .into_iter()
            .map(|hit| dataset.reference(hit.item).into_owned())
            .collect()
    }

    #[test]
    fn best_match_comes_first() {
        assert_eq!(found("oldham")[0], "oldham");
        assert_eq!(found("scarborough")[0], "north-yorkshire-coast");
        assert_eq!(
            found("oldham mental health")[..2],
            [
                "oldham/3/poor-mental-health",
                "oldham/3/mental-health-first-aid"
            ]
        );
        assert_eq!(
            found("first-aid oldham")[0],
            "oldham/3/mental-health-first-aid"
        );
        assert_eq!(found("maths hastings")[0], "hastings/2");
    }

    #[test]
    fn beginnings_and_misspellings_match_in_any_case() {
        for input in [
            "menta heal oldha",
            "mentla helath oldham",
            "MENTAL HEALTH Oldham",
            "méntal health oldham",
        ] {
            assert!(
                found(input).contains(&"oldham/3/mental-health-first-aid".to_string()),
                "{input}"
            );
        }
    }

    #[test]
    fn quoted_phrase_matches_word_for_word() {
        assert!(found("\"research school\"").contains(&"bradford/4/research-school".to_string()));
        assert!(found("\"school research\"").is_empty());
    }

    #[test]
    fn work_grows_with_the_different_words_only() {
        let dataset = Dataset::bundled();
        let index = Index::new(&dataset);
        let work = |input: &str| {
            let search = || drop(hits(&index, Snapshot::latest(&dataset), input));
            comparisons(search)
        };
        let one = work("school");
        assert_eq!(work("school children"), 2 * one);
        assert_eq!(work(&"school ".repeat(140)), one);
        let many: Vec<String> = (0..130).map(|number| format!("word{number}")).collect();
        assert_eq!(work(&many.join(" ")), 130 * one);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn every_hit_contains_every_word(input in "\\PC{0,40}|[a-e \"]{0,12}|(mental|oldham|read|childrne) \"?[a-z]{0,6}", year in 2016_u16..2024) {
            static DATASET: std::sync::LazyLock<(Dataset, Index)> = std::sync::LazyLock::new(|| {
                let dataset = Dataset::bundled();
                let index = Index::new(&dataset);
                (dataset, index)
            });
            let (dataset, index) = &*DATASET;
            let snapshot = Snapshot::as_of(dataset, PartialDate::Year(year));
            let query = SearchQuery::new(&input).expect("it is short");
            for hit in hits(index, snapshot, &input) {
                prop_assert!(snapshot.contains(hit.item));
                let entry = index.entries.iter().position(|entry| entry.item == hit.item).expect("every hit is in the index");
                let words = index.fields(entry).iter().flat_map(|field| index.words(field.text));
                let text: Vec<&str> = words.map(|&word| &*index.vocabulary[word as usize]).collect();
                for word in query.words.iter().chain(query.phrases.iter().flatten()) {
                    prop_assert!(text.iter().any(|other| similarity(word, other).is_some()), "{word} is not in {text:?}");
                }
            }
        }
    }

    #[test]
    fn outcomes_do_not_match_before_they_were_known() {
        let text = include_str!("../../../tests/data/valid/every-field.json");
        let dataset = Dataset::from_json("file", text).expect("the file is sound");
        let index = Index::new(&dataset);
        let target = dataset.find("riverside/1/target").expect("it exists");
        let found = |snapshot, input| {
            let mut hits = hits(&index, snapshot, input).into_iter();
            hits.any(|hit| hit.item == target)
        };
        let early: PartialDate = "2018".parse().expect("a date");
        for input in ["\"partly met\"", "\"68 reached it\"", "partly"] {
            assert!(found(Snapshot::latest(&dataset), input), "{input}");
            assert!(!found(Snapshot::as_of(&dataset, early), input), "{input}");
        }
        assert!(found(
            Snapshot::as_of(&dataset, early),
            "level of development"
        ));
    }

    #[test]
    fn titles_of_later_sources_do_not_match_in_earlier_snapshots() {
        let dataset = Dataset::bundled();
        let index = Index::new(&dataset);
        let (then, now) = (
            Snapshot::as_of(
                &dataset,
                "2017-10-09".parse::<PartialDate>().expect("a date"),
            ),
            Snapshot::latest(&dataset),
        );
        let mut later = 0;
        for item in dataset.item_indices().filter(|&item| then.contains(item)) {
            for citation in dataset.cites(item) {
                let source = dataset.source(citation.source_index());
                if then.knows_date(source.published) {
                    continue;
                }
                let title = format!("\"{}\"", source.title);
                let found = |snapshot| {
                    hits(&index, snapshot, &title)
                        .iter()
                        .any(|hit| hit.item == item)
                };
                assert!(
                    found(now),
                    "{} by {}",
                    dataset.reference(item),
                    source.title
                );
                later += usize::from(!found(then));
            }
        }
        // Some titles are also the text of the fact, which does match.
        assert!(later > 5, "only {later} later sources");
    }
}
