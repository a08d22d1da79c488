//! Limits on time: a session or a command ends although no one reads what it writes, and soon after its client has gone.

#![cfg(target_os = "linux")]

use std::{
    io::{self, Read as _, Write as _},
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use opportunity_areas::{
    dataset::{Dataset, ItemIndex},
    query::snapshot::Snapshot,
    report::answer::show::show,
};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use serde_json::{Value, json};

const PROGRAM: &str = env!("CARGO_BIN_EXE_oa");

/// Starts the program without a terminal, as sshd does for a command.
fn start(arguments: &[&str]) -> Child {
    Command::new(PROGRAM)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts")
}

/// Waits until the program ends, and returns its status and the time that it took.
fn wait(child: &mut Child) -> (ExitStatus, Duration) {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("it can be waited for") {
            return (status, start.elapsed());
        }
        assert!(start.elapsed() < Duration::from_secs(20), "still running");
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn error_text(child: &mut Child) -> String {
    let mut text = String::new();
    let errors = child.stderr.as_mut().expect("it is a pipe");
    errors.read_to_string(&mut text).expect("it is text");
    text
}

#[test]
fn dashboard_that_is_blocked_in_a_write_ends_at_the_idle_limit() {
    let size = PtySize {
        rows: 24,
        cols: 80,
        pixel_width: 0,
        pixel_height: 0,
    };
    for arguments in [&["--idle-limit", "2s"][..], &["--idle-limit", "2s", "tour"]] {
        let pair = native_pty_system()
            .openpty(size)
            .expect("a pseudo-terminal");
        let cooked = pair.master.get_termios().expect("a Unix terminal");
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(arguments);
        command.env("TERM", "xterm");
        let mut child = pair.slave.spawn_command(command).expect("it starts");
        let mut writer = pair.master.take_writer().expect("a writer");
        let start = Instant::now();
        // No one reads, so after some frames the program waits in a write.
        for _ in 0..40 {
            writer
                .write_all("\x1b[B\x1b[A".repeat(20).as_bytes())
                .expect("it takes keys");
            std::thread::sleep(Duration::from_millis(10));
        }
        let typed = start.elapsed();
        let status = loop {
            if let Some(status) = child.try_wait().expect("it can be waited for") {
                break status;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "{arguments:?}");
            std::thread::sleep(Duration::from_millis(5));
        };
        let took = start.elapsed();
        assert!(status.success(), "{arguments:?}: {status:?}");
        assert!(took > Duration::from_secs(2), "{arguments:?}: {took:?}");
        assert!(
            took < typed + Duration::from_secs(4),
            "{arguments:?}: {took:?}"
        );
        let left = pair.master.get_termios().expect("a Unix terminal");
        assert_eq!(left.local_flags, cooked.local_flags, "{arguments:?}");
    }
}

#[test]
fn line_mode_that_is_blocked_in_a_write_ends_at_the_idle_limit() {
    let mut child = start(&["--plain", "--idle-limit", "2s"]);
    let mut input = child.stdin.take().expect("it is a pipe");
    let lines = "help\n".repeat(2000);
    // It reads until it waits in a write.
    let writer = std::thread::spawn(move || {
        let _ = input.write_all(lines.as_bytes());
        input
    });
    let (status, took) = wait(&mut child);
    assert!(status.success(), "{status:?}");
    assert!(
        took > Duration::from_millis(1900) && took < Duration::from_secs(5),
        "{took:?}"
    );
    writer.join().expect("the writer ends");
}

#[test]
fn answer_that_is_not_read_ends_at_the_limit() {
    for limit in [
        &["--time-limit", "1"][..],
        &["--kiosk", "--time-limit", "1"],
        &["--idle-limit", "1s"],
        &["--kiosk", "--idle-limit", "1s"],
    ] {
        let mut child = start(&[limit, &["export", "--format", "jsonl"]].concat());
        let (status, took) = wait(&mut child);
        assert_eq!(status.code(), Some(124), "{limit:?}");
        assert!(
            took > Duration::from_millis(900) && took < Duration::from_secs(4),
            "{limit:?}: {took:?}"
        );
        assert_eq!(
            error_text(&mut child),
            "oa: the answer was not complete, or not read, within 1s\n"
        );
    }
}

#[test]
fn session_does_not_end_at_the_time_limit_of_commands() {
    let mut child = start(&["--plain", "--time-limit", "1"]);
    std::thread::sleep(Duration::from_millis(1500));
    assert!(child.try_wait().expect("it can be waited for").is_none());
    drop(child.stdin.take());
    assert!(wait(&mut child).0.success());
}

#[test]
fn kiosk_ends_soon_after_its_client_has_gone() {
    // Both wait for input that never comes.
    for arguments in [
        &["--kiosk", "--data", "-", "list", "areas"][..],
        &["--kiosk", "--plain"],
    ] {
        let mut child = start(arguments);
        // It watches once it has started.
        std::thread::sleep(Duration::from_millis(300));
        assert!(child.try_wait().expect("it can be waited for").is_none());
        drop(child.stdout.take());
        let (status, took) = wait(&mut child);
        assert!(status.success(), "{arguments:?}: {status:?}");
        assert!(took < Duration::from_secs(1), "{arguments:?}: {took:?}");
    }
}

#[test]
fn line_mode_ends_soon_after_its_terminal_has_gone_even_without_a_signal() {
    for arguments in ["--plain", "--kiosk --plain"] {
        let pair = native_pty_system()
            .openpty(PtySize::default())
            .expect("a pseudo-terminal");
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", &format!("trap '' HUP; exec {PROGRAM} {arguments}")]);
        let mut child = pair.slave.spawn_command(command).expect("it starts");
        drop(pair.slave);
        std::thread::sleep(Duration::from_millis(300));
        let is_running = child.try_wait().expect("it can be waited for").is_none();
        assert!(is_running, "{arguments}");
        let start = Instant::now();
        drop(pair.master);
        let status = child.wait().expect("it ends");
        assert_eq!(status.exit_code(), 129, "{arguments}");
        assert!(start.elapsed() < Duration::from_secs(1), "{arguments}");
    }
}

/// Returns what a command needs until its answer is complete: the most memory in kB, the part of it that is its own, and the
/// processor time. No one reads the answer, so the program waits in its first write.
fn needed(arguments: &[&str]) -> (u64, u64, Duration) {
    let (_reader, mut writer) = io::pipe().expect("a pipe");
    let stdout = writer.try_clone().expect("a second end");
    // A pipe holds 64 kB. The last byte of these waits, if it is written alone.
    writer.write_all(&vec![0; 1 << 16]).expect("there is room");
    let mut child = Command::new(PROGRAM)
        .args(arguments)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(stdout)
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let file = |name: &str| std::fs::read_to_string(format!("/proc/{}/{name}", child.id()));
    let ticks = || -> Option<(bool, u64)> {
        let stat = file("stat").ok()?;
        let fields: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
        let ticks = fields[11].parse::<u64>().ok()? + fields[12].parse::<u64>().ok()?;
        Some((matches!(fields[0], "S" | "Z"), ticks))
    };
    // It waits in a write, or has ended because it had no answer.
    let mut waits = 0;
    while waits < 3 {
        std::thread::sleep(Duration::from_millis(5));
        waits = match ticks() {
            Some((true, _)) => waits + 1,
            _ => 0,
        };
    }
    let status = file("status").unwrap_or_default();
    let kilobytes = |field: &str| -> u64 {
        let line = status.lines().find(|line| line.starts_with(field));
        line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok())
            .unwrap_or(0)
    };
    let memory = kilobytes("VmHWM:");
    // Pages of the program's file are shared by all who run it.
    let own = memory.saturating_sub(kilobytes("RssFile:"));
    // Linux counts a hundred ticks a second.
    let time = ticks().map_or(Duration::ZERO, |(_, ticks)| {
        Duration::from_millis(ticks * 10)
    });
    child.kill().expect("it is our child");
    child.wait().expect("it is our child");
    (memory, own, time)
}

/// Most memory of its own that a command takes on the bundled data, in kB.
const MAX_OWN_MEMORY: u64 = 8 * 1024;
/// Most memory of a command on the bundled data together with the program's file, in kB.
const MAX_MEMORY: u64 = 16 * 1024;
/// Longest processor time of a command on the bundled data. Builds for tests are about ten times as slow.
const MAX_TIME: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });

