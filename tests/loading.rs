//! Files that must load, and files that must not, each with its message.

use std::{fs, path::Path};

use opportunity_areas::dataset::{BUNDLED, Dataset, Item, Owner};

/// Compares a message with a file. With `UPDATE=1` the file is written instead: read the diff.
fn expect(path: &Path, message: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, message).expect("the expected message can be written");
    }
    let expected =
        fs::read_to_string(path).unwrap_or_else(|_| panic!("{} is missing", path.display()));
    assert_eq!(
        message.trim_end(),
        expected.trim_end(),
        "{}",
        path.display()
    );
}

#[test]
fn every_invalid_file_has_its_message() {
    let mut tried = 0;
    for entry in fs::read_dir("tests/data/invalid").expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            let error = Dataset::from_file(&path).expect_err(&path.display().to_string());
            expect(&path.with_extension("expected"), &error.to_string());
            tried += 1;
        }
    }
    let missing = Path::new("tests/data/invalid/no-such-file.json");
    expect(
        &missing.with_extension("expected"),
        &Dataset::from_file(missing)
            .expect_err("it is missing")
            .to_string(),
    );
    assert!(tried > 30, "only {tried} files were tried");
}

#[test]
fn every_valid_file_loads() {
    let mut tried = 0;
    for entry in fs::read_dir("tests/data/valid").expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if let Err(error) = Dataset::from_file(&path) {
            panic!("{error}");
        }
        tried += 1;
    }
    assert!(tried >= 4, "only {tried} files were tried");
}

#[test]
fn file_cut_anywhere_is_an_error_without_a_panic() {
    let text =
        fs::read_to_string("tests/data/valid/byte-order-mark.json").expect("the file is there");
    for length in (0..text.trim_end().len()).filter(|&length| text.is_char_boundary(length)) {
        assert!(
            Dataset::from_json("cut", &text[..length]).is_err(),
            "cut at {length}"
        );
    }
}

#[test]
fn bundled_dataset_is_complete() {
    let dataset = Dataset::bundled();
    let document = dataset.document();
    assert_eq!(
        (
            document.areas.len(),
            document.themes.len(),
            document.sources.len()
        ),
        (12, 10, 349)
    );
    let priorities = || document.areas.iter().flat_map(|area| &area.priorities);
    assert_eq!(priorities().count(), 45);
    let count = |list: fn(&opportunity_areas::dataset::Priority) -> usize| {
        priorities().map(list).sum::<usize>()
    };
    assert_eq!(count(|priority| priority.reasons.len()), 151);
    assert_eq!(count(|priority| priority.targets.len()), 59);
    assert_eq!(count(|priority| priority.actions.len()), 230);
    assert_eq!(count(|priority| priority.results.len()), 63);
    assert_eq!(count(|priority| priority.later_titles.len()), 6);
    assert_eq!(count(|priority| priority.themes.len()), 69);
    let area_facts: usize = document.areas.iter().map(|area| area.facts().count()).sum();
    // 12 plans, 19 ranks, 13 chairs, 12 underpinning themes, 6 reasons, 12 actions, 5 results, 37 notes, 49 sums, 7 twins, 47 events
    assert_eq!(
        area_facts,
        12 + 19 + 13 + 12 + 6 + 12 + 5 + 37 + 49 + 7 + 47
    );
    // 19 statements, 5 on oversight, 3 partners, 2 people, 3 on the Commission, 3 shared actions, 5 shared facts, 1 target, 1 result, 11 sums, 20 events
    assert_eq!(
        document.programme.facts().count(),
        19 + 5 + 3 + 2 + 3 + 3 + 5 + 1 + 1 + 11 + 20
    );
    let undated = document
        .sources
        .iter()
        .filter(|source| source.published_is.is_some())
        .count();
    let described = document
        .sources
        .iter()
        .filter(|source| source.title_is.is_some())
        .count();
    assert_eq!((undated, described), (244, 30));
}

#[test]
fn loading_loses_nothing() {
    for text in [BUNDLED, include_str!("data/valid/every-field.json")] {
        let written: serde_json::Value = serde_json::from_str(text).expect("the file is JSON");
        let dataset = Dataset::from_json("file", text).expect("the file is sound");
        let read = serde_json::to_value(dataset.document()).expect("a document is JSON");
        assert_eq!(written, read);
    }
}

