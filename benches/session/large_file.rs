//! Measures the program with a file of a million actions: the time until it can be used, memory, and keys in each view.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use opportunity_areas::dataset::Dataset;

use super::{
    MAX_WAIT, OA, QUIET, QUIET_AFTER_KEY, generator,
    other_programs::write_facts,
    pty_session::PtySession,
    step,
    table::{Table, median, megabytes, milliseconds, ratio},
    timed,
};

/// Words that occur in many facts.
const WORDS: &str = "mental health";

/// Adds the rows of a file of ten thousand times the bundled data; of a hundred times if nothing is measured.
///
/// # Errors
///
/// Returns an error if the file cannot be written, or a command fails.
pub(crate) fn measure(table: &mut Table, is_measured: bool) -> io::Result<()> {
    let times = if is_measured { "10000" } else { "100" };
    let file = written(times)?;
    let bytes = fs::metadata(&file)?.len();
    table.row(
        &format!("file of {times} times the size"),
        &megabytes(bytes),
        "",
        "",
    );
    let runs = if is_measured { 5 } else { 1 };
    load(table, &file, runs)?;
    dashboard(table, &file, bytes, if is_measured { 32 } else { 4 });
    search(table, &file)
}

/// Writes the dataset, and returns the path of its file.
fn written(times: &str) -> io::Result<PathBuf> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{times}.json"));
    let size = generator::size(times).expect("it is one of the sizes");
    let mut out = BufWriter::new(File::create(&file)?);
    generator::write(size, &mut out)?;
    out.flush()?;
    Ok(file)
}

/// Adds rows for loading, for the first hits of a command and for all warnings, each time in turn.
fn load(table: &mut Table, file: &Path, runs: usize) -> io::Result<()> {
    let (mut loads, mut jqs, mut firsts, mut checks) = (vec![], vec![], vec![], vec![]);
    for _ in 0..runs {
        loads.push(time_until_open(file));
        jqs.extend(timed(Command::new("jq").arg("length").arg(file)));
        firsts.push(first_hits_of_command(file));
        checks.push(timed(Command::new(OA).arg("check").arg(file))?);
    }
    let load = median(loads);
    if jqs.is_empty() {
        table.row(
            "load, until the dashboard is open",
            &milliseconds(load),
            "jq is not installed",
            "≤ 0.3 of jq",
        );
    } else {
        table.times(
            "load, until the dashboard is open",
            load,
            ("`jq length`", median(jqs)),
            "≤ 0.3",
        );
    }
    let first = median(firsts);
    table.row(
        "first hits of a search as a command",
        &milliseconds(first),
        &format!(
            "after loading: {}",
            milliseconds(first.saturating_sub(load))
        ),
        "1 s after loading",
    );
    table.row(
        "`oa check`, with all warnings",
        &milliseconds(median(checks)),
        "",
        "",
    );
    Ok(())
}

/// Returns the time until the dashboard has read the file.
fn time_until_open(file: &Path) -> Duration {
    let session = PtySession::start(&[OA, "--data", &file.display().to_string()]);
    let (_, open) = session.wait_for("Matrix", session.started_at);
    session.quit();
    open
}

/// Returns the time from the start of `oa search` to its first hits on the terminal.
fn first_hits_of_command(file: &Path) -> Duration {
    let file = file.display().to_string();
    let session = PtySession::start(&[OA, "--no-pager", "--data", &file, "search", WORDS]);
    // The line of progress comes first; it does not hold the words.
    let (_, time) = session.wait_for("ealth", session.started_at);
    session.quit();
    time
}

