//! A frame is one write, and a terminal shows exactly what ratatui's buffer holds.

use std::io::{self, Write};

use proptest::{collection::vec, prelude::*};
use ratatui::{
    backend::Backend as _,
    buffer::{Buffer, Cell},
    layout::{Position, Rect, Size},
    style::{Color, Modifier, Style},
};

use super::{super::capabilities::RepSupport, *};

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
    output.synchronize();
    write!(output, "three").expect("memory can be written to");
    output
        .flush_to(&mut terminal)
        .expect("memory can be written to");
    assert_eq!(terminal.0[1], b"\x1b[?2026hthree\x1b[?2026l");
}

const SIZE: Size = Size::new(24, 4);

/// A terminal emulator, and the backend that draws on it.
struct EmulatedTerminal {
    rep: RepSupport,
    backend: DiffBackend,
    output: FrameBuffer,
    shown: Buffer,
    screen: vt100::Parser,
}

impl EmulatedTerminal {
    fn new(rep: RepSupport) -> Self {
        let output = FrameBuffer::default();
        let mut backend = DiffBackend::new(output.clone(), SIZE);
        backend.set_rep_support(rep);
        let shown = Buffer::empty(Rect::from((Position::ORIGIN, SIZE)));
        let [rows, columns] = [SIZE.height, SIZE.width]
            .map(|cells| cells.try_into().expect("the size is not nought"));
        Self {
            rep,
            backend,
            output,
            shown,
            screen: vt100::Parser::new(rows, columns, 0),
        }
    }

    /// Draws as ratatui does, and returns the bytes sent.
    fn draw(&mut self, frame: Buffer, cursor: Position) -> Vec<u8> {
        let sound = "memory can be written to";
        self.backend
            .draw(self.shown.diff_iter(&frame))
            .expect(sound);
        self.backend.show_cursor().expect(sound);
        self.backend.set_cursor_position(cursor).expect(sound);
        self.backend.flush().expect(sound);
        self.shown = frame;
        let mut sent = Vec::new();
        self.output.flush_to(&mut sent).expect(sound);
        self.screen.process(&expand_rep(&sent, self.rep));
        sent
    }

    /// Returns a line for each cell that is not shown as wanted.
    fn differences(&self, cursor: Position) -> Vec<String> {
        let screen = self.screen.screen();
        let mut differences = Vec::new();
        let mut covered = 0;
        for position in self.shown.area.positions() {
            if covered > 0 && position.x > 0 {
                covered -= 1;
                continue;
            }
            let wanted = &self.shown[position];
            let cell = screen
                .cell(position.y, position.x)
                .expect("it is on the screen");
            let shown = if cell.has_contents() {
                cell.contents()
            } else {
                " "
            };
            covered = unicode_width::UnicodeWidthStr::width(wanted.symbol()).saturating_sub(1);
            if shown != wanted.symbol() || shown_style(cell, shown) != wanted_style(wanted) {
                differences.push(format!(
                    "{position}: {shown:?} {:?}, wanted {:?} {:?}",
                    shown_style(cell, shown),
                    wanted.symbol(),
                    wanted_style(wanted)
                ));
            }
        }
        if screen.cursor_position() != (cursor.y, cursor.x) {
            differences.push(format!(
                "the cursor is at {:?}, wanted {cursor}",
                screen.cursor_position()
            ));
        }
        differences
    }
}

/// Writes out repeated characters (REP), which the emulator does not know.
fn expand_rep(sent: &[u8], rep: RepSupport) -> Vec<u8> {
    let text = str::from_utf8(sent).expect("what is sent is UTF-8");
    let mut written = String::new();
    let mut rest = text;
    while let Some(index) = rest.find("\x1b[") {
        let (before, sequence) = rest.split_at(index);
        written.push_str(before);
        let end = sequence[2..]
            .find(|byte: char| byte.is_ascii_alphabetic())
            .expect("a sequence has an end")
            + 2;
        if sequence.as_bytes()[end] == b'b' {
            let last = written.chars().next_back().expect("something is repeated");
            assert!(
                rep == RepSupport::Full || rep == RepSupport::Ascii && last.is_ascii(),
                "{last} is not repeated"
            );
            let times = if end == 2 {
                1
            } else {
                sequence[2..end].parse().expect("a number")
            };
            written.extend(std::iter::repeat_n(last, times));
        } else {
            written.push_str(&sequence[..=end]);
        }
        rest = &sequence[end + 1..];
    }
    written.push_str(rest);
    written.into_bytes()
}

type VisibleStyle = (vt100::Color, vt100::Color, [bool; 5]);

/// Returns the part of a cell's style that can be seen: on a blank, only some of it.
fn visible(blank: bool, fg: vt100::Color, bg: vt100::Color, flags: [bool; 5]) -> VisibleStyle {
    let [bold, dim, italic, underlined, reversed] = flags;
    if blank && !underlined && !reversed {
        return (vt100::Color::Default, bg, [false; 5]);
    }
    (fg, bg, [bold, dim, italic, underlined, reversed])
}

fn shown_style(cell: &vt100::Cell, symbol: &str) -> VisibleStyle {
    visible(
        symbol == " ",
        cell.fgcolor(),
        cell.bgcolor(),
        [
            cell.bold(),
            cell.dim(),
            cell.italic(),
            cell.underline(),
            cell.inverse(),
        ],
    )
}

fn wanted_style(cell: &Cell) -> VisibleStyle {
    let color = |color| match color {
        Color::Red => vt100::Color::Idx(1),
        Color::LightCyan => vt100::Color::Idx(14),
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
        _ => vt100::Color::Default,
    };
    let flags = [
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::ITALIC,
        Modifier::UNDERLINED,
        Modifier::REVERSED,
    ]
    .map(|flag| cell.modifier.contains(flag));
    visible(cell.symbol() == " ", color(cell.fg), color(cell.bg), flags)
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
