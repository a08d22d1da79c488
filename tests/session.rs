//! Whole sessions in a real pseudo-terminal, with a terminal emulator at the other end.

#![cfg(unix)]

#[expect(dead_code, reason = "other tests use more of it")]
mod terminal;

use terminal::{Session, program};

#[test]
fn areas_are_browsed_and_the_window_is_resized() {
    let mut session = Session::start_program("");
    session.wait_for("Blackpool");
    session.wait_for("? help");
    assert!(session.alternate_screen());
    session.send("\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B");
    session.wait_for("▌Hastings");
    session.send("\t\x1b[B\x1b[B");
    session.wait_for("▌3 Improving mental");
    session.send("\r");
    session.wait_for("hastings/3/i-rock-capacity");
    session.resize(120, 40);
    session.wait_for("Hastings, priority 3, target ─");
    session.resize(40, 12);
    session.wait_for("Hastings › 3");
    session.send("?");
    session.wait_for("type to find a key");
    session.send("\x1b");
    session.wait_for("Hastings › 3");
    session.resize(80, 24);
    session.wait_for("hastings/3/i-rock-capacity");
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
}

/// The README promises it: which areas have an early years priority, and who says so?
#[test]
fn three_keys_lead_to_an_answer_with_its_sources() {
    let mut session = Session::start(&program(), 80, 24);
    session.wait_for("? help");
    session.send("2");
    session.wait_for("Priorities by theme");
    session.send("\x1b[A");
    session.wait_for("Areas with such a priority: Derby");
    session.send("\r");
    session.wait_for("1 Increase the number of children achieving a good level");
    session.wait_for("1 Improve early speech, language, listening and");
    session.wait_for("Department for Education, plan, 9 October 2017, contents,");
}

#[test]
fn control_c_quits_everywhere() {
    for keys in ["\x03", "?\x03", "\t\t\t\x03"] {
        let mut session = Session::start_program("oldham/3");
        session.wait_for("▌3 Children and young");
        session.send(keys);
        session.wait_for("status 0");
        session.assert_restored();
    }
}

#[test]
fn keys_work_when_the_dataset_comes_from_standard_input() {
    let mut session = Session::start(
        &format!(
            "cat tests/data/valid/other-programme-300-areas.json | {} --data -; s=$?; stty -a; echo status $s",
            program()
        ),
        80,
        24,
    );
    session.wait_for("Ward");
    session.send("\x1b[F");
    session.wait_for("▌The programme");
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
}

/// Each view opens with its key, does something, and Escape leads back.
#[test]
fn every_view_opens_with_its_key_and_closes_with_escape() {
    let mut session = Session::start_program("oldham/3");
    session.wait_for("▌3 Children and young");
    for (keys, words, then) in [
        ("2", "Priorities by theme", "\x1b[C"),
        ("3", "━ Map · Plans", "t"),
        ("4", "━ Timeline", "\x1b[B"),
        ("5", "━ Compare", "A"),
        ("8", "publications by year", "\r"),
        ("/", "Type words in any order", "mental health oldham"),
        ("?", "type to find a key", "\x1b[B"),
        (":", "Run a command", "sort"),
        ("f", "─ Filter ─", "\x1b[B"),
        ("d", "As of a date", "2018"),
        ("'", "─ Marks ─", "\x1b[B"),
    ] {
        session.send(keys);
        session.wait_for(words);
        session.send(then);
        if keys == "8" {
            // What was opened closes first.
            session.wait_for("Facts that cite ");
            session.send("\x1b");
            session.wait_until_gone("Facts that cite ");
        }
        session.send("\x1b");
        session.wait_until_gone(words);
        session.wait_for("▌3 Children and young");
    }
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
}

