//! Counts processor instructions with valgrind: the same number on a busy machine, unlike time.

use std::{
    fs, io,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use super::{pty_session::PtySession, step, timed};

/// Programs are some fifty times slower under valgrind.
const MAX_WAIT: Duration = Duration::from_mins(1);
const QUIET: Duration = Duration::from_millis(700);

/// Returns true if valgrind is installed.
pub(crate) fn can_be_counted() -> bool {
    let version = Command::new("valgrind")
        .arg("--version")
        .stdout(Stdio::null())
        .status();
    version.is_ok_and(|status| status.success())
}

/// Counts the instructions of a session of 80 by 24 cells: its start, its first frame, keys, and its end.
///
/// # Errors
///
/// Returns an error if valgrind writes no report.
pub(crate) fn of_session(program: &str, keys: usize) -> io::Result<u64> {
    let folder = tempfile::tempdir()?;
    let report = folder.path().join("report");
    let out_file = format!("--callgrind-out-file={}", report.display());
    let mut session = PtySession::start(&[
        "valgrind",
        "--quiet",
        "--tool=callgrind",
        &out_file,
        program,
    ]);
    let _ = session.next_burst(QUIET, MAX_WAIT);
    for index in 0..keys {
        session.type_keys(step(index));
        let _ = session.next_burst(QUIET, MAX_WAIT);
    }
    session.quit();
    total(&report)
}

/// Counts the instructions of a command.
///
/// # Errors
///
/// Returns an error if the command fails or valgrind writes no report.
pub(crate) fn of_command(arguments: &[&str]) -> io::Result<u64> {
    let folder = tempfile::tempdir()?;
    let report = folder.path().join("report");
    let out_file = format!("--callgrind-out-file={}", report.display());
    timed(
        Command::new("valgrind")
            .args(["--quiet", "--tool=callgrind", &out_file])
            .args(arguments),
    )?;
    total(&report)
}

fn total(report: &Path) -> io::Result<u64> {
    let text = fs::read_to_string(report)?;
    let total = text.lines().find_map(|line| line.strip_prefix("totals: "));
    total
        .and_then(|total| total.trim().parse().ok())
        .ok_or_else(|| io::Error::other("valgrind's report has no total"))
}
