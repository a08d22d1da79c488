//! Commands on a terminal: colours, and progress while something takes long.

#![cfg(unix)]

#[expect(dead_code, reason = "other tests use more of it")]
mod terminal;

use terminal::{Session, program};

#[test]
fn answers_have_colour_only_on_a_terminal_and_if_wanted() {
    for (before, coloured) in [
        ("", true),
        ("NO_COLOR=1", false),
        ("TERM=dumb", false),
        ("CLICOLOR=0", false),
    ] {
        let session = Session::start(
            &format!(
                "{before} {} show oldham/young-ambassadors; echo status $?",
                program()
            ),
            80,
            24,
        );
        session.wait_for("status 0");
        assert_eq!(
            session.styled().contains("\x1b[35"),
            coloured,
            "{before}: {}",
            session.styled()
        );
    }
    let session = Session::start(
        &format!(
            "{} show oldham/young-ambassadors | cat -v; echo status $?",
            program()
        ),
        80,
        24,
    );
    session.wait_for("status 0");
    assert!(!session.text().contains("^["));
}

#[test]
fn slow_commands_show_progress_that_is_removed_at_the_end() {
    let slow = format!(
        "(sleep 1; cat tests/data/valid/minimal.json) | {} check -; echo status $?",
        program()
    );
    let session = Session::start(&slow, 80, 24);
    session.wait_for("Reading standard input");
    session.wait_for("status 0");
    assert!(!session.text().contains("Reading"), "{}", session.text());
}
