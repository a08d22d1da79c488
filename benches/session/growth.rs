//! The same with large datasets: how long until it can be used, how much memory, and whether keys stay as quick.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use super::{
    DOWN, OA, PATIENCE, QUIET, QUIET_AFTER_KEY, UP, generator,
    line::Line,
    table::{Table, median, megabytes, milliseconds},
};

/// Measures with a dataset of a hundred times the size, and ten thousand times unless it is to be short.
pub(crate) fn measure(table: &mut Table, short: bool) -> io::Result<()> {
    let times = if short { "100" } else { "10000" };
    let file = written(times)?;
    let name = file.display().to_string();
    let bytes = fs::metadata(&file)?.len();
    table.row(
        &format!("file of {times} times the size"),
        &format!("{:.0} MB", megabytes(bytes)),
        "",
        "",
    );
    let load = timed(Command::new(OA).args(["check", &name]))?;
    match timed(Command::new("jq").args(["length", &name])) {
        Ok(jq) => table.times("load and check it", load, "`jq length`", jq, "≤ 0.7"),
        Err(_) => table.row(
            "load and check it",
            &milliseconds(load),
            "jq is not installed",
            "≤ 0.7 of jq",
        ),
    }
    dashboard(table, &name, bytes, if short { 4 } else { 32 });
    search(table, &file)
}

/// The dataset's file; it is made if it isn't there yet.
fn written(times: &str) -> io::Result<PathBuf> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{times}.json"));
    let size = generator::size(times).expect("it is one of the sizes");
    let mut out = BufWriter::new(File::create(&file)?);
    generator::write(size, &mut out)?;
    out.flush()?;
    Ok(file)
}

fn timed(command: &mut Command) -> io::Result<Duration> {
    let begun = Instant::now();
    let ended = command.stdout(Stdio::null()).status()?;
    if ended.success() {
        Ok(begun.elapsed())
    } else {
        Err(io::Error::other(format!("{command:?} failed")))
    }
}

/// Opens the dashboard, waits until the file is read, and presses keys in every view.
fn dashboard(table: &mut Table, file: &str, bytes: u64, keys: usize) {
    let mut line = Line::start(&[OA, "--data", file], None);
    let (first, open) = line.until("Matrix", line.begun);
    table.row(
        "first progress while it is read",
        &milliseconds(first),
        "",
        "≤ 100 ms",
    );
    let memory = line.status("VmHWM") * 1024;
    #[expect(
        clippy::cast_precision_loss,
        reason = "no process has as much as 2^52 bytes"
    )]
    let ratio = memory as f64 / bytes as f64;
    table.row("dashboard open", &milliseconds(open), "", "");
    table.row(
        "most memory until then",
        &format!("{:.0} MB", megabytes(memory)),
        &format!("file: {ratio:.2}"),
        "≤ 1.6",
    );
    let _ = line.burst(QUIET, QUIET);
    taken_in(&mut line);
    for key in ["\x15", "\x1b"] {
        line.press(key);
        let _ = line.burst(QUIET, PATIENCE);
    }
    let mut small = Line::start(&[OA], None);
    let _ = small.burst(QUIET, PATIENCE);
    for (view, name) in [
        ("1", "areas"),
        ("2", "matrix"),
        ("4", "timeline"),
        ("5", "compare"),
        ("8", "sources"),
    ] {
        let opened = line.press(view);
        let drawn = line
            .burst(QUIET, PATIENCE)
            .map_or(Duration::ZERO, |(drawn, _)| drawn - opened);
        small.press(view);
        let _ = small.burst(QUIET, QUIET);
        let (large, little) = (key(&mut line, keys), key(&mut small, keys));
        let what = format!(
            "a key in the view of {name} (opened in {})",
            milliseconds(drawn)
        );
        table.times(
            &what,
            large,
            "bundled dataset",
            little,
            if name == "areas" {
                "≤ 1.2"
            } else {
                "≤ 50 ms"
            },
        );
    }
    small.leave();
    line.leave();
}

/// Waits until all words were taken in: the first question does.
fn taken_in(line: &mut Line) -> Duration {
    line.press("/");
    let _ = line.burst(QUIET, PATIENCE);
    let asked = line.press("zebra");
    line.until("nothing found", asked).1
}

fn key(line: &mut Line, keys: usize) -> Duration {
    median((0..keys).filter_map(|key| {
        let pressed = line.press(if (key / 8).is_multiple_of(2) {
            DOWN
        } else {
            UP
        });
        line.burst(QUIET_AFTER_KEY, Duration::from_millis(500))
            .map(|(drawn, _)| drawn - pressed)
    }))
}

/// What is asked for; all of it occurs.
const WORDS: &str = "mental health";

/// Searches as one types, beside fzf over the same texts.
fn search(table: &mut Table, file: &Path) -> io::Result<()> {
    let name = file.display().to_string();
    let mut line = Line::start(&[OA, "--data", &name], None);
    let _ = line.until("Matrix", line.begun);
    let taken_in = taken_in(&mut line);
    table.row(
        "words indexed for the search, in the background",
        &milliseconds(taken_in),
        "",
        "",
    );
    let (mut firsts, mut lasts) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        line.press("\x15");
        let _ = line.burst(QUIET, PATIENCE);
        let asked = line.press(WORDS);
        let (mut first, mut text) = (None, Vec::new());
        let last = loop {
            let Some(piece) = line.piece(PATIENCE) else {
                break PATIENCE;
            };
            text.extend_from_slice(&piece.bytes);
            let has = |words: &str| {
                text.windows(words.len())
                    .any(|part| part == words.as_bytes())
            };
            if has("found") {
                first.get_or_insert(piece.at - asked);
            }
            if has("found in") {
                break piece.at - asked;
            }
        };
        // The number of all replaces that of those found so far.
        let last = line
            .burst(Duration::from_millis(600), Duration::from_millis(600))
            .map_or(last, |(drawn, _)| drawn - asked);
        firsts.push(first.unwrap_or(last));
        lasts.push(last);
    }
    line.leave();
    table.row(
        "first hits of a search",
        &milliseconds(median(firsts)),
        "",
        "≤ 50 ms",
    );
    let all = median(lasts);
    let lines = lines_of(file)?;
    let fzf = || {
        timed(
            Command::new("fzf")
                .args(["--filter", WORDS])
                .stdin(File::open(&lines)?),
        )
    };
    match fzf().and_then(|_| fzf()) {
        Ok(fzf) => table.times("all hits of a search", all, "`fzf --filter`", fzf, "< 1"),
        Err(_) => table.row(
            "all hits of a search",
            &milliseconds(all),
            "fzf is not installed",
            "quicker than fzf",
        ),
    }
    Ok(())
}

/// The texts that are searched, a line each.
fn lines_of(file: &Path) -> io::Result<PathBuf> {
    let lines = file.with_extension("txt");
    let dataset = opportunity_areas::dataset::Dataset::from_file(file)
        .map_err(|error| io::Error::other(error.to_string()))?;
    let mut out = BufWriter::new(File::create(&lines)?);
    for (_, fact) in dataset.owners().flat_map(|owner| dataset.facts(owner)) {
        writeln!(out, "{} {}", fact.reference(), fact.headline())?;
    }
    out.flush()?;
    Ok(lines)
}
