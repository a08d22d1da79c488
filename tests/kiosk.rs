//! The kiosk: requests that arrive over SSH are answered or refused, and reach nothing else.

#![cfg(unix)]

#[expect(dead_code, reason = "other tests use more of it")]
mod terminal;

use std::process::{Command, Output, Stdio};

/// Runs the kiosk with a request, as sshd does.
fn kiosk(words: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_oa"))
        .arg("--kiosk")
        .env("SSH_ORIGINAL_COMMAND", words)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts")
}

#[test]
fn questions_are_answered() {
    for (words, answer) in [
        ("show oldham/3", "ready for life, learning"),
        ("search early years", "Early years"),
        (
            "oa search 'mental health' oldham",
            "mental health first-aid training",
        ),
        (
            "list areas --as-of 2017-10-09 --format csv",
            "published 9 October 2017",
        ),
        ("export --format jsonl", "\"reference\":\"oldham/3\""),
        ("--version", "oa 0."),
        ("--help", "Usage"),
    ] {
        let output = kiosk(words);
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && said.contains(answer),
            "{words}: {said}{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    assert_eq!(kiosk("show xyzzyxyzzy").status.code(), Some(1));
}

#[test]
fn requests_for_shells_files_and_limits_are_refused_in_one_line() {
    let before: Vec<_> = std::fs::read_dir(".")
        .expect("a folder")
        .flatten()
        .map(|entry| entry.file_name())
        .collect();
    for words in [
        "; sh",
        "sh",
        "/bin/sh",
        "bash -i",
        "$(sh)",
        "`sh`",
        "| sh",
        "& sh",
        "&& sh",
        "show oldham; sh",
        "show oldham | sh",
        "show oldham && id",
        "show $(id)",
        "show `id`",
        "show oldham > /tmp/x",
        "show ${PATH}",
        "exec sh",
        "oa; sh",
        "oa --data /etc/passwd",
        "--data /etc/passwd list areas",
        "list areas --data /etc/passwd",
        "list areas --data=-",
        "--data - ",
        "check /etc/passwd",
        "check /etc/shadow",
        "check -",
        "export /tmp/stolen",
        "export ../stolen",
        "export . --as-of 2017",
        "export stolen.xlsx",
        "list areas -o stolen.md",
        "list areas --output=stolen.docx --force",
        "brief oldham -ostolen.docx",
        "search oldham -o /tmp/stolen.csv",
        "scp -t /tmp",
        "scp -f /etc/passwd",
        "sftp",
        "internal-sftp",
        "/usr/lib/openssh/sftp-server",
        "rsync --server . .",
        "git-upload-pack x",
        "-c sh",
        "--log /tmp/stolen",
        "--log=/tmp/stolen show oldham",
        "--kiosk",
        "--kiosk show oldham",
        "--idle-limit 99h",
        "--time-limit 0",
        "--time-limit 99 show oldham",
        "'",
        "\"unclosed",
        "show 'unclosed",
        "\\",
        "completions nosh",
        "picture map --size 99999x9",
        "show",
        "list everything",
        "\u{1b}[31mshow",
        "LD_PRELOAD=/tmp/x.so show oldham",
        "env",
        "vi",
        "less /etc/passwd",
        "--no-such-option",
    ] {
        let output = kiosk(words);
        let (said, printed) = (
            String::from_utf8_lossy(&output.stderr),
            String::from_utf8_lossy(&output.stdout),
        );
        assert!(
            matches!(output.status.code(), Some(1 | 2)),
            "{words}: {:?} {printed}{said}",
            output.status
        );
        assert!(
            printed.lines().count() <= 1 && said.lines().count() <= 1,
            "{words}:\n{printed}{said}"
        );
        assert!(
            !said.contains('\u{1b}') && !said.contains("root:"),
            "{words}: {said}"
        );
    }
    let after: Vec<_> = std::fs::read_dir(".")
        .expect("a folder")
        .flatten()
        .map(|entry| entry.file_name())
        .collect();
    assert_eq!(after, before, "something was written");
    assert!(!std::path::Path::new("/tmp/stolen").exists());
}

#[test]
fn requests_that_are_not_text_are_refused() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt as _};

    for request in [&b"\xff"[..], b"show \xc3\x28", b"show oldham \xed\xa0\x80"] {
        let output = Command::new(env!("CARGO_BIN_EXE_oa"))
            .arg("--kiosk")
            .env("SSH_ORIGINAL_COMMAND", OsStr::from_bytes(request))
            .stdin(Stdio::null())
            .output()
            .expect("the program starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("is not UTF-8 text"), "{said}");
        assert_eq!(
            (said.lines().count(), output.stdout.len()),
            (1, 0),
            "{said}"
        );
    }
}

