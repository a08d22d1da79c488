//! The log of the dashboard, `--log FILE` and `OA_LOG`.

#![cfg(unix)]

#[expect(dead_code, reason = "other tests use more of it")]
mod terminal;

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::PathBuf,
    process::{Command, Output},
};

use terminal::Session;

/// A path in the temporary folder, at which nothing exists.
fn new_path(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("oa-log-{name}-{}", std::process::id()));
    let _ = fs::remove_file(&path);
    path
}

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_oa"))
}

fn error(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn the_log_records_keys_frames_replies_and_the_end_and_keeps_earlier_lines() {
    let path = new_path("record");
    fs::write(&path, "an earlier line\n").expect("it can be written");
    let mut session = Session::start_program(&format!("--log {}", path.display()));
    session.wait_for_bytes(b"\x1b[>q");
    session.send("\x1bP>|kitty(0.31.0)\x1b\\");
    session.send("\x1b[B");
    session.wait_for("▌Bradford");
    session.send("Y");
    session.wait_for("Copied ");
    session.send("\r");
    session.resize(120, 40);
    session.wait_for("│ Priorities and targets");
    session.send("\x1b[200~pasted\x1b[201~q");
    session.wait_for("status 0");
    session.assert_restored();
    let log = fs::read_to_string(&path).expect("it was written");
    let mut rest = log.as_str();
    for part in [
        "an earlier line\n",
        " start: oa ",
        " styles: Styles { color_level: Ansi256, ",
        " frame: ",
        " reply: version \"kitty(0.31.0)\"\n",
        " key: Down ",
        " frame: ",
        " bytes, ",
        " microseconds",
        " key: Char('Y') ",
        " copy: 8 bytes, Sent\n",
        " resize: 120x40\n",
        " paste: 6 bytes\n",
        " key: Char('q') ",
        " end: Quit\n",
        " terminal: restored\n",
    ] {
        let Some(at) = rest.find(part) else {
            panic!("{part:?} is missing in\n{log}");
        };
        rest = &rest[at + part.len()..];
    }
    assert!(!log.contains("pasted"), "{log}");
    fs::remove_file(&path).expect("the log can be deleted");
}

#[test]
fn the_environment_turns_the_log_on_and_only_its_owner_may_read_it() {
    let path = new_path("environment");
    let command = format!(
        "umask 0; OA_LOG={} {} tour; echo status $?",
        path.display(),
        terminal::program()
    );
    let mut session = Session::start(&command, 80, 24);
    session.wait_for("1/18:");
    session.send("q");
    session.wait_for("status 0");
    let log = fs::read_to_string(&path).expect("it was written");
    assert!(log.contains(" key: Char('q') "), "{log}");
    let mode = fs::metadata(&path).expect("it exists").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    fs::remove_file(&path).expect("the log can be deleted");
}

#[test]
fn a_signal_is_logged() {
    let path = new_path("signal");
    // A job in the background may not read the terminal unless its input is given explicitly.
    let command = format!(
        "{} --log {} < /dev/tty & sleep 2; kill -TERM $!; wait $!; echo status $?",
        terminal::program(),
        path.display()
    );
    let session = Session::start(&command, 80, 24);
    session.wait_for("status 143");
    let log = fs::read_to_string(&path).expect("it was written");
    assert!(log.contains(" signal: 15 SIGTERM\n"), "{log}");
    fs::remove_file(&path).expect("the log can be deleted");
}

#[test]
fn commands_and_line_mode_are_logged() {
    let path = new_path("command");
    let run = |arguments: &[&str]| {
        let mut command = program();
        command.arg("--log").arg(&path).args(arguments);
        let output = command.stdin(std::process::Stdio::null()).output();
        assert!(output.expect("it runs").status.success());
        let log = fs::read_to_string(&path).expect("it was written");
        fs::remove_file(&path).expect("the log can be deleted");
        log
    };
    let log = run(&["list", "areas"]);
    assert!(log.contains("\"list\", \"areas\"]\n"), "{log}");
    assert!(log.contains(" end: Ok(Success)\n"), "{log}");
    let log = run(&["--plain"]);
    assert!(log.contains(" end: Ok(())\n"), "{log}");
}

#[test]
fn a_log_that_cannot_be_written_is_an_error() {
    let mut session = Session::start_program("--log /no/such/folder/log");
    session.wait_for("cannot write the log `/no/such/folder/log`");
    session.wait_for("status 2");
    session.assert_restored();
}

#[test]
fn a_kiosk_refuses_the_log() {
    let path = new_path("kiosk");
    let refused = program()
        .arg("--kiosk")
        .arg("--log")
        .arg(&path)
        .output()
        .expect("it runs");
    assert_eq!(refused.status.code(), Some(2));
    assert!(error(&refused).contains("--log"), "{}", error(&refused));
    let refused = program()
        .arg("--kiosk")
        .env("SSH_ORIGINAL_COMMAND", format!("--log {}", path.display()))
        .output()
        .expect("it runs");
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        error(&refused).contains("not allowed here"),
        "{}",
        error(&refused)
    );
    let ignored = program()
        .args(["--kiosk", "--plain"])
        .env("OA_LOG", &path)
        .output()
        .expect("it runs");
    assert!(ignored.status.success(), "{}", error(&ignored));
    assert!(!path.exists());
}
