use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use std::time::Instant;

use super::{
    super::terminal_event::TerminalEvent,
    input_parser::{
        ALT_PAUSE, ESCAPE_PAUSE, InputParser, MAX_PASTE_BYTES, MAX_SEQUENCE_BYTES, SEQUENCE_PAUSE,
    },
    keys::{char_event, control_event},
};
use crate::tui::styles::Background;

pub(super) fn feed(parser: &mut InputParser, bytes: &[u8]) -> Vec<TerminalEvent> {
    let mut events = Vec::new();
    parser.feed(bytes, Instant::now(), &mut events);
    events
}

pub(super) fn time_out(parser: &mut InputParser) -> Vec<TerminalEvent> {
    let mut events = Vec::new();
    parser.time_out(&mut events);
    assert_eq!(parser.deadline(), None);
    events
}

/// Parses all of it at once; nothing follows.
pub(super) fn parse(bytes: &[u8]) -> Vec<TerminalEvent> {
    let mut parser = InputParser::default();
    let mut events = feed(&mut parser, bytes);
    events.extend(time_out(&mut parser));
    events
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> TerminalEvent {
    TerminalEvent::Input(Event::Key(KeyEvent::new(code, modifiers)))
}

fn plain(code: KeyCode) -> TerminalEvent {
    key(code, KeyModifiers::NONE)
}

pub(super) fn typed(text: &str) -> Vec<TerminalEvent> {
    let plain_char = |character| char_event(character, false);
    text.chars().map(plain_char).collect()
}

fn alt(character: char) -> TerminalEvent {
    char_event(character, true)
}

#[test]
fn keys_of_every_terminal_are_recognised() {
    use KeyCode::{
        BackTab, Backspace, Char, Delete, Down, End, Enter, Esc, F, Home, Insert, Left, PageDown,
        PageUp, Right, Tab, Up,
    };
    const NONE: KeyModifiers = KeyModifiers::NONE;
    const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
    const ALT: KeyModifiers = KeyModifiers::ALT;
    const CONTROL: KeyModifiers = KeyModifiers::CONTROL;
    for (bytes, code, modifiers) in [
        ("q", Char('q'), NONE),
        ("G", Char('G'), SHIFT),
        ("é", Char('é'), NONE),
        ("東", Char('東'), NONE),
        ("😀", Char('😀'), NONE),
        ("\r", Enter, NONE),
        ("\n", Char('j'), CONTROL),
        ("\t", Tab, NONE),
        ("\x7f", Backspace, NONE),
        ("\x08", Char('h'), CONTROL),
        ("\x00", Char(' '), CONTROL),
        ("\x03", Char('c'), CONTROL),
        ("\x1a", Char('z'), CONTROL),
        ("\x1c", Char('4'), CONTROL),
        ("\x1f", Char('7'), CONTROL),
        ("\x1b", Esc, NONE),
        ("\x1bq", Char('q'), ALT),
        ("\x1bé", Char('é'), ALT),
        ("\x1b\r", Enter, ALT),
        ("\x1b[", Char('['), ALT),
        ("\x1bO", Char('O'), ALT | SHIFT),
        ("\x1b]", Char(']'), ALT),
        ("\x1bP", Char('P'), ALT | SHIFT),
        ("\x1b[A", Up, NONE),
        ("\x1bOB", Down, NONE),
        ("\x1b[1;5C", Right, CONTROL),
        ("\x1b[1;2D", Left, SHIFT),
        ("\x1b[a", Up, SHIFT),
        ("\x1b[H", Home, NONE),
        ("\x1b[1~", Home, NONE),
        ("\x1b[7~", Home, NONE),
        ("\x1b[7$", Home, SHIFT),
        ("\x1b[7^", Home, CONTROL),
        ("\x1b[8@", End, SHIFT | CONTROL),
        ("\x1bOF", End, NONE),
        ("\x1b[2~", Insert, NONE),
        ("\x1b[3~", Delete, NONE),
        ("\x1b[3;5~", Delete, CONTROL),
        ("\x1b[5~", PageUp, NONE),
        ("\x1b[6~", PageDown, NONE),
        ("\x1b[Z", BackTab, SHIFT),
        ("\x1bOP", F(1), NONE),
        ("\x1b[[E", F(5), NONE),
        ("\x1b[15~", F(5), NONE),
        ("\x1b[17~", F(6), NONE),
        ("\x1b[24~", F(12), NONE),
        ("\x1b[1;5R", F(3), CONTROL),
        ("\x1b[1;2S", F(4), SHIFT),
        ("\x1b[99;5u", Char('c'), CONTROL),
        ("\x1b[27u", Esc, NONE),
        ("\x1b[27;5;105~", Char('i'), CONTROL),
        ("\x1b[97;1:1u", Char('a'), NONE),
    ] {
        assert_eq!(parse(bytes.as_bytes()), [key(code, modifiers)], "{bytes:?}");
    }
}

#[test]
fn mouse_events_of_all_forms_are_recognised() {
    let mouse = |kind, column, row, modifiers| {
        TerminalEvent::Input(Event::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers,
        }))
    };
    let press = MouseEventKind::Down(MouseButton::Left);
    for (bytes, event) in [
        (&b"\x1b[<0;1;1M"[..], mouse(press, 0, 0, KeyModifiers::NONE)),
        (
            b"\x1b[<0;300;200M",
            mouse(press, 299, 199, KeyModifiers::NONE),
        ),
        (
            b"\x1b[<0;3;4m",
            mouse(
                MouseEventKind::Up(MouseButton::Left),
                2,
                3,
                KeyModifiers::NONE,
            ),
        ),
        (
            b"\x1b[<64;3;4M",
            mouse(MouseEventKind::ScrollUp, 2, 3, KeyModifiers::NONE),
        ),
        (
            b"\x1b[<81;3;4M",
            mouse(MouseEventKind::ScrollDown, 2, 3, KeyModifiers::CONTROL),
        ),
        (
            b"\x1b[<35;3;4M",
            mouse(MouseEventKind::Moved, 2, 3, KeyModifiers::NONE),
        ),
        (b"\x1b[32;3;4M", mouse(press, 2, 3, KeyModifiers::NONE)),
        (b"\x1b[M #\xff", mouse(press, 2, 222, KeyModifiers::NONE)),
    ] {
        assert_eq!(parse(bytes), [event], "{bytes:?}");
    }
    for nonsense in [
        "\x1b[<0;0;1M",
        "\x1b[<0;1M",
        "\x1b[<999;1;1M",
        "\x1b[<M",
        "\x1b[M\x01\x01\x01",
    ] {
        assert_eq!(parse(nonsense.as_bytes()), [], "{nonsense:?}");
    }
}