/// Opens the dashboard, waits until the file is read, and presses keys in each view.
fn dashboard(table: &mut Table, file: &Path, bytes: u64, keys: usize) {
    let file = file.display().to_string();
    let mut large = PtySession::start(&[OA, "--data", &file]);
    let (first, _) = large.wait_for("Matrix", large.started_at);
    table.row(
        "first progress while it is read",
        &milliseconds(first),
        "",
        "≤ 100 ms",
    );
    let memory = large.status_value("VmHWM") * 1024;
    table.row(
        "peak memory until then",
        &megabytes(memory),
        &format!("file: {:.2}", ratio(memory, bytes)),
        "≤ 1.2",
    );
    let _ = large.next_burst(QUIET, QUIET);
    wait_for_index(&mut large);
    for key in ["\x15", "\x1b"] {
        large.type_keys(key);
        let _ = large.next_burst(QUIET, MAX_WAIT);
    }
    let mut small = PtySession::start(&[OA]);
    let _ = small.next_burst(QUIET, MAX_WAIT);
    for (view, name) in [
        ("1", "Areas"),
        ("2", "the matrix"),
        ("4", "the timeline"),
        ("5", "Compare"),
        ("6", "Targets"),
        ("7", "Table"),
        ("8", "Sources"),
        ("f", "the filter"),
    ] {
        let pressed = large.type_keys(view);
        let opened = large
            .next_burst(QUIET_AFTER_KEY, MAX_WAIT)
            .map_or(MAX_WAIT, |(drawn, _)| drawn - pressed);
        table.row(
            &format!("opening {name}"),
            &milliseconds(opened),
            "",
            "≤ 50 ms",
        );
        // Counts follow when they are known.
        let _ = large.next_burst(Duration::from_secs(2), Duration::from_secs(2));
        small.type_keys(view);
        let _ = small.next_burst(QUIET, QUIET);
        let (of_large, of_small) = key_times([&mut large, &mut small], keys);
        let what = format!("a key in {name}");
        table.times(&what, of_large, ("bundled data", of_small), "≤ 1.2");
    }
    for mut session in [small, large] {
        session.type_keys("\x1b");
        let _ = session.next_burst(QUIET, QUIET);
        session.quit();
    }
}

/// Waits until all words are indexed: only then is a word known to occur nowhere. Returns the time.
fn wait_for_index(session: &mut PtySession) -> Duration {
    session.type_keys("/");
    let _ = session.next_burst(QUIET, MAX_WAIT);
    let asked = session.type_keys("zebra");
    session.wait_for("nothing found", asked).1
}

/// Returns the median times of a key in two sessions, typed in turn.
fn key_times(mut sessions: [&mut PtySession; 2], keys: usize) -> (Duration, Duration) {
    let mut times = [Vec::new(), Vec::new()];
    for index in 0..keys {
        for (session, times) in sessions.iter_mut().zip(&mut times) {
            let pressed = session.type_keys(step(index));
            let burst = session.next_burst(QUIET_AFTER_KEY, Duration::from_millis(500));
            times.extend(burst.map(|(drawn, _)| drawn - pressed));
        }
    }
    let [large, small] = times.map(median);
    (large, small)
}

/// Searches in the dashboard, beside fzf with the same texts.
fn search(table: &mut Table, file: &Path) -> io::Result<()> {
    let name = file.display().to_string();
    let mut session = PtySession::start(&[OA, "--data", &name]);
    let _ = session.wait_for("Matrix", session.started_at);
    let indexed = wait_for_index(&mut session);
    table.row(
        "all words indexed, in the background",
        &milliseconds(indexed),
        "",
        "",
    );
    let searches: Vec<_> = (0..5).map(|_| search_once(&mut session)).collect();
    session.quit();
    let first = median(searches.iter().map(|(first, _)| *first));
    table.row(
        "first hits of a search",
        &milliseconds(first),
        "",
        "≤ 50 ms",
    );
    let all = median(searches.iter().map(|(_, all)| *all));
    let facts = file.with_extension("csv");
    let dataset = Dataset::from_file(file).map_err(|error| io::Error::other(error.to_string()))?;
    write_facts(&dataset, &facts)?;
    let fzf = || {
        let facts = File::open(&facts)?;
        timed(Command::new("fzf").args(["--filter", WORDS]).stdin(facts))
    };
    // Once before, so that the file is in memory.
    match fzf().and_then(|_| fzf()) {
        Ok(fzf) => table.times("all hits of a search", all, ("`fzf --filter`", fzf), "< 1"),
        Err(_) => table.row(
            "all hits of a search",
            &milliseconds(all),
            "fzf is not installed",
            "",
        ),
    }
    Ok(())
}

/// Types the words, and returns the times until the first and until all hits are shown.
fn search_once(session: &mut PtySession) -> (Duration, Duration) {
    session.type_keys("\x15");
    let _ = session.next_burst(QUIET, MAX_WAIT);
    let asked: Instant = session.type_keys(WORDS);
    let (mut first, mut last, mut bytes) = (None, MAX_WAIT, Vec::new());
    let mut wait = MAX_WAIT;
    while let Some(output) = session.next_output(wait) {
        bytes.extend_from_slice(&output.bytes);
        last = output.at - asked;
        let has = |words: &str| {
            let mut parts = bytes.windows(words.len());
            parts.any(|part| part == words.as_bytes())
        };
        if has("found") {
            first.get_or_insert(last);
            // The number of all hits replaces that of the first ones.
            wait = Duration::from_millis(600);
        }
    }
    (first.unwrap_or(last), last)
}
