//! A frame is one write, and a terminal shows exactly what ratatui's buffer holds.

mod emulated_terminal;
mod uncertain_width;
mod whole_rows;

use std::io::{self, Write};

use proptest::{collection::vec, prelude::*};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::{Color, Modifier, Style},
};

use super::{super::capabilities::RepSupport, *};
use emulated_terminal::{EmulatedTerminal, LEFT_OVER, SIZE};

/// Records each write.
#[derive(Default)]
struct WriteRecorder(Vec<Vec<u8>>);

impl Write for WriteRecorder {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.push(bytes.to_vec());
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_frame_is_one_write() {
    let (mut output, mut terminal) = (FrameBuffer::default(), WriteRecorder::default());
    for part in ["one", " and ", "two"] {
        write!(output, "{part}").expect("memory can be written to");
        output.flush().expect("nothing happens");
    }
    output
        .flush_to(&mut terminal)
        .expect("memory can be written to");
    assert_eq!(terminal.0, [b"one and two"]);
    output
        .flush_to(&mut terminal)
        .expect("memory can be written to");
    assert_eq!(terminal.0.len(), 1, "nothing is sent twice");
    output.synchronize(true);
    write!(output, "three").expect("memory can be written to");
    output
        .flush_to(&mut terminal)
        .expect("memory can be written to");
    assert_eq!(terminal.0[1], b"\x1b[?2026hthree\x1b[?2026l");
}

fn style() -> impl Strategy<Value = Style> {
    let color = prop_oneof![
        5 => Just(Color::Reset),
        1 => Just(Color::Red),
        1 => Just(Color::LightCyan),
        1 => Just(Color::Indexed(200)),
        1 => Just(Color::Rgb(1, 20, 255)),
    ];
    let flags = vec![
        Modifier::BOLD,
        Modifier::ITALIC,
        Modifier::UNDERLINED,
        Modifier::REVERSED,
    ];
    let modifier = prop_oneof![3 => Just(Modifier::empty()), 2 => prop::sample::subsequence(flags, 0..3).prop_map(|some| some.into_iter().collect())];
    (color.clone(), color, modifier)
        .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
}

/// Generates texts at random positions, with wide characters, combining marks, blanks and rules.
fn frame() -> impl Strategy<Value = Buffer> {
    let text = prop_oneof![
        4 => "[a-c ]{0,20}",
        2 => " {0,24}",
        1 => "─{0,24}",
        2 => "(コ|a|é|e\u{301}|語| |£|…){0,12}",
        1 => "x{5,24}",
    ];
    vec((0..SIZE.width, 0..SIZE.height, text, style()), 0..10).prop_map(|texts| {
        let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, SIZE)));
        for (x, y, text, style) in texts {
            buffer.set_string(x, y, text, style);
        }
        well_formed(&mut buffer);
        buffer
    })
}

/// Blanks cells that wide characters cover, as ratatui requires: a text may have overwritten half of one.
fn well_formed(buffer: &mut Buffer) {
    for y in 0..SIZE.height {
        let mut covered = false;
        for x in 0..SIZE.width {
            if covered {
                buffer[(x, y)].reset();
            }
            covered = unicode_width::UnicodeWidthStr::width(buffer[(x, y)].symbol()) > 1;
            if covered && x + 1 == SIZE.width {
                buffer[(x, y)].reset();
            }
        }
    }
}

proptest! {
    #[test]
    fn a_terminal_shows_what_is_drawn(
        frames in vec((frame(), 0..SIZE.width, 0..SIZE.height), 1..6),
        rep in prop_oneof![Just(RepSupport::None), Just(RepSupport::Ascii), Just(RepSupport::Full)],
    ) {
        let mut terminal = EmulatedTerminal::new(rep);
        for (frame, x, y) in frames {
            let cursor = Position { x, y };
            let sent = terminal.draw(frame, cursor);
            let differences = terminal.differences(cursor);
            prop_assert!(differences.is_empty(), "{differences:#?} after {:?}", String::from_utf8_lossy(&sent));
        }
    }
}

fn lines<const ROWS: usize>(texts: [&str; ROWS]) -> Buffer {
    let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, SIZE)));
    for (y, text) in (0..).zip(texts) {
        buffer.set_string(0, y, text, Style::new());
    }
    buffer
}

