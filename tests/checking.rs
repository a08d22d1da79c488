//! What `oa check` says: every problem of a file, in its place.

use std::{
    io::Write as _,
    process::{Command, Output, Stdio},
};

use opportunity_areas::dataset::{BUNDLED, Dataset, LoadError};
use serde_json::{Value, json};

/// Runs `oa check` on a text.
fn check(text: &str, arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_oa"))
        .args(["check", "-"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = program.stdin.take().expect("a pipe");
    // The program may end without reading everything.
    let _ = input.write_all(text.as_bytes());
    drop(input);
    program.wait_with_output().expect("the program ends")
}

#[test]
fn the_file_of_the_option_is_checked() {
    let file = "tests/data/valid/council-plan.json";
    let oa = |arguments: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_oa"));
        let program = program.args(arguments).stdin(Stdio::null());
        program.output().expect("the program starts")
    };
    let named = oa(&["check", file]);
    assert!(named.status.success());
    assert_eq!(oa(&["--data", file, "check"]).stdout, named.stdout);
    let nothing = oa(&["check"]);
    assert_eq!(nothing.status.code(), Some(2));
    assert_eq!(
        String::from_utf8_lossy(&nothing.stderr),
        "oa: there is no file to check. Name it: `oa check FILE`. `-` is standard input.\n"
    );
}

fn error(text: &str) -> LoadError {
    Dataset::from_json("file", text).expect_err("the file is wrong")
}

/// Returns the line and the message of each problem.
fn problems(text: &str) -> Vec<(usize, String)> {
    let lines = error(text).diagnostics.into_iter().map(|diagnostic| {
        let line = diagnostic.position.map_or(0, |position| position.line);
        (line, diagnostic.message)
    });
    lines.collect()
}

/// A dataset of one priority, with a value of an area and a field of an action replaced.
fn dataset(area: &str, action: &str) -> String {
    format!(
        r#"{{
  "version": 1,
  "programme": {{ "name": "Green corridors" }},
  "areas": [
    {{
      "id": "riverside",
      {area},
      "priorities": [
        {{
          "reference": "riverside/1",
          "number": 1,
          "title": "A good start",
          "cites": [{{ "source": "plan", "at": "page 4" }}],
          "actions": [
            {{
              "reference": "riverside/1/reading",
              {action},
              "cites": [{{ "source": "plan", "at": "page 5" }}]
            }}
          ]
        }}
      ]
    }}
  ],
  "sources": [
    {{ "id": "plan", "title": "A plan", "publisher": "The council", "published": "2018-01-19" }}
  ]
}}
"#
    )
}

const AREA: &str = r#""name": "Riverside""#;
const ACTION: &str = r#""what": "Help families read at home.""#;

