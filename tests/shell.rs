//! The program from the shell: what it says and its exit status.

use std::process::{Command, Output, Stdio};

fn oa(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_oa"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts")
}

fn assert_refused(output: &Output, status: i32, words: &[&str]) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(status), "{said}");
    for words in words {
        assert!(said.contains(words), "`{words}` is not in:\n{said}");
    }
    assert!(output.stdout.is_empty());
}

#[test]
fn without_a_terminal_it_says_so_in_a_line() {
    let output = oa(&[]);
    assert_refused(&output, 2, &["standard output is not a terminal"]);
    assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1);
}

#[test]
fn a_bad_file_gets_its_message_and_status_2() {
    assert_refused(
        &oa(&["--data", "tests/data/invalid/unknown-theme.json"]),
        2,
        &["unknown-theme.json:19:33", "did you mean `early-years`?"],
    );
    assert_refused(
        &oa(&["--data", "tests/data/invalid"]),
        2,
        &["this is a folder, not a file"],
    );
    assert_refused(
        &oa(&["--data", "no\u{1b}[31mfile"]),
        2,
        &["no␛[31mfile", "no such file"],
    );
}

#[test]
fn an_unknown_reference_gets_the_nearest() {
    assert_refused(
        &oa(&["oldam/3"]),
        1,
        &["nothing is called `oldam/3`", "did you mean `oldham/3`?"],
    );
}

/// A limit on memory stands for a machine that has no more.
#[cfg(target_os = "linux")]
#[test]
fn too_little_memory_is_told() {
    let line = format!(
        "ulimit -v 120000; (cat tests/data/valid/minimal.json; head -c 30000000 /dev/zero | tr '\\0' ' ') | {} check -",
        env!("CARGO_BIN_EXE_oa")
    );
    let output = Command::new("bash")
        .args(["-c", &line])
        .output()
        .expect("a shell");
    assert_refused(&output, 2, &["not enough memory"]);
}

#[test]
fn wrong_use_is_status_2() {
    assert_refused(&oa(&["--no-such-option"]), 2, &["--no-such-option"]);
}

#[test]
fn help_and_version_are_answers() {
    for (argument, words) in [
        ("--help", "Example"),
        ("--version", env!("CARGO_PKG_VERSION")),
    ] {
        let output = oa(&[argument]);
        assert_eq!(output.status.code(), Some(0));
        assert!(String::from_utf8_lossy(&output.stdout).contains(words));
    }
    let version = String::from_utf8_lossy(&oa(&["--version"]).stdout).into_owned();
    assert!(
        version.contains("Opportunity areas: 401 facts, 147 sources, the latest of "),
        "{version}"
    );
}

/// Root may read everything, so that the test needs `setpriv` (util-linux) to become somebody else there.
#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_says_so() {
    use std::{fs, os::unix::fs::PermissionsExt};

    let folder = std::env::temp_dir().join(format!("oa-no-permission-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a temporary folder");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).expect("its permissions");
    let (file, program) = (folder.join("secret.json"), folder.join("oa"));
    fs::write(&file, "{}").expect("a file");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).expect("its permissions");
    fs::copy(env!("CARGO_BIN_EXE_oa"), &program).expect("a copy that anyone may run");
    let mut command = if fs::read(&file).is_ok() {
        let mut command = Command::new("setpriv");
        command
            .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
            .arg(&program);
        command
    } else {
        Command::new(&program)
    };
    let output = command
        .arg("--data")
        .arg(&file)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    assert_refused(
        &output,
        2,
        &["secret.json", "the file may not be read", "ask its owner"],
    );
    fs::remove_dir_all(&folder).expect("the folder can go");
}
