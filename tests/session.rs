//! Whole sessions in a real pseudo-terminal, with a terminal emulator at the other end.

#![cfg(unix)]

mod terminal;

use terminal::{Session, program};

#[test]
fn start_browse_resize_quit() {
    let mut session = Session::start(&format!("{}; s=$?; stty -a; echo status $s", program()), 80, 24);
    session.wait_for("Blackpool");
    session.wait_for("? Help");
    assert!(session.alternate_screen());
    session.send("\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B");
    session.wait_for("›Hastings");
    session.send("\t\x1b[B\x1b[B");
    session.wait_for("›3 Improving mental");
    session.send("\r");
    session.wait_for("hastings/3/mental-health-named");
    session.resize(120, 40);
    session.wait_for("┬ Reason ");
    session.resize(40, 12);
    session.wait_for("Hastings › 3");
    session.send("?");
    session.wait_for("The three panes");
    session.send("\x1b");
    session.wait_for("Hastings › 3");
    session.resize(80, 24);
    session.wait_for("hastings/3/mental-health-named");
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
}

#[test]
fn control_c_leaves_from_everywhere() {
    for keys in ["\x03", "?\x03", "\t\t\t\x03"] {
        let mut session = Session::start(&format!("{} oldham/3; s=$?; stty -a; echo status $s", program()), 80, 24);
        session.wait_for("›3 Children and young");
        session.send(keys);
        session.wait_for("status 0");
        session.assert_restored();
    }
}

#[test]
fn another_dataset_from_standard_input_keeps_the_keys() {
    let mut session = Session::start(
        &format!("cat tests/data/valid/other-programme-300-areas.json | {} --data -; s=$?; stty -a; echo status $s", program()),
        80,
        24,
    );
    session.wait_for("300 areas");
    session.send("\x1b[F");
    session.wait_for("›The programme");
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
}

#[test]
fn answers_have_colour_on_a_terminal_alone_and_only_if_it_is_wanted() {
    for (before, coloured) in [("", true), ("NO_COLOR=1", false), ("TERM=dumb", false), ("CLICOLOR=0", false)] {
        let session = Session::start(&format!("{before} {} show oldham/3/young-ambassadors; echo status $?", program()), 80, 24);
        session.wait_for("status 0");
        assert_eq!(session.styled().contains("\x1b[35"), coloured, "{before}: {}", session.styled());
    }
    let session = Session::start(&format!("{} show oldham/3/young-ambassadors | cat -v; echo status $?", program()), 80, 24);
    session.wait_for("status 0");
    assert!(!session.text().contains("^["));
}

#[test]
fn what_takes_long_shows_a_sign_of_life_that_goes_away() {
    let slow = format!("(sleep 1; cat tests/data/valid/minimal.json) | {} check -; echo status $?", program());
    let session = Session::start(&slow, 80, 24);
    session.wait_for("Reading standard input");
    session.wait_for("status 0");
    assert!(!session.text().contains("Reading"), "{}", session.text());
}

#[test]
fn a_panic_is_reported_on_a_restored_terminal() {
    let this = std::env::current_exe().expect("a test has a path");
    let mut session = Session::start(&format!("{} --exact panics_on_purpose --ignored --nocapture; stty -a", this.display()), 80, 24);
    session.wait_for("on purpose");
    session.wait_for("icanon");
    session.assert_restored();
}

/// Run by the test above, in a terminal of its own.
#[test]
#[ignore = "panics on purpose, for another test"]
fn panics_on_purpose() {
    use opportunity_areas::tui::terminal::{Screen, give_back_on_panic};
    give_back_on_panic().expect("nothing else reports panics here");
    let screen = Screen::enter().expect("there is a terminal");
    let thread = std::thread::spawn(|| panic!("on purpose"));
    thread.join().expect_err("it panicked");
    // The panic alone must have given the terminal back.
    std::mem::forget(screen);
}
