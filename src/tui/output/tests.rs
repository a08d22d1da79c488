//! A frame is one write; and whatever frames are drawn, a terminal shows what ratatui's buffer holds.

use proptest::{collection::vec, prelude::*};
use ratatui::{
    backend::Backend as _,
    buffer::{Buffer, Cell},
    layout::{Position, Rect, Size},
    style::{Color, Modifier, Style},
};

use super::{capabilities::RepSupport, *};

/// Counts writes.
#[derive(Default)]
struct RowWriter(Vec<Vec<u8>>);

impl Write for RowWriter {
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
    let (mut output, mut line) = (FrameBuffer::default(), RowWriter::default());
    for part in ["one", " and ", "two"] {
        write!(output, "{part}").expect("memory can be written to");
        output.flush().expect("nothing happens");
    }
    output.send(&mut line).expect("memory can be written to");
    assert_eq!(line.0, [b"one and two"]);
    output.send(&mut line).expect("memory can be written to");
    assert_eq!(line.0.len(), 1, "nothing is sent twice");
    output.synchronize();
    write!(output, "three").expect("memory can be written to");
    output.send(&mut line).expect("memory can be written to");
    assert_eq!(line.0[1], b"\x1b[?2026hthree\x1b[?2026l");
}

const SIZE: Size = Size::new(24, 4);

/// A terminal and what it is drawn on by.
struct Terminal {
    repeats: RepSupport,
    painter: DiffBackend,
    output: FrameBuffer,
    shown: Buffer,
    screen: vt100::Parser,
}

impl Terminal {
    fn new(repeats: RepSupport) -> Self {
        let output = FrameBuffer::default();
        let mut painter = DiffBackend::new(output.clone(), SIZE);
        painter.repeat(repeats);
        let shown = Buffer::empty(Rect::from((Position::ORIGIN, SIZE)));
        let [rows, columns] = [SIZE.height, SIZE.width]
            .map(|cells| cells.try_into().expect("the size is not nought"));
        Self {
            repeats,
            painter,
            output,
            shown,
            screen: vt100::Parser::new(rows, columns, 0),
        }
    }

    /// Draws as ratatui does; gives what was sent.
    fn draw(&mut self, frame: Buffer, cursor: Position) -> Vec<u8> {
        let sound = "memory can be written to";
        self.painter
            .draw(self.shown.diff_iter(&frame))
            .expect(sound);
        self.painter.show_cursor().expect(sound);
        self.painter.set_cursor_position(cursor).expect(sound);
        self.painter.flush().expect(sound);
        self.shown = frame;
        let mut sent = Vec::new();
        self.output.send(&mut sent).expect(sound);
        self.screen.process(&repeated(&sent, self.repeats));
        sent
    }

    /// Where the terminal does not show what it should.
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
            if shown != wanted.symbol() || look(cell, shown) != look_wanted(wanted) {
                differences.push(format!(
                    "{position}: {shown:?} {:?}, wanted {:?} {:?}",
                    look(cell, shown),
                    wanted.symbol(),
                    look_wanted(wanted)
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

/// Does what the emulator does not know: writes out what is to be repeated (REP).
fn repeated(sent: &[u8], repeats: RepSupport) -> Vec<u8> {
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
                repeats == RepSupport::Full || repeats == RepSupport::Ascii && last.is_ascii(),
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

type Seen = (vt100::Color, vt100::Color, [bool; 5]);

/// What can be seen of a cell's style: of a blank, only what shows without a letter.
fn seen(blank: bool, fg: vt100::Color, bg: vt100::Color, flags: [bool; 5]) -> Seen {
    let [bold, dim, italic, underlined, reversed] = flags;
    if blank && !underlined && !reversed {
        return (vt100::Color::Default, bg, [false; 5]);
    }
    (fg, bg, [bold, dim, italic, underlined, reversed])
}

fn look(cell: &vt100::Cell, symbol: &str) -> Seen {
    seen(
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

fn look_wanted(cell: &Cell) -> Seen {
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
    seen(cell.symbol() == " ", color(cell.fg), color(cell.bg), flags)
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

/// Texts at places, some over others: wide characters, combining marks, blanks and rules among them.
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

/// Blanks what wide characters cover, as ratatui asks for: a text may have been written over half of one.
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
        repeats in prop_oneof![Just(RepSupport::None), Just(RepSupport::Ascii), Just(RepSupport::Full)],
    ) {
        let mut terminal = Terminal::new(repeats);
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

/// What is sent for the second of two frames, the cursor being at the start in both.
fn sent(repeats: RepSupport, before: Buffer, after: Buffer) -> String {
    let mut terminal = Terminal::new(repeats);
    terminal.draw(before, Position::ORIGIN);
    let sent = terminal.draw(after, Position::ORIGIN);
    assert_eq!(terminal.differences(Position::ORIGIN), Vec::<String>::new());
    String::from_utf8(sent)
        .expect("what is sent is UTF-8")
        .replace('\x1b', "^")
}

#[test]
fn what_stays_costs_nothing() {
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
fn a_run_of_blanks_is_erased_and_passed_by() {
    let (before, after) = (
        lines(["aaaaaaaaaaaaaaaaaa|bbbb"]),
        lines(["                  |bbbb"]),
    );
    assert_eq!(sent(RepSupport::None, before, after), "^[18X");
}

#[test]
fn a_short_way_is_written_instead_of_passed_by() {
    assert_eq!(
        sent(RepSupport::None, lines(["a-b"]), lines(["c-d"])),
        "c-d\r"
    );
}

#[test]
fn what_repeats_is_repeated_where_the_terminal_can() {
    let rule = || lines(["────────────────────"]);
    assert_eq!(sent(RepSupport::Full, lines([""]), rule()), "─^[19b\r");
    for fewer in [RepSupport::None, RepSupport::Ascii] {
        assert_eq!(
            sent(fewer, lines([""]), rule()),
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