/// Returns what is sent for the second of two frames, with the cursor at the top left in both.
fn sent(rep: RepSupport, before: Buffer, after: Buffer) -> String {
    let mut terminal = EmulatedTerminal::new(rep);
    terminal.draw(before, Position::ORIGIN);
    let sent = terminal.draw(after, Position::ORIGIN);
    assert_eq!(terminal.differences(Position::ORIGIN), Vec::<String>::new());
    String::from_utf8(sent)
        .expect("what is sent is UTF-8")
        .replace('\x1b', "^")
}

#[test]
fn an_unchanged_frame_sends_nothing() {
    let frame = || lines(["the same", "and the same"]);
    assert_eq!(sent(RepSupport::None, frame(), frame()), "");
}

#[test]
fn the_rest_of_a_row_is_erased() {
    assert_eq!(
        sent(
            RepSupport::None,
            lines(["a long line of text"]),
            lines(["a long"])
        ),
        "^[7C^[K\r"
    );
}

#[test]
fn a_run_of_blanks_is_erased() {
    let (before, after) = (
        lines(["aaaaaaaaaaaaaaaaaa|bbbb"]),
        lines(["                  |bbbb"]),
    );
    assert_eq!(sent(RepSupport::None, before, after), "^[18X");
}

#[test]
fn a_short_gap_is_printed_instead_of_skipped() {
    assert_eq!(
        sent(RepSupport::None, lines(["a-b"]), lines(["c-d"])),
        "c-d\r"
    );
}

#[test]
fn repeated_characters_use_rep_where_it_is_supported() {
    let rule = || lines(["────────────────────"]);
    assert_eq!(sent(RepSupport::Full, lines([""]), rule()), "─^[19b\r");
    for rep in [RepSupport::None, RepSupport::Ascii] {
        assert_eq!(
            sent(rep, lines([""]), rule()),
            format!("{}\r", "─".repeat(20))
        );
    }
    assert_eq!(
        sent(
            RepSupport::Ascii,
            lines([""]),
            lines(["--------------------"])
        ),
        "-^[19b\r"
    );
}

#[test]
fn the_first_frame_and_those_after_clearing_assume_nothing() {
    let mut terminal = EmulatedTerminal::new(RepSupport::None);
    let frame = || lines(["text", "", "  more"]);
    terminal.draw(frame(), Position::ORIGIN);
    assert_eq!(
        terminal.differences(Position::ORIGIN),
        Vec::<String>::new(),
        "the first frame"
    );
    terminal.screen.process(LEFT_OVER.as_bytes());
    terminal.encoder.clear();
    terminal.shown.reset();
    let sent = terminal.draw(frame(), Position::ORIGIN);
    assert_eq!(terminal.differences(Position::ORIGIN), Vec::<String>::new());
    assert!(sent.starts_with(b"\x1b[m\x1b[H\x1b[2Jtext"), "{sent:?}");
}

#[test]
fn clearing_twice_clears_once() {
    let mut terminal = EmulatedTerminal::new(RepSupport::None);
    for _ in 0..2 {
        terminal.encoder.clear();
    }
    let sent = terminal.draw(lines(["text"]), Position::ORIGIN);
    let clears = sent.windows(4).filter(|part| part == b"\x1b[2J").count();
    assert_eq!(clears, 1, "{sent:?}");
}

#[test]
fn the_cursor_is_hidden_while_a_long_frame_is_drawn() {
    let long = || lines(["abcdefghijklmnopqrstuvwx"; 4]);
    let hidden = sent(RepSupport::None, lines([""]), long());
    assert!(
        hidden.starts_with("^[?25l") && hidden.ends_with("^[H^[?25h"),
        "{hidden}"
    );
    let short = sent(RepSupport::None, lines([""]), lines(["abc"]));
    assert_eq!(short, "abc\r");
}

#[test]
fn synchronized_frames_need_not_hide_the_cursor() {
    let mut terminal = EmulatedTerminal::new(RepSupport::None);
    terminal.draw(lines([""]), Position::ORIGIN);
    terminal.output.synchronize(true);
    let frame = lines(["abcdefghijklmnopqrstuvwx"; 4]);
    terminal.encoder.draw(&frame, Position::ORIGIN);
    let mut sent = Vec::new();
    terminal
        .output
        .flush_to(&mut sent)
        .expect("memory can be written to");
    let sent = String::from_utf8(sent).expect("what is sent is UTF-8");
    assert!(!sent.contains("?25"), "{sent:?}");
}
