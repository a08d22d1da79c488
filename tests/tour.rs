//! The tour in a real pseudo-terminal: it plays by itself, and everything that works in the dashboard works in it.

#![cfg(unix)]

#[expect(dead_code, reason = "other tests use more of it")]
mod terminal;

use std::time::Duration;

use terminal::{Session, program};

#[test]
fn the_tour_pauses_steps_and_ends_with_any_other_key() {
    let mut session = Session::start_program("tour --speed 100 --loop");
    session.wait_for("Space to pause");
    session.wait_for("9/18");
    session.wait_for("16/18");
    session.wait_for("1/18");
    session.send(" ");
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
    let mut session = Session::start_program("tour");
    session.wait_for("1/18");
    session.send(" ");
    session.send("\x1b[C");
    session.wait_for("2/18");
    session.send(" ");
    session.wait_for("▌Oldham");
    session.send("\x1b[D");
    session.wait_for("1/18");
    session.wait_for("▌Blackpool");
    session.send("2");
    session.wait_for("Priorities by theme");
    session.wait_until_gone("1/18");
    session.wait_for("? help");
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
}

/// Replies of a terminal: a dark background, and its name.
const REPLIES: &str = "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1bP>|kitty(0.31.0)\x1b\\";

#[test]
fn replies_of_the_terminal_do_not_control_the_tour() {
    let mut session = Session::start_program("tour");
    session.wait_for_bytes(b"\x1b[>q");
    session.send(REPLIES);
    session.wait_for("1/18:");
    session.send("\x1b[C");
    session.wait_for("2/18:");
    session.send("\x1b[D");
    session.wait_for("1/18:");
    session.send("qq");
    session.wait_for("status 0");
    session.assert_restored();
}

#[test]
fn copying_in_the_tour_reaches_the_clipboard() {
    let mut session = Session::start_program("tour");
    session.wait_for("1/18:");
    session.send("Y");
    session.wait_for("Copied ");
    // "blackpool" in base 64.
    session.wait_for_bytes(b"\x1b]52;c;YmxhY2twb29s");
    session.wait_until_gone("1/18:");
    session.send("\rq");
    session.wait_for("status 0");
    session.assert_restored();
}

#[test]
fn control_l_draws_the_screen_again_and_the_tour_goes_on() {
    let mut session = Session::start_program("tour");
    session.wait_for("1/18:");
    session.scribble("\x1b[2J\x1b[Hanother program");
    session.wait_for("another program");
    session.send("\x0c");
    session.wait_for("1/18:");
    session.wait_until_gone("another program");
    session.send("\x1b[C");
    session.wait_for("2/18:");
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
}

/// `bash -i` has the job control that a user has.
#[test]
fn control_z_stops_the_tour_and_fg_continues_it_at_another_size() {
    let mut session = Session::start("exec bash --norc -i", 80, 24);
    session.send(&format!("PS1='ready '; {} tour\r", program()));
    session.wait_for("1/18:");
    session.send("\x1a");
    session.wait_for("Stopped");
    assert!(!session.alternate_screen());
    session.resize(100, 30);
    session.send("fg\r");
    session.wait_for("/18:");
    assert!(session.alternate_screen());
    session.send(" \x1b[D\x1b[D\x1b[D");
    session.wait_for("1/18:");
    session.send("q");
    session.wait_until_gone("1/18:");
    session.send("echo status $?\r");
    session.wait_for("status 0");
    session.send("exit\r");
}

#[test]
fn the_tour_follows_the_size_of_the_window() {
    let mut session = Session::start_program("tour");
    session.wait_for("1/18:");
    session.send(" ");
    session.resize(120, 40);
    session.wait_for("─ Targets ─");
    session.wait_for("1/18:");
    session.resize(40, 12);
    session.wait_until_gone("─ Targets ─");
    session.wait_for("1/18:");
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
}

#[test]
fn a_click_ends_the_tour_and_selects() {
    let mut session = Session::start_program("tour");
    session.wait_for("1/18:");
    session.send("\x1b[<0;3;13M\x1b[<0;3;13m");
    session.wait_for("▌Oldham");
    session.wait_until_gone("1/18:");
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
}

#[test]
fn the_idle_limit_ends_a_tour_that_repeats_for_ever() {
    let mut session = Session::start_program("--idle-limit 2s tour --loop --speed 100");
    session.wait_for("The session ends in 1 second.");
    session.wait_for("the session was closed");
    session.wait_for("status 0");
    session.assert_restored();
}

#[test]
fn the_idle_limit_counts_from_the_last_key() {
    let mut session = Session::start_program("--idle-limit 4s tour --loop");
    session.wait_for("/18:");
    for _ in 0..12 {
        std::thread::sleep(Duration::from_millis(500));
        session.send("\x1b[C");
        assert!(
            !session.text().contains("session was closed"),
            "{}",
            session.text()
        );
    }
    session.wait_for("The session ends in 1 second.");
    // Any key keeps the session, even `q`.
    session.send("q");
    session.wait_until_gone("The session ends");
    assert!(session.alternate_screen());
    session.wait_for("the session was closed");
    session.wait_for("status 0");
    session.assert_restored();
}
