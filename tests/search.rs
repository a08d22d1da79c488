//! Search finds everything that is shown.

use opportunity_areas::{
    dataset::{Dataset, ItemIndex},
    query::{
        describe::{Field, describe, name_of},
        filter::Filter,
        search::{Index, SearchQuery, SearchScope},
        snapshot::Snapshot,
    },
};

fn dataset(file: Option<&str>) -> Dataset {
    file.map_or_else(Dataset::bundled, |file| {
        Dataset::from_file(file.as_ref()).expect("the dataset is sound")
    })
}

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
                && !field.value.contains("[inferred")
                && !field.value.contains("[the day on which")
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

#[test]
fn every_word_that_is_shown_of_an_item_finds_it() {
    for file in [
        None,
        Some("tests/data/valid/council-plan.json"),
        Some("tests/data/valid/every-field.json"),
    ] {
        let dataset = dataset(file);
        let snapshot = Snapshot::latest(&dataset);
        let index = Index::new(&dataset);
        let mut missing = Vec::new();
        for item in dataset.item_indices() {
            let description = describe(snapshot, item);
            // A person's title has our words, too.
            let mut texts = vec![name_of(snapshot, item).into_owned()];
            texts.extend(
                description
                    .fields
                    .iter()
                    .filter(|field| is_own(item, field))
                    .map(|field| field.value.clone()),
            );
            for text in texts {
                let hits = index.search(SearchScope {
                    snapshot,
                    filter: &Filter::default(),
                    query: &SearchQuery::new(&text.replace('"', " ")).expect("it is short"),
                });
                if !hits.iter().any(|hit| hit.item == item) {
                    missing.push(format!("{}: {text}", dataset.reference(item)));
                }
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
    }
}

#[test]
fn baselines_roles_and_notes_are_found() {
    let dataset = Dataset::bundled();
    let snapshot = Snapshot::latest(&dataset);
    let index = Index::new(&dataset);
    for words in [
        "2017 figure",
        "founding article",
        "East Cambridgeshire's was 311th",
    ] {
        let hits = index.search(SearchScope {
            snapshot,
            filter: &Filter::default(),
            query: &SearchQuery::new(&format!("\"{words}\"")).expect("it is short"),
        });
        assert!(!hits.is_empty(), "{words}");
    }
}
