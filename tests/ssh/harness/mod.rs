//! What every test needs: an SSH server, the keys and the user of a visitor, clients, and figures of the processes.

mod keys;
mod monitor;
mod server;
mod visitor;

use std::{
    env,
    net::{TcpListener, TcpStream},
    path::PathBuf,
    process::{Command, Output, Stdio},
    time::{Duration, Instant},
};

pub(crate) use keys::Keys;
pub(crate) use monitor::{Monitor, private_memory};
pub(crate) use server::{SSHD_EXAMPLE, Server, Settings, descendants, name};
pub(crate) use visitor::Visitor;

/// Time after which a test has failed. Long, because the machine may be busy.
pub(crate) const WAIT_LIMIT: Duration = Duration::from_secs(30);

pub(crate) fn run(program: &str, arguments: &[&str]) -> Output {
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"))
}

/// Returns the program under test: that of the build, or the one that the variable `OA_PROGRAM` names.
pub(crate) fn program() -> PathBuf {
    env::var_os("OA_PROGRAM").map_or_else(|| env!("CARGO_BIN_EXE_oa").into(), PathBuf::from)
}

/// Returns true if the program under test is optimised: the limits in the manual are for such programs.
pub(crate) fn is_optimised() -> bool {
    !cfg!(debug_assertions) || env::var_os("OA_PROGRAM").is_some()
}

/// Runs a program that must succeed.
pub(crate) fn run_well(program: &str, arguments: &[&str]) -> String {
    let output = run(program, arguments);
    assert!(
        output.status.success(),
        "{program} {arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Waits until something is true.
pub(crate) fn wait_until(what: &str, mut is_true: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_true() {
        assert!(start.elapsed() < WAIT_LIMIT, "{what}: still not so");
        std::thread::sleep(Duration::from_millis(10));
    }
}

pub(crate) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a free port")
        .port()
}

pub(crate) fn wait_until_it_listens(port: u16) {
    wait_until(&format!("port {port} is open"), || {
        TcpStream::connect(("127.0.0.1", port)).is_ok()
    });
}

/// Returns the man page `oa-kiosk(8)` as a reader sees it, with spaces for line breaks in paragraphs.
pub(crate) fn manual() -> String {
    run_well(&program().to_string_lossy(), &["man", "kiosk"])
        .replace("\\-", "-")
        .replace("\\*(Aq", "'")
        .replace("\\fB", "")
        .replace("\\fR", "")
}

/// Returns the text of the man page in one line.
pub(crate) fn manual_in_a_line() -> String {
    manual().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the example in the man page that starts with this line.
pub(crate) fn example(first_line: &str) -> String {
    manual()
        .split(".nf\n")
        .skip(1)
        .filter_map(|rest| rest.split(".fi\n").next())
        .find(|example| example.starts_with(first_line))
        .unwrap_or_else(|| panic!("the page has no example that starts with {first_line:?}"))
        .to_string()
}