#[test]
fn a_briefing_is_saved_and_overwritten_only_when_asked_twice() {
    let folder = std::env::temp_dir().join(format!("oa-session-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let command = format!(
        "cd {} && {} oldham; s=$?; stty -a; echo status $s",
        folder.display(),
        program()
    );
    let mut session = Session::start(&command, 80, 24);
    session.wait_for("▌Oldham");
    session.send("w");
    session.wait_for("[oldham.md");
    session.send("\r");
    session.wait_for("Saved Oldham as oldham.md");
    let briefing = std::fs::read_to_string(folder.join("oldham.md")).expect("it is written");
    assert!(briefing.starts_with("# Oldham: a briefing") && briefing.contains("## Sources"));
    std::fs::write(folder.join("oldham.md"), "mine").expect("it can be written");
    session.send("w\r");
    session.wait_for("A file of this name exists");
    assert_eq!(
        std::fs::read_to_string(folder.join("oldham.md")).expect("it is there"),
        "mine"
    );
    session.wait_until_gone("Saved Oldham");
    session.send("\r");
    session.wait_for("Saved Oldham as oldham.md");
    assert_ne!(
        std::fs::read_to_string(folder.join("oldham.md")).expect("it is there"),
        "mine"
    );
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
    std::fs::remove_dir_all(&folder).expect("the folder can go");
}

#[test]
fn the_mouse_selects_and_is_switched_off_at_the_end() {
    let mut session = Session::start_program("");
    session.wait_for("▌Blackpool");
    // A press and a release on the tenth area, in column 3 and row 13, both from 1.
    session.send("\x1b[<0;3;13M\x1b[<0;3;13m");
    session.wait_for("▌Oldham");
    session.send("\x1b[<65;3;13M");
    session.wait_for("▌Stoke-on-Trent");
    session.send("\x1b[<0;12;1M\x1b[<0;12;1m");
    session.wait_for("Priorities by theme");
    session.send("q");
    session.wait_for("status 0");
    assert!(session.mouse_is_off());
    session.assert_restored();
    let mut session = Session::start_program("--no-mouse");
    session.wait_for("▌Blackpool");
    assert!(session.mouse_is_off());
    session.send("q");
    session.assert_restored();
}

#[test]
fn the_reply_about_the_background_is_not_a_key() {
    let mut session = Session::start(
        &format!(
            "COLORTERM=truecolor {}; s=$?; stty -a; echo status $s",
            program()
        ),
        80,
        24,
    );
    session.wait_for("▌Blackpool");
    // Other terminals send replies to other queries, or broken ones.
    session.send("\x1b[?64;1;2c\x1b[24;80R\x1b]11;rgb:zz/qq\x07");
    session.send("\x1b]11;rgb:ffff/ffff/ffff\x1b\\");
    session.send("\x1b[B");
    session.wait_for("▌Bradford");
    // The accent colour for light backgrounds.
    assert!(
        session.styled().contains("38;2;11;92;173"),
        "{:?}",
        session.styled()
    );
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
}

#[test]
fn copying_reaches_the_clipboard_of_the_terminal() {
    let record = std::env::temp_dir().join(format!("oa-copy-{}", std::process::id()));
    let program = env!("CARGO_BIN_EXE_oa");
    let mut session = Session::start(
        &format!(
            "script -qec '{program} oldham/3' {}; echo status $?",
            record.display()
        ),
        80,
        24,
    );
    session.wait_for("▌3 Children and young");
    session.send("Y");
    session.wait_for("Copied ");
    session.wait_for("oldham/3");
    session.send("\rq");
    session.wait_for("status 0");
    let bytes = std::fs::read(&record).expect("what was sent is recorded");
    // "oldham/3" in base 64.
    assert!(String::from_utf8_lossy(&bytes).contains("\x1b]52;c;b2xkaGFtLzM="));
    std::fs::remove_file(&record).expect("the record can go");
}

#[test]
fn a_terminal_without_a_known_clipboard_is_sent_none() {
    let mut session = Session::start_program_with("TERM=vt220", "oldham/3");
    session.wait_for("Children and young");
    session.send("Y");
    session.wait_for("Not copied");
    session.wait_for("this terminal has no clipboard");
    session.send("\rq");
    session.wait_for("status 0");
    assert!(!session.was_sent(b"\x1b]52"));
    session.assert_restored();
}

#[test]
fn gnu_screen_gets_no_mouse_and_passes_the_clipboard_on() {
    let mut session = Session::start_program_with("STY=1.oa TERM=screen", "oldham/3");
    session.wait_for("Children and young");
    session.send("Y");
    session.wait_for("Copied ");
    session.wait_for_bytes(b"\x1bP\x1b]52;c;b2xkaGFtLzM=\x07\x1b\\");
    session.send("\rq");
    session.wait_for("status 0");
    assert!(!session.was_sent(b"\x1b[?1000h"));
    session.assert_restored();
}

#[test]
fn a_size_that_is_the_same_again_is_drawn_in_full() {
    let mut session = Session::start_program("");
    session.wait_for("▌Blackpool");
    session.settled_count();
    session.scribble("\x1b[12;1HXXXX");
    session.resize(100, 30);
    session.resize(80, 24);
    session.wait_until_gone("XXXX");
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
}

#[test]
fn the_cursor_leaves_the_picture_below() {
    let mut session = Session::start_program("");
    session.wait_for("▌Blackpool");
    session.send("q");
    session.wait_for("status 0");
    // On the alternate screen, which is left at once. Without one the shell goes on there. The
    // terminal adds the carriage return.
    session.wait_for_bytes(b"\x1b[999;1H\r\n\x1b[?1049l");
    session.assert_restored();
}

#[test]
fn it_works_without_utf_8_or_colours() {
    for before in [
        "LC_ALL=C",
        "LC_ALL=en_GB.ISO-8859-1 NO_COLOR=1",
        "TERM=vt100",
        "TERM=linux",
    ] {
        let mut session = Session::start(
            &format!(
                "{before} {} --ascii; s=$?; stty -a; echo status $s",
                program()
            ),
            80,
            24,
        );
        session.wait_for(">Blackpool");
        assert!(session.text().is_ascii(), "{before}: {}", session.text());
        session.send("3");
        session.wait_for("[Blackpool]");
        assert!(session.text().is_ascii(), "{before}: {}", session.text());
        session.send("q");
        session.wait_for("status 0");
        session.assert_restored();
    }
}

#[test]
fn it_works_with_any_name_of_the_terminal() {
    let names = [
        "xterm",
        "xterm-256color",
        "screen",
        "tmux-256color",
        "linux",
        "vt100",
        "rxvt",
        "no-such-terminal",
    ];
    for before in names
        .map(|name| format!("TERM={name}"))
        .into_iter()
        .chain(["env -u TERM".to_string(), "TERM=".to_string()])
    {
        let mut session = Session::start(
            &format!("{before} {}; s=$?; stty -a; echo status $s", program()),
            80,
            24,
        );
        session.wait_for("▌Blackpool");
        session.send("3");
        session.wait_for("━ Map");
        session.send("q");
        session.wait_for("status 0");
        session.assert_restored();
    }
    let mut session = Session::start(
        &format!("TERM=dumb {}; s=$?; stty -a; echo status $s", program()),
        80,
        24,
    );
    session.wait_for("? for help, q to quit.");
    session.send("q\r");
    session.wait_for("status 0");
    session.assert_restored();
}

#[test]
fn a_panic_is_reported_on_a_restored_terminal() {
    let this = std::env::current_exe().expect("a test has a path");
    let mut session = Session::start(
        &format!(
            "{} --exact panics_on_purpose --ignored --nocapture; stty -a",
            this.display()
        ),
        80,
        24,
    );
    session.wait_for("on purpose");
    session.wait_for("icanon");
    session.assert_restored();
}

/// Run by the test above, in a terminal of its own.
#[test]
#[ignore = "panics on purpose, for another test"]
fn panics_on_purpose() {
    use opportunity_areas::tui::term::{Capabilities, TerminalSession, install_panic_hook};
    install_panic_hook().expect("nothing else reports panics here");
    let screen = TerminalSession::enter(
        true,
        Capabilities::default(),
        ratatui::layout::Size::new(80, 24),
    )
    .expect("there is a terminal");
    let thread = std::thread::spawn(|| panic!("on purpose"));
    thread.join().expect_err("it panicked");
    // Only the panic may restore the terminal.
    std::mem::forget(screen);
}

/// Replies of a terminal: a dark background, and its name.
const REPLIES: &str = "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1bP>|kitty(0.31.0)\x1b\\";

#[test]
fn a_terminal_that_reports_its_name_gets_synchronized_frames() {
    let mut session = Session::start_program("");
    session.wait_for_bytes(b"\x1b[>q");
    session.send(REPLIES);
    session.send("\x1b[B");
    session.wait_for("▌Bradford");
    session.wait_for_bytes(b"\x1b[?2026h");
    session.wait_for_bytes(b"\x1b[?2026l");
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();
}

/// The steps in the list of areas that cost most, and one to the next pane, cost no more than when they were measured:
/// without colours, since the background is not known, and with them.
#[test]
fn a_step_in_a_list_costs_few_bytes() {
    for (term, [bradford, derby, priorities]) in [
        ("xterm", [1_380, 1_250, 840]),
        ("xterm-256color", [1_750, 1_440, 1_080]),
    ] {
        let mut session = Session::start(&format!("TERM={term} {}", program()), 80, 24);
        session.wait_for("? help");
        session.wait_for_bytes(b"\x1b[>q");
        for (key, shown, most) in [
            ("\x1b[B", "▌Bradford", bradford),
            ("\x1b[B", "▌Derby", derby),
            ("\t", "━ Derby", priorities),
        ] {
            let before = session.settled_count();
            session.send(key);
            session.wait_for(shown);
            let sent = session.settled_count() - before;
            assert!(sent <= most, "{sent} bytes for {shown} in {term}");
        }
        session.send("q");
    }
}

#[test]
fn keys_that_look_like_a_reply_are_never_lost() {
    for answered in [false, true] {
        let mut session = Session::start_program("");
        session.wait_for("▌Blackpool");
        session.wait_for_bytes(b"\x1b[>q");
        if answered {
            session.send(REPLIES);
        }
        // Alt-] and Alt-P begin replies.
        session.send("\x1b]\x1b[B");
        session.wait_for("▌Bradford");
        session.send("\x1b]11;");
        std::thread::sleep(std::time::Duration::from_millis(600));
        session.send("\x1bP2");
        session.wait_for("Priorities by theme");
        session.send("\x1b]q");
        session.wait_for("status 0");
        session.assert_restored();
    }
}

/// Before the first frame the program does not hear of another size.
#[test]
fn a_resize_while_the_program_starts_is_not_missed() {
    for _ in 0..3 {
        let mut session = Session::start_program("");
        session.wait_for_raw_mode();
        session.resize(120, 40);
        session.wait_for("─ Targets ─");
        session.send("q");
        session.wait_for("status 0");
        session.assert_restored();
    }
}