#[test]
fn replies_are_recognised_and_what_follows_are_keys() {
    for (reply, event) in [
        (
            "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
            Some(TerminalEvent::Background(Background::Dark)),
        ),
        (
            "\x1b]11;rgb:ff/ff/ff\x07",
            Some(TerminalEvent::Background(Background::Light)),
        ),
        (
            "\x1b]11;rgb:f/f/e\x07",
            Some(TerminalEvent::Background(Background::Light)),
        ),
        (
            "\x1b]11;rgba:ffff/ffff/ffff/8080\x07",
            Some(TerminalEvent::Background(Background::Light)),
        ),
        (
            "\x1bP>|kitty(0.31.0)\x1b\\",
            Some(TerminalEvent::Version("kitty(0.31.0)".into())),
        ),
        // Replies to other queries, late replies to other programs, and broken ones are not keys.
        ("\x1b]11;rgb:zz/qq\x07", None),
        ("\x1b]10;rgb:ff/ff/ff\x07", None),
        ("\x1b]4;12;rgb:ff/ff/ff\x1b\\", None),
        ("\x1b]52;c;cXF3\x07", None),
        ("\x1bP!|7E565445\x1b\\", None),
        ("\x1bP1$r0m\x1b\\", None),
        ("\x1bP1+r544e=787465726d\x1b\\", None),
        ("\x1b[?64;1;2c", None),
        ("\x1b[>1;7402;0c", None),
        ("\x1b[24;80R", None),
        ("\x1b[?2026;2$y", None),
        ("\x1b[?997;1n", None),
        ("\x1b[?0u", None),
        ("\x1b[0n", None),
        ("\x1b[8;24;80t", None),
        ("\x1b[I\x1b[O", None),
    ] {
        for at in 0..reply.len() {
            let mut parser = InputParser::default();
            let mut found = feed(&mut parser, &reply.as_bytes()[..at]);
            found.extend(feed(&mut parser, &reply.as_bytes()[at..]));
            found.extend(feed(&mut parser, b"q"));
            let expected: Vec<_> = event.clone().into_iter().chain(typed("q")).collect();
            assert_eq!(found, expected, "{reply:?}, split at {at}");
        }
    }
}

#[test]
fn keys_that_only_begin_like_a_reply_are_all_typed() {
    for (bytes, expected) in [
        ("\x1b]q", [vec![alt(']')], typed("q")].concat()),
        ("\x1bPq", [vec![alt('P')], typed("q")].concat()),
        ("\x1bP>q", [vec![alt('P')], typed(">q")].concat()),
        ("\x1bP2", [vec![alt('P')], typed("2")].concat()),
        ("\x1b]1 q", [vec![alt(']')], typed("1 q")].concat()),
        ("\x1b]123456", [vec![alt(']')], typed("123456")].concat()),
        ("\x1b];q", [vec![alt(']')], typed(";q")].concat()),
        (
            "\x1b]\x1b]q",
            [vec![alt(']'), alt(']')], typed("q")].concat(),
        ),
        ("\x1b\\q", [vec![alt('\\')], typed("q")].concat()),
        ("\x1bOq", [vec![alt('O')], typed("q")].concat()),
        (
            "\x1b]1\x1b[B",
            [vec![alt(']')], typed("1"), vec![plain(KeyCode::Down)]].concat(),
        ),
    ] {
        assert_eq!(parse(bytes.as_bytes()), expected, "{bytes:?}");
    }
}

