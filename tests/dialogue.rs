//! The dialogue in a pipe and in a terminal.

#[cfg(unix)]
#[expect(dead_code, reason = "whole sessions use more of it")]
mod terminal;

use std::{
    io::Write,
    process::{Command, Stdio},
};

/// Runs the program with some lines of input and returns its output.
fn says(arguments: &[&str], lines: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_oa"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child
        .stdin
        .take()
        .expect("standard input is open")
        .write_all(lines.as_bytes())
        .expect("standard input is open");
    let output = child.wait_with_output().expect("the program ends");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn areas_with_early_years_priorities() {
    insta::assert_snapshot!("early-years", says(&["--plain"], "2\n1\nq\n"));
}

#[test]
fn search_opens_a_fact_and_goes_back() {
    insta::assert_snapshot!(
        "mental-health",
        says(&["--plain"], "s mental health oldham\n1\nmore\nb\nb\n\nq\n")
    );
}

#[test]
fn comparison_of_hastings_and_ipswich() {
    insta::assert_snapshot!(
        "hastings-ipswich",
        says(&["--plain"], "compare hastings ipswich\nmore\nq\n")
    );
}

#[test]
fn areas_of_october_2017_and_help() {
    insta::assert_snapshot!(
        "october-2017",
        says(&["oldham", "--plain"], "d 2017-10-09\nareas\n?\nxyzzy\nq\n")
    );
}

/// Tasks of people who listen, each in the words that they would type.
#[test]
fn tasks_of_people_who_listen() {
    let lines = [
        "early years",
        "oldham/3/mental-health-first-aid",
        "chair norwich",
        "mental health oldham",
        "compare hastings ipswich",
        "d 9 October 2017",
        "areas",
        "d",
        "derby results",
        "oldham",
        "y",
        "1",
        "2",
        "b",
        "b",
        "help",
        "map",
        "timeline",
        "n",
        "f early years",
        "f maths",
        "all",
        "derby",
        "m",
        "targets by 2018",
        "marks",
        "1",
        "",
        "exit",
    ];
    let typed = lines.map(|line| format!("{line}\n")).concat();
    insta::assert_snapshot!("tasks", says(&["--plain"], &typed));
}

#[test]
fn dialogue_ends_with_its_input_and_accepts_any_bytes() {
    assert!(says(&["--plain"], "").contains("12 areas"));
    let long = "x".repeat(100_000);
    assert!(says(&["--plain"], &format!("{long}\n?\n")).contains("\nHelp.\n"));
    let mut child = Command::new(env!("CARGO_BIN_EXE_oa"))
        .arg("--plain")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child
        .stdin
        .take()
        .expect("standard input is open")
        .write_all(b"\xff\xfe\x1b[2J\x00\n\xc3\n")
        .expect("standard input is open");
    let output = child.wait_with_output().expect("the program ends");
    assert!(
        output.status.success() && !output.stdout.contains(&0x1b) && !output.stdout.contains(&0)
    );
}

#[cfg(unix)]
#[test]
fn terminals_without_cursor_movement_get_the_dialogue() {
    for before in ["TERM=dumb", "OA_PLAIN=1"] {
        let mut session = terminal::Session::start(
            &format!("{before} {}; echo status $?", terminal::program()),
            80,
            24,
        );
        session.wait_for("? for help, q to quit.");
        assert!(!session.alternate_screen(), "{before}");
        session.send("s first-aid oldham\r1\rmore\r");
        session.wait_for("Reference: oldham/3/mental-health-first-aid");
        session.send("w /dev/null/x\r");
        session.wait_for("cannot be written");
        session.send("q\r");
        session.wait_for("status 0");
    }
}
