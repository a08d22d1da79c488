//! Measures the program with the bundled data, beside a minimal program with ratatui.

use std::{fs, io, process::Command, time::Duration};

use super::{
    MAX_WAIT, OA, SessionFigures, instructions, measure_session,
    pty_session::PtySession,
    slow_line,
    table::{Table, median, megabytes},
    timed,
};

/// Adds the rows of the bundled data.
///
/// # Errors
///
/// Returns an error if a command fails.
pub(crate) fn measure(table: &mut Table, floor: &str, is_measured: bool) -> io::Result<()> {
    frames_and_keys(table, floor, is_measured);
    instruction_counts(table, floor, if is_measured { 16 } else { 2 })?;
    let (bytes, wake_ups) = idle(Duration::from_secs(if is_measured { 5 } else { 1 }));
    let idle = format!("{bytes} bytes, {wake_ups} wake-ups");
    table.row("idle", &idle, "", "0 and 0");
    let size = fs::metadata(OA)?.len();
    table.row("binary", &megabytes(size), "", "≤ 6 MB if static");
    commands(table, if is_measured { 200 } else { 2 })?;
    slow_line::measure(table, if is_measured { 150 } else { 10 });
    Ok(())
}

fn frames_and_keys(table: &mut Table, floor: &str, is_measured: bool) {
    let (runs, keys) = if is_measured { (25, 32) } else { (1, 4) };
    // In turn, so that other work of the machine slows both.
    let (ours, floors): (Vec<_>, Vec<_>) = (0..runs)
        .map(|_| {
            (
                measure_session(&[OA], keys),
                measure_session(&[floor], keys),
            )
        })
        .unzip();
    let first =
        |sessions: &[SessionFigures]| median(sessions.iter().map(|session| session.first_frame));
    let key = |sessions: &[SessionFigures]| median(sessions.iter().map(|session| session.key));
    let memory = |sessions: &[SessionFigures]| {
        let peaks = sessions.iter().map(|session| session.peak_memory);
        peaks.max().unwrap_or(0)
    };
    table.times(
        "first frame",
        first(&ours),
        ("floor", first(&floors)),
        "≤ 1.3",
    );
    table.times("a key", key(&ours), ("floor", key(&floors)), "");
    table.row(
        "peak memory",
        &megabytes(memory(&ours)),
        &format!("floor {}", megabytes(memory(&floors))),
        "≤ 5 MB",
    );
    let bytes = ours.iter().map(|session| session.max_key_bytes).max();
    table.row(
        "most bytes for a step in the list of areas",
        &bytes.unwrap_or(0).to_string(),
        "",
        "",
    );
}

fn instruction_counts(table: &mut Table, floor: &str, keys: usize) -> io::Result<()> {
    if !instructions::can_be_counted() {
        table.row(
            "instructions",
            "not counted",
            "valgrind is not installed",
            "",
        );
        return Ok(());
    }
    let start = |program| instructions::of_session(program, 0);
    let (ours, floors) = (start(OA)?, start(floor)?);
    table.counts(
        "start, first frame and quit, instructions",
        ours,
        ("floor", floors),
        "≤ 2.0",
    );
    let of_key = |program, start: u64| {
        let total = instructions::of_session(program, keys)?;
        Ok::<_, io::Error>(total.saturating_sub(start) / keys as u64)
    };
    table.counts(
        "a key, instructions",
        of_key(OA, ours)?,
        ("floor", of_key(floor, floors)?),
        "≤ 1.4",
    );
    table.counts(
        "`oa show oldham`, instructions",
        instructions::of_command(&[OA, "show", "oldham"])?,
        ("`true`", instructions::of_command(&["true"])?),
        "≤ 2.5 million",
    );
    Ok(())
}

/// Returns the bytes and the wake-ups in a time without input.
fn idle(time: Duration) -> (usize, u64) {
    let session = PtySession::start(&[OA]);
    let _ = session.next_burst(Duration::from_millis(500), MAX_WAIT);
    let before = session.status_value("voluntary_ctxt_switches");
    let bytes = session
        .next_burst(time, time)
        .map_or(0, |(_, bytes)| bytes.len());
    let wake_ups = session.status_value("voluntary_ctxt_switches") - before;
    session.quit();
    (bytes, wake_ups)
}

fn commands(table: &mut Table, runs: usize) -> io::Result<()> {
    let (mut shows, mut nothings) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        shows.push(timed(Command::new(OA).args(["show", "oldham"]))?);
        nothings.push(timed(&mut Command::new("true"))?);
    }
    let nothing = ("`true`", median(nothings));
    table.times("`oa show oldham`", median(shows), nothing, "");
    Ok(())
}
