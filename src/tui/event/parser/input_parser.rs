//! The machine that takes one byte at a time.

use std::time::{Duration, Instant};

use crossterm::event::Event;

use super::{
    super::terminal_event::TerminalEvent,
    control_sequence,
    keys::{self, char_event, control_event},
    mouse, reply,
};

/// Longest sequence that is kept; the rest of a longer one is dropped. Replies with long names need
/// less.
pub(super) const MAX_SEQUENCE_BYTES: usize = 256;
/// Most bytes of a paste that are kept; the rest is dropped. No text input takes more.
pub(super) const MAX_PASTE_BYTES: usize = 4096;
/// Longest pause after an escape that begins a sequence. Short, because it may be the Esc key.
pub(super) const ESCAPE_PAUSE: Duration = Duration::from_millis(25);
/// Longest pause after two bytes that begin a sequence, because they may be a key with Alt.
pub(super) const ALT_PAUSE: Duration = Duration::from_millis(100);
/// Longest pause inside a sequence or a paste, which may arrive in several packets.
pub(super) const SEQUENCE_PAUSE: Duration = Duration::from_secs(2);

/// End of pasted text.
const PASTE_END: &[u8] = b"\x1b[201~";

/// The part of the input that the next byte belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    /// None: the byte begins something.
    #[default]
    Ground,
    /// A character of several bytes, and how many it has.
    Utf8 { length: usize, alt: bool },
    /// `ESC`.
    Escape,
    /// `ESC O`.
    SingleShift,
    /// `ESC [`.
    ControlSequence,
    /// `ESC [ [`: a function key of the Linux console.
    ConsoleKey,
    /// `ESC [ M`: a mouse event in three bytes.
    OldMouse,
    /// The beginning of a reply: `ESC ]` and a number, or `ESC P` and some signs.
    ReplyStart { kind: u8 },
    /// The text of a reply.
    Reply { kind: u8 },
    /// `ESC` in the text of a reply, which may begin its end.
    ReplyEscape { kind: u8 },
    /// Pasted text, and how many bytes of its end have arrived.
    Paste { matched: usize },
}

/// Parses bytes, in whatever pieces they arrive.
#[derive(Debug, Default)]
pub(in crate::tui::event) struct InputParser {
    state: State,
    /// Bytes of the unfinished part, without those that the state stands for.
    pub(super) buffer: Vec<u8>,
    /// True if more bytes than are kept have arrived.
    overflowed: bool,
    last_byte: Option<Instant>,
}

impl InputParser {
    /// Adds the events that these bytes complete.
    pub(in crate::tui::event) fn feed(
        &mut self,
        bytes: &[u8],
        now: Instant,
        events: &mut Vec<TerminalEvent>,
    ) {
        for &byte in bytes {
            self.byte(byte, events);
        }
        self.last_byte = Some(now);
    }

    /// Returns the time at which [`InputParser::time_out`] is due if nothing arrives; `None` if nothing
    /// is unfinished.
    pub(in crate::tui::event) fn deadline(&self) -> Option<Instant> {
        let pause = match self.state {
            State::Ground => return None,
            State::Escape => ESCAPE_PAUSE,
            State::SingleShift | State::ControlSequence | State::ReplyStart { .. }
                if self.buffer.is_empty() && !self.overflowed =>
            {
                ALT_PAUSE
            }
            _ => SEQUENCE_PAUSE,
        };
        Some(self.last_byte? + pause)
    }

    /// Ends what is unfinished, since nothing has followed.
    pub(in crate::tui::event) fn time_out(&mut self, events: &mut Vec<TerminalEvent>) {
        match self.state {
            State::Escape => events.push(control_event(0x1b, false)),
            State::SingleShift => events.push(char_event('O', true)),
            State::ControlSequence if self.buffer.is_empty() && !self.overflowed => {
                events.push(char_event('[', true));
            }
            State::ReplyStart { kind } => self.replay(kind, events),
            _ => {}
        }
        self.reset();
    }

    fn reset(&mut self) {
        self.enter(State::Ground);
    }

    fn enter(&mut self, state: State) {
        self.state = state;
        self.buffer.clear();
        self.overflowed = false;
    }

    fn keep(&mut self, byte: u8, max: usize) {
        if self.buffer.len() < max {
            self.buffer.push(byte);
        } else {
            self.overflowed = true;
        }
    }

    fn byte(&mut self, byte: u8, events: &mut Vec<TerminalEvent>) {
        match self.state {
            State::Ground => self.begin(byte, false, events),
            State::Utf8 { length, alt } => self.utf8(byte, length, alt, events),
            State::Escape => match byte {
                b'[' => self.enter(State::ControlSequence),
                b'O' => self.enter(State::SingleShift),
                b']' | b'P' => self.enter(State::ReplyStart { kind: byte }),
                // The Esc key, and a second escape.
                0x1b => events.push(control_event(0x1b, false)),
                _ => {
                    self.reset();
                    self.begin(byte, true, events);
                }
            },
            State::SingleShift => {
                self.reset();
                if let Some(event) = keys::single_shift(byte) {
                    events.push(event);
                } else {
                    events.push(char_event('O', true));
                    self.begin(byte, false, events);
                }
            }
            State::ControlSequence => self.control_sequence(byte, events),
            State::ConsoleKey => {
                self.reset();
                events.extend(keys::console_key(byte));
            }
            State::OldMouse => {
                self.keep(byte, 3);
                if self.buffer.len() == 3 {
                    events.extend(mouse::old(&self.buffer));
                    self.reset();
                }
            }
            State::ReplyStart { kind } => self.reply_start(byte, kind, events),
            State::Reply { kind } => self.reply(byte, kind, events),
            State::ReplyEscape { kind } => {
                if byte == b'\\' {
                    self.end_reply(kind, events);
                } else {
                    self.enter(State::Escape);
                    self.byte(byte, events);
                }
            }
            State::Paste { matched } => self.paste(byte, matched, events),
        }
    }

