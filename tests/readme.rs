//! The README tells the truth: its screen, its keys and its examples are what the program shows.

use std::{fs, process::Command};

use opportunity_areas::{
    command::{self, Key},
    dataset::Dataset,
    tui::{app::App, headless::HeadlessApp},
};
use ratatui::layout::Size;

/// Compares the part of the README between a marker and the next `<!-- end -->`; with `UPDATE=1` writes it anew.
fn assert_part(marker: &str, wanted: &str) {
    let readme = fs::read_to_string("README.md").expect("there is a README");
    let marker = format!("<!-- {marker} -->\n");
    let start = readme
        .find(&marker)
        .unwrap_or_else(|| panic!("{marker} is missing"))
        + marker.len();
    let end = start
        + readme[start..]
            .find("<!-- end -->")
            .expect("the part has an end");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(
            "README.md",
            format!("{}{wanted}{}", &readme[..start], &readme[end..]),
        )
        .expect("the README can be written");
        return;
    }
    assert_eq!(
        &readme[start..end],
        wanted,
        "run `UPDATE=1 cargo test --test readme` and read what changed"
    );
}

/// One test: two that write the same file would undo each other.
#[test]
fn generated_parts_are_what_the_program_shows() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    app.open(dataset.find("oldham/3").expect("the reference is there"));
    assert_part(
        "screen: oldham/3",
        &format!("```text\n{}```\n", HeadlessApp::new(app).text()),
    );

    assert_part("keys", &format!("\n{}", command::markdown()));

    let arguments = ["--data", "tests/data/invalid/many-findings.json"];
    let output = Command::new(env!("CARGO_BIN_EXE_oa"))
        .args(arguments)
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    assert_part(
        &format!("output: {}", arguments.join(" ")),
        &format!("```text\n{}```\n", String::from_utf8_lossy(&output.stderr)),
    );
}

/// The pictures are what `oa picture` draws; with `UPDATE=1` they are drawn anew.
#[test]
fn pictures_are_what_the_program_draws() {
    let readme = fs::read_to_string("README.md").expect("there is a README");
    let drawn = [
        ("areas", "areas --at oldham/3 --size 90x26"),
        ("matrix", "matrix --at theme/early-years --size 90x26"),
        ("map", "map --at oldham --size 90x26"),
        ("compare", "compare --at hastings --size 90x26"),
        ("timeline", "timeline --size 90x26"),
        (
            "sources",
            "sources --at source/children-and-young-people-now-2017 --size 90x26",
        ),
        ("search", "search --type mental+health+oldham --size 90x26"),
    ];
    for (name, words) in drawn {
        for theme in ["dark", "light"] {
            let arguments = words.split(' ').map(|word| word.replace('+', " "));
            let mut oa = Command::new(env!("CARGO_BIN_EXE_oa"));
            let output = oa
                .arg("picture")
                .args(arguments)
                .args(["--format", "svg", "--theme", theme])
                .output()
                .expect("the program starts");
            assert_eq!(output.status.code(), Some(0));
            let file = format!("tests/pictures/{name}-{theme}.svg");
            assert!(readme.contains(&file), "{file} is not in the README");
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&file, &output.stdout).expect("the picture can be written");
            }
            let there = fs::read(&file).expect("the picture is there");
            assert!(
                there == output.stdout,
                "{file} is not what the program draws: run `UPDATE=1 cargo test --test readme`"
            );
        }
    }
}

#[test]
fn figures_are_those_of_the_dataset() {
    let readme = fs::read_to_string("README.md").expect("there is a README");
    let dataset = Dataset::bundled();
    let document = dataset.document();
    let priorities: usize = document
        .areas
        .iter()
        .map(|area| area.priorities.len())
        .sum();
    let facts = priorities
        + dataset
            .owners()
            .map(|owner| dataset.facts(owner).count())
            .sum::<usize>();
    let figures = format!(
        "{} areas, {priorities} priorities, {facts} facts and titles,\n{} sources",
        document.areas.len(),
        document.sources.len()
    );
    assert!(readme.contains(&figures), "{figures}");
}

#[test]
fn every_example_names_something_that_is_there() {
    let readme = fs::read_to_string("README.md").expect("there is a README");
    let dataset = Dataset::bundled();
    assert!(dataset.find("oldham/3/mental-health-first-aid").is_some());
    for link in readme
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
    {
        assert!(
            link.starts_with("https://")
                || link.starts_with('#')
                || fs::exists(link).unwrap_or(false),
            "{link} is not there"
        );
    }
    let output = Command::new(env!("CARGO_BIN_EXE_oa"))
        .args(["--data", "tests/data/valid/other-programme-300-areas.json"])
        .output()
        .expect("the program starts");
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("not a terminal"),
        "the file itself is sound"
    );
}

/// A part of the README between a marker and the next end.
fn part(marker: &str) -> String {
    let readme = fs::read_to_string("README.md").expect("there is a README");
    let part = readme
        .split(&format!("<!-- {marker} -->\n"))
        .nth(1)
        .and_then(|rest| rest.split("<!-- end -->").next());
    part.unwrap_or_else(|| panic!("there is a part {marker}"))
        .to_string()
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

fn assert_answers(line: &str) {
    let words = shlex::split(
        line.strip_prefix("oa ")
            .expect("an example calls the program"),
    )
    .expect("quotation marks are closed");
    let output = Command::new(env!("CARGO_BIN_EXE_oa"))
        .args(words)
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(0), "{line}");
    assert!(!output.stdout.is_empty(), "{line}");
}

#[test]
fn every_command_in_the_table_answers() {
    let table = part("commands");
    let commands: Vec<&str> = quoted(&table).collect();
    assert!(commands.len() >= 14, "only {commands:?}");
    commands.into_iter().for_each(assert_answers);
}

#[test]
fn every_question_of_the_tour_is_answered_by_its_keys_and_by_its_command() {
    let dataset = Dataset::bundled();
    let tour = part("tour");
    let questions: Vec<&str> = tour.split("### ").skip(1).collect();
    assert_eq!(questions.len(), 10);
    for question in questions {
        let (title, rest) = question.split_once('\n').expect("a question has an answer");
        let item = |name: &str| {
            rest.lines()
                .find_map(|line| line.strip_prefix(name))
                .unwrap_or_else(|| panic!("{title}: {name}"))
        };
        let (keys, promise) = item("- Keys: ")
            .split_once(". There stands ")
            .expect("it says what is to be seen");
        let mut screen = HeadlessApp::new(App::new(&dataset, Size::new(80, 24)));
        for token in quoted(keys) {
            // What is no key's name is typed.
            let pressed = token
                .parse::<Key>()
                .map_or_else(|_| token.chars().map(Key::Char).collect(), |key| vec![key]);
            screen.press(pressed);
        }
        let shown: String = screen
            .text()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let promise = promise.trim_end_matches('.').trim_matches('"');
        assert!(
            shown.contains(promise),
            "{title}: {promise:?} is not on the screen:\n{}",
            screen.text()
        );
        quoted(item("- Command: ")).for_each(assert_answers);
    }
}
