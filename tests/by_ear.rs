//! The dashboard in screen-reader mode, inside the screen reader yasr. What yasr speaks goes to a file instead of a voice.
//!
//! `cargo test --test by_ear -- --ignored` needs the Debian package yasr. With `--nocapture` it prints what is spoken and the
//! number of words at each step.

#![cfg(unix)]

#[path = "terminal/mod.rs"]
#[expect(dead_code, reason = "whole sessions use more of it")]
mod terminal;

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::Path,
    time::{Duration, Instant},
};

use tempfile::TempDir;
use terminal::{Session, program};

/// The most words that are spoken for a single move.
const MAX_WORDS: usize = 25;
/// Time without a new word after which yasr is taken to have spoken all.
const SILENCE: Duration = Duration::from_millis(500);
/// Time after which a test has failed. Long, because the machine may be busy.
const WAIT_LIMIT: Duration = Duration::from_secs(20);

const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";
const END: &str = "\x1b[F";
const PAGE_DOWN: &str = "\x1b[6~";
const ENTER: &str = "\r";
const ESCAPE: &str = "\x1b";
const CTRL_G: &str = "\x07";

/// Settings of yasr without keys of its own, which would not reach the program.
const SETTINGS: &str = "\
[normalkeys]
[reviewkeys]
[options]
cursor tracking=full
synthesizer=emacspeak server
synthesizer port=|DRIVER
key echo=off
shell=SHELL
special=off
up and down arrows=speak line
[Emacspeak server]
rate=175
punctuation=some
[dict]
";

/// A session inside yasr, and what it has spoken so far.
struct Listener {
    session: Session,
    folder: TempDir,
    /// The bytes of the file that were read before.
    heard: usize,
}

impl Listener {
    fn start(arguments: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let spoken = at("spoken");
        fs::write(&spoken, "").expect("a file");
        script(&at("driver"), &format!("exec cat >>'{}'", spoken.display()));
        script(&at("shell"), &format!("exec {} {arguments}", program()));
        let settings = SETTINGS
            .replace("DRIVER", &at("driver").to_string_lossy())
            .replace("SHELL", &at("shell").to_string_lossy());
        fs::write(at(".yasr.conf"), settings).expect("a file");
        let home = folder.path().display();
        let command = format!("HOME='{home}' TERM=xterm yasr; echo yasr has ended");
        Self {
            session: Session::start(&command, 80, 24),
            folder,
            heard: 0,
        }
    }

    /// Presses keys, and waits until words are spoken and yasr is silent again. Returns everything that was spoken.
    fn press(&mut self, keys: &str, expected: &[&str]) -> String {
        let spoken = self.hear(keys, expected);
        check_characters(&spoken);
        spoken
    }

    /// Presses keys and returns everything that was spoken, with any characters.
    fn hear(&mut self, keys: &str, expected: &[&str]) -> String {
        self.session.send(keys);
        let (start, mut last_change) = (Instant::now(), Instant::now());
        let mut length = self.heard;
        let spoken = loop {
            let log = fs::read(self.folder.path().join("spoken")).expect("the file of yasr");
            if log.len() != length {
                (length, last_change) = (log.len(), Instant::now());
            }
            let spoken = phrases(&String::from_utf8_lossy(&log[self.heard..]));
            let is_complete = expected.iter().all(|words| spoken.contains(words));
            if is_complete && last_change.elapsed() > SILENCE {
                break spoken;
            }
            assert!(
                start.elapsed() < WAIT_LIMIT,
                "after {keys:?}, {expected:?} was not spoken, but:\n{spoken}"
            );
            std::thread::sleep(Duration::from_millis(20));
        };
        self.heard = length;
        println!("{keys:?}: {} words: {spoken}", word_count(&spoken));
        spoken
    }

    /// Presses a key that moves the cursor by one row, and returns the row.
    fn move_to(&mut self, key: &str, expected: &[&str]) -> String {
        let spoken = self.press(key, expected);
        assert!(word_count(&spoken) <= MAX_WORDS, "{spoken}");
        spoken
    }
}

fn script(path: &Path, command: &str) {
    fs::write(path, format!("#!/bin/sh\n{command}\n")).expect("a file");
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("a script");
}

/// Returns what a voice would speak: of the protocol of Emacspeak's servers, the texts in the queue.
fn phrases(log: &str) -> String {
    let texts = log.lines().filter_map(|line| {
        let text = line
            .strip_prefix("q {")
            .or_else(|| line.strip_prefix("l {"))?;
        Some(text.strip_suffix('}').unwrap_or(text))
    });
    let words = texts.flat_map(str::split_whitespace);
    words.collect::<Vec<_>>().join(" ")
}

fn word_count(spoken: &str) -> usize {
    spoken.split_whitespace().count()
}

/// Checks that there are no drawings and signs, and no names of signs.
fn check_characters(spoken: &str) {
    let is_usual = |character: char| {
        character.is_alphanumeric() || " .,;:!?'\"()-/&%*+@#=_$[]<>~^{}£€".contains(character)
    };
    let unusual: String = spoken
        .chars()
        .filter(|&character| !is_usual(character))
        .collect();
    assert!(unusual.is_empty(), "{unusual:?} in {spoken}");
    assert!(!spoken.contains("greater than"), "{spoken}");
}

