//! Messages repeat what was typed or read: visible, in one paragraph and shortened.

#[cfg(unix)]
use std::fs;
use std::{
    io::Write as _,
    process::{Command, Output, Stdio},
};

use opportunity_areas::dataset::{Dataset, LoadError};
use serde_json::Value;

/// One of each class: a C0 and a C1 control, line breaks of three kinds, an override, a joiner, a byte order mark.
const HOSTILE: &str = "x\u{1b}[31m\u{9b}1m\r\n\u{85}\u{2028}\u{202e}\u{200d}\u{feff}z";

/// Most bytes that a message may have, with usage and the values that an option can have.
const MAX_MESSAGE: usize = 4000;

/// Checks a message, or the answer of a search: that finds what has some of the words.
fn assert_refused_or_found(output: &Output, context: &str) {
    let printed = printed(output);
    match output.status.code() {
        Some(0) => assert!(!printed.contains(is_obeyed), "{context}: {printed:?}"),
        Some(1 | 2) => assert_safe(&printed, context),
        _ => panic!("{context}: {:?}", output.status),
    }
}

/// Returns true for characters that a terminal obeys, or that cannot be seen.
fn is_raw(character: char) -> bool {
    character.is_control() && character != '\n'
        || matches!(
            character,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}

/// Checks a message about [`HOSTILE`] or a long text.
#[track_caller]
fn assert_safe(message: &str, context: &str) {
    let shown = || message.chars().take(2000).collect::<String>();
    assert!(!message.contains(is_raw), "{context}: {:?}", shown());
    for line in message.lines().filter(|line| line.contains("x␛")) {
        assert!(
            line.contains('z'),
            "{context} has a broken line: {}",
            shown()
        );
    }
    assert!(
        message.len() <= MAX_MESSAGE,
        "{context} has {} bytes: {}",
        message.len(),
        shown()
    );
}

/// Nearly the longest text that Linux accepts as one argument.
fn long() -> String {
    format!("x{}z", "\u{9b}é\n".repeat(25_000))
}

/// A text that is shortened in messages, and nearly the longest that can be searched for.
fn longer_than_messages() -> String {
    format!("x{}z", "\u{9b}é\n".repeat(190))
}

fn printed(output: &Output) -> String {
    let bytes = [&output.stdout[..], &output.stderr].concat();
    let text = String::from_utf8(bytes).expect("messages are UTF-8");
    // Lines of CSV end like this.
    text.replace("\r\n", "\n")
}

fn oa(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_oa"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts")
}

/// Arguments that lead to errors; `{}` is the text.
const ARGUMENTS: &[&[&str]] = &[
    &["{}"],
    &["oldham", "{}"],
    &["{}", "list", "areas"],
    &["show", "{}"],
    &["show", "oldham/{}"],
    &["show", "oldham", "--as-of", "{}"],
    &["show", "oldham", "--format", "{}"],
    &["show", "oldham", "--color", "{}"],
    &["brief", "{}"],
    &["compare", "oldham", "{}"],
    &["compare", "{}"],
    &["timeline", "{}"],
    &["list", "{}"],
    &["list", "areas", "{}"],
    &["list", "areas", "--area", "{}"],
    &["list", "areas", "--theme", "{}"],
    &["list", "areas", "--kind", "{}"],
    &["list", "areas", "--wave", "{}"],
    &["list", "areas", "--money", "{}"],
    &["list", "areas", "--period", "{}"],
    &["list", "areas", "--by", "{}"],
    &["list", "areas", "--since", "{}"],
    &["list", "areas", "--as-of", "{}"],
    &["list", "areas", "--region", "{}"],
    &["list", "areas", "--partner", "{}"],
    &["search", "{}"],
    &["search", "{}", "--format", "markdown"],
    &["search", "{}", "--format", "html"],
    &["search", "{}", "--format", "csv"],
    &["search", "{}", "--format", "json"],
    &["search", "{}", "--format", "jsonl"],
    &["search", "oldham", "--as-of", "2016-01-01", "{}"],
    &["search", "--area", "{}", "oldham"],
    &["search", "--partner", "{}", "oldham"],
    &["matrix", "--area", "{}"],
    &["matrix", "--theme", "{}"],
    &["matrix", "--as-of", "{}"],
    &["search", "oldham", "--most", "{}"],
    &["picture", "{}"],
    &["picture", "map", "--at", "{}"],
    &["picture", "map", "--size", "{}"],
    &["picture", "map", "--as-of", "{}"],
    &["tour", "--speed", "{}"],
    &["man", "{}"],
    &["help", "{}"],
    &["completions", "{}"],
    &["export", "/no-such-folder/{}"],
    &["export", "--format", "{}"],
    &["check", "{}"],
    &["--data", "{}"],
    &["--data", "{}", "list", "areas"],
    &["--data", "{}", "--version"],
    &["--idle-limit", "{}"],
    &["--time-limit", "{}"],
    &["--theme", "{}"],
    &["--{}"],
    &["--ascii={}"],
    &["-{}"],
    &["list", "areas", "--{}", "x"],
];

