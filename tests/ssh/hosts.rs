//! Many visitors at once, on one host and on several.

use std::{
    io::Read as _,
    net::TcpStream,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::{
    harness::{Keys, Server, private_memory, wait_until},
    terminal::{Session, processor_time},
};

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn serves_fifty_at_once() {
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
    let memory: u64 = kiosks
        .iter()
        .map(|&kiosk| private_memory(kiosk))
        .sum::<u64>()
        / kiosks.len() as u64;
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
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn goes_on_behind_haproxy_when_a_host_stops() {
    let keys = Keys::new("haproxy");
    let (one, two) = (Server::sshd(&keys), Server::sshd(&keys));
    let balancer = Server::haproxy(&keys, &[&one, &two]);
    let sessions: Vec<Session> = (0..4)
        .map(|_| {
            let session = Session::start(&keys.line(balancer.port, "-t"), 80, 24);
            session.wait_for("▌Blackpool");
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

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn haproxy_limits_the_connections_from_an_address() {
    let keys = Keys::for_ordinary_user("address");
    let (one, two) = (Server::sshd(&keys), Server::sshd(&keys));
    let balancer = Server::haproxy(&keys, &[&one, &two]);
    let open: Vec<TcpStream> = (0..10)
        .map(|_| {
            let mut stream =
                TcpStream::connect(("127.0.0.1", balancer.port)).expect("HAProxy listens");
            // The greeting of sshd shows that HAProxy has taken the connection, and counts it.
            stream
                .read_exact(&mut [0; 4])
                .expect("sshd greets each of the ten");
            stream
        })
        .collect();
    let words = ["show", "oldham/3"];
    let refused = keys.ssh(balancer.port, &[], &words);
    assert!(
        !refused.status.success(),
        "an eleventh connection is served"
    );
    let other = keys.ssh(balancer.port, &["-b", "127.0.0.2"], &words);
    assert!(other.status.success(), "another address is not served");
    drop(open);
    wait_until("connections are forgotten", || {
        keys.ssh(balancer.port, &[], &words).status.success()
    });
}
