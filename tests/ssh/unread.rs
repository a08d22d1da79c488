//! Clients that do not read what they are sent, and sessions without input.

use std::{
    process::{Child, Stdio},
    time::Duration,
};

use crate::{
    harness::{Keys, Monitor, Server, Settings, Visitor},
    limits::Figures,
};

/// Time after which a session with this idle limit has ended, on a busy machine.
const SOON: Duration = Duration::from_secs(8);

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn answers_that_nobody_reads_end_and_need_little_memory() {
    let keys = Keys::for_ordinary_user("unread");
    let server = Server::sshd_with(&keys, Settings::SHORT_IDLE_LIMIT);
    let mut figures = Figures::default();
    for words in [
        "export --format jsonl",
        "list actions --wide --format html",
        "brief oldham blackpool derby --format html",
        "picture map --size 400x400 --format svg",
    ] {
        let monitor = Monitor::start(&server);
        let mut clients: Vec<Child> = (0..10)
            .map(|_| {
                // The pipe is full after 64 KiB, and the client takes no more.
                keys.command(server.port, &[], &[words])
                    .stdout(Stdio::piped())
                    .stderr(Stdio::null())
                    .spawn()
                    .expect("a client")
            })
            .collect();
        // Those that are not blocked have ended by then.
        std::thread::sleep(Duration::from_millis(1500));
        figures.expect_the_end(words, &monitor, SOON);
        figures.note(words, &monitor);
        for client in &mut clients {
            let _ = client.kill();
            let _ = client.wait();
        }
    }
    figures.assert();
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn sessions_that_cannot_write_end() {
    let keys = Keys::for_ordinary_user("blocked");
    let server = Server::sshd_with(&keys, Settings::SHORT_IDLE_LIMIT);
    let mut figures = Figures::default();
    for (words, keys_sent) in [
        (&[][..], "\x0c"),
        (&["--plain"], "search early years\r"),
        // Ctrl-S, which stops the output of a terminal in line mode.
        (&["--plain"], "\x13search early years\r"),
        (&["tour", "--loop", "--speed", "100"], "\x0c"),
    ] {
        for is_stopped in [false, true] {
            let monitor = Monitor::start(&server);
            let mut visitor = Visitor::connect(&keys, server.port, (65535, 65535), words);
            monitor.wait_for(1);
            visitor.settle();
            visitor.freeze(true);
            // sshd takes about two megabytes of output, and a screen has about nine kilobytes. All input that arrives at once
            // leads to one screen.
            for _ in 0..600 {
                visitor.send(keys_sent.as_bytes());
                std::thread::sleep(Duration::from_millis(5));
            }
            if is_stopped {
                visitor.signal("STOP");
            }
            let what = format!("{words:?} {keys_sent:?}, stopped: {is_stopped}");
            figures.expect_the_end(&what, &monitor, SOON);
            figures.note(&what, &monitor);
            visitor.vanish();
        }
    }
    figures.assert();
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn sessions_without_input_end() {
    let keys = Keys::for_ordinary_user("idle");
    let server = Server::sshd_with(&keys, Settings::SHORT_IDLE_LIMIT);
    let mut figures = Figures::default();
    for words in [
        &[][..],
        &["--plain"],
        &["tour"],
        &["tour", "--loop"],
        &["tour", "--loop", "--speed", "100"],
        &["oldham"],
    ] {
        let monitor = Monitor::start(&server);
        let mut visitor = Visitor::connect(&keys, server.port, (80, 24), words);
        monitor.wait_for(1);
        let what = format!("{words:?} without input");
        figures.expect_the_end(&what, &monitor, SOON);
        figures.note(&what, &monitor);
        // A tour that goes on for the idle limit uses little of a core, however fast it is.
        figures.expect(
            monitor.highest().processor <= 20,
            &format!("{what} uses little processor time"),
        );
        visitor.vanish();
    }
    // Without a terminal, line mode waits for input that never comes.
    let monitor = Monitor::start(&server);
    let mut client = keys
        .command(server.port, &[], &["--plain"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("a client");
    monitor.wait_for(1);
    figures.expect_the_end("line mode without a terminal", &monitor, SOON);
    let _ = client.kill();
    let _ = client.wait();
    figures.assert();
}
