//! Terminals of any size, and sizes that change.

use std::time::Duration;

use crate::{
    harness::{Keys, Monitor, Server, Visitor, private_memory},
    limits::{Figures, MAX_TIME_LEFT},
};

/// Sizes of terminals, in columns and rows. The largest are those of the protocol.
const SIZES: [(u16, u16); 10] = [
    (0, 0),
    (1, 1),
    (80, 24),
    (500, 200),
    (65535, 1),
    (1, 65535),
    (65535, 100),
    (1000, 1000),
    (5000, 5000),
    (65535, 65535),
];

/// Time in which a session ends after `q`, on a busy machine.
const SOON: Duration = Duration::from_secs(3);

/// Keys that open every view, the help, the search and the full text.
const KEYS: &str = "\r\x1b1234567?\x1b/early years\r\x1b:\x1bz\x0c";

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn terminal_of_any_size_needs_little_memory() {
    let keys = Keys::for_ordinary_user("sizes");
    let server = Server::sshd(&keys);
    let mut figures = Figures::default();
    for size in SIZES {
        for options in [&[][..], &["--ascii"], &["--plain"], &["tour"]] {
            let monitor = Monitor::start(&server);
            let mut visitor = Visitor::connect(&keys, server.port, size, options);
            monitor.wait_for(1);
            visitor.settle();
            for key in KEYS.split_inclusive(['\x1b', '\r']) {
                visitor.send(key.as_bytes());
                std::thread::sleep(Duration::from_millis(20));
            }
            visitor.settle();
            let what = format!("{size:?} {options:?}");
            figures.note(&what, &monitor);
            visitor.vanish();
            figures.expect_the_end(&what, &monitor, MAX_TIME_LEFT);
        }
    }
    figures.assert();
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn terminal_that_was_large_leaves_no_memory() {
    let keys = Keys::for_ordinary_user("resize");
    let server = Server::sshd(&keys);
    let monitor = Monitor::start(&server);
    let visitor = Visitor::connect(&keys, server.port, (80, 24), &[]);
    visitor.wait_for("Blackpool");
    visitor.settle();
    let kiosk = server.kiosks()[0];
    let before = private_memory(kiosk);
    for _ in 0..3 {
        for (columns, rows) in SIZES {
            visitor.resize(columns, rows);
            std::thread::sleep(Duration::from_millis(100));
        }
    }
    // As fast as the client passes them on.
    for step in 0..500 {
        visitor.resize(60000 - step * 100, 300 + step * 100);
        std::thread::sleep(Duration::from_millis(2));
    }
    visitor.resize(80, 24);
    visitor.settle();
    visitor.send(b"2\x0c");
    visitor.settle();
    let after = private_memory(kiosk);
    println!("{before} KiB before, {after} KiB after");
    let mut figures = Figures::default();
    figures.note("resized", &monitor);
    figures.expect(
        (1..before + 3 * 1024).contains(&after),
        &format!("{before} KiB, then {after} KiB"),
    );
    visitor.send(b"q");
    figures.expect_the_end("resized", &monitor, SOON);
    visitor.wait_for("\x1b[?1049l");
    figures.assert();
}
