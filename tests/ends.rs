//! The end of the dashboard, whatever causes it: the terminal is restored, the exit status is right, and nothing keeps running.

#![cfg(target_os = "linux")]

#[expect(dead_code, reason = "whole sessions use more of it")]
mod terminal;

use std::{
    fs,
    io::{Read as _, Write as _},
    process::Command,
    time::{Duration, Instant},
};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use terminal::{Session, processor_time, program};

/// Returns the process that a shell waits for.
fn child_of(shell: u32) -> u32 {
    let start = Instant::now();
    loop {
        let children =
            fs::read_to_string(format!("/proc/{shell}/task/{shell}/children")).unwrap_or_default();
        if let Some(child) = children
            .split_whitespace()
            .next()
            .and_then(|child| child.parse().ok())
        {
            return child;
        }
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "the program does not start"
        );
    }
}

fn send(signal: &str, process: u32) {
    let done = Command::new("sh")
        .args(["-c", &format!("kill -s {signal} {process}")])
        .status()
        .expect("a shell");
    assert!(done.success());
}

#[test]
fn signals_end_the_program_and_restore_the_terminal() {
    for (signal, status) in [("TERM", 143), ("INT", 130), ("HUP", 129), ("QUIT", 131)] {
        let mut session = Session::start_program("oldham");
        session.wait_for("▌Oldham");
        send(signal, child_of(session.process()));
        session.wait_for(&format!("status {status}"));
        assert!(session.mouse_is_off(), "{signal}");
        session.assert_restored();
    }
}

#[test]
fn signals_end_the_tour_and_prompts_too() {
    for (arguments, keys, words) in [
        ("tour", "", "1/18"),
        ("", "/mental", "/ mental"),
        ("", "w", "Save all of"),
    ] {
        let mut session = Session::start_program(arguments);
        session.wait_for("▌Blackpool");
        session.send(keys);
        session.wait_for(words);
        send("TERM", child_of(session.process()));
        session.wait_for("status 143");
        session.assert_restored();
    }
}

/// `bash -i` has the job control that a user has.
#[test]
fn control_z_stops_the_program_and_fg_continues_it_at_another_size() {
    let mut session = Session::start("exec bash --norc -i", 80, 24);
    session.send(&format!("PS1='ready '; {} oldham\r", program()));
    session.wait_for("▌Oldham");
    session.send("\x1a");
    session.wait_for("Stopped");
    assert!(!session.alternate_screen());
    session.send("stty -a | tr ' ' '\\n' | grep -x icanon\r");
    session.wait_for("\nicanon");
    session.resize(100, 30);
    session.send("fg\r");
    session.wait_for("▌Oldham");
    session.wait_for("8 Sources");
    assert!(session.alternate_screen());
    session.send("\x1b[B");
    session.wait_for("▌Stoke-on-Trent");
    session.send("q");
    session.wait_until_gone("▌Stoke-on-Trent");
    session.send("echo status $?\r");
    session.wait_for("status 0");
    session.send("exit\r");
}

#[test]
fn everything_is_drawn_again_after_a_stop_from_outside() {
    let mut session = Session::start_program("oldham");
    session.wait_for("▌Oldham");
    // The answer to a key shows that the program waits for keys.
    session.send("\x1b[B");
    session.wait_for("▌Stoke-on-Trent");
    let process = child_of(session.process());
    send("STOP", process);
    // Another program draws on the screen.
    session.scribble("\x1b[2J\x1b[Hanother program");
    session.wait_for("another program");
    send("CONT", process);
    session.wait_for("▌Stoke-on-Trent");
    session.wait_until_gone("another program");
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
}

/// The program must notice that the terminal has gone away, and not read from it again and again.
#[test]
fn a_terminal_that_goes_away_ends_the_program_without_using_the_processor() {
    let program = env!("CARGO_BIN_EXE_oa");
    // At once, too: any call may be the first to notice while the program starts.
    let pauses = [0, 1, 2, 3, 5, 8, 100].map(Duration::from_millis);
    let prefixes = ["exec", "trap '' HUP; exec", "exec env --block-signal=HUP"];
    for (prefix, pause) in prefixes
        .into_iter()
        .flat_map(|prefix| pauses.map(|pause| (prefix, pause)))
    {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system()
            .openpty(size)
            .expect("a pseudo-terminal");
        let mut shell = CommandBuilder::new("sh");
        shell.args(["-c", &format!("{prefix} {program}")]);
        shell.env("TERM", "xterm");
        shell.cwd(std::env::temp_dir());
        let mut child = pair.slave.spawn_command(shell).expect("a shell");
        drop(pair.slave);
        let process = child.process_id().expect("it runs");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (mut shown, mut bytes) = (Vec::new(), [0; 4096]);
        while !String::from_utf8_lossy(&shown).contains("Sources") {
            let count = reader.read(&mut bytes).expect("it draws");
            assert!(count > 0, "{prefix}: {}", String::from_utf8_lossy(&shown));
            shown.extend_from_slice(&bytes[..count]);
        }
        std::thread::sleep(pause);
        let used = processor_time(process);
        drop(reader);
        drop(pair.master);
        let start = Instant::now();
        // A process that has ended but was not waited for still reports its times.
        while !fs::read_to_string(format!("/proc/{process}/stat"))
            .expect("nobody waited for it")
            .contains(") Z ")
        {
            assert!(
                start.elapsed() < Duration::from_secs(10),
                "{prefix}: still running"
            );
            std::thread::sleep(Duration::from_millis(2));
        }
        let used = processor_time(process) - used;
        let status = child.wait().expect("it has ended");
        let ended_by_the_signal = status.signal() == Some("Hangup");
        assert!(
            status.exit_code() == 129 || ended_by_the_signal,
            "{prefix}, {pause:?}: {status:?}"
        );
        assert!(
            used <= 2,
            "{prefix}, {pause:?}: {used} hundredths of a second"
        );
    }
}