/// References of the items with the longest descriptions, as many as one command may name.
fn longest_items() -> Vec<String> {
    let dataset = Dataset::bundled();
    let snapshot = Snapshot::latest(&dataset);
    let length = |item| {
        show(snapshot, &[item])
            .blocks
            .iter()
            .map(|block| format!("{block:?}").len())
            .sum::<usize>()
    };
    let mut items: Vec<(usize, ItemIndex)> = dataset
        .item_indices()
        .map(|item| (length(item), item))
        .collect();
    items.sort_unstable_by_key(|(length, _)| std::cmp::Reverse(*length));
    let longest = items.into_iter().take(198);
    longest
        .map(|(_, item)| dataset.reference(item).into_owned())
        .collect()
}

/// Commands with answers in all formats.
fn ordinary_commands() -> Vec<Vec<String>> {
    let kinds = "areas priorities actions targets results reasons notes events money themes partners sources regions \
                 waves kinds periods deadlines dates terms";
    let areas = "blackpool bradford derby doncaster fenland-and-east-cambridgeshire hastings ipswich \
                 north-yorkshire-coast norwich oldham stoke-on-trent west-somerset";
    let mut questions: Vec<String> = Vec::new();
    questions.extend(kinds.split_whitespace().map(|kind| format!("list {kind}")));
    questions.extend(areas.split_whitespace().map(|area| format!("brief {area}")));
    questions.extend(["early-years", "maths", "evidence"].map(|theme| format!("brief {theme}")));
    questions.extend(
        [
            "matrix",
            "timeline",
            "coverage",
            "money",
            "money --full",
            "changes --since 2016",
            "changes --since 2016 --full",
            "term send",
            "compare oldham derby norwich hastings",
        ]
        .map(String::from),
    );
    questions.extend(["search e --most 9999", "search oldham --most 9999"].map(String::from));
    questions.push(format!("show {}", longest_items().join(" ")));
    questions.push(format!("list actions {}", "--partner a ".repeat(98)));
    let mut commands: Vec<String> = Vec::new();
    for question in questions {
        for format in ["text", "markdown", "html", "csv", "json", "jsonl"] {
            commands.push(format!("{question} --format={format}"));
        }
    }
    for view in "areas matrix map timeline compare sources search palette help".split(' ') {
        for format in ["text", "ansi", "svg"] {
            commands.push(format!("picture {view} --format {format} --size 300x100"));
            commands.push(format!("picture {view} --format {format} --size 1000x30"));
            commands.push(format!("picture {view} --format {format} --size 30x1000"));
        }
    }
    let others = [
        "schema",
        "man",
        "man kiosk",
        "--help",
        "help picture",
        "--version",
        "export --format jsonl",
        "completions bash",
        "completions zsh",
        "completions fish",
        "completions elvish",
        "completions powershell",
    ];
    commands.extend(others.map(String::from));
    let split = |command: &String| command.split_whitespace().map(String::from).collect();
    commands.iter().map(split).collect()
}