#[test]
fn bad_text_and_numbers_deep_in_a_file_are_reported_in_their_line() {
    let sound = dataset(AREA, ACTION);
    assert!(Dataset::from_json("file", &sound).is_ok());
    for (action, words) in [
        (r#""what": "\ud800""#, "this text cannot be read"),
        (
            r#""what": "a", "amount": { "pounds": 1e999 }"#,
            "this number cannot be read",
        ),
        (
            r#""what": "a", "partners": ["\udc00"]"#,
            "this text cannot be read",
        ),
        (
            r#""what": "a", "amount": { "pounds": 1, "\ud800": 1 }"#,
            "not valid JSON",
        ),
        ("\"what\": \"a\tb\"", "there is a tab in this text"),
        ("\"what\": \"a\nb\"", "goes on after the end of the line"),
        ("\"what\": \"a\u{1}b\"", "a control character in this text"),
        (r#""what": "C:\Users""#, "a backslash"),
        (r#""what": .5"#, "not a number of JSON"),
        (r#""what": 5."#, "not a number of JSON"),
        (r#""what": "a", "\u0007\"x": 1"#, "unknown field"),
        (r#""what": 01"#, "not a number of JSON"),
        (r#""what": nulL"#, "`nulL` is not a value of JSON"),
    ] {
        let found = problems(&dataset(AREA, action));
        assert_eq!(found.len(), 1, "{action}: {found:?}");
        assert_eq!(found[0].0, 17, "{action}: {found:?}");
        assert!(found[0].1.contains(words), "{action}: {found:?}");
    }
}

#[test]
fn bad_number_or_text_hides_no_other_problem() {
    let found = problems(&dataset(
        r#""name": "\ud800", "wave": 1e999, "region": 3"#,
        r#""what": """#,
    ));
    assert_eq!(
        found.iter().map(|problem| problem.0).collect::<Vec<_>>(),
        [7, 7, 7, 17],
        "{found:?}"
    );
}

#[test]
fn missing_fields_are_reported_with_the_other_problems_of_their_object() {
    let found = problems(&dataset(
        r#""wave": 300"#,
        r#""partners": "Police", "amount": {}"#,
    ));
    let messages: Vec<&str> = found.iter().map(|problem| problem.1.as_str()).collect();
    assert_eq!(
        messages,
        [
            "missing field `name`",
            "expected a whole number from 0 to 255, found the number 300",
            "missing field `what`",
            "expected a list, found the text \"Police\"",
            "missing field `pounds`",
        ]
    );
    let found = problems(r#"{ "version": 1, "areas": [{}] }"#);
    let messages: Vec<&str> = found.iter().map(|problem| problem.1.as_str()).collect();
    assert_eq!(
        messages,
        [
            "missing fields `programme` and `sources`",
            "missing fields `id` and `name`"
        ]
    );
}

#[test]
fn every_kind_of_value_says_what_it_may_be() {
    for (area, words) in [
        (r#""wave": -1"#, "a whole number from 0 to 255"),
        (r#""wave": 1.5"#, "a whole number from 0 to 255"),
        (r#""wave": "1""#, "a whole number from 0 to 255"),
        (
            r#""ranks": [{ "rank": 0 }]"#,
            "a whole number from 1 to 4294967295",
        ),
        (
            r#""ranks": [{ "year": 70000 }]"#,
            "a whole number from 0 to 65535",
        ),
        (
            r#""plan": { "pages": -3 }"#,
            "a whole number from 0 to 4294967295",
        ),
        (
            r#""plan": { "published": 2017 }"#,
            "a date: 2017, 2017-10 or 2017-10-09",
        ),
        (
            r#""plan": { "published": "2017-13" }"#,
            "there is no month 13",
        ),
        (
            r#""money": [{ "amount": { "pounds": -5 } }]"#,
            "whole pounds, without a fraction, from 0 to 18446744073709551615",
        ),
        (
            r#""money": [{ "amount": { "pounds": 1, "bound": 3 } }]"#,
            "one of the words `at least`, `over`, `nearly` or `up to`",
        ),
        (
            r#""money": [{ "amount": { "pounds": 1, "bound": { "over": null } } }]"#,
            "one of the words",
        ),
        (
            r#""money": [{ "amount": { "pounds": 1, "every_year": "yes" } }]"#,
            "expected true or false, found the text \"yes\"",
        ),
        (
            r#""position": [-1.5, 53.1]"#,
            "an object with the fields `longitude`, `latitude` and `meaning`, found a list",
        ),
        (
            r#""position": [-1.5, 53.1, "the bridge"]"#,
            "an object with the fields `longitude`, `latitude` and `meaning`, found a list",
        ),
        (
            r#""position": { "longitude": 181 }"#,
            "degrees from -180 to 180",
        ),
        (
            r#""position": { "latitude": -91 }"#,
            "degrees from -90 to 90",
        ),
        (
            r#""board": "Jo""#,
            "an object with the fields `chairs` or `later_bodies`",
        ),
        (
            r#""districts": ["Oldham"]"#,
            "an object with the fields `name` and `gss`",
        ),
        (
            r#""districts": [{ "name": "a", "gss": 8 }]"#,
            "a GSS code such as E08000004",
        ),
        (
            r#""region": null, "name": null"#,
            "expected text, found null",
        ),
    ] {
        let error = error(&dataset(
            &format!("{AREA}, {area}").replace(r#""name": "Riverside", "region": null, "#, ""),
            ACTION,
        ));
        assert!(error.to_string().contains(words), "{area}: {error}");
    }
    let error = error(&dataset(
        &format!(r#"{AREA}, "position": [-1.5, 53.1]"#),
        ACTION,
    ));
    assert!(
        error.diagnostics[0]
            .help
            .starts_with(r#"write { "longitude": -1.5, "latitude": 53.1, "meaning": "#),
        "{error}"
    );
}

#[test]
fn common_mistakes_of_syntax_are_named() {
    for (text, words, line) in [
        ("{\n\"version\": 1,\n}", "a comma before the closing `}`", 2),
        (
            "{\n\"areas\": [1, 2,]\n}",
            "a comma before the closing `]`",
            2,
        ),
        (
            "{\n“version”: 1\n}",
            "`“` is not the quotation mark of JSON",
            2,
        ),
        (
            "{\n\"note\": ‘a’\n}",
            "`‘` is not the quotation mark of JSON",
            2,
        ),
        ("{\n'version': 1\n}", "single quotation marks", 2),
        (
            "{\nversion: 1\n}",
            "a field's name must be in quotation marks",
            2,
        ),
        ("{\n\"wave\": None\n}", "`None` is not a value of JSON", 2),
        ("{\n\"wave\": NaN\n}", "`NaN` is not a value of JSON", 2),
        ("{\n\"wave\": True\n}", "`True` is not a value of JSON", 2),
        (
            "{\n// the plan\n\"version\": 1\n}",
            "JSON has no comments",
            2,
        ),
        (
            "{\n\"version\": 1\n\"note\": \"a\"\n}",
            "there is no comma before this",
            3,
        ),
        (
            "{\n\"note\": \"the \"best\" plan\"\n}",
            "more after the end of this text",
            2,
        ),
        (
            "{\n\"version\": 1\n}\n}",
            "more text after the end of the data",
            4,
        ),
    ] {
        let found = problems(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(found[0].1.contains(words), "{text}: {found:?}");
        assert_eq!(found[0].0, line, "{text}: {found:?}");
    }
}

/// A fact that cannot be read is reported once, and not again by those that name it.
#[test]
fn references_to_facts_that_cannot_be_read_are_not_reported() {
    let text = include_str!("data/valid/every-field.json");
    let broken = text.replace(
        "\"In 2019, 68% of children in Riverside reached a good level of development.\"",
        "3",
    );
    let broken = broken.replace("\"doubtful\": \"The article gives no source.\"", "\"doubtful\": 3")
        .replace("\"In 2016, 61% of children in Riverside reached a good level of development, rank 300 of 324.\"", "4");
    let messages: Vec<String> = problems(&broken)
        .into_iter()
        .map(|(_, message)| message)
        .collect();
    assert_eq!(
        messages,
        [
            "expected text, found the number 4",
            "expected text, found the number 3",
            "expected text, found the number 3",
        ]
    );
}

#[test]
fn later_versions_are_refused_before_their_new_fields() {
    let text = include_str!("data/valid/every-field.json")
        .replace("\"version\": 2", "\"version\": 3, \"pictures\": []");
    let error = error(&text);
    assert_eq!(error.total, 1);
    let diagnostic = &error.diagnostics[0];
    assert_eq!(
        (diagnostic.message.as_str(), diagnostic.help.as_str()),
        (
            "the file has format version 3; this program reads versions up to 2",
            "install a later version of oa, or save the file in format version 2"
        )
    );
    let older = text.replace("\"version\": 3, \"pictures\": []", "\"version\": 1");
    assert!(
        Dataset::from_json("file", &older).is_ok(),
        "version 1 is still read"
    );
    let none = older.replace("\"version\": 1", "\"version\": 0");
    assert_eq!(
        problems(&none),
        [(
            2,
            "expected a whole number from 1 to 2, found the number 0".into()
        )]
    );
}

#[test]
fn total_is_reported_and_all_shows_the_rest() {
    let area = |number: usize| json!({ "id": format!("area-{number}"), "wave": 300 });
    let text = json!({
        "version": 1,
        "programme": { "name": "Parks" },
        "areas": (0..100).map(area).collect::<Vec<_>>(),
        "sources": [],
    })
    .to_string();
    for (arguments, shown, summary) in [
        (
            &[][..],
            50,
            "50 of 200 problems in standard input shown; `oa check --all` shows the rest",
        ),
        (&["--all"], 200, "200 problems in standard input"),
    ] {
        let output = check(&text, arguments);
        assert_eq!(output.status.code(), Some(2));
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(stderr.matches("error: ").count(), shown);
        assert_eq!(stderr.trim_end().lines().last(), Some(summary));
    }
}

#[test]
fn all_problems_of_a_large_file_are_found_at_once() {
    let mut document: Value = serde_json::from_str(BUNDLED).expect("the dataset is JSON");
    let mut expected = 0;
    for area in document["areas"].as_array_mut().expect("a list") {
        for priority in area["priorities"].as_array_mut().expect("a list") {
            for action in priority["actions"].as_array_mut().expect("a list") {
                let action = action.as_object_mut().expect("an object");
                // Two problems in each: a missing field, and one of the wrong type.
                action.remove("what");
                action.insert("partners".into(), json!("ICB"));
                expected += 2;
            }
        }
    }
    let error = error(&document.to_string());
    assert_eq!((error.diagnostics.len(), error.total), (50, expected));
    assert!(expected > 200);
}

#[test]
fn warnings_do_not_fail_the_check() {
    let text = dataset(AREA, r#""what": "a", "partners": ["ICB; Police"]"#);
    let output = check(&text, &[]);
    assert_eq!(output.status.code(), Some(0));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        stderr.starts_with("warning: this is probably a list of several partners in one text\n --> standard input:17:"),
        "{stderr}"
    );
    assert!(
        stderr
            .trim_end()
            .ends_with("\n1 warning about standard input"),
        "{stderr}"
    );
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "standard input: no problems, 1 warning; 1 area, 1 fact, 1 source\n"
    );
}

#[test]
fn unknown_field_with_an_escape_is_marked_where_it_is() {
    let text = dataset(AREA, "\"what\": \"a\",\n\"st\\u0061rt \\\"now\\\"\" :\n1");
    let error = error(&text);
    let position = error.diagnostics[0].position.as_ref().expect("a position");
    assert_eq!((position.line, position.column), (18, 1), "{error}");
    assert!(
        error.to_string().contains(" ^^^^^^^^^^^^^^^^^^^^ at areas"),
        "{error}"
    );
}

#[test]
fn result_as_json_has_every_problem_in_its_place() {
    let text = dataset(
        r#""name": "Riverside", "wave": 300"#,
        r#""what": "a", "partner": []"#,
    );
    let parsed = |arguments: &[&str], text: &str, status| {
        let output = check(text, arguments);
        assert_eq!(output.status.code(), Some(status));
        assert!(output.stderr.is_empty());
        serde_json::from_slice::<Value>(&output.stdout).expect("it is JSON")
    };
    let json = ["--format", "json"];
    let result = parsed(&json, &text, 2);
    assert_eq!(
        (&result["file"], &result["dataset"]),
        (&json!("standard input"), &Value::Null)
    );
    assert_eq!(
        (&result["number_of_problems"], &result["number_of_warnings"]),
        (&json!(2), &json!(0))
    );
    let places: Vec<_> = result["problems"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|problem| (&problem["line"], &problem["path"]))
        .collect();
    assert_eq!(
        places,
        [
            (&json!(7), &json!("areas[0].wave")),
            (
                &json!(17),
                &json!("areas[0].priorities[0].actions[0].partner")
            )
        ]
    );
    assert!(
        result["problems"][1]["help"]
            .as_str()
            .is_some_and(|help| help.contains("partners"))
    );

    let sound = parsed(
        &json,
        &dataset(AREA, r#""what": "a", "partners": ["ICB; Police"]"#),
        0,
    );
    assert_eq!(
        sound["dataset"],
        json!({ "areas": 1, "facts": 1, "sources": 1 })
    );
    assert_eq!(
        (&sound["number_of_problems"], &sound["number_of_warnings"]),
        (&json!(0), &json!(1))
    );
    assert_eq!(sound["warnings"][0]["line"], 17);

    let empty = parsed(&json, "", 2);
    assert!(
        empty["problems"][0].get("line").is_none(),
        "it is about the whole file: {empty}"
    );
    let many = format!(
        "{{ {} }}",
        (0..60)
            .map(|number| format!("\"key{number}\": 1"))
            .collect::<Vec<_>>()
            .join(", ")
    );
    assert_eq!(
        parsed(&json, &many, 2)["problems"].as_array().map(Vec::len),
        Some(50)
    );
    assert!(
        parsed(&["--format", "json", "--all"], &many, 2)["problems"]
            .as_array()
            .is_some_and(|all| all.len() > 59)
    );
}
