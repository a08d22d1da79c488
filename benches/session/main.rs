//! Whole sessions in a pseudo-terminal, beside the least that draws and beside other programs.
//!
//! `cargo bench --profile dist --bench session` measures everything and prints the tables of `benches/README.md`.
//! `cargo test --bench session` does each thing once, and not with the largest dataset, to see that it still can be done. It
//! needs Linux; jq and fzf are measured where they are installed.

#[path = "../generator/mod.rs"]
#[expect(dead_code, reason = "tests use more of it")]
mod generator;

mod floor;
mod growth;
mod line;
mod table;

use std::{
    io,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use line::Line;
use table::{Table, median, megabytes};

/// The program, built with the profile of the bench.
const OA: &str = env!("CARGO_BIN_EXE_oa");
const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";
/// Nothing more comes after so long.
const QUIET: Duration = Duration::from_millis(60);
const QUIET_AFTER_KEY: Duration = Duration::from_millis(12);
const PATIENCE: Duration = Duration::from_secs(10);

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    if arguments.iter().any(|argument| argument == "floor") {
        return floor::run();
    }
    let short = !arguments.iter().any(|argument| argument == "--bench");
    let mut table = Table::default();
    small(&mut table, short, &arguments[0]);
    growth::measure(&mut table, short)?;
    print!("{table}");
    Ok(())
}

fn small(table: &mut Table, short: bool, this: &str) {
    let (runs, keys) = if short { (1, 4) } else { (25, 32) };
    let (oa, floor) = ([OA], [this, "floor"]);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    // In turn, so that what else the machine does is shared.
    for _ in 0..runs {
        ours.push(session(&oa, keys));
        theirs.push(session(&floor, keys));
    }
    let first = |sessions: &[Session]| median(sessions.iter().map(|session| session.first));
    let key = |sessions: &[Session]| median(sessions.iter().map(|session| session.key));
    table.times(
        "first frame",
        first(&ours),
        "floor",
        first(&theirs),
        "≤ 1.15",
    );
    table.times("a key", key(&ours), "floor", key(&theirs), "≤ 1.3");
    let memory = |sessions: &[Session]| {
        sessions
            .iter()
            .map(|session| session.memory)
            .max()
            .unwrap_or(0)
    };
    table.row(
        "most memory",
        &kilobytes(memory(&ours)),
        &format!("floor {}", kilobytes(memory(&theirs))),
        "≤ 6 MB",
    );
    let bytes = ours.iter().map(|session| session.bytes).max().unwrap_or(0);
    table.row(
        "bytes for a step in the list of areas",
        &format!("{bytes}"),
        "",
        "",
    );
    let (bytes, wakings) = idle(if short { 1 } else { 5 });
    table.row(
        "idle",
        &format!("{bytes} bytes, {wakings} wakings"),
        "",
        "0 and 0",
    );
    let size = std::fs::metadata(OA).map_or(0, |about| about.len());
    table.row(
        "binary",
        &format!("{:.2} MB", megabytes(size)),
        "",
        "≤ 4 MB",
    );
    let shell = |arguments: &[&str]| {
        let begun = Instant::now();
        let ended = Command::new(arguments[0])
            .args(&arguments[1..])
            .stdout(Stdio::null())
            .status();
        assert!(
            ended.is_ok_and(|status| status.success()),
            "{arguments:?} failed"
        );
        begun.elapsed()
    };
    let times = if short { 2 } else { 200 };
    let (show, nothing): (Vec<_>, Vec<_>) = (0..times)
        .map(|_| (shell(&[OA, "show", "oldham"]), shell(&["true"])))
        .unzip();
    table.times(
        "`oa show oldham`",
        median(show),
        "`true`",
        median(nothing),
        "≤ 2",
    );
    slow_line(table, if short { 10 } else { 150 });
}

/// What was measured of a session.
struct Session {
    first: Duration,
    key: Duration,
    /// In kibibytes.
    memory: u64,
    /// The most that a key cost.
    bytes: usize,
}

fn session(program: &[&str], keys: usize) -> Session {
    let mut line = Line::start(program, None);
    let (drawn, _) = line.burst(QUIET, PATIENCE).expect("the program draws");
    let first = drawn - line.begun;
    let (mut times, mut most) = (Vec::new(), 0);
    for key in 0..keys {
        let pressed = line.press(if (key / 8).is_multiple_of(2) {
            DOWN
        } else {
            UP
        });
        let (drawn, bytes) = line
            .burst(QUIET_AFTER_KEY, PATIENCE)
            .expect("a key is answered");
        times.push(drawn - pressed);
        most = most.max(bytes.len());
    }
    let memory = line.status("VmHWM");
    line.leave();
    Session {
        first,
        key: median(times),
        memory,
        bytes: most,
    }
}

/// Bytes and wakings in so many seconds in which nothing is done.
fn idle(seconds: u64) -> (usize, u64) {
    let line = Line::start(&[OA], None);
    let _ = line.burst(Duration::from_millis(500), PATIENCE);
    let before = line.status("voluntary_ctxt_switches");
    let bytes = line
        .burst(Duration::from_secs(seconds), Duration::from_secs(seconds))
        .map_or(0, |(_, bytes)| bytes.len());
    let wakings = line.status("voluntary_ctxt_switches") - before;
    line.leave();
    (bytes, wakings)
}

/// Holds a key over a line of 9,600 bits a second, at a terminal that answers when it is asked for its name, as soon as the
/// question has come over the line.
fn slow_line(table: &mut Table, keys: usize) {
    const BITS: u32 = 9_600;
    const QUESTION: &[u8] = b"\x1b[>q";
    const ANSWER: &str = "\x1bP>|XTerm(370)\x1b\\";
    let between = Duration::from_millis(33);
    let mut line = Line::start(&[OA], Some(BITS));
    let mut heard = Vec::new();
    let mut answer = |line: &mut Line, bytes: &[u8]| {
        heard.extend_from_slice(bytes);
        while let Some(index) = heard
            .windows(QUESTION.len())
            .position(|part| part == QUESTION)
        {
            heard.drain(..index + QUESTION.len());
            line.press(ANSWER);
        }
    };
    while let Some(piece) = line.piece(Duration::from_millis(500)) {
        answer(&mut line, &piece.bytes);
    }
    let (begun, mut sent, mut last, mut total) = (Instant::now(), 0, Instant::now(), 0);
    let mut released = begun;
    loop {
        if sent < keys && begun.elapsed() >= between * u32::try_from(sent).unwrap_or(0) {
            released = line.press(if (sent / 10).is_multiple_of(2) {
                DOWN
            } else {
                UP
            });
            sent += 1;
        }
        let patience = if sent < keys {
            Duration::from_millis(1)
        } else {
            Duration::from_secs(2)
        };
        match line.piece(patience) {
            Some(piece) => {
                total += piece.bytes.len();
                last = piece.at;
                answer(&mut line, &piece.bytes);
            }
            None if sent == keys => break,
            None => {}
        }
    }
    line.leave();
    let behind = last.saturating_duration_since(released);
    table.row(
        "9,600 bits a second, Down held: behind when let go",
        &format!(
            "{:.1} s after {sent} keys and {total} bytes",
            behind.as_secs_f64()
        ),
        "",
        "a frame or two",
    );
}

fn kilobytes(kibibytes: u64) -> String {
    format!("{:.1} MB", megabytes(kibibytes * 1024))
}