#[test]
fn options_of_the_administrator_apply_to_every_request() {
    let kiosk = |options: &[&str], request: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_oa"))
            .arg("--kiosk")
            .args(options)
            .env("SSH_ORIGINAL_COMMAND", request)
            .stdin(Stdio::null())
            .output()
            .expect("the program starts");
        (
            output.status.code(),
            String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned(),
        )
    };
    // Without a terminal only the dialogue can open the item.
    let (status, said) = kiosk(&["--plain"], "oldham/3");
    assert!(
        status == Some(0) && said.contains("Type a number"),
        "{said}"
    );
    let (status, said) = kiosk(&["--plain"], "tour");
    assert!(
        status == Some(2) && said.contains("--plain turns it off"),
        "{said}"
    );
    let picture = "picture map --at oldham --format svg";
    let (_, said) = kiosk(&["--ascii"], picture);
    assert!(said.is_ascii(), "{said}");
    let [dark, light] = ["dark", "light"].map(|theme| kiosk(&["--theme", theme], picture).1);
    assert_ne!(dark, light);
    assert_eq!(kiosk(&[], &format!("{picture} --theme light")).1, light);
    let (status, said) = kiosk(
        &["--data", "tests/data/valid/minimal.json"],
        "show programme",
    );
    assert!(status == Some(0) && said.contains("A programme"), "{said}");
}

#[test]
fn environment_does_not_change_the_answer() {
    let output = Command::new(env!("CARGO_BIN_EXE_oa"))
        .args(["--kiosk", "--plain"])
        .env("OA_PLAIN", "1")
        .env("CLICOLOR_FORCE", "1")
        .env("SSH_ORIGINAL_COMMAND", "show oldham/3")
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    assert!(
        output.status.success() && !output.stdout.contains(&0x1b),
        "colour was forced by the environment"
    );
}

#[test]
fn dashboard_cannot_save_files_or_be_suspended() {
    let mut session = terminal::Session::start(
        &format!(
            "{} --kiosk; s=$?; stty -a; echo status $s",
            terminal::program()
        ),
        80,
        24,
    );
    session.wait_for("▌Blackpool");
    // The keys that save and suspend do nothing, and the palette does not list the commands.
    session.send("w");
    session.send("\x1a");
    session.send("\x1b[B");
    session.wait_for("▌Bradford");
    session.send(":");
    session.wait_for("─ Run a command");
    session.send("briefing");
    session.wait_for("No command has this name.");
    session.send("\x15suspend");
    session.wait_for("suspend");
    session.wait_for("No command has this name.");
    session.send("\x1b");
    session.wait_for("? help");
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
    let mut session = terminal::Session::start(
        &format!("{} --kiosk --plain; echo status $?", terminal::program()),
        80,
        24,
    );
    session.wait_for("q to quit.");
    session.send("w x.md\r");
    session.wait_for("Saving is off here.");
    session.send("q\r");
    session.wait_for("status 0");
}

/// The examples in a refusal must be right for any dataset.
#[test]
fn refusals_say_what_is_wrong_and_name_no_area() {
    for (words, reason) in [
        ("search", "is not complete"),
        ("show", "is not complete"),
        ("list nonsense", "has a word that cannot be used there"),
        (
            "list areas --as-of soon",
            "has a word that cannot be used there",
        ),
        ("scp -t /tmp", "is not a command you can use here"),
        ("export x", "is not allowed here"),
        ("list areas -o x.csv", "is not allowed here"),
    ] {
        let output = kiosk(words);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(
            said.contains(reason) && said.ends_with("Try `list areas`, `timeline` or `--help`.\n"),
            "{said}"
        );
    }
}
