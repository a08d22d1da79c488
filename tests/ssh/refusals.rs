//! Requests for anything but the program: commands, files, forwarding and the environment.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use crate::harness::{Keys, Server, Visitor, free_port, run, wait_until, wait_until_it_listens};

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn offers_no_other_program_or_file() {
    for keys in &Keys::for_both_users("out") {
        let server = Server::sshd(keys);
        let attempts = [
            "; sh",
            "sh",
            "/bin/sh",
            "bash -i",
            "$(sh)",
            "`sh`",
            "| sh",
            "&& sh",
            "show oldham; sh",
            "show oldham | sh",
            "show $(id)",
            "show `id`",
            "show oldham > /tmp/oa-stolen",
            "exec sh",
            "oa; sh",
            "--data /etc/passwd list areas",
            "list areas --data /etc/passwd",
            "check /etc/passwd",
            "check -",
            "export /tmp/oa-stolen",
            "scp -t /tmp",
            "scp -f /etc/passwd",
            "sftp",
            "internal-sftp",
            "/usr/lib/openssh/sftp-server",
            "rsync --server . .",
            "git-upload-pack x",
            "-c sh",
            "--kiosk",
            "--idle-limit 99h",
            "'",
            "\"unclosed",
            "\\",
            "list everything",
            "\u{1b}[31mshow",
            "\u{9b}31mshow",
            "LD_PRELOAD=/tmp/x.so show oldham",
            "env",
            "vi",
            "less /etc/passwd",
            "--no-such-option",
            "eval sh",
            "\nsh",
            "show oldham\nsh",
        ];
        for words in attempts {
            for options in [&[][..], &["-tt"]] {
                let output = keys.ssh(server.port, options, &[words]);
                let said = format!(
                    "{}{}",
                    String::from_utf8_lossy(&output.stdout),
                    String::from_utf8_lossy(&output.stderr)
                );
                assert!(
                    matches!(output.status.code(), Some(1 | 2)),
                    "{words}: {:?} {said}",
                    output.status.code()
                );
                // The login shell of the user who runs the test may print messages as well.
                assert!(
                    said.matches("oa: ").count() == 1
                        && !said.contains("uid=")
                        && !said.contains("root:x"),
                    "{words}: {said}"
                );
            }
        }
        assert!(!Path::new("/tmp/oa-stolen").exists());
        server.wait_for_kiosks(0);
    }
}

/// An ordinary user can write in few places, so the program is the last thing between a visitor and those.
#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn ordinary_user_cannot_write_home_and_leaves_no_file() {
    let keys = Keys::for_ordinary_user("home");
    let server = Server::sshd(&keys);
    for words in [
        &["export", "out"][..],
        &["--log", "log", "oldham"],
        &["--log", "/tmp/log", "oldham"],
        &["--plain"],
        &["show", "oldham"],
    ] {
        keys.ssh(server.port, &[], words);
    }
    server.wait_for_kiosks(0);
    if keys.is_own_user() {
        // Everyone may write to these folders, but not to the home of the user, which is the root of the system.
        let folders = ["/", "/tmp", "/var/tmp", "/dev/shm"];
        let options = ["-maxdepth", "1", "-user", &keys.login];
        let found = run("find", &[&folders[..], &options].concat());
        assert_eq!(String::from_utf8_lossy(&found.stdout), "");
        let home = run(
            "setpriv",
            &["--reuid", &keys.login, "--clear-groups", "test", "-w", "/"],
        );
        assert_eq!(home.status.code(), Some(1), "the user can write at home");
    }
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn offers_no_environment_subsystem_or_forwarding() {
    for keys in &Keys::for_both_users("forward") {
        let server = Server::sshd(keys);
        let sends = keys.ssh(
            server.port,
            &[
                "-o",
                "SetEnv=LD_PRELOAD=/tmp/x.so OA_PLAIN=1 CLICOLOR_FORCE=1",
            ],
            &["show", "oldham/3"],
        );
        assert!(
            sends.status.success() && !sends.stdout.contains(&0x1b),
            "the environment came through"
        );
        assert!(
            !keys.ssh(server.port, &["-s"], &["sftp"]).status.success(),
            "sftp is open"
        );
        let forwarded = free_port();
        let target = format!("{forwarded}:127.0.0.1:{}", server.port);
        let mut forward = Command::new("ssh");
        forward
            .args(keys.client(server.port))
            .args(["-N", "-L", &target])
            .arg(format!("{}@127.0.0.1", keys.login))
            .stdin(Stdio::null());
        let mut forward = forward.spawn().expect("a client");
        wait_until_it_listens(forwarded);
        let through = keys.ssh(forwarded, &[], &["show", "oldham/3"]);
        assert!(
            !through.status.success() && through.stdout.is_empty(),
            "a port is forwarded"
        );
        let _ = forward.kill();
        let _ = forward.wait();
        assert!(
            !keys
                .ssh(
                    server.port,
                    &["-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:22"],
                    &["show", "oldham/3"]
                )
                .status
                .success(),
            "a port is forwarded back"
        );
        assert!(
            !keys
                .ssh(
                    server.port,
                    &["-W", &format!("127.0.0.1:{}", server.port)],
                    &[]
                )
                .status
                .success(),
            "a connection is forwarded"
        );
        server.wait_for_kiosks(0);
    }
}

