//! Single commands that are made to take long, and clients that leave before the answer.

use std::{
    process::Stdio,
    time::{Duration, Instant},
};

use crate::{
    harness::{Keys, Monitor, Server, Visitor},
    limits::{Figures, MAX_PROCESSOR, MAX_TIME_LEFT},
};

/// Returns requests that are as long as a visitor can make them.
fn long_requests() -> Vec<String> {
    let mut requests = Vec::new();
    for count in [50, 400, 60_000] {
        let words = "a ".repeat(count);
        let words = words.trim();
        requests.extend([
            format!("picture search --type '{words}'"),
            format!("picture search --type '/{words}'"),
            format!("search {words}"),
            format!("search --all {words}"),
            format!("search '{words}'"),
            format!("search '\"{words}\"'"),
            format!("show {words}"),
            format!("brief {words}"),
            format!("compare {words}"),
            format!("list areas --theme '{words}'"),
            format!("list targets --area '{words}'"),
            format!("list areas --as-of '{words}'"),
            words.to_string(),
            format!("'{words}'"),
            format!("-- {words}"),
            format!("man {words}"),
            format!("completions {words}"),
        ]);
    }
    let areas = "oldham blackpool hastings ipswich derby ".repeat(3000);
    for command in ["show", "brief", "compare", "search"] {
        requests.push(format!("{command} {areas}"));
    }
    let letters = "x".repeat(120_000);
    let marks = "e\u{301}".repeat(40_000);
    for text in [&letters, &marks] {
        for command in [
            "show",
            "search",
            "brief",
            "list",
            "picture search --type",
            "picture map --at",
            "tour",
            "",
        ] {
            requests.push(format!("{command} {text}"));
        }
    }
    requests.push("picture map --size 65535x65535".into());
    requests.push("picture map --size 400x400 --format svg".into());
    requests.push(format!("{} show oldham", "--plain ".repeat(10_000)));
    for command in [
        "export --format jsonl",
        "list actions --format html --wide",
        "timeline",
        "matrix",
    ] {
        requests.push(command.into());
    }
    requests
}

fn shortened(request: &str) -> String {
    let start: String = request.chars().take(40).collect();
    format!("{start}… ({} bytes)", request.len())
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn no_command_takes_a_second() {
    let keys = Keys::for_ordinary_user("long");
    let server = Server::sshd(&keys);
    let mut figures = Figures::default();
    for request in long_requests() {
        for options in [&[][..], &["-tt"]] {
            let monitor = Monitor::start(&server);
            let output = keys.ssh(server.port, options, &[&request]);
            let what = format!("{} {options:?}", shortened(&request));
            figures.note(&what, &monitor);
            figures.expect(
                monitor.highest().processor <= MAX_PROCESSOR,
                &format!("{what} takes less than a second"),
            );
            figures.expect(
                output.stderr.len() < 1000 && matches!(output.status.code(), Some(0..=2)),
                &format!(
                    "{what} has a short message: {:?}, {} bytes",
                    output.status.code(),
                    output.stderr.len()
                ),
            );
            figures.expect_the_end(&what, &monitor, MAX_TIME_LEFT);
        }
    }
    figures.assert();
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn commands_end_when_their_client_has_gone() {
    let keys = Keys::for_ordinary_user("gone");
    let server = Server::sshd(&keys);
    let long = format!("picture search --type '{}'", "a ".repeat(60_000).trim());
    let mut figures = Figures::default();
    for request in [
        &long[..],
        "--plain",
        "export --format jsonl",
        "tour --loop",
        "show oldham",
        "",
    ] {
        let words: &[&str] = if request.is_empty() { &[] } else { &[request] };
        for delay in [0, 50, 300] {
            let monitor = Monitor::start(&server);
            let mut visitor = Visitor::connect(&keys, server.port, (80, 24), words);
            let mut client = keys
                .command(server.port, &[], words)
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .expect("a client");
            let start = Instant::now();
            while monitor.count() < 2 && start.elapsed() < Duration::from_secs(3) {
                std::thread::sleep(Duration::from_millis(2));
            }
            std::thread::sleep(Duration::from_millis(delay));
            visitor.vanish();
            let _ = client.kill();
            let _ = client.wait();
            let what = format!("{} after {delay} ms", shortened(request));
            figures.expect_the_end(&what, &monitor, MAX_TIME_LEFT);
            figures.note(&what, &monitor);
        }
    }
    figures.assert();
}