/// On a stalled connection (or after Ctrl-S) frames are dropped, not queued, and a signal still ends the program.
#[test]
fn a_stalled_terminal_gets_only_the_newest_frame() {
    for signal in [false, true] {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system()
            .openpty(size)
            .expect("a pseudo-terminal");
        let mut shell = CommandBuilder::new(env!("CARGO_BIN_EXE_oa"));
        shell.env("TERM", "xterm");
        shell.env("LC_ALL", "C.UTF-8");
        let mut child = pair.slave.spawn_command(shell).expect("a shell");
        drop(pair.slave);
        let process = child.process_id().expect("it runs");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let mut writer = pair.master.take_writer().expect("a writer");
        let mut screen = vt100::Parser::new(
            24.try_into().expect("rows"),
            80.try_into().expect("columns"),
            0,
        );
        let mut bytes = [0; 4096];
        while !screen.screen().contents().contains("? help") {
            let count = reader.read(&mut bytes).expect("it draws");
            screen.process(&bytes[..count]);
        }
        let memory = resident(process);
        // Up and down the list many times; then to its end. Each step is a frame of more than a kilobyte.
        for _ in 0..40 {
            writer
                .write_all("\x1b[B\x1b[A".repeat(25).as_bytes())
                .expect("it takes keys");
            std::thread::sleep(Duration::from_millis(5));
        }
        writer.write_all(b"\x1b[F").expect("it takes keys");
        std::thread::sleep(Duration::from_millis(200));
        assert!(
            resident(process) < memory + 2048,
            "{} KiB more",
            resident(process) - memory
        );
        if signal {
            send("TERM", process);
            let start = Instant::now();
            while child.try_wait().expect("it can be waited for").is_none() {
                assert!(
                    start.elapsed() < Duration::from_secs(10),
                    "the signal does not end it"
                );
                std::thread::sleep(Duration::from_millis(5));
            }
            continue;
        }
        let mut queued = 0;
        while !screen.screen().contents().contains("▌The programme") {
            let count = reader.read(&mut bytes).expect("it draws");
            queued += count;
            screen.process(&bytes[..count]);
        }
        assert!(
            queued < 200_000,
            "{queued} bytes were queued for two thousand keys"
        );
        writer.write_all(b"q").expect("it takes keys");
        while matches!(reader.read(&mut bytes), Ok(1..)) {}
        assert!(child.wait().expect("it ends").success());
    }
}

/// Returns the memory in use, in KiB.
fn resident(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
    status
        .lines()
        .find_map(|line| {
            line.strip_prefix("VmRSS:")?
                .split_whitespace()
                .next()?
                .parse()
                .ok()
        })
        .expect("a number")
}

#[test]
fn pasted_text_is_not_taken_for_keys() {
    let page =
        "q2 and more words, enough for a page that was copied by mistake\r\nqqq 3 4 5 6 7 q\r\n";
    for paste in [
        page.repeat(12_000),
        format!("\x1b[200~{}\x1b[201~", "q3\r".repeat(330_000)),
    ] {
        let mut session = Session::start_program("oldham");
        session.wait_for("▌Oldham");
        session.send(&paste);
        // Typing begins after the paste has ended.
        std::thread::sleep(Duration::from_millis(400));
        session.send("\x1b[B");
        session.wait_for("▌Stoke-on-Trent");
        session.send("q");
        session.wait_for("status 0");
        session.assert_restored();
    }
}

#[test]
fn an_idle_session_is_warned_and_ends() {
    let mut session = Session::start_program("--idle-limit 2s");
    session.wait_for("The session ends in 1 second. Press any key to stay.");
    session.send("\x1b[B");
    session.wait_for("▌Bradford");
    session.wait_until_gone("The session ends in 1 second. Press any key to stay.");
    session.wait_for("The session ends in 1 second. Press any key to stay.");
    session.wait_for("the session was closed");
    session.wait_for("status 0");
    session.assert_restored();
    let session = Session::start(
        &format!("{} --plain --idle-limit 2s; echo status $?", program()),
        80,
        24,
    );
    session.wait_for("the session ends");
    session.wait_for("The session has ended.");
    session.wait_for("status 0");
}
