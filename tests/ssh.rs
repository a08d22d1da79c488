//! Serving over SSH, with a real sshd, the configuration in oa-kiosk(8) and temporary keys.
//!
//! Needs openssh-server, openssh-client and haproxy, and uses ports of the loopback interface. As root it also creates a user
//! for each of some tests, and removes it. Run it with `cargo test -- --ignored ssh`.

#![cfg(target_os = "linux")]

#[expect(dead_code, reason = "other tests use more of it")]
mod terminal;

use std::{
    fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use terminal::{Session, processor_time};

fn run(program: &str, arguments: &[&str]) -> Output {
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"))
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a free port")
        .port()
}

fn wait_until_it_listens(port: u16) {
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "nothing listens on port {port}"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Returns the example in the man page `oa-kiosk(8)` that starts with this line, as a reader sees it.
fn example(first_line: &str) -> String {
    let page = run(env!("CARGO_BIN_EXE_oa"), &["man", "kiosk"]);
    let page = String::from_utf8(page.stdout).expect("the page is UTF-8");
    page.split(".nf\n")
        .skip(1)
        .filter_map(|rest| rest.split(".fi\n").next())
        .find(|example| example.starts_with(first_line))
        .expect("the page has the example")
        .replace("\\-", "-")
}

fn user() -> String {
    String::from_utf8(run("id", &["-un"]).stdout)
        .expect("a name")
        .trim()
        .to_string()
}

/// Keys in a folder of its own, for one test, and the user who logs in with them.
struct Keys {
    folder: PathBuf,
    login: String,
    /// The program that the server starts.
    program: PathBuf,
    /// True if the user exists only for the test.
    is_own_user: bool,
}

impl Keys {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("oa-ssh-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let keys = Self {
            folder,
            login: user(),
            program: env!("CARGO_BIN_EXE_oa").into(),
            is_own_user: false,
        };
        for key in ["host", "user"] {
            let made = run(
                "ssh-keygen",
                &["-q", "-t", "ed25519", "-N", "", "-f", &keys.path(key)],
            );
            assert!(
                made.status.success(),
                "{}",
                String::from_utf8_lossy(&made.stderr)
            );
        }
        fs::copy(keys.path("user.pub"), keys.path("authorized")).expect("the key can be copied");
        keys
    }

    /// Creates a user as the man page recommends, who logs in with these keys. Only root can do that: another user who
    /// runs the test is an ordinary user already.
    fn for_ordinary_user(name: &str) -> Self {
        let mut keys = Self::new(name);
        if keys.login != "root" {
            return keys;
        }
        let login = format!("oa-{name}-{}", std::process::id());
        let page = run(env!("CARGO_BIN_EXE_oa"), &["man", "kiosk"]);
        let page = String::from_utf8_lossy(&page.stdout).replace("\\-", "-");
        let recommended = ["--system", "--create-home", "--shell", "/bin/sh"];
        let words: Vec<&str> = page.split_whitespace().collect();
        assert!(words.windows(4).any(|words| words == recommended), "{page}");
        // `*` instead of `!`: without PAM, sshd lets nobody log in whose account is locked.
        let options = [&recommended[..], &["--password", "*", &login]].concat();
        let created = run("useradd", &options);
        keys.is_own_user = created.status.success();
        assert!(
            keys.is_own_user,
            "{}",
            String::from_utf8_lossy(&created.stderr)
        );
        keys.login = login;
        // The user need not be able to look into the folder with the build.
        keys.program = keys.folder.join("oa");
        fs::copy(env!("CARGO_BIN_EXE_oa"), &keys.program).expect("a copy that anyone may run");
        keys
    }

    fn path(&self, name: &str) -> String {
        self.folder
            .join(name)
            .to_str()
            .expect("a plain name")
            .to_string()
    }

    /// Returns the options of an SSH client.
    fn client(&self, port: u16) -> Vec<String> {
        let mut options: Vec<String> = [
            "-q",
            "-F",
            "/dev/null",
            "-i",
            &self.path("user"),
            "-p",
            &port.to_string(),
        ]
        .map(str::to_string)
        .into();
        for option in [
            "BatchMode=yes",
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "ConnectTimeout=10",
        ] {
            options.extend(["-o".to_string(), option.to_string()]);
        }
        options
    }

    /// Runs a client with options and a request, and returns its output.
    fn ssh(&self, port: u16, options: &[&str], words: &[&str]) -> Output {
        let mut client = Command::new("timeout");
        client
            .args(["20", "ssh"])
            .args(self.client(port))
            .args(options)
            .arg(format!("{}@127.0.0.1", self.login));
        if !words.is_empty() {
            // Without this the client would read a request such as `-c sh` as its own options.
            client.arg("--").args(words);
        }
        client
            .stdin(Stdio::null())
            .output()
            .expect("there is a client")
    }

    /// Returns the command that starts a client, for a shell.
    fn line(&self, port: u16, options: &str) -> String {
        format!(
            "ssh {} {options} {}@127.0.0.1",
            self.client(port).join(" "),
            self.login
        )
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        if self.is_own_user {
            // sshd may still be ending the user's last session.
            for _ in 0..50 {
                if run("userdel", &["--remove", &self.login]).status.success() {
                    break;
                }
                std::thread::sleep(Duration::from_millis(100));
            }
        }
        // A folder that is left among the temporary files does no harm.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A server that is stopped when it is dropped.
struct Server {
    child: Child,
    port: u16,
}

impl Server {
    /// Starts sshd with the configuration in the man page, for the user of the keys.
    fn sshd(keys: &Keys) -> Self {
        let port = free_port();
        let program = keys.program.to_str().expect("a plain name");
        let block = example("Match User oa\n")
            .replace("Match User oa", &format!("Match User {}", keys.login))
            .replace("/usr/bin/oa", program);
        assert!(block.contains(program) && block.contains(&keys.login));
        let (host, authorized) = (keys.path("host"), keys.path("authorized"));
        let config = format!(
            "Port {port}\nListenAddress 127.0.0.1\nHostKey {host}\nAuthorizedKeysFile {authorized}\nPidFile none\nStrictModes no\n\
             PermitRootLogin yes\nUsePAM no\nMaxStartups 200\nSubsystem sftp internal-sftp\n{block}"
        );
        let file = keys.path(&format!("sshd-{port}"));
        fs::write(&file, config).expect("the configuration can be written");
        // sshd needs this folder if root runs it, and only then can it be created.
        let _ = fs::create_dir_all("/run/sshd");
        let child = Command::new("/usr/sbin/sshd")
            .args(["-D", "-e", "-f", &file])
            .stderr(Stdio::null())
            .spawn()
            .expect("openssh-server is installed");
        wait_until_it_listens(port);
        Self { child, port }
    }

    /// Starts `haproxy` with the configuration in the man page, in front of these servers.
    fn haproxy(keys: &Keys, servers: &[&Self; 2]) -> Self {
        let port = free_port();
        let config = example("frontend ssh\n")
            .replace("bind :22", &format!("bind 127.0.0.1:{port}"))
            .replace("192.0.2.1:22", &format!("127.0.0.1:{}", servers[0].port))
            .replace("192.0.2.2:22", &format!("127.0.0.1:{}", servers[1].port));
        let file = keys.path("haproxy");
        fs::write(&file, config).expect("the configuration can be written");
        let child = Command::new("haproxy")
            .args(["-db", "-f", &file])
            .stderr(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("haproxy is installed");
        wait_until_it_listens(port);
        Self { child, port }
    }

    /// Returns the process ids of the kiosks that this server runs.
    fn kiosks(&self) -> Vec<u32> {
        let mut found = Vec::new();
        let mut parents = vec![self.child.id()];
        while let Some(process) = parents.pop() {
            let children = fs::read_to_string(format!("/proc/{process}/task/{process}/children"))
                .unwrap_or_default();
            for child in children
                .split_whitespace()
                .filter_map(|child| child.parse().ok())
            {
                let name = fs::read_to_string(format!("/proc/{child}/comm")).unwrap_or_default();
                if name.trim() == "oa" {
                    found.push(child);
                }
                parents.push(child);
            }
        }
        found
    }

    fn wait_for_kiosks(&self, count: usize) {
        let start = Instant::now();
        while self.kiosks().len() != count {
            assert!(
                start.elapsed() < Duration::from_secs(30),
                "{} kiosks instead of {count}",
                self.kiosks().len()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Returns the memory that a process does not share, in KiB.
fn memory(process: u32) -> u64 {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).expect("it runs");
    let private = rollup.lines().filter(|line| line.starts_with("Private_"));
    private
        .filter_map(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok())
        .sum()
}

#[test]
#[ignore = "needs openssh-server and haproxy: cargo test -- --ignored ssh"]
fn ssh_answers_questions_at_once() {
    answers_questions_at_once(&Keys::new("questions"));
}

#[test]
#[ignore = "needs openssh-server and haproxy: cargo test -- --ignored ssh"]
fn ssh_answers_questions_at_once_for_an_ordinary_user() {
    answers_questions_at_once(&Keys::for_ordinary_user("questions"));
}

fn answers_questions_at_once(keys: &Keys) {
    let server = Server::sshd(keys);
    for (words, answer) in [
        (&["show", "oldham/3"][..], "Priority 3 of Oldham"),
        (&["search", "early", "years"], "Early years"),
        (
            &["list", "areas", "--as-of", "2017-10-09", "--format", "csv"],
            "not yet published",
        ),
    ] {
        let output = keys.ssh(server.port, &[], words);
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && said.contains(answer),
            "{words:?}: {said}{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    assert_eq!(
        keys.ssh(server.port, &[], &["show", "xyzzyxyzzy"])
            .status
            .code(),
        Some(1)
    );
}

#[test]
#[ignore = "needs openssh-server and haproxy: cargo test -- --ignored ssh"]
fn ssh_browses_resizes_and_quits() {
    browses_resizes_and_quits(&Keys::new("browse"));
}

#[test]
#[ignore = "needs openssh-server and haproxy: cargo test -- --ignored ssh"]
fn ssh_browses_resizes_and_quits_for_an_ordinary_user() {
    browses_resizes_and_quits(&Keys::for_ordinary_user("browse"));
}

fn browses_resizes_and_quits(keys: &Keys) {
    let server = Server::sshd(keys);
    let mut session = Session::start(
        &format!(
            "{}; s=$?; stty -a; echo status $s",
            keys.line(server.port, "-t")
        ),
        80,
        24,
    );
    session.wait_for("›Blackpool");
    session.send("/mental health oldham\r");
    session.wait_for("oldham/3/mental-health-first-aid");
    session.resize(120, 40);
    session.wait_for("7 Search");
    session.resize(80, 24);
    session.send("2");
    session.wait_for("[Matrix]");
    // Ctrl-Z and the key that saves a file do nothing in the kiosk.
    session.send("\x1aw");
    session.send("3");
    session.wait_for("[Map");
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
    server.wait_for_kiosks(0);
}

#[test]
#[ignore = "needs openssh-server and haproxy: cargo test -- --ignored ssh"]
fn ssh_offers_no_other_program_or_file() {
    offers_no_other_program_or_file(&Keys::new("out"));
}

#[test]
#[ignore = "needs openssh-server and haproxy: cargo test -- --ignored ssh"]
fn ssh_offers_no_other_program_or_file_for_an_ordinary_user() {
    offers_no_other_program_or_file(&Keys::for_ordinary_user("out"));
}

fn offers_no_other_program_or_file(keys: &Keys) {
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

/// An ordinary user can write in few places, so the program is the last thing between a visitor and those.
#[test]
#[ignore = "needs openssh-server and haproxy: cargo test -- --ignored ssh"]
fn ssh_writes_nothing_into_the_home_of_an_ordinary_user() {
    let keys = Keys::for_ordinary_user("home");
    let server = Server::sshd(&keys);
    let files = |folder: &str| -> Vec<String> {
        let listing = run(
            "find",
            &[folder, "-newermt", "1970-01-01", "-printf", "%p %T@\\n"],
        );
        String::from_utf8_lossy(&listing.stdout)
            .lines()
            .map(str::to_string)
            .collect()
    };
    let home = format!("/home/{}", keys.login);
    let before = files(&home);
    for words in [
        &["export", "out"][..],
        &["--log", "log", "oldham"],
        &["--plain"],
        &["show", "oldham"],
    ] {
        keys.ssh(server.port, &[], words);
    }
    assert_eq!(files(&home), before);
    server.wait_for_kiosks(0);
}

#[test]
#[ignore = "needs openssh-server and haproxy: cargo test -- --ignored ssh"]
fn ssh_offers_no_environment_subsystem_or_forwarding() {
    offers_no_environment_subsystem_or_forwarding(&Keys::new("forward"));
}

#[test]
#[ignore = "needs openssh-server and haproxy: cargo test -- --ignored ssh"]
fn ssh_offers_no_environment_subsystem_or_forwarding_for_an_ordinary_user() {
    offers_no_environment_subsystem_or_forwarding(&Keys::for_ordinary_user("forward"));
}

fn offers_no_environment_subsystem_or_forwarding(keys: &Keys) {
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

#[test]
#[ignore = "needs openssh-server and haproxy: cargo test -- --ignored ssh"]
fn ssh_clients_that_are_killed_leave_nothing() {
    clients_that_are_killed_leave_nothing(&Keys::new("killed"));
}

#[test]
#[ignore = "needs openssh-server and haproxy: cargo test -- --ignored ssh"]
fn ssh_clients_that_are_killed_leave_nothing_for_an_ordinary_user() {
    clients_that_are_killed_leave_nothing(&Keys::for_ordinary_user("killed"));
}

fn clients_that_are_killed_leave_nothing(keys: &Keys) {
    let server = Server::sshd(keys);
    let session = Session::start(&format!("exec {}", keys.line(server.port, "-t")), 80, 24);
    session.wait_for("›Blackpool");
    server.wait_for_kiosks(1);
    assert!(
        run("sh", &["-c", &format!("kill -9 {}", session.process())])
            .status
            .success()
    );
    server.wait_for_kiosks(0);
}

#[test]
#[ignore = "needs openssh-server and haproxy: cargo test -- --ignored ssh"]
fn ssh_serves_fifty_at_once() {
    const USERS: usize = 50;
    let keys = Keys::new("fifty");
    let server = Server::sshd(&keys);
    let mut clients: Vec<Child> = (0..USERS)
        .map(|_| {
            let mut client = Command::new("ssh");
            client
                .args(keys.client(server.port))
                .arg("-tt")
                .arg(format!("{}@127.0.0.1", keys.login));
            client
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .expect("a client")
        })
        .collect();
    server.wait_for_kiosks(USERS);
    // Lets the last session draw its first screen.
    std::thread::sleep(Duration::from_secs(2));
    let kiosks = server.kiosks();
    let before: u64 = kiosks.iter().map(|&kiosk| processor_time(kiosk)).sum();
    std::thread::sleep(Duration::from_secs(3));
    let after: u64 = kiosks.iter().map(|&kiosk| processor_time(kiosk)).sum();
    let memory: u64 = kiosks.iter().map(|&kiosk| memory(kiosk)).sum::<u64>() / kiosks.len() as u64;
    println!(
        "{USERS} sessions: {memory} KiB each of their own, {} hundredths of a second in three seconds",
        after - before
    );
    assert_eq!(after, before, "a session uses processor time while idle");
    assert!(memory < 8 * 1024, "{memory} KiB a session");
    for client in &mut clients {
        let _ = client.kill();
        let _ = client.wait();
    }
    server.wait_for_kiosks(0);
}

#[test]
#[ignore = "needs openssh-server and haproxy: cargo test -- --ignored ssh"]
fn ssh_goes_on_behind_haproxy_when_a_host_stops() {
    let keys = Keys::new("haproxy");
    let (one, two) = (Server::sshd(&keys), Server::sshd(&keys));
    let balancer = Server::haproxy(&keys, &[&one, &two]);
    let sessions: Vec<Session> = (0..4)
        .map(|_| {
            let session = Session::start(&keys.line(balancer.port, "-t"), 80, 24);
            session.wait_for("›Blackpool");
            session
        })
        .collect();
    assert_eq!(
        (one.kiosks().len(), two.kiosks().len()),
        (2, 2),
        "sessions are not spread"
    );
    drop(one);
    // HAProxy notices after a few checks, which are two seconds apart.
    let start = Instant::now();
    while !(0..2).all(|_| {
        keys.ssh(balancer.port, &[], &["show", "oldham/3"])
            .status
            .success()
    }) {
        assert!(
            start.elapsed() < Duration::from_secs(30),
            "no session gets through"
        );
    }
    two.wait_for_kiosks(2);
    drop(sessions);
}