#[test]
fn a_key_ends_what_was_cut_off() {
    let control_c = control_event(3, false);
    for cut in ["\x1b[1;", "\x1b]11;rgb", "\x1bP>|ki", "\x1b[<0;1", "\x1b["] {
        let with = |key: &str| parse(format!("{cut}{key}").as_bytes());
        assert_eq!(with("\x1b[A"), [plain(KeyCode::Up)], "{cut:?}");
        assert_eq!(with("\x03"), std::slice::from_ref(&control_c), "{cut:?}");
    }
    assert_eq!(parse(b"\xe6\x9dq"), typed("q"));
    assert_eq!(parse(b"\xff\xc0\x80q"), typed("q"));
    assert_eq!(parse(b"\xed\xa0\x80q"), typed("q"), "a surrogate");
    assert_eq!(
        parse(b"\x1b\x1b[A"),
        [plain(KeyCode::Esc), plain(KeyCode::Up)]
    );
}

#[test]
fn an_escape_is_a_key_soon_and_an_unfinished_sequence_is_dropped_later() {
    for (bytes, pause, expected) in [
        ("\x1b", ESCAPE_PAUSE, vec![plain(KeyCode::Esc)]),
        ("\x1b[", ALT_PAUSE, vec![alt('[')]),
        ("\x1b]", ALT_PAUSE, vec![alt(']')]),
        ("\x1b[1", SEQUENCE_PAUSE, vec![]),
        ("\x1b[<", SEQUENCE_PAUSE, vec![]),
        ("\x1b]11;r", SEQUENCE_PAUSE, vec![]),
        ("\x1b[200~some text", SEQUENCE_PAUSE, vec![]),
        ("\x1b[M ", SEQUENCE_PAUSE, vec![]),
    ] {
        let mut parser = InputParser::default();
        let start = Instant::now();
        let mut events = Vec::new();
        parser.feed(bytes.as_bytes(), start, &mut events);
        assert_eq!(events, []);
        assert_eq!(parser.deadline(), Some(start + pause), "{bytes:?}");
        assert_eq!(time_out(&mut parser), expected, "{bytes:?}");
        assert_eq!(feed(&mut parser, b"q"), typed("q"), "{bytes:?}");
    }
}

#[test]
fn pasted_text_is_one_event_and_its_end_is_recognised_in_pieces() {
    let pasted = |text: &str| TerminalEvent::Input(Event::Paste(text.into()));
    let bytes = "\x1b[200~q\x1b[A\x1b[20 東\r\x1b[201~q".as_bytes();
    for size in 1..bytes.len() {
        let mut parser = InputParser::default();
        let events: Vec<_> = bytes
            .chunks(size)
            .flat_map(|chunk| feed(&mut parser, chunk))
            .collect();
        let expected = [vec![pasted("q\x1b[A\x1b[20 東\r")], typed("q")].concat();
        assert_eq!(events, expected, "in pieces of {size}");
    }
    assert_eq!(parse(b"\x1b[200~\x1b[201~"), [pasted("")]);
    assert_eq!(parse(b"\x1b[201~q"), typed("q"), "an end alone");
    assert_eq!(parse(b"\x1b[200~\x1b\x1b[201~"), [pasted("\x1b")]);
}

#[test]
fn input_without_an_end_needs_little_memory() {
    for flood in [
        "\x1b[200~",
        "\x1b[1",
        "\x1b[<",
        "\x1b]11;1",
        "\x1bP>|k",
        "\x1b[M",
        "\x1b",
        "\x1b[",
        "é",
        "\x1b]1",
    ] {
        let mut parser = InputParser::default();
        feed(&mut parser, flood.as_bytes());
        let last = flood.as_bytes()[flood.len() - 1];
        for filling in [flood.as_bytes(), &[last], b"1"] {
            feed(&mut parser, &filling.repeat(100_000));
            assert!(
                parser.buffer.capacity() <= 2 * MAX_PASTE_BYTES,
                "{flood:?}: {} bytes",
                parser.buffer.capacity()
            );
        }
    }
    let mut parser = InputParser::default();
    let long = format!("\x1b[200~{}\x1b[201~", "é".repeat(1_000_000));
    let events = feed(&mut parser, long.as_bytes());
    let [TerminalEvent::Input(Event::Paste(text))] = &events[..] else {
        panic!("{} events", events.len());
    };
    assert_eq!(text.len(), MAX_PASTE_BYTES);
    let long = format!("\x1b[200~{}\x1b[201~", "東".repeat(2000));
    let whole = "東".repeat(MAX_PASTE_BYTES / 3);
    assert_eq!(
        feed(&mut parser, long.as_bytes()),
        [TerminalEvent::Input(Event::Paste(whole))]
    );
    assert!(parser.buffer.capacity() <= MAX_SEQUENCE_BYTES);
}
