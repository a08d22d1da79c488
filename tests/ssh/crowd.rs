//! Thirty visitors who do the worst that is allowed, and one who wants to see the first screen.

use std::{
    process::Stdio,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{
    harness::{Keys, Monitor, Server, Visitor, descendants, private_memory},
    limits::{Figures, MAX_TIME_LEFT, max_memory},
};

/// Longest time that a visitor may wait for the first screen. Other programs may keep the machine busy.
const MAX_WAIT: Duration = Duration::from_secs(10);

/// Returns the time until the first screen of one more visitor has arrived.
fn time_to_first_frame(keys: &Keys, port: u16) -> Duration {
    let start = Instant::now();
    let visitor = Visitor::connect(keys, port, (80, 24), &[]);
    visitor.wait_for("Blackpool");
    start.elapsed()
}

/// Returns the time for which the processors of the machine were busy, in hundredths of a second.
fn busy_time() -> u64 {
    let stat = std::fs::read_to_string("/proc/stat").expect("Linux has this");
    let times = stat.lines().next().expect("a line").split_whitespace();
    let times: Vec<u64> = times.skip(1).filter_map(|time| time.parse().ok()).collect();
    // All but idle and waiting for a disk.
    times.iter().take(3).sum::<u64>() + times[5..8].iter().sum::<u64>()
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn one_more_visitor_is_served_beside_thirty_hostile_ones() {
    let keys = Keys::for_ordinary_user("crowd");
    let server = Server::sshd(&keys);
    let alone = time_to_first_frame(&keys, server.port);
    server.wait_for_kiosks(0);
    let monitor = Monitor::start(&server);
    let connect = |size, words: &[&str]| Visitor::connect(&keys, server.port, size, words);
    let mut visitors: Vec<(Visitor, &[u8])> = Vec::new();
    for _ in 0..6 {
        visitors.push((
            connect((65535, 65535), &[]),
            b"1\x0c2\x0c3\x0c4\x0c5\x0c6\x0c",
        ));
        visitors.push((connect((80, 24), &[]), b"\x1b[200~a"));
        visitors.push((connect((300, 100), &["--plain"]), b"search early years\r"));
    }
    for _ in 0..4 {
        let visitor = connect((300, 100), &["tour", "--loop", "--speed", "100"]);
        visitors.push((visitor, b""));
        let visitor = connect((300, 100), &["oldham"]);
        visitor.freeze(true);
        visitors.push((visitor, b"/a\x1b\x0c"));
    }
    let is_over = Arc::<AtomicBool>::default();
    let answers: Vec<_> = (0..4)
        .map(|_| {
            let words = "mental health ".repeat(70);
            let mut client = keys.command(
                server.port,
                &[],
                &["picture", "search", "--type", &format!("'{words}'")],
            );
            client.stdout(Stdio::null()).stderr(Stdio::null());
            let is_over = Arc::clone(&is_over);
            thread::spawn(move || {
                let mut count = 0;
                while !is_over.load(Ordering::Relaxed) {
                    let _ = client.status();
                    count += 1;
                }
                count
            })
        })
        .collect();
    server.wait_for_kiosks_at_least(26);
    let (busy, start) = (busy_time(), Instant::now());
    // Each flood goes on in a thread of its own after the call has returned.
    for (visitor, bytes) in &visitors {
        if !bytes.is_empty() {
            visitor.flood_until_dropped(bytes);
        }
    }
    thread::sleep(Duration::from_secs(3));
    let mut waits: Vec<Duration> = (0..5)
        .map(|_| time_to_first_frame(&keys, server.port))
        .collect();
    waits.sort();
    let busy = u32::try_from(busy_time() - busy).expect("not weeks");
    let busy = f64::from(busy) / 100.0 / start.elapsed().as_secs_f64();
    let kiosks = server.kiosks();
    let memory: u64 = kiosks.iter().map(|&kiosk| private_memory(kiosk)).sum();
    let all: u64 = descendants(server.id())
        .into_iter()
        .map(private_memory)
        .sum();
    is_over.store(true, Ordering::Relaxed);
    for (visitor, _) in &mut visitors {
        visitor.vanish();
    }
    let answers: u32 = answers
        .into_iter()
        .map(|thread| thread.join().expect("no thread panics"))
        .sum();
    println!(
        "{} programs: {memory} KiB of their own, {all} KiB with sshd; {busy:.2} cores busy; {answers} answers; \
         first screen after {waits:?}, alone after {alone:?}",
        kiosks.len()
    );
    let mut figures = Figures::default();
    figures.note("thirty visitors", &monitor);
    figures.expect_the_end("thirty visitors", &monitor, MAX_TIME_LEFT);
    figures.expect(memory <= 31 * max_memory(), &format!("{memory} KiB in all"));
    figures.expect(
        waits[4] < MAX_WAIT,
        &format!("first screen after {waits:?}"),
    );
    figures.assert();
}