#[test]
#[ignore = "needs yasr: cargo test --test by_ear -- --ignored"]
fn everything_is_found_by_listening() {
    let mut oa = Listener::start("--speak");
    let spoken = oa.press("", &["Blackpool, plan published", "1 of 13", "13 of 13"]);
    assert!(spoken.starts_with("Arrows move, Enter opens"), "{spoken}");

    for (area, position) in [
        ("Bradford", "2 of 13"),
        ("Derby", "3 of 13"),
        ("Doncaster", "4 of 13"),
        ("Fenland and East Cambridgeshire", "5 of 13"),
        ("Hastings", "6 of 13"),
    ] {
        let spoken = oa.move_to(DOWN, &[area, position]);
        assert!(
            spoken.starts_with(area) && spoken.ends_with(position),
            "{spoken}"
        );
    }
    let spoken = oa.move_to(UP, &["5 of 13"]);
    assert!(spoken.starts_with("Fenland"), "{spoken}");
    // A move that skips rows is said, too.
    oa.move_to(END, &["The programme. 13 of 13"]);
    oa.move_to(UP, &["West Somerset", "12 of 13"]);

    oa.press(
        "\t",
        &["West Somerset, priorities.", "Priority 1:", "1 of 5"],
    );
    oa.move_to(DOWN, &["Priority 2:", "2 of 5"]);
    oa.press(ENTER, &["West Somerset, priority 2, details.", "1 of"]);
    oa.press(PAGE_DOWN, &["Source 1:"]);
    oa.move_to(DOWN, &[" of "]);
    oa.press(CTRL_G, &["West Somerset, priorities."]);

    oa.press("/", &["Type words and press Enter"]);
    let echo = oa.press("norwich chair", &[]);
    assert!(!echo.contains(" of "), "results before Enter: {echo}");
    let spoken = oa.press(
        ENTER,
        &["Norwich, chair: Tim Coulson, independent chair. 1 of"],
    );
    assert!(spoken.contains(" results for norwich chair"), "{spoken}");
    oa.move_to(DOWN, &["2 of"]);

    oa.press(
        "2",
        &["Early years", "Oldham, Early years: priority 1. 11 of 13"],
    );
    oa.press(
        "\x1b[C\x1b[C",
        &["Literacy: ", "Oldham, Literacy: none. 11 of 13"],
    );
    oa.move_to(DOWN, &["of 13"]);

    oa.press("3", &["Map, distances from", " miles ", "12 of 12"]);
    oa.press("J", &["Jump to a name"]);
    oa.press("bradford", &[]);
    oa.press(ENTER, &["Bradford,"]);
    oa.press(
        "+",
        &["Distances are from Bradford", "Bradford, here. 1 of 12"],
    );
    oa.move_to(DOWN, &["Oldham, 23 miles south-west. 2 of 12"]);

    oa.press("d", &["As of a date. Type it and press Enter"]);
    oa.press("9 October 2017", &[]);
    let spoken = oa.press(
        ENTER,
        &["Map, distances from Bradford, as of 9 October 2017"],
    );
    assert!(
        spoken.starts_with("Shows what was known on 9 October 2017."),
        "{spoken}"
    );

    let spoken = oa.press("y", &["Text to copy.", "Area: Oldham. 1 of"]);
    assert!(word_count(&spoken) < 200, "{spoken}");
    oa.press(ESCAPE, &["Map, distances"]);
    let spoken = oa.press(
        "?",
        &["Help", "Up and Down: move. 1 of", "Enter: open. 2 of"],
    );
    assert!(word_count(&spoken) < 125, "{spoken}");
    oa.move_to(DOWN, &["Enter: open. 2 of"]);
    oa.press(ESCAPE, &["Map, distances"]);

    oa.session.send("q");
    oa.session.wait_for("yasr has ended");
}

#[test]
#[ignore = "needs yasr: cargo test --test by_ear -- --ignored"]
fn every_view_speaks_one_row_for_each_move() {
    let mut oa = Listener::start("--speak");
    oa.press("", &["1 of 13"]);
    for view in ["2", "3", "4", "5", "6", "7", "8"] {
        oa.press(view, &[" of "]);
        oa.press("\x1b[H", &[]);
        for position in [" 2 of ", " 3 of ", " 4 of "] {
            let spoken = oa.move_to(DOWN, &[position]);
            assert_eq!(spoken.matches(position).count(), 1, "{spoken}");
        }
    }
}

#[test]
#[ignore = "needs yasr: cargo test --test by_ear -- --ignored"]
fn mode_can_be_chosen_with_a_key() {
    let mut oa = Listener::start("--no-mouse");
    oa.hear("", &["Blackpool"]);
    oa.press(
        "\x1b[20~",
        &[
            "screen-reader mode",
            "Blackpool, plan published",
            "13 of 13",
        ],
    );
    oa.move_to(DOWN, &["Bradford", "2 of 13"]);
}
