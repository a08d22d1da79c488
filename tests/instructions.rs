//! The number of processor instructions that the program takes: the same on a busy machine, unlike time.
//!
//! The limits are those of the profile `dist`, as the program is packaged. A release build takes more, and is not checked.
//! Build with `cargo build --profile dist --bin oa`, then run
//! `OA_PROGRAM=target/dist/oa cargo test --test instructions -- --ignored`.

#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

#[expect(dead_code, reason = "other tests use more of it")]
mod terminal;

use std::{env, fs, path::Path, process::Command};

use terminal::Session;

/// Instructions of `oa show oldham`, in thousands.
const SHOW: u64 = 2_050;
/// Instructions from the start of the dashboard until it has drawn a frame of 80 by 24 cells and ended, in thousands.
const START_AND_QUIT: u64 = 2_450;

/// Instructions of a step in the list of areas, on such a screen, in thousands.
const KEY: u64 = 1_650;

const DOWN: &str = "\u{1b}[B";

/// Runs a command under callgrind, types keys once it shows the words before them, and returns thousands of instructions.
fn count(arguments: &str, steps: &[(&str, &str)]) -> u64 {
    let program =
        env::var("OA_PROGRAM").expect("OA_PROGRAM names a program built with the profile dist");
    let version = Command::new("valgrind").arg("--version").output();
    assert!(version.is_ok(), "valgrind is not installed: it counts");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let report = folder.path().join("report");
    let command = format!(
        "valgrind --tool=callgrind --callgrind-out-file='{}' '{program}' {arguments}; echo status $?",
        report.display()
    );
    let mut session = Session::start(&command, 80, 24);
    for (words, keys) in steps {
        session.wait_for(words);
        session.send(keys);
    }
    session.wait_for("status 0");
    instructions(&report) / 1000
}

/// Returns the total of a report.
fn instructions(report: &Path) -> u64 {
    let report = fs::read_to_string(report).expect("callgrind writes a report");
    let total = report
        .lines()
        .find_map(|line| line.strip_prefix("totals: "))
        .expect("a report has a total");
    total.parse().expect("the total is a number")
}

fn assert_at_most(limit: u64, thousands: u64) {
    println!("{thousands} thousand instructions");
    // Other versions of the C library need a few more or less.
    assert!(
        thousands <= limit + limit / 20,
        "{thousands} thousand instructions, and {limit} are the limit"
    );
}

#[test]
#[ignore = "needs valgrind and the profile dist: see the first lines of the file"]
fn answer_of_a_command_takes_few_instructions() {
    assert_at_most(SHOW, count("show oldham > /dev/null", &[]));
}

#[test]
#[ignore = "needs valgrind and the profile dist: see the first lines of the file"]
fn first_frame_takes_few_instructions() {
    assert_at_most(START_AND_QUIT, count("", &[("? help", "q")]));
}

#[test]
#[ignore = "needs valgrind and the profile dist: see the first lines of the file"]
fn step_in_the_list_of_areas_takes_few_instructions() {
    // The title of an area ends with its id: each step waits for the frame of the last one.
    let steps = [
        ("? help", DOWN),
        ("─ bradford", DOWN),
        ("─ derby", DOWN),
        ("─ doncaster", "q"),
    ];
    let start = count("", &[("? help", "q")]);
    assert_at_most(KEY, (count("", &steps) - start) / 3);
}
