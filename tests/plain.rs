//! The dialogue as a user has it, in a pipe and in a terminal.

#[cfg(unix)]
#[expect(dead_code, reason = "whole sessions use more of it")]
mod terminal;

use std::{
    io::Write,
    process::{Command, Stdio},
};

/// What the program says to these lines.
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
        .expect("it listens")
        .write_all(lines.as_bytes())
        .expect("it listens");
    let output = child.wait_with_output().expect("it ends");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn which_areas_put_early_years_first() {
    insta::assert_snapshot!("early-years", says(&["--plain"], "2\n1\nq\n"));
}

#[test]
fn what_oldham_does_about_mental_health() {
    insta::assert_snapshot!(
        "mental-health",
        says(&["--plain"], "s mental health oldham\n1\nb\nb\nq\n")
    );
}

#[test]
fn how_hastings_differs_from_ipswich() {
    insta::assert_snapshot!(
        "hastings-ipswich",
        says(&["--plain"], "compare hastings ipswich\nq\n")
    );
}

#[test]
fn what_was_known_then_and_help() {
    insta::assert_snapshot!(
        "october-2017",
        says(&["oldham", "--plain"], "d 2017-10-09\nareas\n?\nxyzzy\nq\n")
    );
}

#[test]
fn it_ends_with_its_input_and_takes_any_bytes() {
    assert!(says(&["--plain"], "").contains("12 areas"));
    let long = "x".repeat(100_000);
    assert!(says(&["--plain"], &format!("{long}\n?\n")).contains("What can be typed"));
    let mut child = Command::new(env!("CARGO_BIN_EXE_oa"))
        .arg("--plain")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child
        .stdin
        .take()
        .expect("it listens")
        .write_all(b"\xff\xfe\x1b[2J\x00\n\xc3\n")
        .expect("it listens");
    let output = child.wait_with_output().expect("it ends");
    assert!(
        output.status.success() && !output.stdout.contains(&0x1b) && !output.stdout.contains(&0)
    );
}

#[cfg(unix)]
#[test]
fn a_terminal_that_can_show_nothing_else_gets_the_dialogue() {
    for before in ["TERM=dumb", "OA_PLAIN=1"] {
        let mut session = terminal::Session::start(
            &format!("{before} {}; echo status $?", terminal::program()),
            80,
            24,
        );
        session.wait_for("? for help, q to quit.");
        assert!(!session.alternate_screen(), "{before}");
        session.send("s first-aid oldham\r1\r");
        session.wait_for("Reference: oldham/3/mental-health-first-aid");
        session.send("w /dev/null/x\r");
        session.wait_for("cannot be written");
        session.send("q\r");
        session.wait_for("status 0");
    }
}
