//! The JSON Schema and the loader accept the same files, apart from the rules that a schema cannot
//! express.

use std::{collections::BTreeSet, sync::LazyLock};

use jsonschema::Validator;
use opportunity_areas::dataset::{Dataset, SCHEMA};
use proptest::prelude::*;
use serde_json::{Value, json};

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is a schema")
});

/// A small dataset with every field of the format.
static SAMPLE: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("data/valid/every-field.json")).expect("the file is JSON")
});

/// Rules that a schema cannot express. Each is a part of the message about a file that breaks it.
const SEMANTIC: [(&str, &str); 27] = [
    ("unknown source `", "a cited source is in `sources`"),
    ("unknown theme `", "a theme is in `themes`"),
    ("unknown area `", "an area is in `areas`"),
    ("` is used twice", "ids and references are unique"),
    (
        "` is reserved and cannot be",
        "some ids cannot be an area's",
    ),
    (
        "` is not the reference of priority",
        "a priority's reference has its number",
    ),
    (
        "` does not belong to `",
        "a fact's reference begins with its owner",
    ),
    (
        " is impossible",
        "a rank is not larger than the number of places",
    ),
    ("unknown measure `", "a measure is in `measures`"),
    (
        "neither its baseline nor its goal",
        "a figure of a target has a part",
    ),
    (
        "only targets have a baseline and a goal",
        "other figures have none",
    ),
    (
        "nothing says where the status",
        "a status has sources, or says how it was derived",
    ),
    ("there is no result `", "the result of a target exists"),
    ("` is not a result", "and it is a result"),
    ("is a result of another area", "of the same area"),
    ("there is no event `", "the event that named a wave exists"),
    ("` is not an event", "and it is an event"),
    ("no area is in wave", "and a wave has areas"),
    ("there is no fact `", "a contradicting fact exists"),
    ("this fact contradicts itself", "and it is another one"),
    (
        "nothing says where the meaning",
        "a term has sources, or is general knowledge",
    ),
    ("not general knowledge only", "but not both"),
    (" columns wide", "short names are short"),
    ("the period ends before it starts", "periods go forwards"),
    (" days", "a month has that many days"),
    (
        "this text has only invisible characters",
        "also of characters after U+FFFF",
    ),
    // To JSON Schema, 1.0 is an integer. It is the only file that the loader refuses for its form.
    (".0", "whole numbers have no decimal point"),
];

/// Loads a value and compares the result with the schema's. Returns what is wrong.
fn disagreement(value: &Value) -> Option<String> {
    let is_valid = VALIDATOR.is_valid(value);
    match (is_valid, Dataset::from_json("changed", &value.to_string())) {
        (false, Ok(_)) => {
            let reasons: Vec<_> = VALIDATOR
                .iter_errors(value)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            Some(format!(
                "only the schema refuses it: {}",
                reasons.join("; ")
            ))
        }
        (true, Err(error)) => {
            let is_semantic =
                |message: &str| SEMANTIC.iter().any(|(words, _)| message.contains(words));
            error
                .diagnostics
                .iter()
                .find(|diagnostic| !is_semantic(&diagnostic.message))
                .map(|diagnostic| format!("only the loader refuses it: {}", diagnostic.message))
        }
        _ => None,
    }
}

