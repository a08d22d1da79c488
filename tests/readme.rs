//! The documents agree with the program: commands, keys, figures, pictures, names, paths and links.

mod markdown;

use std::{fs, path::Path, process::Command};

use markdown::{Document, checks};
use opportunity_areas::{
    command::{self, Key, Mode, View},
    dataset::Dataset,
    query::snapshot::Snapshot,
    report::{Format, TextLayout, answer::coverage::coverage, render},
    tui::{app::App, headless::HeadlessApp},
};
use ratatui::layout::Size;

/// Documents for users and contributors.
const DOCUMENTS: [&str; 8] = [
    "README.md",
    "CHANGELOG.md",
    ".github/ARCHITECTURE.md",
    ".github/CONTRIBUTING.md",
    ".github/DATA.md",
    ".github/KEYS.md",
    ".github/SECURITY.md",
    "benches/README.md",
];

/// Pictures in the README, and the arguments of `oa picture` that draw them.
const PICTURES: [(&str, &[&str]); 9] = [
    ("areas", &["areas", "--at", "oldham/3"]),
    ("matrix", &["matrix", "--at", "theme/early-years"]),
    ("map", &["map", "--at", "oldham"]),
    ("compare", &["compare", "--at", "hastings"]),
    ("timeline", &["timeline"]),
    ("targets", &["targets"]),
    ("table", &["table", "--type", "school"]),
    (
        "sources",
        &[
            "sources",
            "--at",
            "source/children-and-young-people-now-2017",
        ],
    ),
    ("search", &["search", "--type", "mental health oldham"]),
];

fn readme() -> Document {
    Document::read("README.md")
}

