//! Measures sessions in a pseudo-terminal, beside a minimal program with ratatui and beside other programs.
//!
//! `cargo bench --profile dist --bench session` prints the tables of `benches/README.md`. `cargo test --bench session` takes
//! each measurement once, with a smaller file, to check that all of them still work. It needs Linux. Programs that are not
//! installed are left out: valgrind, jq, fzf, sqlite3, csvlens, gitui, tig, htop and less.

#[path = "../generator/mod.rs"]
#[expect(dead_code, reason = "tests use more of it")]
mod generator;

mod bundled_data;
mod instructions;
mod large_file;
mod other_programs;
mod pty_session;
mod slow_line;
mod table;

use std::{
    io,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use pty_session::PtySession;
use table::{Table, median};

/// The program, built with the profile of the bench.
const OA: &str = env!("CARGO_BIN_EXE_oa");
const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";
/// The longest wait for an answer.
const MAX_WAIT: Duration = Duration::from_secs(10);
/// The time without output after which a frame is complete.
const QUIET: Duration = Duration::from_millis(60);
/// The time without output after which the answer to a key is complete.
const QUIET_AFTER_KEY: Duration = Duration::from_millis(12);

fn main() -> io::Result<()> {
    let is_measured = std::env::args().any(|argument| argument == "--bench");
    let floor = built_floor()?;
    let mut table = Table::default();
    bundled_data::measure(&mut table, &floor, is_measured)?;
    other_programs::measure(&mut table, is_measured)?;
    large_file::measure(&mut table, is_measured)?;
    print!("{table}");
    Ok(())
}

/// Builds the minimal program with the same profile as `oa`, and returns its path.
///
/// # Errors
///
/// Returns an error if it cannot be built.
fn built_floor() -> io::Result<String> {
    let folder = Path::new(OA).parent().unwrap_or(Path::new("."));
    let profile = match folder.file_name().and_then(|name| name.to_str()) {
        // The only profile whose folder has another name.
        None | Some("debug") => "dev",
        Some(name) => name,
    };
    let status = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--locked", "--example", "floor"])
        .args(["--profile", profile])
        .status()?;
    if !status.success() {
        return Err(io::Error::other("cargo cannot build the example `floor`"));
    }
    let floor = folder.join("examples").join("floor");
    Ok(floor.display().to_string())
}

/// The measurements of a session.
struct SessionFigures {
    first_frame: Duration,
    key: Duration,
    /// The peak memory in bytes.
    peak_memory: u64,
    /// The most bytes that were sent for one key.
    max_key_bytes: usize,
}

/// Starts a program, presses Down and Up in its first list `keys` times, and quits it.
fn measure_session(program: &[&str], keys: usize) -> SessionFigures {
    let mut session = PtySession::start(program);
    let (drawn, _) = session
        .next_burst(QUIET, MAX_WAIT)
        .expect("the program draws its first frame");
    let first_frame = drawn - session.started_at;
    let (mut times, mut max_key_bytes) = (Vec::new(), 0);
    for index in 0..keys {
        let pressed = session.type_keys(step(index));
        if let Some((drawn, bytes)) = session.next_burst(QUIET_AFTER_KEY, Duration::from_secs(1)) {
            times.push(drawn - pressed);
            max_key_bytes = max_key_bytes.max(bytes.len());
        }
    }
    let peak_memory = session.status_value("VmHWM") * 1024;
    session.quit();
    SessionFigures {
        first_frame,
        key: median(times),
        peak_memory,
        max_key_bytes,
    }
}

/// Returns the key of a step: eight times Down, then eight times Up.
fn step(index: usize) -> &'static str {
    if (index / 8).is_multiple_of(2) {
        DOWN
    } else {
        UP
    }
}

/// Runs a command without showing its output, and returns the time that it took.
///
/// # Errors
///
/// Returns an error if the command cannot be started or fails.
fn timed(command: &mut Command) -> io::Result<Duration> {
    let start = Instant::now();
    let status = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    if status.success() {
        Ok(start.elapsed())
    } else {
        Err(io::Error::other(format!("{command:?} failed")))
    }
}
