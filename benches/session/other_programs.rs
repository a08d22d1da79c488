//! Measures other programs in the same run: browsers in a terminal, and commands that answer from a file.

use std::{
    fs::{self, File},
    io,
    path::Path,
    process::Command,
    time::Duration,
};

use opportunity_areas::dataset::{BUNDLED, Dataset};

use super::{
    OA, SessionFigures, measure_session,
    table::{Table, median, megabytes, milliseconds},
    timed,
};

/// Adds rows for the programs that are installed.
///
/// # Errors
///
/// Returns an error if a file cannot be written, or a command fails.
pub(crate) fn measure(table: &mut Table, is_measured: bool) -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let facts = folder.path().join("facts.csv");
    write_facts(&Dataset::bundled(), &facts)?;
    let facts = facts.display().to_string();
    let (runs, keys) = if is_measured { (9, 32) } else { (1, 2) };
    for program in [
        &["csvlens", &facts][..],
        &["gitui"],
        &["tig"],
        &["htop"],
        &["less", &facts],
    ] {
        if is_installed(program[0]) {
            let sessions = (0..runs).map(|_| measure_session(program, keys));
            add_browser(table, program[0], &sessions.collect::<Vec<_>>());
        }
    }
    commands(
        table,
        folder.path(),
        &facts,
        if is_measured { 50 } else { 1 },
    )
}

fn is_installed(program: &str) -> bool {
    let search_path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&search_path).any(|folder| folder.join(program).is_file())
}

fn add_browser(table: &mut Table, name: &str, sessions: &[SessionFigures]) {
    let first = median(sessions.iter().map(|session| session.first_frame));
    let key = median(sessions.iter().map(|session| session.key));
    let memory = sessions.iter().map(|session| session.peak_memory).max();
    table.row(
        &format!("{name}: first frame, a key, peak memory"),
        "",
        &format!(
            "{}, {}, {}",
            milliseconds(first),
            milliseconds(key),
            megabytes(memory.unwrap_or(0))
        ),
        "",
    );
}

/// Compares answers about one area, and a search of all facts.
fn commands(table: &mut Table, folder: &Path, facts: &str, runs: usize) -> io::Result<()> {
    let json = folder.join("data.json");
    fs::write(&json, BUNDLED)?;
    let compare = |table: &mut Table,
                   what: &str,
                   ours: &[&str],
                   name: &str,
                   theirs: &mut dyn FnMut() -> io::Result<Duration>| {
        let (mut our_times, mut their_times) = (Vec::new(), Vec::new());
        for _ in 0..runs {
            our_times.push(timed(Command::new(OA).args(ours))?);
            their_times.push(theirs()?);
        }
        table.times(what, median(our_times), (name, median(their_times)), "");
        Ok::<_, io::Error>(())
    };
    let show: &[&str] = &["show", "oldham"];
    if is_installed("jq") {
        compare(
            table,
            "`oa show oldham`",
            show,
            "`jq` from the JSON",
            &mut || {
                timed(
                    Command::new("jq")
                        .arg(".areas[] | select(.id == \"oldham\")")
                        .arg(&json),
                )
            },
        )?;
    }
    if is_installed("sqlite3") {
        let database = folder.join("facts.db");
        timed(
            Command::new("sqlite3")
                .arg(&database)
                .args([".mode csv", &format!(".import {facts} facts")]),
        )?;
        compare(
            table,
            "`oa show oldham`",
            show,
            "`sqlite3` from a database",
            &mut || {
                timed(
                    Command::new("sqlite3")
                        .arg(&database)
                        .arg("select * from facts where reference like 'oldham%'"),
                )
            },
        )?;
    }
    if is_installed("fzf") {
        let search: &[&str] = &["search", "mental health"];
        compare(
            table,
            "`oa search mental health`",
            search,
            "`fzf --filter`",
            &mut || {
                timed(
                    Command::new("fzf")
                        .args(["--filter", "mental health"])
                        .stdin(File::open(facts)?),
                )
            },
        )?;
    }
    Ok(())
}

/// Writes the reference and the first words of each fact as CSV.
///
/// # Errors
///
/// Returns an error if the file cannot be written.
pub(crate) fn write_facts(dataset: &Dataset, path: &Path) -> io::Result<()> {
    let mut file = csv::Writer::from_path(path)?;
    file.write_record(["reference", "fact"])?;
    for (_, fact) in dataset.owners().flat_map(|owner| dataset.facts(owner)) {
        file.write_record([fact.reference().to_string(), fact.headline().into_owned()])?;
    }
    file.flush()
}