/// Runs a check over all documents and panics with everything that it finds.
fn assert_sound(check: impl Fn(&Document) -> Vec<String>) {
    let faults: Vec<String> = DOCUMENTS
        .into_iter()
        .flat_map(|path| {
            let faults = check(&Document::read(path));
            faults
                .into_iter()
                .map(move |fault| format!("{path}: {fault}"))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Returns the text of all files below a folder that end in `.rs`.
fn source(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).expect("the folder is readable") {
        let path = entry.expect("the folder is readable").path();
        if path.is_dir() {
            text.push_str(&source(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&fs::read_to_string(path).expect("the file is readable"));
        }
    }
    text
}

/// Returns the keys of the first screen that the footer or a digit offers, as a Markdown table.
fn main_keys() -> String {
    let mut table = String::from("\n| Key | What it does |\n|---|---|\n");
    let areas = Mode::View(View::Areas);
    // What everybody needs, and what finds the rest.
    let basic = [
        command::Command::Escape,
        command::Command::Down,
        command::Command::Palette,
    ];
    let command::footer::Footer { keys, pinned } = command::footer::footer(areas);
    let bindings = command::bindings().filter(|binding| {
        let opens_view = matches!(binding.command, command::Command::View(_));
        let mut offered = keys.iter().chain(pinned).flat_map(|key| key.commands);
        binding.modes.contains(&areas)
            && (opens_view
                || basic.contains(&binding.command)
                || offered.any(|command| *command == binding.command))
    });
    for binding in bindings {
        table.push_str(&format!(
            "| `{}` | {} |\n",
            binding.keys[0], binding.description
        ));
    }
    table.push('\n');
    table
}

#[test]
fn readme_is_short() {
    let lines = readme().text.lines().count();
    assert!(lines <= 250, "{lines} lines");
}

#[test]
fn tables_of_keys_are_those_of_the_program() {
    readme().assert_part("keys", &main_keys());
    Document::read(".github/KEYS.md")
        .assert_part("all keys", &format!("\n{}\n", command::markdown()));
}

#[test]
fn function_keys_are_those_of_the_program() {
    let numbers: Vec<u8> = command::bindings()
        .filter(|binding| matches!(binding.command, command::Command::View(_)))
        .flat_map(|binding| binding.keys)
        .filter_map(|key| match key {
            Key::F(number) => Some(*number),
            _ => None,
        })
        .collect();
    let (first, last) = (numbers.iter().min(), numbers.iter().max());
    let (first, last) = first.zip(last).expect("function keys switch views");
    let sentence = format!("F{first} to F{last} switch views");
    for document in [readme(), Document::read("CHANGELOG.md")] {
        let words: Vec<&str> = document.text.split_whitespace().collect();
        assert!(
            words.join(" ").contains(&sentence),
            "{}: {sentence}",
            document.path
        );
    }
}

#[test]
fn pictures_are_what_the_program_draws() {
    let readme = readme();
    for (name, arguments) in PICTURES {
        for theme in ["dark", "light"] {
            let output = Command::new(env!("CARGO_BIN_EXE_oa"))
                .arg("picture")
                .args(arguments)
                .args(["--size", "100x30", "--format", "svg", "--theme", theme])
                .output()
                .expect("the program starts");
            assert_eq!(output.status.code(), Some(0));
            let file = format!("tests/pictures/{name}-{theme}.svg");
            assert!(
                readme.links().contains(&file),
                "{file} is not in the README"
            );
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&file, &output.stdout).expect("the picture is writable");
            }
            assert!(
                fs::read(&file).expect("the picture exists") == output.stdout,
                "{file} is out of date: run `UPDATE=1 cargo test --test readme`"
            );
        }
    }
    let pictures = fs::read_dir("tests/pictures")
        .expect("the folder is readable")
        .count();
    assert_eq!(
        pictures,
        2 * PICTURES.len(),
        "a picture is not in the README"
    );
}

#[test]
fn figures_are_those_of_the_dataset() {
    let dataset = Dataset::bundled();
    let document = dataset.document();
    let priorities: usize = document
        .areas
        .iter()
        .map(|area| area.priorities.len())
        .sum();
    let facts: usize = dataset
        .owners()
        .map(|owner| dataset.facts(owner).count())
        .sum();
    let figures = format!(
        "{} areas, {priorities} priorities, {facts} facts and {} sources",
        document.areas.len(),
        document.sources.len()
    );
    assert!(readme().text.contains(&figures), "{figures}");
}

#[test]
fn tables_of_what_is_known_are_those_of_the_program() {
    let dataset = Dataset::bundled();
    let snapshot = Snapshot::latest(&dataset);
    let page = coverage(snapshot);
    let answer = render(snapshot, &page, Format::Markdown, TextLayout::plain(80));
    // The document has a heading of its own.
    let (_, tables) = answer.split_once('\n').expect("the page has a title");
    let tables = tables.replace("\n## ", "\n### ");
    Document::read(".github/DATA.md").assert_part("coverage", &format!("{tables}\n"));
}

#[test]
fn every_answer_is_reached_by_its_keys() {
    let dataset = Dataset::bundled();
    let document = readme();
    let answers = Document::new("README.md", document.part("answers"));
    let questions: Vec<&str> = answers.text.split("\n\n").collect();
    assert_eq!(questions.len(), 10);
    for question in questions {
        let (keys, promise) = question
            .split_once("You see \"")
            .and_then(|(keys, rest)| Some((keys, rest.split_once('"')?.0)))
            .unwrap_or_else(|| panic!("nothing is promised: {question}"));
        let mut screen = HeadlessApp::new(App::new(&dataset, Size::new(80, 24)));
        for token in Document::new("", keys).code() {
            // Words that name no key are typed.
            let pressed = token
                .parse::<Key>()
                .map_or_else(|_| token.chars().map(Key::Char).collect(), |key| vec![key]);
            screen.press(pressed);
        }
        let shown: Vec<String> = screen
            .text()
            .split_whitespace()
            .map(str::to_string)
            .collect();
        assert!(
            shown.join(" ").contains(promise),
            "{question}\n{promise:?} is not on the screen:\n{}",
            screen.text()
        );
        assert_eq!(
            Document::new("", question).commands_in_prose().len(),
            1,
            "{question}"
        );
    }
}

#[test]
fn commands_run() {
    assert_sound(checks::failing_commands);
    let readme = readme();
    let commands = [readme.block_lines("sh"), readme.commands_in_prose()].concat();
    for wanted in ["cargo run --release", "cargo test", "oa man kiosk"] {
        assert!(commands.iter().any(|command| command == wanted), "{wanted}");
    }
}

#[test]
fn links_and_paths_exist() {
    assert_sound(checks::broken_links);
    assert_sound(checks::missing_paths);
    for path in [".github/ARCHITECTURE.md", ".github/CONTRIBUTING.md"] {
        let paths = checks::paths(&Document::read(path));
        assert!(paths.len() > 20, "{path} names only {paths:?}");
    }
}

#[test]
fn names_are_defined() {
    let source = source(Path::new("src"));
    assert_sound(|document| checks::unknown_names(document, &source));
    let names = checks::names(&Document::read(".github/ARCHITECTURE.md"));
    assert!(names.len() > 12, "only {names:?}");
}

#[test]
fn sentences_are_short_and_words_plain() {
    // GOV.UK asks for no more than 25 words.
    assert_sound(|document| checks::long_sentences(document, 25));
    assert_sound(checks::stilted_words);
}

#[test]
fn figures_say_when_and_where_they_were_measured() {
    let document = Document::read("benches/README.md");
    assert_eq!(checks::undated_figures(&document), [""; 0]);
    assert!(document.text.contains("| first frame |"));
}

#[test]
fn changelog_has_the_usual_form() {
    assert_eq!(
        checks::faults_of_changelog(&Document::read("CHANGELOG.md")),
        [""; 0]
    );
}

#[test]
fn contributors_find_every_test() {
    let document = Document::read(".github/CONTRIBUTING.md");
    let listed = checks::paths(&document);
    for entry in fs::read_dir("tests").expect("the folder is readable") {
        let path = entry.expect("the folder is readable").path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            let path = path.to_string_lossy().into_owned();
            assert!(listed.contains(&path), "{path} is not in {}", document.path);
        }
    }
}