    /// Begins something new; with `alt` after an escape.
    fn begin(&mut self, byte: u8, alt: bool, events: &mut Vec<TerminalEvent>) {
        match byte {
            0x1b => self.enter(State::Escape),
            b' '..=b'~' => events.push(char_event(char::from(byte), alt)),
            0..=0x1f | 0x7f => events.push(control_event(byte, alt)),
            0xc2..=0xf4 => {
                let length = match byte {
                    0xf0.. => 4,
                    0xe0.. => 3,
                    _ => 2,
                };
                self.enter(State::Utf8 { length, alt });
                self.buffer.push(byte);
            }
            // Never the first byte of a character.
            0x80..=0xc1 | 0xf5.. => {}
        }
    }

    fn utf8(&mut self, byte: u8, length: usize, alt: bool, events: &mut Vec<TerminalEvent>) {
        if !(0x80..0xc0).contains(&byte) {
            self.reset();
            self.begin(byte, false, events);
            return;
        }
        self.buffer.push(byte);
        if self.buffer.len() == length {
            if let Ok(text) = std::str::from_utf8(&self.buffer) {
                events.extend(text.chars().map(|character| char_event(character, alt)));
            }
            self.reset();
        }
    }

    fn control_sequence(&mut self, byte: u8, events: &mut Vec<TerminalEvent>) {
        let is_first = self.buffer.is_empty() && !self.overflowed;
        match byte {
            b'[' if is_first => self.enter(State::ConsoleKey),
            b'M' if is_first => self.enter(State::OldMouse),
            // rxvt sends Home, End and others with Shift as `ESC [ 7 $`, although `$` ends nothing in
            // ECMA-48.
            b'$' if !is_first && self.buffer.iter().all(u8::is_ascii_digit) => {
                self.end_control_sequence(byte, events);
            }
            b' '..=b'?' => self.keep(byte, MAX_SEQUENCE_BYTES),
            b'@'..=b'~' => self.end_control_sequence(byte, events),
            // Anything else ends it, too: it was cut off.
            _ => {
                self.reset();
                self.begin(byte, false, events);
            }
        }
    }

    fn end_control_sequence(&mut self, last: u8, events: &mut Vec<TerminalEvent>) {
        let is_whole = !self.overflowed;
        let begins_paste = is_whole && self.buffer == b"200" && last == b'~';
        if is_whole && !begins_paste {
            events.extend(control_sequence::parse(&self.buffer, last));
        }
        self.enter(if begins_paste {
            State::Paste { matched: 0 }
        } else {
            State::Ground
        });
    }

    fn reply_start(&mut self, byte: u8, kind: u8, events: &mut Vec<TerminalEvent>) {
        self.buffer.push(byte);
        match reply::compare_start(kind, &self.buffer) {
            reply::StartMatch::Partial => {}
            reply::StartMatch::Complete => self.state = State::Reply { kind },
            reply::StartMatch::None => {
                self.buffer.pop();
                self.replay(kind, events);
                self.reset();
                self.begin(byte, false, events);
            }
        }
    }

    /// Adds the keys that what looked like the beginning of a reply was.
    fn replay(&self, kind: u8, events: &mut Vec<TerminalEvent>) {
        events.push(char_event(char::from(kind), true));
        let typed = self.buffer.iter().map(|&byte| char::from(byte));
        events.extend(typed.map(|character| char_event(character, false)));
    }

    fn reply(&mut self, byte: u8, kind: u8, events: &mut Vec<TerminalEvent>) {
        match byte {
            0x07 => self.end_reply(kind, events),
            0x1b => self.state = State::ReplyEscape { kind },
            // No reply has control characters: it was cut off, and this is a key.
            0..0x20 | 0x7f => {
                self.reset();
                self.begin(byte, false, events);
            }
            _ => self.keep(byte, MAX_SEQUENCE_BYTES),
        }
    }

    fn end_reply(&mut self, kind: u8, events: &mut Vec<TerminalEvent>) {
        if !self.overflowed {
            events.extend(reply::parse(kind, &self.buffer));
        }
        self.reset();
    }

    fn paste(&mut self, byte: u8, matched: usize, events: &mut Vec<TerminalEvent>) {
        if byte == PASTE_END[matched] {
            let matched = matched + 1;
            self.state = State::Paste { matched };
            if matched == PASTE_END.len() {
                let text = String::from_utf8_lossy(&self.buffer);
                // What is kept may end in the middle of a character.
                let text = if self.overflowed {
                    text.trim_end_matches('\u{fffd}').into()
                } else {
                    text.into_owned()
                };
                events.push(TerminalEvent::Input(Event::Paste(text)));
                self.reset();
                // A large paste must not keep its memory.
                self.buffer.shrink_to(MAX_SEQUENCE_BYTES);
            }
            return;
        }
        for &byte in &PASTE_END[..matched] {
            self.keep(byte, MAX_PASTE_BYTES);
        }
        let begins_end = byte == PASTE_END[0];
        if !begins_end {
            self.keep(byte, MAX_PASTE_BYTES);
        }
        let matched = usize::from(begins_end);
        self.state = State::Paste { matched };
    }
}
