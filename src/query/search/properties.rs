//! Properties of every answer.

use std::sync::LazyLock;

use hashbrown::HashSet;
use proptest::prelude::*;

use super::{
    Hit, Index, SearchAnswer, SearchQuery, SearchScope,
    compounds::{divided_word, joined_words},
    everyday_words::everyday_forms,
    kind_words::kind_number,
    stem::stem,
    token::{has_digit, is_number},
};
use crate::{
    dataset::{Dataset, PartialDate},
    query::{filter::Filter, snapshot::Snapshot},
};

static DATASET: LazyLock<(Dataset, Index)> = LazyLock::new(|| {
    let dataset = Dataset::bundled();
    let index = Index::new(&dataset);
    (dataset, index)
});

fn answer(snapshot: Snapshot, query: &SearchQuery) -> SearchAnswer {
    DATASET.1.search(SearchScope {
        snapshot,
        filter: &Filter::default(),
        query,
    })
}

/// Returns every word of an item and those for its kind, in order.
fn words_of(hit: &Hit) -> Vec<String> {
    let index = &DATASET.1;
    let entry = index
        .entries
        .iter()
        .position(|entry| entry.item == hit.item);
    let mut words = index.texts_of(entry.expect("every hit is in the index"));
    let kind = index.kinds[kind_number(hit.item)] as usize;
    let of_kind = index.shared.words.list(kind).iter();
    words.extend(
        of_kind
            .filter_map(|code| code.as_word())
            .map(|word| index.vocabulary[word as usize].to_string()),
    );
    words
}

/// Returns the words of a query that an item has, by all that counts as having a word: the word, a
/// form of it, an abbreviation, its parts, or what was looked for instead of it.
fn found_words(
    query: &SearchQuery,
    replaced: &[(String, Vec<String>)],
    hit: &Hit,
) -> HashSet<usize> {
    let index = &DATASET.1;
    let words = words_of(hit);
    let stems: Vec<String> = words.iter().map(|word| stem(word)).collect();
    let has_row = |row: &[String]| stems.windows(row.len()).any(|window| window == row);
    let asked = query.stems();
    let mut found: HashSet<usize> = HashSet::new();
    for (term, word) in query.words.iter().enumerate() {
        let has_forms = !has_digit(word) && word.chars().count() > 3;
        let has_instead = |(typed, others): &(String, Vec<String>)| {
            typed == word && others.iter().any(|other| stems.contains(&stem(other)))
        };
        if words.contains(word)
            || (has_forms && stems.contains(&asked[term]))
            || replaced.iter().any(has_instead)
        {
            found.insert(term);
        }
        for parts in divided_word(index, term, word) {
            if has_row(&parts.stems) {
                found.insert(term);
            }
        }
    }
    let meant = everyday_forms(&asked).into_iter().filter(|other| {
        let typed = query.words[other.form.start..other.form.end].join(" ");
        replaced.iter().any(|(word, _)| *word == typed)
    });
    let forms = index.terms.others(&asked).into_iter();
    let forms = forms.chain(joined_words(&query.words));
    for form in forms.chain(meant.map(|other| other.form)) {
        if has_row(&form.stems) {
            found.extend(form.start..form.end);
        }
    }
    found
}

/// Returns numbers of the dataset.
fn numbers() -> Vec<String> {
    let words = DATASET.1.vocabulary.iter();
    let numbers = words.filter(|word| is_number(word));
    numbers.map(ToString::to_string).collect()
}

/// Returns a word that people may type: of the dataset, with a typing error, or an everyday word.
fn word() -> impl Strategy<Value = String> {
    let words: Vec<String> = DATASET
        .1
        .vocabulary
        .iter()
        .map(ToString::to_string)
        .collect();
    let everyday = [
        "kids",
        "wellbeing",
        "uni",
        "covid",
        "breakfastclub",
        "ncs",
        "head teacher",
    ];
    prop_oneof![
        6 => proptest::sample::select(words.clone()),
        2 => (proptest::sample::select(words), 0_usize..6).prop_map(|(mut word, position)| {
            if word.is_ascii() && position < word.len() {
                word.remove(position);
            }
            word
        }),
        1 => proptest::sample::select(everyday.map(String::from).to_vec()),
        1 => "[a-z]{1,9}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn complete_hits_have_every_word_that_occurs(words in proptest::collection::vec(word(), 1..4), year in 2016_u16..2026) {
        let snapshot = Snapshot::as_of(&DATASET.0, PartialDate::Year(year));
        let query = SearchQuery::new(&words.join(" ")).expect("it is short");
        let answer = answer(snapshot, &query);
        prop_assert!(answer.hits.is_sorted_by_key(|hit| !hit.is_complete()));
        for hit in &answer.hits {
            prop_assert!(snapshot.contains(hit.item));
            let missing = answer.missing_words(hit);
            prop_assert_eq!(hit.is_complete(), missing.is_empty());
            let found = found_words(&query, answer.replaced_words(), hit);
            for (term, word) in query.words.iter().enumerate() {
                let is_there = found.contains(&term)
                    || missing.contains(&word.as_str())
                    || answer.unknown_words().contains(word);
                prop_assert!(is_there, "{:?}: {:?} lacks {}", query.words, hit, word);
            }
        }
    }

    #[test]
    fn numbers_are_found_only_as_they_are(
        number in prop_oneof![
            proptest::sample::select(numbers()),
            (proptest::sample::select(numbers()), 0_u32..10).prop_map(|(number, digit)| format!("{number}{digit}")),
            (proptest::sample::select(numbers()), 1_usize..3).prop_map(|(number, cut)| number.chars().skip(cut).collect()),
            "[1-9][0-9]{0,6}",
        ],
        form in 0_usize..3,
    ) {
        let typed = ["{}", "£{}", "{}%"][form].replace("{}", &number);
        let query = SearchQuery::typing(&typed).expect("it is short");
        let Some(wanted) = query.words.first().filter(|_| query.words.len() == 1) else {
            return Ok(());
        };
        for hit in answer(Snapshot::latest(&DATASET.0), &query).hits {
            prop_assert!(words_of(&hit).contains(wanted), "{typed}: {hit:?}");
        }
    }

    #[test]
    fn any_text_can_be_searched_for(input in "\\PC{0,40}") {
        let query = SearchQuery::new(&input).expect("it is short");
        let answer = answer(Snapshot::latest(&DATASET.0), &query);
        prop_assert!(answer.hits.is_sorted_by_key(|hit| !hit.is_complete()));
    }
}
