//! A test that everything that is shown of an item is in the index.

use hashbrown::HashSet;

use super::{Hit, Index, SearchQuery, SearchScope, builder::indexed_headline, token::tokens};
use crate::{
    dataset::{Dataset, Item, ItemIndex},
    query::{
        describe::{Field, describe, name_of},
        filter::Filter,
        snapshot::Snapshot,
    },
};

/// Returns true for labelled lines with words of the dataset about this item. Others count, repeat
/// other items, or are our own words.
fn is_own(item: ItemIndex, field: &Field) -> bool {
    let unknown = [
        "not known",
        "date not known",
        "no web address known",
        "none stated for this action",
    ];
    if unknown.contains(&field.value.as_str()) {
        return false;
    }
    match item {
        ItemIndex::Fact(_) | ItemIndex::Source(_) => {
            let is_repeated_or_ours = matches!(
                field.label,
                "First published" | "Title" | "Checked once" | "Contradicted by" | "Result"
            );
            !is_repeated_or_ours
                && !field.value.ends_with(" inferred)")
                && !field.value.ends_with("(the day it was read)")
                && !field.value.starts_with("done or under way")
        }
        ItemIndex::Area(_) => matches!(
            field.label,
            "Announced as" | "Region" | "District" | "Districts" | "Council that runs schools"
        ),
        ItemIndex::Theme(_) => field.label == "Includes",
        ItemIndex::Term(_) => field.label != "Origin",
        ItemIndex::Programme => matches!(field.label, "Department" | "Country"),
        ItemIndex::Priority(_) => false,
    }
}

/// Returns the name of an item and its labelled lines that must find it.
fn shown(snapshot: Snapshot, item: ItemIndex) -> Vec<String> {
    let fields = describe(snapshot, item).fields.into_iter();
    let own = fields.filter(|field| is_own(item, field));
    let name = match snapshot.dataset().item(item) {
        Item::Fact(fact) => indexed_headline(fact).into_owned(),
        _ => name_of(snapshot, item).into_owned(),
    };
    std::iter::once(name)
        .chain(own.map(|field| field.value))
        .collect()
}

fn datasets() -> Vec<Dataset> {
    let mut datasets = vec![Dataset::bundled()];
    for file in ["council-plan.json", "every-field.json"] {
        let path = format!("tests/data/valid/{file}");
        datasets.push(Dataset::from_file(path.as_ref()).expect("the dataset is sound"));
    }
    datasets
}

#[test]
fn every_word_that_is_shown_of_an_item_is_in_its_entry() {
    for dataset in datasets() {
        let (index, snapshot) = (Index::new(&dataset), Snapshot::latest(&dataset));
        let mut missing = Vec::new();
        for (number, entry) in index.entries.iter().enumerate() {
            let words: HashSet<String> = index.texts_of(number).into_iter().collect();
            for text in shown(snapshot, entry.item) {
                let absent = tokens(&text)
                    .into_iter()
                    .filter(|word| !words.contains(word));
                missing
                    .extend(absent.map(|word| {
                        format!("{}: {word} of {text}", dataset.reference(entry.item))
                    }));
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
    }
}

/// The search is the same for all items, so a sample of them is enough.
#[test]
fn words_of_an_entry_find_it() {
    for dataset in datasets() {
        let (index, snapshot) = (Index::new(&dataset), Snapshot::latest(&dataset));
        for item in dataset.item_indices().step_by(23) {
            for text in shown(snapshot, item) {
                let query = SearchQuery::new(&text.replace(['"', '“', '”', ':', '-'], " "));
                let answer = index.search(SearchScope {
                    snapshot,
                    filter: &Filter::default(),
                    query: &query.expect("it is short"),
                });
                let mut hits = answer.hits.iter().filter(|hit| Hit::is_complete(hit));
                assert!(
                    hits.any(|hit| hit.item == item),
                    "{}: {text}",
                    dataset.reference(item)
                );
            }
        }
    }
}
