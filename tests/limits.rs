//! Limits on time: a session or a command ends although no one reads what it writes, and soon after its client has gone.

#![cfg(target_os = "linux")]

use std::{
    io::{Read as _, Write as _},
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

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
fn answer_that_is_not_read_ends_at_the_idle_limit() {
    let mut child = start(&["--idle-limit", "1s", "export", "--format", "jsonl"]);
    let (status, took) = wait(&mut child);
    assert_eq!(status.code(), Some(2));
    assert!(
        took > Duration::from_millis(900) && took < Duration::from_secs(4),
        "{took:?}"
    );
    assert_eq!(
        error_text(&mut child),
        "oa: the answer was not complete, or not read, within 1s\n"
    );
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