/// Commands with the longest input that they accept.
fn longest_commands() -> Vec<Vec<String>> {
    let mut commands = Vec::new();
    // Searches of the greatest length: for words that occur, that nearly occur, and that do not, and for single letters.
    let numbered = |word: &str| {
        (0..)
            .map(|number| format!("{word}{number} "))
            .take(200)
            .collect::<String>()
    };
    let letters = ('a'..='z').flat_map(|a| ('a'..='z').map(move |b| format!("{a}{b} ")));
    for words in [
        numbered("mental"),
        numbered("school"),
        numbered("x"),
        letters.collect(),
        "a ".repeat(500),
        "\"a\" ".repeat(250),
        "the of and in to for a with by on school children area education young people ".repeat(13),
        "x".repeat(1000),
        "é".repeat(500),
    ] {
        let end = words.floor_char_boundary(1000);
        let words = &words[..end];
        for command in [
            &["search"][..],
            &["picture", "search", "--type"],
            &["picture", "help", "--type"],
        ] {
            let mut command: Vec<String> = command.iter().map(ToString::to_string).collect();
            command.push(words.into());
            commands.push(command);
        }
    }
    for command in [
        &["show"][..],
        &["brief"],
        &["money"],
        &["changes", "--since"],
        &["changes", "--since", "2017"],
        &["timeline"],
        &["compare", "oldham"],
        &["list"],
        &["list", "areas", "--area"],
        &["list", "areas", "--theme"],
        &["list", "areas", "--partner"],
        &["list", "areas", "--region"],
        &["list", "areas", "--as-of"],
        &["picture", "map", "--at"],
        &["man"],
        &[],
    ] {
        for name in ["x".repeat(4096), "é-".repeat(1365), "oldham/".repeat(585)] {
            let mut command: Vec<String> = command.iter().map(ToString::to_string).collect();
            command.push(name);
            commands.push(command);
        }
    }
    commands
}