#[test]
fn oldest_rust_is_the_same_everywhere() {
    let manifest = fs::read_to_string("Cargo.toml").expect("there is a manifest");
    let version = manifest
        .lines()
        .find_map(|line| line.strip_prefix("rust-version = "))
        .expect("the manifest has it")
        .trim_matches('"');
    assert!(readme().text.contains(&format!(" {version} or later")));
    let workflow = fs::read_to_string(".github/workflows/ci.yml").expect("there is a workflow");
    assert!(workflow.contains(&format!("RUST_OLDEST: \"{version}\"")));
}

/// Every check finds a mistake of its kind and accepts what is right.
#[test]
fn checks_find_mistakes() {
    let text = "# One\n\n\
        [a](#one) [b](#two) [c](nowhere.md) [d](https://localhost) <img src=\"nowhere.svg\">\n\n\
        Code: `src/lib.rs`, `src/nowhere.rs`, `tests/<name>.rs`, `nowhere/<name>.md`, `App::nowhere`, `App::new`.\n\n\
        ```sh\noa show oldham\noa show nowhere\nNO_COLOR=1 oa oldham\noa nowhere\noa brief\n\
        cargo test --test nowhere\ncargo test --test readme\ncargo nowhere\n```\n\n\
        One two three four five six seven. Eight nine: ten. It stands there, not understands.\n";
    let document = Document::new("README.md", text);
    assert_eq!(
        checks::broken_links(&document),
        ["#two", "nowhere.md", "nowhere.svg"]
    );
    assert_eq!(
        checks::missing_paths(&document),
        ["src/nowhere.rs", "nowhere/<name>.md"]
    );
    assert_eq!(
        checks::unknown_names(&document, "struct App; fn new() {}"),
        ["App::nowhere"]
    );
    let failing = checks::failing_commands(&document);
    let lines = failing
        .iter()
        .filter_map(|fault| Some(fault.split_once(": ")?.0));
    assert_eq!(
        lines.collect::<Vec<_>>(),
        [
            "oa show nowhere",
            "oa nowhere",
            "oa brief",
            "cargo test --test nowhere",
            "cargo nowhere"
        ]
    );
    assert_eq!(
        checks::long_sentences(&document, 6),
        ["One two three four five six seven."]
    );
    assert_eq!(checks::stilted_words(&document).len(), 1);

    let measured = "## Right\n\nMeasured on 25 November 2026, two cores:\n\n| a |\n|---|\n";
    let undated = "\n## Wrong\n\nMeasured on Tuesday, two cores:\n\n| a |\n|---|\n";
    let figures = Document::new("", &format!("# Figures\n\n{measured}{undated}"));
    assert_eq!(checks::undated_figures(&figures), ["Wrong"]);

    let text = "# Changes\n\n## [Unreleased]\n\n### Added\n\n- It is new.\n- No full stop\n\n## 0.1\n\n### News\n";
    let faults = checks::faults_of_changelog(&Document::new("", text));
    assert_eq!(faults, ["## 0.1", "### News", "No full stop"]);
}