#[test]
fn arguments_are_repeated_safely() {
    for text in [HOSTILE, &longer_than_messages(), &long()] {
        for arguments in ARGUMENTS {
            let words: Vec<String> = arguments
                .iter()
                .map(|word| word.replace("{}", text))
                .collect();
            let output = oa(&words.iter().map(String::as_str).collect::<Vec<_>>());
            assert_refused_or_found(&output, &format!("{arguments:?}"));
        }
    }
}

/// Returns true for characters that a terminal obeys, or that change the order of others.
fn is_obeyed(character: char) -> bool {
    character.is_control() && character != '\n'
        || matches!(character, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What was typed is part of an answer, too.
#[test]
fn answers_show_what_was_typed_safely() {
    let typed = format!("oldham {HOSTILE}").replace(['x', 'z'], "");
    let typed = typed.replace("31m", "").replace("1m", "");
    for text in [typed, longer_than_messages()] {
        for format in ["text", "markdown", "html", "csv", "json", "jsonl"] {
            let output = oa(&["search", &text, "--format", format]);
            assert!(matches!(output.status.code(), Some(0 | 1)), "{format}");
            assert!(!printed(&output).contains(is_obeyed), "{format}");
        }
        for view in ["search", "palette", "help", "areas"] {
            for format in ["text", "svg", "ansi"] {
                let output = oa(&["picture", view, "--type", &text, "--format", format]);
                assert!(output.status.success(), "{view} as {format}");
                let mut shown = printed(&output);
                if format == "ansi" {
                    assert!(!shown.contains("\u{1b}[31m"));
                    // What is left must not be ours.
                    for code in 0..10 {
                        shown = shown.replace(&format!("\u{1b}[{code}"), "");
                    }
                }
                assert!(!shown.contains(is_obeyed), "{view} as {format}: {shown:?}");
            }
        }
    }
    let output = oa(&["picture", "search", "--type", &long()]);
    assert_eq!(output.status.code(), Some(2));
    assert_safe(&printed(&output), "picture");
}

/// The characters of every class, in the place that users see most often.
#[test]
fn every_character_is_repeated_safely() {
    let classes = [
        0x01..=0x1f,
        0x7f..=0x9f,
        0xad..=0xad,
        0x61c..=0x61c,
        0x200b..=0x200f,
        0x2028..=0x202e,
        0x2060..=0x206f,
        0xfeff..=0xfeff,
    ];
    let characters: Vec<char> = classes
        .into_iter()
        .flatten()
        .filter_map(char::from_u32)
        .collect();
    // More would be shortened.
    for characters in characters.chunks(8) {
        let text: String = characters.iter().collect();
        let output = oa(&["show", &format!("x{text}z")]);
        let message = printed(&output);
        assert_eq!(output.status.code(), Some(1));
        assert_safe(&message, &format!("{text:?}"));
        assert_eq!(message.lines().count(), 1, "{message}");
        assert!(!message.contains("xz"), "{text:?} cannot be seen");
    }
}

#[cfg(unix)]
#[test]
fn requests_and_environment_are_repeated_safely() {
    let quoted = format!("'{HOSTILE}'");
    for request in [
        HOSTILE,
        &format!("show {quoted}"),
        &format!("'{HOSTILE}"),
        &format!("list {quoted}"),
        &format!("--data {quoted}"),
        &format!("export {quoted}"),
        &format!("search {quoted}"),
        &long(),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_oa"))
            .arg("--kiosk")
            .env("SSH_ORIGINAL_COMMAND", request)
            .stdin(Stdio::null())
            .output()
            .expect("the program starts");
        assert_refused_or_found(&output, request);
    }
    let output = Command::new(env!("CARGO_BIN_EXE_oa"))
        .env("OA_LOG", format!("/no-such-folder/{HOSTILE}"))
        .env("TERM", HOSTILE)
        .env("LANG", HOSTILE)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    assert_safe(&printed(&output), "environment");
}

#[test]
fn lines_of_the_dialogue_are_repeated_safely() {
    // A line break ends a line.
    let text = HOSTILE.replace(['\n', '\r'], "");
    for text in [text, format!("x{}z", "\u{9b}é".repeat(100))] {
        for line in [
            "{}",
            "{} {}",
            "compare oldham {}",
            "compare {}",
            "d {}",
            "s {}",
            "f {}",
            "w /no-such-folder/{}",
            "w! /no-such-folder/{}",
        ] {
            let mut child = Command::new(env!("CARGO_BIN_EXE_oa"))
                .args(["--plain", "oldham/3"])
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("the program starts");
            let typed = format!("{}\n", line.replace("{}", &text));
            child
                .stdin
                .take()
                .expect("standard input is open")
                .write_all(typed.as_bytes())
                .expect("the program reads");
            let output = child.wait_with_output().expect("the program ends");
            let said = printed(&output);
            // The page that is shown first, and its choices, are as long as they are.
            assert!(!said.contains(is_raw), "{line}: {said:?}");
            assert!(
                !said.contains("é<U+009B>é<U+009B>".repeat(20).as_str()),
                "{line}: {said}"
            );
            for said in said.lines().filter(|said| said.contains("x␛")) {
                assert!(said.contains('z'), "{line}: {said}");
            }
        }
    }
}

/// Names of files are read from disks and archives that others have made.
#[cfg(unix)]
#[test]
fn names_of_files_are_repeated_safely() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (content, is_sound) in [
        ("{", false),
        ("[]", false),
        (include_str!("../data/valid/minimal.json"), true),
    ] {
        let file = folder.path().join(HOSTILE);
        fs::write(&file, content).expect("the file can be written");
        let name = file.to_str().expect("the name is UTF-8");
        let output = oa(&["check", name]);
        assert_eq!(output.status.success(), is_sound);
        assert_safe(&printed(&output), content);
        assert!(printed(&output).contains("x␛[31m<U+009B>1m␍␊"));
    }
    let output = oa(&[
        "export",
        &format!("{}/new{HOSTILE}", folder.path().display()),
    ]);
    assert!(!output.status.success());
    assert_safe(&printed(&output), "export");
}

/// Returns the bundled dataset with one item in every list, and references that fit.
fn small_dataset() -> Value {
    let mut dataset: Value =
        serde_json::from_str(include_str!("../../data/opportunity-areas.json"))
            .expect("it is JSON");
    let names: Vec<Value> = ["sources", "themes", "areas", "measures"]
        .iter()
        .map(|list| dataset[list][0]["id"].clone())
        .collect();
    shorten("", &mut dataset, &names);
    dataset
}

fn shorten(key: &str, value: &mut Value, names: &[Value]) {
    match (key, &mut *value) {
        ("source", Value::String(_)) => *value = names[0].clone(),
        ("theme", Value::String(_)) => *value = names[1].clone(),
        (_, Value::Object(object)) => {
            // A target has a measure in words, a figure the id of one.
            if object.contains_key("unit") && object.contains_key("measure") {
                object["measure"] = names[3].clone();
            }
            object
                .iter_mut()
                .for_each(|(key, value)| shorten(key, value, names));
        }
        // The results of an outcome may be among those that are left out.
        ("results", Value::Array(list)) if list.iter().all(Value::is_string) => list.clear(),
        (key, Value::Array(list)) => {
            list.truncate(1);
            match (key, list.first_mut()) {
                ("themes", Some(name @ Value::String(_))) => *name = names[1].clone(),
                ("areas", Some(name @ Value::String(_))) => *name = names[2].clone(),
                (_, Some(first)) => shorten("", first, names),
                (_, None) => {}
            }
        }
        _ => {}
    }
}

/// Returns the JSON pointers of a value and of everything in it.
fn pointers(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| {
            pointers(value, format!("{pointer}/{key}"), found);
        }),
        Value::Array(list) => list.iter().enumerate().for_each(|(index, value)| {
            pointers(value, format!("{pointer}/{index}"), found);
        }),
        _ => {}
    }
    found.push(pointer);
}

