//! Everything that the manual recommends, with a real sshd.
//!
//! Only what needs a running systemd is not tried: the service and the slice. `systemd-analyze` checks their files, and the service's
//! sshd runs here without it.

use std::{
    fs,
    io::{ErrorKind, Read as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::{
    harness::{
        Keys, SSHD_EXAMPLE, Server, Settings, Visitor, descendants, example, free_port,
        manual_in_a_line, name, run, run_well, wait_until, wait_until_it_listens,
    },
    limits::{MAX_FILES, MAX_PROCESSOR, MAX_PROCESSOR_PER_SECOND, MAX_THREADS},
};

/// Options of a client that has neither a key nor a password.
const STRANGER: [&str; 4] = [
    "-o",
    "PubkeyAuthentication=no",
    "-o",
    "PasswordAuthentication=no",
];

/// Returns the time after which a client ends that is started with these options and no request.
fn time_until_it_ends(keys: &Keys, server: &Server, options: &[&str]) -> Duration {
    let start = Instant::now();
    let mut client = keys
        .command(server.port, options, &[])
        .spawn()
        .expect("a client");
    wait_until("the client has ended", || {
        matches!(client.try_wait(), Ok(Some(_)))
    });
    start.elapsed()
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn limits_in_the_manual_are_those_of_the_tests() {
    let manual = manual_in_a_line();
    assert_eq!(MAX_PROCESSOR, 100);
    for words in [
        format!("at most 16 MB of memory, {MAX_FILES} open files and {MAX_THREADS} threads"),
        "at most one second of processor time".to_string(),
        format!("at most {MAX_PROCESSOR_PER_SECOND} % of a processor"),
        "the program ends within a second".to_string(),
    ] {
        assert!(manual.contains(&words), "{words}: {manual}");
    }
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn sshd_applies_every_setting_to_the_user() {
    let keys = Keys::for_ordinary_user("settings");
    let server = Server::sshd_with(&keys, Settings::AS_IT_IS);
    let user = format!("user={},host=localhost,addr=127.0.0.1", keys.login);
    let config = keys.path(&format!("sshd-{}", server.port));
    let settings = run_well("/usr/sbin/sshd", &["-T", "-C", &user, "-f", &config]);
    for line in example(SSHD_EXAMPLE).lines() {
        let Some((setting, value)) = line.trim().split_once(' ') else {
            continue;
        };
        let value = match setting {
            "#" | "Match" | "ForceCommand" | "AuthorizedKeysFile" | "AcceptEnv" => continue,
            "UnusedConnectionTimeout" => value.trim_end_matches('s'),
            _ => value,
        };
        let wanted = format!("\n{} {value}", setting.to_lowercase());
        assert!(settings.contains(&wanted), "{wanted}: {settings}");
    }
}

/// Debian's `sshd_config` starts with a line that includes the files in a folder.
#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn shared_server_keeps_its_settings_for_other_users() {
    let keys = Keys::new("shared");
    fs::write(keys.path("oa.conf"), example(SSHD_EXAMPLE)).expect("the lines can be written");
    let config = format!(
        "Include {}\nHostKey {}\nX11Forwarding yes\nMaxSessions 7\n",
        keys.path("oa.conf"),
        keys.path("host")
    );
    let file = keys.path("shared");
    fs::write(&file, config).expect("the configuration can be written");
    for (user, wanted) in [
        ("oa", ["x11forwarding no", "maxsessions 1"]),
        ("root", ["x11forwarding yes", "maxsessions 7"]),
    ] {
        let user = format!("user={user},host=localhost,addr=127.0.0.1");
        let settings = run_well("/usr/sbin/sshd", &["-T", "-C", &user, "-f", &file]);
        for setting in wanted {
            assert!(settings.contains(setting), "{user} {setting}: {settings}");
        }
    }
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn session_has_no_other_process_than_the_program() {
    let keys = Keys::for_ordinary_user("exec");
    let server = Server::sshd(&keys);
    let visitor = Visitor::connect(&keys, server.port, (80, 24), &[]);
    visitor.wait_for("Blackpool");
    let names: Vec<String> = descendants(server.id()).into_iter().map(name).collect();
    // As root, sshd has a process for the connection and one for the session.
    assert!(
        names.len() <= 3 && names.iter().all(|name| name == "sshd" || name == "oa"),
        "{names:?}"
    );
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn connection_without_a_session_ends() {
    let keys = Keys::for_ordinary_user("unused");
    let replace = [("UnusedConnectionTimeout 20s", "UnusedConnectionTimeout 3s")];
    let server = Server::sshd_with(
        &keys,
        Settings {
            replace: &replace,
            ..Settings::AS_IT_IS
        },
    );
    let time = time_until_it_ends(&keys, &server, &["-N"]);
    println!("{time:?}");
    assert!((3..10).contains(&time.as_secs()), "{time:?}");
}

/// sshd needs up to six times the interval until it gives up: 90 seconds with the 15 of the manual.
#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn session_whose_client_is_stopped_ends() {
    let keys = Keys::for_ordinary_user("stopped");
    let replace = [("ClientAliveInterval 15", "ClientAliveInterval 2")];
    let server = Server::sshd_with(
        &keys,
        Settings {
            replace: &replace,
            ..Settings::AS_IT_IS
        },
    );
    let mut visitor = Visitor::connect(&keys, server.port, (80, 24), &[]);
    visitor.wait_for("Blackpool");
    visitor.settle();
    visitor.signal("STOP");
    let start = Instant::now();
    server.wait_for_kiosks(0);
    let time = start.elapsed();
    println!("{time:?} with an interval of 2 seconds");
    assert!((4..=13).contains(&time.as_secs()), "{time:?}");
    visitor.vanish();
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn connection_has_one_session() {
    let keys = Keys::for_ordinary_user("mux");
    let server = Server::sshd_with(&keys, Settings::AS_IT_IS);
    let socket = format!("ControlPath={}", keys.path("mux"));
    let mut first = Visitor::connect_with(
        &keys,
        server.port,
        (80, 24),
        &["-o", &socket, "-o", "ControlMaster=yes"],
        "xterm",
        &[],
    );
    first.wait_for("Blackpool");
    let second = keys.ssh(
        server.port,
        &[
            "-o",
            &socket,
            "-o",
            "ControlMaster=no",
            "-o",
            "ProxyCommand=false",
        ],
        &["show", "oldham/3"],
    );
    assert!(!second.status.success() && second.stdout.is_empty());
    first.vanish();
}

/// Reads from a connection until the server closes it.
fn read_to_the_end(mut connection: TcpStream) -> String {
    connection
        .set_read_timeout(Some(Duration::from_secs(20)))
        .expect("a time");
    let mut text = String::new();
    match connection.read_to_string(&mut text) {
        Ok(_) => text,
        Err(error) if error.kind() == ErrorKind::ConnectionReset => text,
        Err(error) => panic!("the connection stays open: {error}"),
    }
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn connections_that_do_not_log_in_are_few_and_short() {
    let keys = Keys::for_ordinary_user("grace");
    let replace = [("LoginGraceTime 20", "LoginGraceTime 4")];
    let server = Server::sshd_with(
        &keys,
        Settings {
            replace: &replace,
            ..Settings::AS_IT_IS
        },
    );
    let connect = || TcpStream::connect(("127.0.0.1", server.port)).expect("sshd listens");
    // The connection that found out whether sshd listens may not be forgotten yet.
    std::thread::sleep(Duration::from_secs(1));
    let start = Instant::now();
    let waiting: Vec<TcpStream> = (0..5).map(|_| connect()).collect();
    std::thread::sleep(Duration::from_millis(500));
    let refused = read_to_the_end(connect());
    assert!(
        !refused.starts_with("SSH-") && start.elapsed() < Duration::from_secs(4),
        "a sixth connection is served: {refused:?}"
    );
    // Another address is served all the same.
    let other = keys.ssh(server.port, &["-b", "127.0.0.2"], &["show", "oldham/3"]);
    assert!(other.status.success(), "{other:?}");
    for connection in waiting {
        assert!(read_to_the_end(connection).starts_with("SSH-"));
    }
    let time = start.elapsed();
    println!("{time:?}");
    assert!((3..10).contains(&time.as_secs()), "{time:?}");
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn anyone_may_log_in_without_a_password() {
    let keys = Keys::for_ordinary_user("anyone");
    if !keys.is_own_user() {
        return;
    }
    let anyone = example("    PermitEmptyPasswords");
    assert!(manual_in_a_line().contains("passwd --delete oa"));
    // A user with a password cannot log in this way, even as this user.
    let server = Server::sshd_with(
        &keys,
        Settings {
            after: &anyone,
            ..Settings::AS_IT_IS
        },
    );
    assert!(
        !keys
            .ssh(server.port, &STRANGER, &["show", "oldham/3"])
            .status
            .success()
    );
    run_well("passwd", &["--delete", &keys.login]);
    for pam in [false, true] {
        let server = Server::sshd_with(
            &keys,
            Settings {
                pam,
                after: &anyone,
                ..Settings::AS_IT_IS
            },
        );
        let answer = keys.ssh(server.port, &STRANGER, &["show", "oldham/3"]);
        let text = String::from_utf8_lossy(&answer.stdout);
        assert!(text.contains("Oldham, priority 3"), "{pam}: {answer:?}");
        let other = keys.ssh(
            server.port,
            &[&STRANGER[..], &["-l", "root"]].concat(),
            &["id"],
        );
        assert!(!other.status.success(), "{pam}: {other:?}");
        // The forced command still applies, so this is no way to a shell.
        let shell = keys.ssh(server.port, &STRANGER, &["sh"]);
        assert!(
            matches!(shell.status.code(), Some(1 | 2)),
            "{pam}: {shell:?}"
        );
    }
}

/// Runs the sshd of the service without systemd, but without new privileges, as the service has it.
#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn separate_server_serves_only_the_kiosk() {
    let keys = Keys::for_ordinary_user("separate");
    let port = free_port();
    let program = keys.program.to_str().expect("a plain name");
    let block = example(SSHD_EXAMPLE)
        .replace("User oa\n", &format!("User {}\n", keys.login))
        .replace("/usr/bin/oa", program)
        .replace("/etc/ssh/oa_keys", &keys.path("authorized"));
    fs::write(keys.path("oa.conf"), block).expect("the lines can be written");
    let config = example("ListenAddress")
        .replace("192.0.2.1", &format!("127.0.0.1:{port}"))
        .replace("/etc/ssh/ssh_host_ed25519_key", &keys.path("host"))
        .replace("AllowUsers oa", &format!("AllowUsers {}", keys.login))
        .replace("/etc/ssh/oa.conf", &keys.path("oa.conf"));
    // The folder of the keys belongs to the test.
    let config = format!("StrictModes no\n{config}");
    let file = keys.path("oa_sshd_config");
    fs::write(&file, config).expect("the configuration can be written");
    let _ = fs::create_dir_all("/run/sshd");
    let service = example("[Unit]\n");
    assert!(
        service.contains("ExecStart=/usr/sbin/sshd -D -f ")
            && service.contains("NoNewPrivileges=yes")
    );
    run_well("/usr/sbin/sshd", &["-t", "-f", &file]);
    let mut child = Command::new("setpriv")
        .args(["--no-new-privs", "/usr/sbin/sshd", "-D", "-f", &file])
        .stderr(Stdio::null())
        .spawn()
        .expect("openssh-server is installed");
    wait_until_it_listens(port);
    let answer = keys.ssh(port, &[], &["show", "oldham/3"]);
    let visitor = Visitor::connect(&keys, port, (80, 24), &[]);
    wait_until("the dashboard is shown", || {
        visitor.text().contains("Blackpool")
    });
    drop(visitor);
    // The administrators' server does not let the user in.
    let denied = format!("DenyUsers {}\n", keys.login);
    let other = Server::sshd_with(
        &keys,
        Settings {
            before: &denied,
            ..Settings::AS_IT_IS
        },
    );
    let denied = keys.ssh(other.port, &[], &["show", "oldham/3"]);
    let root = Keys::new("separate-root");
    fs::copy(keys.path("user"), root.path("user")).expect("the key can be copied");
    let refused = root.ssh(port, &[], &["show", "oldham/3"]);
    let is_only_user = !keys.is_own_user() || !refused.status.success();
    let _ = child.kill();
    let _ = child.wait();
    assert!(answer.status.success(), "{answer:?}");
    assert!(is_only_user, "{refused:?}");
    assert!(!denied.status.success(), "{denied:?}");
}

/// A file with limits for the user, in a folder of the system. It is removed when it is dropped.
struct PamLimits(String);

impl PamLimits {
    fn new(keys: &Keys, replace: &[(&str, &str)]) -> Self {
        let mut limits = example("oa - as");
        for (text, other) in replace {
            assert!(limits.contains(text), "{text}: {limits}");
            limits = limits.replace(text, other);
        }
        let file = format!("/etc/security/limits.d/{}.conf", keys.login);
        fs::write(&file, limits.replace("oa -", &format!("{} -", keys.login)))
            .expect("root can write there");
        Self(file)
    }
}

impl Drop for PamLimits {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

const WITH_PAM: Settings = Settings {
    pam: true,
    ..Settings::MANY_CLIENTS
};

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn pam_limits_leave_room_for_the_program() {
    let keys = Keys::for_ordinary_user("pam");
    if !keys.is_own_user() {
        return;
    }
    let _limits = PamLimits::new(&keys, &[]);
    let server = Server::sshd_with(&keys, WITH_PAM);
    // The largest pictures and the longest answers, too.
    for words in [
        "show oldham/3",
        "export --format jsonl",
        "picture map --size 400x400 --format svg",
    ] {
        let answer = keys.ssh(server.port, &[], &[words]);
        assert!(
            matches!(answer.status.code(), Some(0 | 2)),
            "{words}: {answer:?}"
        );
    }
    let visitor = Visitor::connect(&keys, server.port, (65535, 65535), &[]);
    server.wait_for_kiosks(1);
    visitor.settle();
    let kiosk = server.kiosks()[0];
    let limits = fs::read_to_string(format!("/proc/{kiosk}/limits")).expect("it runs");
    for (limit, value) in [
        ("Max address space", "512000000"),
        ("Max cpu time", "60"),
        ("Max core file size", "0"),
        ("Max processes", "600"),
    ] {
        let line = limits.lines().find(|line| line.starts_with(limit));
        let line = line.expect("the system has this limit");
        assert!(line[limit.len()..].trim().starts_with(value), "{line}");
    }
    let status = fs::read_to_string(format!("/proc/{kiosk}/status")).expect("it runs");
    let mapped = status.lines().find(|line| line.starts_with("VmPeak"));
    println!("{mapped:?}");
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn pam_limits_the_number_of_sessions_and_processes() {
    let keys = Keys::for_ordinary_user("many");
    if !keys.is_own_user() || !Path::new("/run/utmp").exists() {
        return;
    }
    let limits = PamLimits::new(&keys, &[("maxlogins 60", "maxlogins 3")]);
    let server = Server::sshd_with(&keys, WITH_PAM);
    let visitors: Vec<Visitor> = (0..3)
        .map(|_| {
            let visitor = Visitor::connect(&keys, server.port, (80, 24), &[]);
            visitor.wait_for("Blackpool");
            visitor
        })
        .collect();
    let refused = keys.ssh(server.port, &["-tt"], &["show", "oldham/3"]);
    assert!(!refused.status.success(), "{refused:?}");
    drop(visitors);
    server.wait_for_kiosks(0);
    drop(limits);
    // A session has a process of sshd, and the program with its threads.
    let _limits = PamLimits::new(&keys, &[("nproc 600", "nproc 9")]);
    let mut clients: Vec<Child> = (0..6)
        .map(|_| {
            keys.command(server.port, &["-tt"], &[])
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .expect("a client")
        })
        .collect();
    std::thread::sleep(Duration::from_secs(3));
    let count = server.kiosks().len();
    for client in &mut clients {
        let _ = client.kill();
        let _ = client.wait();
    }
    assert!((1..=4).contains(&count), "{count} of 6 sessions run");
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn systemd_accepts_the_service_and_the_slice() {
    if run("systemd-analyze", &["--version"]).status.code() != Some(0) {
        return;
    }
    let keys = Keys::new("units");
    let service = example("[Unit]\n").replace(" -f /etc/ssh/oa_sshd_config", "");
    fs::write(keys.path("oa-kiosk.service"), service).expect("the unit can be written");
    let slice = "[Unit]\nDescription=Visitors\n\n".to_string() + &example("[Slice]\n");
    fs::write(keys.path("user-999.slice"), slice).expect("the unit can be written");
    for unit in ["oa-kiosk.service", "user-999.slice"] {
        let output = run("systemd-analyze", &["verify", &keys.path(unit)]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.is_empty(), "{unit}: {said}");
    }
}