/// Returns the path of each value in a value, with the list indices left out, beside the pointer to
/// it.
fn paths(value: &Value) -> Vec<(String, String)> {
    fn collect(value: &Value, path: &str, pointer: &str, found: &mut Vec<(String, String)>) {
        found.push((path.into(), pointer.into()));
        match value {
            Value::Array(list) => {
                for (index, value) in list.iter().enumerate() {
                    collect(
                        value,
                        &format!("{path}[]"),
                        &format!("{pointer}/{index}"),
                        found,
                    );
                }
            }
            Value::Object(members) => {
                for (key, value) in members {
                    collect(
                        value,
                        &format!("{path}.{key}"),
                        &format!("{pointer}/{key}"),
                        found,
                    );
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    collect(value, "", "", &mut found);
    found
}

/// The number of replacements that do not depend on the value.
const COMMON_REPLACEMENTS: usize = 30;

/// Returns what a value is replaced with.
fn replacements(value: &Value) -> Vec<Value> {
    let mut replacements = vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(1.0),
        json!(300),
        json!(70_000),
        json!(5_000_000_000_u64),
        json!(u64::MAX),
        json!(1e30),
        json!(""),
        json!(" \u{a0}\u{200b}\u{202e}\u{301}\u{3164}"),
        json!("\u{e0061}"),
        json!("word"),
        json!("Two words"),
        json!("a/b/c/d"),
        json!("2017"),
        json!("2017-13"),
        json!("2017-02-30"),
        json!("2017-10-32"),
        json!("E0800000"),
        json!("ftp://example.org"),
        json!("https://example.org/a b"),
        json!([]),
        json!([-1.5, 53.1]),
        json!({}),
        json!({ "over": null }),
        json!([value]),
        json!({ "value": value }),
    ];
    match value {
        Value::Object(members) => {
            // The fields in a list, as serde's derived code would accept them.
            replacements.push(members.values().cloned().collect());
            for key in members.keys() {
                let mut fewer = members.clone();
                let value = fewer.remove(key).expect("the key is there");
                replacements.push(fewer.clone().into());
                fewer.insert(format!("{key}s"), value);
                replacements.push(fewer.into());
            }
            let mut more = members.clone();
            more.insert("index".into(), json!(0));
            replacements.push(more.into());
        }
        Value::String(word) => {
            // An enum as serde's derived code would accept it.
            replacements.push(json!({ word: null }));
            replacements.push(json!(format!("{word}\n")));
        }
        Value::Array(list) => {
            replacements.push(list.iter().chain(list).cloned().collect());
        }
        _ => {}
    }
    replacements
}

#[test]
fn sample_has_every_field_of_the_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let definitions = schema["$defs"].as_object().expect("definitions");
    let fields: BTreeSet<&String> = definitions
        .values()
        .chain([&schema])
        .filter_map(|definition| definition["properties"].as_object())
        .flat_map(|properties| properties.keys())
        .collect();
    let text = SAMPLE.to_string();
    let missing: Vec<_> = fields
        .into_iter()
        .filter(|field| !text.contains(&format!("\"{field}\":")))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert_eq!(disagreement(&SAMPLE), None);
    if let Err(error) = Dataset::from_json("sample", &text) {
        panic!("{error}");
    }
    assert!(text.len() < 30_000, "{} bytes", text.len());
}

#[test]
fn schema_and_loader_agree_on_every_changed_field() {
    let mut seen = BTreeSet::new();
    let mut tried = 0;
    for (path, pointer) in paths(&SAMPLE) {
        // The same block in another place, such as a citation, is read by the same code.
        let mut blocks = path.rsplitn(3, '.');
        if !seen.insert((
            blocks.next().map(str::to_string),
            blocks.next().map(str::to_string),
        )) {
            continue;
        }
        let value = SAMPLE.pointer(&pointer).expect("the pointer is there");
        let replacements = replacements(value).into_iter().enumerate();
        for (number, replacement) in replacements {
            // There are many fields of each type: together they are given every value.
            if number < COMMON_REPLACEMENTS && (number + seen.len()) % 5 != 0 {
                continue;
            }
            let mut changed = SAMPLE.clone();
            *changed.pointer_mut(&pointer).expect("the pointer is there") = replacement.clone();
            if let Some(problem) = disagreement(&changed) {
                panic!("{path} = {replacement}: {problem}");
            }
            tried += 1;
        }
    }
    assert!(tried > 500, "only {tried} changes");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn schema_and_loader_agree_on_several_changes(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..6)
    ) {
        let mut changed = SAMPLE.clone();
        for (place, replacement) in changes {
            let paths = paths(&changed);
            let (_, pointer) = &paths[place.index(paths.len())];
            let value = changed.pointer_mut(pointer).expect("the pointer is there");
            let choices = replacements(value);
            *value = choices[replacement.index(choices.len())].clone();
        }
        prop_assert_eq!(disagreement(&changed), None);
    }
}
