//! Search as people type it: words in any order, beginnings of words, typing errors; the best answer first.
//!
//! Matchers for choosing among files take a word's letters with anything between them, and miss letters that are
//! swapped or wrong. Here each distinct word of the dataset is compared once with each that is asked, by the number of
//! typing errors between them.

mod index;
mod word;

use std::ops::{ControlFlow, Range};

pub use index::Index;
use word::{PHRASE, fold, similarity, word_spans, words};

use super::{filter::Filter, snapshot::Snapshot};
use crate::dataset::ItemIndex;

/// An answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// What was found.
    pub item: ItemIndex,
    /// Where it matched: `title`, `partner`, `source`.
    pub field: &'static str,
    /// How well; higher is better.
    score: u32,
}

/// What was asked: words and phrases, all of which must occur.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchQuery {
    words: Vec<String>,
    phrases: Vec<Vec<String>>,
}

impl SearchQuery {
    /// Takes a question as it is typed: what stands between double quotes must occur just so, word for word.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let mut query = Self::default();
        let parts = typed.split('"').count();
        for (index, part) in typed.split('"').enumerate() {
            // What follows a quotation mark that is not closed yet is still being typed: it is taken word by word.
            if index % 2 == 1 && index + 1 < parts {
                query.phrases.extend(
                    Some(words(part).collect::<Vec<_>>()).filter(|phrase| !phrase.is_empty()),
                );
            } else {
                query.words.extend(words(part));
            }
        }
        query
    }

    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }

    /// Where a text has words that are asked for, as bytes, in order.
    #[must_use]
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        let asked = |word: &str| {
            self.words
                .iter()
                .any(|asked| similarity(asked, word).is_some())
                || self.phrases.iter().flatten().any(|asked| asked == word)
        };
        word_spans(text)
            .filter(|index| asked(&fold(&text[index.clone()])))
            .collect()
    }
}

/// What is asked, as of when, and narrowed by what.
#[derive(Debug, Clone, Copy)]
pub struct SearchScope<'a, 'f> {
    /// What was known.
    pub snapshot: Snapshot<'a>,
    /// What else must hold.
    pub filter: &'f Filter,
    /// The words.
    pub query: &'f SearchQuery,
}

/// After so many entries it is looked whether the answer is still wanted.
const BETWEEN_LOOKS: usize = 1 << 12;

impl Index {
    /// Everything that was known and matches, the best first.
    #[must_use]
    pub fn search(&self, snapshot: Snapshot, query: &SearchQuery) -> Vec<Hit> {
        let asked = SearchScope {
            snapshot,
            filter: &Filter::default(),
            query,
        };
        self.search_while(asked, |_| ControlFlow::Continue(()))
            .unwrap_or_default()
    }