#[test]
fn values_and_keys_of_a_dataset_are_repeated_safely() {
    let dataset = small_dataset();
    Dataset::from_json("small", &dataset.to_string()).expect("the small dataset is sound");
    let mut places = Vec::new();
    pointers(&dataset, String::new(), &mut places);
    let mut refused = 0;
    for text in [HOSTILE, &longer_than_messages()] {
        for place in &places {
            let mut changed = dataset.clone();
            let value = changed.pointer_mut(place).expect("it was found there");
            if let Value::Object(object) = value {
                object.insert(text.into(), 1.into());
            } else {
                *value = text.into();
            }
            let Err(error) = Dataset::from_json("changed", &changed.to_string()) else {
                continue;
            };
            refused += 1;
            for diagnostic in &error.diagnostics {
                let one = LoadError {
                    file: error.file.clone(),
                    total: 1,
                    diagnostics: vec![diagnostic.clone()],
                };
                assert_eq!(diagnostic.message.lines().count(), 1, "{place}");
                assert_safe(&one.to_string(), place);
            }
        }
    }
    assert!(refused > 150, "only {refused} of {} places", places.len());
}

/// A key that is used twice, in JSON that no writer makes.
#[test]
fn keys_that_are_used_twice_are_repeated_safely() {
    for text in [HOSTILE, &long()] {
        let key = Value::from(text);
        let json = format!("{{\"version\": 1, {key}: 1, {key}: {{{key}: {key}}}}}");
        let error = Dataset::from_json(&key.to_string(), &json).expect_err("it is not a dataset");
        for diagnostic in &error.diagnostics {
            assert_safe(&diagnostic.message, "key");
        }
        let cut = format!("{{\"version\": 1, {key}: [1, {key}, ");
        let error = Dataset::from_json("cut", &cut).expect_err("it is cut off");
        assert_safe(&error.to_string(), "cut off");
    }
}
