//! Input without end: pastes, escape sequences and typed text.

use std::time::{Duration, Instant};

use crate::{
    harness::{Keys, Monitor, Server, Settings, Visitor},
    limits::{Figures, MAX_PROCESSOR_PER_SECOND, MAX_TIME_LEFT},
};

/// Beginnings of a paste and of sequences, and what they go on with.
const ENDLESS: [(&str, &str); 14] = [
    ("\x1b[200~", "a"),
    ("\x1b[200~", "\x1b"),
    ("\x1b[", "1"),
    ("\x1b[<", "1;"),
    ("\x1b[", "\x1b["),
    ("\x1b]", "a"),
    ("\x1bP", "a"),
    ("\x1b_", "a"),
    ("", "é"),
    ("", "\u{1b}"),
    ("", "\x0c"),
    ("", "\x1b[<65;10;10M"),
    ("", "search early years\r"),
    ("", "\x1b[200~mental health \x1b[201~"),
];

/// Number of bytes that are sent, if the program takes them in time: more than the memory that it may use.
const COUNT: usize = 24 << 20;

/// Sends input without end to a program that is started with these words, after these keys.
fn input_without_end_needs_little_memory(name: &str, words: &[&str], keys_before: &str) {
    let keys = Keys::for_ordinary_user(name);
    let server = Server::sshd(&keys);
    let mut figures = Figures::default();
    for (first, rest) in ENDLESS {
        let monitor = Monitor::start(&server);
        let mut visitor = Visitor::connect(&keys, server.port, (80, 24), words);
        monitor.wait_for(1);
        visitor.settle();
        visitor.send(keys_before.as_bytes());
        let start = Instant::now();
        let time = Duration::from_secs(2);
        let sent = visitor.flood(first.as_bytes(), rest.as_bytes(), COUNT, time);
        let what = format!("{words:?} {keys_before} {first:?} {rest:?}, {sent} bytes");
        figures.note(&what, &monitor);
        // The first events are taken at once, however many there are.
        let seconds = start.elapsed().as_secs() + 1;
        figures.expect(
            monitor.highest().processor <= 50 + seconds * MAX_PROCESSOR_PER_SECOND,
            &format!("{what} leave half of a processor free"),
        );
        visitor.vanish();
        figures.expect_the_end(&what, &monitor, MAX_TIME_LEFT);
    }
    figures.assert();
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn input_without_end_into_the_dashboard_needs_little_memory() {
    input_without_end_needs_little_memory("flood", &[], "");
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn input_without_end_into_the_search_needs_little_memory() {
    input_without_end_needs_little_memory("search", &[], "/");
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn input_without_end_into_line_mode_needs_little_memory() {
    input_without_end_needs_little_memory("lines", &["--plain"], "");
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn input_without_end_into_the_tour_needs_little_memory() {
    input_without_end_needs_little_memory("tour", &["tour", "--loop"], "");
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn input_without_end_and_without_a_terminal_needs_little_memory() {
    use std::{io::Write as _, process::Stdio};

    let keys = Keys::for_ordinary_user("pipe");
    let server = Server::sshd(&keys);
    let mut figures = Figures::default();
    for (words, bytes) in [
        (&["--plain"][..], &b"a"[..]),
        (&["--plain"], b"\0"),
        (&["--plain"], b"early years\n"),
        (&["show", "oldham"], b"a"),
        (&["tour"], b"a"),
    ] {
        let monitor = Monitor::start(&server);
        let mut client = keys
            .command(server.port, &[], words)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("a client");
        let mut stdin = client.stdin.take().expect("a pipe");
        let start = Instant::now();
        let bytes = bytes.repeat(4096 / bytes.len());
        // The client ends when the program does.
        while start.elapsed() < Duration::from_secs(2) && stdin.write_all(&bytes).is_ok() {}
        let what = format!("{words:?} {:?}", bytes[0]);
        figures.note(&what, &monitor);
        let _ = client.kill();
        let _ = client.wait();
        figures.expect_the_end(&what, &monitor, MAX_TIME_LEFT);
    }
    figures.assert();
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn unfinished_input_does_not_keep_a_session_open() {
    let keys = Keys::for_ordinary_user("drip");
    let server = Server::sshd_with(&keys, Settings::SHORT_IDLE_LIMIT);
    let mut figures = Figures::default();
    for (first, rest) in [("\x1b[200~", "a"), ("\x1b[", "1"), ("\x1b[<", "1")] {
        for words in [&[][..], &["--plain"], &["tour", "--loop"]] {
            let monitor = Monitor::start(&server);
            let mut visitor = Visitor::connect(&keys, server.port, (80, 24), words);
            monitor.wait_for(1);
            visitor.settle();
            let start = Instant::now();
            visitor.send(first.as_bytes());
            while !visitor.has_ended() && start.elapsed() < Duration::from_secs(9) {
                visitor.send(rest.as_bytes());
                std::thread::sleep(Duration::from_millis(250));
            }
            let what = format!("{words:?} {first:?}, a byte four times a second");
            println!("{what}: {:?}", start.elapsed());
            figures.expect(
                visitor.has_ended(),
                &format!("{what}: the idle limit applies"),
            );
            visitor.vanish();
            figures.expect_the_end(&what, &monitor, MAX_TIME_LEFT);
            figures.note(&what, &monitor);
        }
    }
    figures.assert();
}
