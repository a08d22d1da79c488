//! The pager for long answers on a terminal.

#![cfg(unix)]

#[expect(dead_code, reason = "other tests use more of it")]
mod terminal;

use terminal::Session;

/// A pager that says how it was called and shows the last line.
const PAGER: &str = r#"PAGER='sh -c "echo paged with \$LESS; tail -n 1"'"#;

#[test]
fn long_answers_go_through_the_pager() {
    for command in ["list money", "show norwich", "list areas --format json"] {
        let session = Session::start_program_with(PAGER, command);
        session.wait_for("status 0");
        assert!(session.text().contains("paged with FRX"), "{command}");
    }
}

#[test]
fn answers_that_fit_are_printed() {
    for command in [
        "list areas",
        "list money --limit 3",
        "list areas --limit 3 --format csv",
    ] {
        let session = Session::start_program_with(PAGER, command);
        session.wait_for("status 0");
        assert!(!session.text().contains("paged"), "{command}");
    }
}

/// A pager can start a shell.
#[test]
fn no_pager_starts_where_it_must_not() {
    for command in [
        "--kiosk list money",
        "--time-limit 60 list money",
        "--no-pager list money",
        "list money --no-pager",
        "list money | tail -n 3",
    ] {
        let session = Session::start_program_with(PAGER, command);
        session.wait_for("status 0");
        let text = session.text();
        assert!(
            !text.contains("paged") && text.contains("no total"),
            "{command}: {text}"
        );
    }
    for pager in ["PAGER=''", "PAGER=cat"] {
        let session = Session::start_program_with(pager, "list money");
        session.wait_for("status 0");
        assert!(session.text().contains("no total"));
    }
}

#[test]
fn a_pager_that_ends_early_is_no_error() {
    let session = Session::start_program_with("PAGER=true", "list actions");
    session.wait_for("status 0");
    assert!(!session.text().contains("oa:"));
}

#[test]
fn without_its_pager_the_answer_is_printed() {
    let session = Session::start_program_with("PAGER=no-such-pager", "list money");
    session.wait_for("status 0");
    assert!(session.text().contains("no total"));
}

#[test]
fn control_c_is_left_to_the_pager() {
    // The shell of the test lives on, too.
    let pager = r#"trap : INT; PAGER='sh -c "trap : INT; cat > /dev/null; echo waits; sleep 1; echo goes on"'"#;
    let mut session = Session::start_program_with(pager, "list money");
    session.wait_for("waits");
    session.send("\x03");
    session.wait_for("goes on");
    session.wait_for("status 0");
}