/// Control characters, marks that change the direction of text, and characters that are not seen.
#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn answers_and_messages_send_no_control_characters() {
    const HOSTILE: &str =
        "\u{1b}]52;c;YQ==\u{7}\u{9b}31m\u{202e}\u{2066}\u{200f}\u{feff}\u{8}\u{90}x\u{1b}\\\r\u{1}";
    let keys = Keys::for_ordinary_user("escapes");
    let server = Server::sshd(&keys);
    for command in [
        "search", "show", "brief", "list", "compare", "timeline", "man", "",
    ] {
        for format in ["text", "markdown", "html", "csv", "json", "jsonl"] {
            let request = format!("{command} '{HOSTILE}' --format {format}");
            let output = keys.ssh(server.port, &[], &[&request]);
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8(said).expect("answers are UTF-8");
            // Lines of CSV end like this.
            let said = said.replace("\r\n", "\n");
            let is_hostile = |c: &char| {
                c.is_control() && *c != '\n' || "\u{202e}\u{2066}\u{200f}\u{feff}".contains(*c)
            };
            let found: Vec<char> = said.chars().filter(is_hostile).collect();
            assert!(found.is_empty(), "{request:?}: {found:?} in {said:?}");
        }
    }
}

/// The client chooses the type of the terminal, and the variables in `AcceptEnv`.
#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn terminal_types_and_variables_change_only_the_screen() {
    let keys = Keys::for_ordinary_user("types");
    let server = Server::sshd(&keys);
    let long = "x".repeat(100_000);
    for term in [
        "",
        "dumb",
        "../../etc/passwd",
        "\u{1b}]0;x\u{7}",
        "%s%n",
        &long,
    ] {
        for locale in [
            "C",
            "../../etc/passwd",
            "en_GB.UTF-8\u{1b}[2J",
            &long[..9000],
        ] {
            let variables = format!(
                "SetEnv=LC_ALL={locale} LC_X={locale} COLORTERM={locale} LINES=65535 COLUMNS=65535"
            );
            let options = ["-o", &variables];
            let mut visitor =
                Visitor::connect_with(&keys, server.port, (80, 24), &options, term, &[]);
            server.wait_for_kiosks(1);
            // Line mode and the dashboard both end with `q`.
            wait_until(&format!("{} is shown", &term[..term.len().min(20)]), || {
                let text = visitor.text();
                text.contains("Blackpool") || text.contains("q to quit")
            });
            visitor.send(b"q\r");
            server.wait_for_kiosks(0);
            let text = visitor.text();
            assert!(
                !text.contains("\u{1b}]0;x") && !text.contains("root:"),
                "{text}"
            );
            visitor.vanish();
        }
    }
}
