//! A terminal emulator that the encoder draws on.

use ratatui::{
    buffer::{Buffer, Cell},
    layout::{Position, Rect, Size},
    style::{Color, Modifier},
};

use super::super::{super::capabilities::RepSupport, FrameBuffer, FrameEncoder};

pub(super) const SIZE: Size = Size::new(24, 4);

/// A terminal emulator, and the encoder that draws on it.
pub(super) struct EmulatedTerminal {
    rep: RepSupport,
    pub(super) encoder: FrameEncoder,
    pub(super) output: FrameBuffer,
    /// The last frame.
    pub(super) shown: Buffer,
    pub(super) screen: vt100::Parser,
}

/// Text and colours that another program has left on the terminal.
pub(super) const LEFT_OVER: &str =
    "$ ls\x1b[44;1;7m -a\r\n.git  \u{30b3}\u{30b3}\r\n\x1b[3;20Hmore\x1b[4m";

impl EmulatedTerminal {
    /// A terminal on which another program has drawn.
    pub(super) fn new(rep: RepSupport) -> Self {
        let output = FrameBuffer::default();
        let mut encoder = FrameEncoder::new(output.clone(), SIZE);
        encoder.set_rep_support(rep);
        let shown = Buffer::empty(Rect::from((Position::ORIGIN, SIZE)));
        let [rows, columns] = [SIZE.height, SIZE.width]
            .map(|cells| cells.try_into().expect("the size is not nought"));
        let mut screen = vt100::Parser::new(rows, columns, 0);
        screen.process(LEFT_OVER.as_bytes());
        Self {
            rep,
            encoder,
            output,
            shown,
            screen,
        }
    }

    /// Draws a frame, and returns the bytes sent.
    pub(super) fn draw(&mut self, frame: Buffer, cursor: Position) -> Vec<u8> {
        self.encoder.draw(&frame, cursor);
        self.shown = frame;
        let mut sent = Vec::new();
        self.output
            .flush_to(&mut sent)
            .expect("memory can be written to");
        assert_unambiguous(&sent);
        self.screen.process(&expand_rep(&sent, self.rep));
        sent
    }

    /// Returns a line for each cell that is not shown as wanted.
    pub(super) fn differences(&self, cursor: Position) -> Vec<String> {
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

/// Checks that every sequence has a form that all terminals read in the same way: numbers are written
/// out, except in those that terminfo uses without.
fn assert_unambiguous(sent: &[u8]) {
    let text = str::from_utf8(sent).expect("what is sent is UTF-8");
    for part in text.split_inclusive(char::is_control) {
        let control = part.chars().next_back().filter(|last| last.is_control());
        assert!(
            matches!(control, None | Some('\x1b' | '\r' | '\x08')),
            "{control:?} in {text:?}"
        );
    }
    for sequence in text.split('\x1b').skip(1) {
        let end = sequence
            .find(|last: char| last.is_ascii_alphabetic())
            .expect("a sequence has an end");
        let parameters = sequence[..end]
            .strip_prefix('[')
            .expect("a control sequence");
        let numbers = match parameters {
            "" => 0,
            _ => parameters
                .split(';')
                .filter(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
                .count(),
        };
        let is_complete = parameters.is_empty() || numbers == parameters.split(';').count();
        let is_known = match &sequence[end..=end] {
            "H" => is_complete && matches!(numbers, 0 | 2),
            "A" | "B" | "C" | "D" => is_complete && numbers <= 1,
            "G" | "d" | "X" | "b" => is_complete && numbers == 1,
            "m" => is_complete,
            "K" => parameters.is_empty(),
            "J" => parameters == "2",
            "h" | "l" => matches!(parameters, "?25" | "?7"),
            _ => false,
        };
        assert!(is_known, "{:?} in {text:?}", &sequence[..=end]);
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