    /// The same, narrowed by a filter. Now and then `look` is shown what was found so far, in the dataset's order; nothing is
    /// given back if it breaks the search off.
    pub fn search_while(
        &self,
        asked: SearchScope,
        mut look: impl FnMut(&[Hit]) -> ControlFlow<()>,
    ) -> Option<Vec<Hit>> {
        let SearchScope {
            snapshot,
            filter,
            query,
        } = asked;
        let mut hits = Vec::new();
        if let Some(mut scorer) = Scorer::new(self, snapshot, query).filter(|_| !query.is_empty()) {
            for (index, entry) in self.entries.iter().enumerate() {
                if index % BETWEEN_LOOKS == BETWEEN_LOOKS - 1 && look(&hits).is_break() {
                    return None;
                }
                if let Some((score, field)) = scorer.score(index)
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

    /// Words that do occur and are like those that don't.
    #[must_use]
    pub fn nearest_words(&self, snapshot: Snapshot, query: &SearchQuery) -> Vec<String> {
        let mut counts = vec![0_u32; self.vocabulary.len()];
        for (index, _) in self
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| snapshot.contains(entry.item))
        {
            for field in self
                .fields(index)
                .iter()
                .filter(|field| self.is_known(snapshot, field.text))
            {
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
        for asked in query.words.iter().chain(query.phrases.iter().flatten()) {
            if occurs().any(|(word, _)| **word == **asked) {
                continue;
            }
            let mut likely: Vec<_> = occurs()
                .map(|(word, count)| (strsim::jaro_winkler(asked, word), *count, word))
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

    fn is_known(&self, snapshot: Snapshot, text: u32) -> bool {
        self.since(text)
            .is_none_or(|since| snapshot.knows_day(since))
    }
}

/// How near a name is to what is typed of it, the smaller the nearer: it begins so, a word of it does, it has it; none if it
/// does not, or nothing is typed.
#[must_use]
pub fn prefix_rank(typed: &str, name: &str) -> Option<u8> {
    let (typed, name) = (fold(typed.trim()), fold(name));
    if typed.is_empty() {
        None
    } else if name.starts_with(&typed) {
        Some(0)
    } else if word_spans(&name).any(|word| name[word.start..].starts_with(&typed)) {
        Some(1)
    } else {
        name.contains(&typed).then_some(2)
    }
}

/// Puts the best first. Equal answers stay in the order of the dataset.
pub fn best_first(hits: &mut [Hit]) {
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
}

/// What is asked, compared with everything that many entries share.
struct Scorer<'i> {
    index: &'i Index,
    /// For each word that is asked, how like every word of the vocabulary is to it.
    words: Vec<Vec<u8>>,
    /// The phrases, as places in the vocabulary.
    phrases: Vec<Vec<u32>>,
    /// The points of each shared text, for each word and then each phrase that is asked.
    shared: Vec<Box<[u8]>>,
    /// The best points of the entry that is looked at, and where it has them.
    best: Vec<(u32, &'static str)>,
}

impl<'i> Scorer<'i> {
    /// Compares what is asked with every distinct word, and every shared text; nothing if a phrase has a word that never occurs.
    fn new(index: &'i Index, snapshot: Snapshot, query: &SearchQuery) -> Option<Self> {
        let compared = |asked: &String| {
            index
                .vocabulary
                .iter()
                .map(|word| similarity(asked, word).unwrap_or(0))
                .collect()
        };
        let word_index = |asked: &String| {
            let position = index.vocabulary.iter().position(|word| **word == **asked);
            position.and_then(|position| u32::try_from(position).ok())
        };
        let phrases: Option<Vec<Vec<u32>>> = query
            .phrases
            .iter()
            .map(|phrase| phrase.iter().map(word_index).collect())
            .collect();
        let words: Vec<Vec<u8>> = query.words.iter().map(compared).collect();
        let mut scorer = Self {
            index,
            phrases: phrases?,
            shared: Vec::new(),
            best: Vec::new(),
            words,
        };
        let asked = scorer.words.len() + scorer.phrases.len();
        scorer.best = vec![(0, ""); asked];
        for text in (0..).take(index.shared) {
            // What was not known yet matches nothing.
            let known = index.is_known(snapshot, text);
            let points = (0..asked)
                .map(|asked| if known { scorer.points(asked, text) } else { 0 })
                .collect();
            scorer.shared.push(points);
        }
        Some(scorer)
    }

    /// How well a text matches one of the words, or after them one of the phrases, that are asked.
    fn points(&self, asked: usize, text: u32) -> u8 {
        if let Some(shared) = self.shared.get(text as usize) {
            return shared[asked];
        }
        let text = self.index.words(text);
        if let Some(similarity) = self.words.get(asked) {
            return text
                .iter()
                .map(|&word| similarity[word as usize])
                .max()
                .unwrap_or(0);
        }
        let phrase = &self.phrases[asked - self.words.len()];
        if text.windows(phrase.len()).any(|part| part == phrase) {
            PHRASE
        } else {
            0
        }
    }

    /// How well all that is asked matches, and the weightiest field that did; none if a word or phrase doesn't occur.
    fn score(&mut self, entry: usize) -> Option<(u32, &'static str)> {
        for asked in 0..self.best.len() {
            let mut best = (0, "");
            for field in self.index.fields(entry) {
                let points = u32::from(self.points(asked, field.text)) * field.part.weight();
                if points > best.0 {
                    best = (points, field.part.name());
                }
            }
            if best.0 == 0 {
                return None;
            }
            self.best[asked] = best;
        }
        let field = self.best.iter().max_by_key(|(points, _)| *points)?.1;
        Some((self.best.iter().map(|(points, _)| points).sum(), field))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dataset::Dataset;

    fn found(typed: &str) -> Vec<String> {
        let dataset = Dataset::bundled();
        Index::new(&dataset)
            .search(Snapshot::latest(&dataset), &SearchQuery::new(typed))
            .into_iter()
            .map(|hit| dataset.reference(hit.item).into_owned())
            .collect()
    }

    #[test]
    fn the_best_answer_comes_first() {
        assert_eq!(found("oldham")[0], "oldham");
        assert_eq!(found("scarborough")[0], "north-yorkshire-coast");
        assert_eq!(
            found("oldham mental health")[0],
            "oldham/3/mental-health-first-aid"
        );
        assert_eq!(
            found("first-aid oldham")[0],
            "oldham/3/mental-health-first-aid"
        );
        assert_eq!(found("maths hastings")[0], "hastings/2");
    }

    #[test]
    fn beginnings_typing_errors_accents_and_capitals_are_forgiven() {
        for typed in [
            "menta heal oldha",
            "mentla helath oldham",
            "MENTAL HEALTH Oldham",
            "méntal health oldham",
        ] {
            assert!(
                found(typed).contains(&"oldham/3/mental-health-first-aid".to_string()),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_quoted_phrase_occurs_just_so() {
        assert!(found("\"research school\"").contains(&"bradford/4/research-school".to_string()));
        assert!(found("\"school research\"").is_empty());
    }

    #[test]
    fn a_name_is_near_to_its_beginning_and_to_its_words() {
        let near = |typed| {
            ["North Yorkshire Coast", "Great Yarmouth", "Norwich"]
                .map(|name| prefix_rank(typed, name))
        };
        assert_eq!(near("nor"), [Some(0), None, Some(0)]);
        assert_eq!(near("YO"), [Some(1), None, None]);
        assert_eq!(near("or"), [Some(2), None, Some(2)]);
        assert_eq!(near(" "), [None; 3]);
    }

    #[test]
    fn an_empty_answer_proposes_words_that_occur() {
        let dataset = Dataset::bundled();
        let query = SearchQuery::new("nurserry xyzzy");
        let near = Index::new(&dataset).nearest_words(Snapshot::latest(&dataset), &query);
        assert!(near.contains(&"nursery".to_string()), "{near:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn what_is_found_really_matches(typed in "\\PC{0,40}|[a-e \"]{0,12}|(mental|oldham|read|childrne) \"?[a-z]{0,6}", year in 2016_u16..2024) {
            static DATASET: std::sync::LazyLock<(Dataset, Index)> = std::sync::LazyLock::new(|| {
                let dataset = Dataset::bundled();
                let index = Index::new(&dataset);
                (dataset, index)
            });
            let (dataset, index) = &*DATASET;
            let snapshot = Snapshot::as_of(dataset, crate::dataset::PartialDate::Year(year));
            let query = SearchQuery::new(&typed);
            for hit in index.search(snapshot, &query) {
                prop_assert!(snapshot.contains(hit.item));
                let entry = index.entries.iter().position(|entry| entry.item == hit.item).expect("what is found is in the index");
                let words = index.fields(entry).iter().flat_map(|field| index.words(field.text));
                let text: Vec<&str> = words.map(|&word| &*index.vocabulary[word as usize]).collect();
                for word in query.words.iter().chain(query.phrases.iter().flatten()) {
                    prop_assert!(text.iter().any(|other| similarity(word, other).is_some()), "{word} is not in {text:?}");
                }
            }
        }
    }

    #[test]
    fn a_later_source_is_no_reason_to_find_something_earlier() {
        let dataset = Dataset::bundled();
        let index = Index::new(&dataset);
        let (then, now) = (
            Snapshot::as_of(
                &dataset,
                "2017-10-09"
                    .parse::<crate::dataset::PartialDate>()
                    .expect("a date"),
            ),
            Snapshot::latest(&dataset),
        );
        let mut later = 0;
        for item in dataset
            .item_indices_in_order()
            .filter(|&item| then.contains(item))
        {
            for citation in dataset.cites(item) {
                let source = dataset.source(citation.source_index());
                if then.knows_date(source.published) {
                    continue;
                }
                let query = SearchQuery::new(&format!("\"{}\"", source.title));
                let found = |snapshot| {
                    index
                        .search(snapshot, &query)
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
        // Some are called what the fact itself says.
        assert!(later > 5, "only {later} later sources");
    }

    #[test]
    fn matched_words_are_marked_where_they_stand() {
        let highlights = |typed: &str, text: &str| {
            SearchQuery::new(typed)
                .highlights(text)
                .into_iter()
                .map(|index| text[index].to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            highlights("menta helath", "The Mental-Health plan"),
            ["Mental", "Health"]
        );
        assert_eq!(
            highlights("\"mental health\"", "mentally, mental Health"),
            ["mental", "Health"]
        );
        assert_eq!(highlights("cafe", "in a CAFÉ"), ["CAFÉ"]);
    }
}
