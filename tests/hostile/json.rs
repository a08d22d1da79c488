//! The cases of `JSONTestSuite`: nothing crashes the loader, and a message says where the problem is.

use opportunity_areas::dataset::Dataset;
use serde_json::Value;

/// Returns the names and the bytes of the cases. `y_` cases are JSON, `n_` cases are not, and of `i_` cases parsers differ.
fn cases() -> Vec<(String, Vec<u8>)> {
    let suite: Vec<Value> =
        serde_json::from_str(include_str!("../data/public/json-test-suite.json"))
            .expect("the file is JSON");
    let bytes = |case: &Value| match (case["input"].as_str(), case["hex"].as_str()) {
        (Some(text), _) => text.as_bytes().to_vec(),
        (_, Some(hex)) => (0..hex.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("two hexadecimal digits"))
            .collect(),
        _ => panic!("the case has no input: {case}"),
    };
    let mut cases: Vec<_> = suite
        .iter()
        .map(|case| {
            (
                case["name"].as_str().expect("a name").to_string(),
                bytes(case),
            )
        })
        .collect();
    assert_eq!(cases.len(), 316, "some cases are missing");
    for (name, unit, count) in [
        ("n_structure_100000_opening_arrays", "[", 100_000),
        ("n_structure_open_array_object", "[{\"\":", 50_000),
    ] {
        cases.push((name.into(), unit.repeat(count).into_bytes()));
    }
    cases
}

/// Returns the number of lines, as an editor counts them.
fn lines(bytes: &[u8]) -> usize {
    bytes.split(|&byte| byte == b'\n').count()
}

#[test]
fn no_case_is_a_dataset_and_every_message_has_a_position() {
    for (name, bytes) in cases() {
        let error = Dataset::from_bytes(&name, &bytes).expect_err(&name);
        assert!(!error.diagnostics.is_empty(), "{name}");
        let is_empty = bytes.trim_ascii().is_empty() || bytes == "\u{feff}".as_bytes();
        let is_utf_16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
        for diagnostic in &error.diagnostics {
            match &diagnostic.position {
                Some(position) => assert!(
                    (1..=lines(&bytes)).contains(&position.line) && position.column >= 1,
                    "{name}: {error}"
                ),
                None => assert!(is_empty || is_utf_16, "{name} has no position: {error}"),
            }
        }
        let message = error.to_string();
        assert!(
            !message.contains(|character: char| character.is_control() && character != '\n'),
            "{name}: {message:?}"
        );
    }
}

/// The same deep inside a dataset.
#[test]
fn cases_inside_a_dataset_are_reported_with_a_position() {
    let before = format!(
        "{{\n\"version\": 1,\n\"programme\": {{\"name\": \"A programme\"}},{}\"areas\": [],\n\"note\": ",
        "\n".repeat(95)
    );
    for (name, bytes) in cases() {
        let json = [before.as_bytes(), &bytes, b",\n\"sources\": []\n}\n"].concat();
        let Err(error) = Dataset::from_bytes(&name, &json) else {
            assert!(name.starts_with("y_") || name.starts_with("i_"), "{name}");
            continue;
        };
        for diagnostic in &error.diagnostics {
            let Some(position) = &diagnostic.position else {
                panic!("{name} has no position: {error}");
            };
            // What is before the case is sound, so the problem is in the case or after it.
            assert!(
                (lines(before.as_bytes())..=lines(&json)).contains(&position.line),
                "{name}: {error}"
            );
        }
    }
}