#[test]
fn every_source_is_cited_and_every_paragraph_of_the_founding_article_is_a_fact() {
    let dataset = Dataset::bundled();
    let mut cited = std::collections::BTreeSet::new();
    let mut paragraphs = std::collections::BTreeSet::new();
    let priorities = dataset
        .document()
        .areas
        .iter()
        .flat_map(|area| &area.priorities)
        .flat_map(|priority| priority.cites.iter());
    let facts = dataset
        .owners()
        .flat_map(|owner| dataset.facts(owner))
        .flat_map(|(_, fact)| fact.cites().iter());
    let terms = dataset.document().terms.iter();
    let terms = terms.flat_map(|term| term.cites.iter().flat_map(|cites| cites.iter()));
    for citation in facts.chain(priorities).chain(terms) {
        cited.insert(citation.source.as_str());
        if citation.source.as_str() == "children-and-young-people-now-2017" {
            paragraphs.insert(citation.at.to_string());
        }
    }
    let uncited: Vec<_> = dataset
        .document()
        .sources
        .iter()
        .filter(|source| !cited.contains(source.id.as_str()))
        .map(|source| source.id.as_str())
        .collect();
    assert_eq!(uncited, Vec::<&str>::new());
    let all = [
        "first paragraph",
        "picture's caption",
        "second paragraph",
        "third paragraph",
        "fourth paragraph",
        "fifth paragraph",
        "sixth paragraph",
        "seventh paragraph",
        "list of other actions, first item",
        "list of other actions, second item",
        "list of other actions, third item",
        "list of other actions, fourth item",
        "list of other actions, fifth item",
        "list of other actions, last item",
        "paragraph after the list of other actions",
        "first paragraph of Justine Greening's statement",
        "second paragraph of Justine Greening's statement",
        "paragraph on the plans of the other six areas",
        "last paragraph",
    ];
    let all: std::collections::BTreeSet<_> = all.into_iter().map(String::from).collect();
    assert_eq!(paragraphs, all);
}

#[test]
fn every_citation_has_the_index_of_its_source() {
    let dataset = Dataset::bundled();
    let areas = &dataset.document().areas;
    let classifications = areas
        .iter()
        .flat_map(|area| &area.priorities)
        .flat_map(|priority| &priority.themes)
        .flat_map(|classification| &classification.stated_by);
    let cited = dataset.item_indices().flat_map(|item| dataset.cites(item));
    let mut count = 0;
    for citation in cited.chain(classifications) {
        let source = dataset.source(citation.source_index());
        assert_eq!(source.id, citation.source);
        count += 1;
    }
    assert!(count > 500, "{count}");
}

#[test]
fn every_reference_finds_its_item() {
    let dataset = Dataset::bundled();
    for item in dataset.item_indices() {
        let carried = match dataset.item(item) {
            Item::Programme(_) => "programme".to_string(),
            Item::Area(area) => area.id.to_string(),
            Item::Priority(_, priority) => priority.reference.to_string(),
            Item::Fact(fact) => fact.reference().to_string(),
            Item::Theme(theme) => format!("theme/{}", theme.id),
            Item::Term(term) => format!("term/{}", term.id),
            Item::Source(source) => format!("source/{}", source.id),
        };
        assert_eq!(carried, dataset.reference(item));
        assert_eq!(dataset.find(&carried), Some(item));
    }
    assert_eq!(dataset.item_indices().count(), 1 + 12 + 846 + 10 + 70 + 349);
    assert!(dataset.find("oldham/3/mental-health-first-aid").is_some());
    assert!(dataset.find("oldham/5").is_none());
}

#[test]
fn bundled_dataset_matches_its_schema() {
    let schema =
        fs::read_to_string("data/opportunity-areas.schema.json").expect("the schema is there");
    let schema = serde_json::from_str(&schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let dataset: serde_json::Value = serde_json::from_str(BUNDLED).expect("the dataset is JSON");
    let errors: Vec<_> = validator
        .iter_errors(&dataset)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, Vec::<String>::new());
    let mut broken = dataset.clone();
    broken["areas"][0]["plan"]["cites"] = serde_json::json!([]);
    assert!(
        !validator.is_valid(&broken),
        "a fact without a citation must not fit the schema"
    );
}