#[test]
fn commands_need_little_memory_and_time_for_any_input() {
    let commands = [ordinary_commands(), longest_commands()].concat();
    let mut most = (0, Duration::ZERO);
    for command in &commands {
        let arguments: Vec<&str> = command.iter().map(String::as_str).collect();
        let (memory, own, time) = needed(&arguments);
        let shown: String = arguments.join(" ").chars().take(100).collect();
        assert!(own <= MAX_OWN_MEMORY, "{shown}: {own} kB of its own");
        // How much of a large file the system reads ahead differs from machine to machine.
        assert!(
            memory <= MAX_MEMORY || cfg!(debug_assertions),
            "{shown}: {memory} kB"
        );
        assert!(time <= MAX_TIME, "{shown}: {time:?}");
        most = (most.0.max(own), most.1.max(time));
    }
    println!(
        "{} commands: at most {} kB of their own and {:?}",
        commands.len(),
        most.0,
        most.1
    );
}

/// Returns a file in which one priority has so many actions, each from another place in a source.
fn file_with_actions(count: usize) -> String {
    let text = include_str!("data/valid/every-field.json");
    let mut dataset: Value = serde_json::from_str(text).expect("JSON");
    let actions = &mut dataset["areas"][0]["priorities"][0]["actions"];
    let source = actions[0]["cites"][0]["source"].clone();
    let action = |number| {
        json!({
            "reference": format!("riverside/1/action-{number}"),
            "what": format!("Plant tree number {number}."),
            "cites": [{ "source": source, "at": format!("page {number}") }],
        })
    };
    *actions = (0..count).map(action).collect();
    let path = format!("{}/many-actions.json", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&path, dataset.to_string()).expect("there is room");
    path
}

/// Comparing each source with all others would take half a minute and more.
#[test]
fn briefings_and_lists_of_many_sources_take_seconds() {
    let file = file_with_actions(30_000);
    for command in [
        "list kinds --format json",
        "brief riverside",
        "brief riverside --full",
        "brief --about tree --full",
    ] {
        let words = ["--data", &file].into_iter().chain(command.split(' '));
        let (_, _, time) = needed(&words.collect::<Vec<_>>());
        assert!(time <= MAX_TIME, "{command}: {time:?}");
    }
}

#[test]
fn input_over_a_limit_is_refused_in_a_line() {
    let words = "ab ".repeat(43_000);
    let many = vec!["oldham"; 2_000];
    for (arguments, message) in [
        (
            &["search", &words[..1200]][..],
            "the search is 1,200 bytes long; at most 1,000 are allowed",
        ),
        (
            &["picture", "search", "--type", &words[..1200]],
            "the text to type is 1,200 bytes long; at most 1,000 are allowed",
        ),
        (
            &["search", &words],
            " is 129,000 bytes long; at most 4,096 are allowed",
        ),
        (
            &[&["show"], &many[..]].concat(),
            "there are 2,001 arguments; at most 200 are allowed",
        ),
        (
            &[&["search"], &many[..]].concat(),
            "there are 2,001 arguments; at most 200 are allowed",
        ),
        (
            &[&["search"], &many[..190]].concat(),
            "the search is 1,329 bytes long; at most 1,000 are allowed",
        ),
    ] {
        let start = Instant::now();
        let output = Command::new(PROGRAM)
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .expect("it starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.contains(message) && said.lines().count() == 1 && said.len() < 300,
            "{said}"
        );
        assert!(
            output.stdout.is_empty() && start.elapsed() < Duration::from_secs(5),
            "{said}"
        );
    }
    for (request, message) in [
        (
            format!("search {words}"),
            " is 129,007 bytes long; at most 4,000 are allowed here",
        ),
        (
            format!("search '{}'", &words[..1200]),
            "the search is 1,200 bytes long; at most 1,000 are allowed",
        ),
        (
            format!("show {}", "a ".repeat(1500)),
            "there are 1,501 arguments; at most 200 are allowed",
        ),
    ] {
        let output = Command::new(PROGRAM)
            .arg("--kiosk")
            .env("SSH_ORIGINAL_COMMAND", request)
            .stdin(Stdio::null())
            .output()
            .expect("it starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.contains(message) && said.lines().count() == 1 && said.len() < 300,
            "{said}"
        );
    }
}

#[test]
fn item_that_is_named_often_is_shown_once() {
    let shown = |references: &[&str]| {
        let output = Command::new(PROGRAM)
            .arg("show")
            .args(references)
            .stdin(Stdio::null())
            .output()
            .expect("it starts");
        assert!(output.status.success());
        output.stdout
    };
    assert_eq!(shown(&["oldham/1"; 199]), shown(&["oldham/1"]));
    assert_eq!(
        shown(&["oldham/1", "derby", "Oldham/1"]),
        shown(&["oldham/1", "derby"])
    );
}
