//! Windows: records from the console.
//!
//! crossterm's own source does not tell an Alt code from the release of another key, and leaves out how often a key repeats.

use std::{
    io,
    sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    thread,
    time::{Duration, Instant},
};

use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use crossterm_winapi::{
    Console, EventFlags, Handle, InputRecord, MouseEvent as MouseRecord, ScreenBuffer,
};

use super::super::{
    console_keys::{ConsoleKeys, KeyRecord},
    terminal_event::TerminalEvent,
};

/// Most records that are read ahead: the console keeps the rest.
const MAX_RECORDS: usize = 4096;
/// The modifiers of keys, each a bit: Alt and Ctrl on the right and the left, and Shift.
const MODIFIERS: [u32; 5] = [0x01, 0x02, 0x04, 0x08, 0x10];
/// The thread only reads.
const THREAD_STACK_BYTES: usize = 64 * 1024;

type ReadResult = io::Result<InputRecord>;

/// The console that keys are read from.
#[derive(Debug)]
pub(in crate::tui::event) struct ConsoleSource {
    records: Receiver<ReadResult>,
    /// The result of the last wait.
    next: Option<ReadResult>,
    keys: ConsoleKeys,
    /// True while the left button of the mouse is down.
    is_button_down: bool,
}

impl ConsoleSource {
    /// Opens the console, even if standard input is a file or a pipe.
    pub(in crate::tui::event) fn open() -> io::Result<Self> {
        let console = Console::from(Handle::current_in_handle()?);
        let (sender, records) = sync_channel(MAX_RECORDS);
        // To wait for the console and a time at once takes unsafe code, so a thread waits for the console.
        thread::Builder::new()
            .name("console".into())
            .stack_size(THREAD_STACK_BYTES)
            .spawn(move || read_records(&console, &sender))?;
        Ok(Self {
            records,
            next: None,
            keys: ConsoleKeys::default(),
            is_button_down: false,
        })
    }

    /// Waits until there is something to read, for ever or for this time. Returns false if there was
    /// nothing in time.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "on other systems waiting can fail"
    )]
    pub(in crate::tui::event) fn wait(&mut self, timeout: Option<Duration>) -> io::Result<bool> {
        if self.next.is_none() {
            self.next = match timeout {
                None => Some(self.records.recv().unwrap_or_else(|_| Err(ended()))),
                Some(timeout) => match self.records.recv_timeout(timeout) {
                    Ok(record) => Some(record),
                    Err(RecvTimeoutError::Timeout) => None,
                    Err(RecvTimeoutError::Disconnected) => Some(Err(ended())),
                },
            };
        }
        Ok(self.next.is_some())
    }

    /// Returns `None`: nothing is unfinished.
    #[expect(clippy::unused_self, reason = "on Unix a sequence may be unfinished")]
    pub(in crate::tui::event) fn deadline(&self) -> Option<Instant> {
        None
    }

    /// Does nothing.
    #[expect(clippy::unused_self, reason = "on Unix a sequence may be unfinished")]
    pub(in crate::tui::event) fn time_out(&mut self, _events: &mut Vec<TerminalEvent>) {}

    /// Reads a record and adds its events. Returns the number of bytes that it counts for. Called after
    /// [`ConsoleSource::wait`] has returned true.
    pub(in crate::tui::event) fn read(
        &mut self,
        _max_bytes: usize,
        events: &mut Vec<TerminalEvent>,
    ) -> io::Result<usize> {
        let Some(record) = self.next.take() else {
            return Ok(0);
        };
        match record? {
            InputRecord::KeyEvent(key) => {
                let record = KeyRecord {
                    is_down: key.key_down,
                    key: key.virtual_key_code,
                    unit: key.u_char,
                    modifiers: MODIFIERS
                        .into_iter()
                        .filter(|&modifier| key.control_key_state.has_state(modifier))
                        .sum(),
                };
                if let Some(event) = self.keys.translate(record) {
                    let count = usize::from(key.repeat_count.max(1));
                    events.extend(std::iter::repeat_n(event, count));
                }
            }
            InputRecord::MouseEvent(record) => {
                let event = self.mouse_event(record)?;
                events.extend(event.map(|event| TerminalEvent::Input(Event::Mouse(event))));
            }
            InputRecord::WindowBufferSizeEvent(_) => events.push(TerminalEvent::Resized),
            InputRecord::FocusEvent(_) | InputRecord::MenuEvent(_) => {}
        }
        Ok(1)
    }

    /// Returns the click or the turn of the wheel, if a record of the mouse is one.
    fn mouse_event(&mut self, record: MouseRecord) -> io::Result<Option<MouseEvent>> {
        let buttons = record.button_state;
        let kind = match record.event_flags {
            EventFlags::PressOrRelease | EventFlags::DoubleClick => {
                let was_down = std::mem::replace(&mut self.is_button_down, buttons.left_button());
                if was_down || !buttons.left_button() {
                    return Ok(None);
                }
                MouseEventKind::Down(MouseButton::Left)
            }
            EventFlags::MouseWheeled if buttons.scroll_down() => MouseEventKind::ScrollDown,
            EventFlags::MouseWheeled if buttons.scroll_up() => MouseEventKind::ScrollUp,
            _ => return Ok(None),
        };
        // The row is that of the buffer, of which the window shows a part.
        let top = ScreenBuffer::current()?.info()?.terminal_window().top;
        let in_window = |cells: i16| u16::try_from(cells).unwrap_or_default();
        Ok(Some(MouseEvent {
            kind,
            column: in_window(record.mouse_position.x),
            row: in_window(record.mouse_position.y.saturating_sub(top)),
            modifiers: KeyModifiers::NONE,
        }))
    }
}

/// Sends all records, until the console cannot be read from or no one receives them.
fn read_records(console: &Console, sender: &SyncSender<ReadResult>) {
    loop {
        let record = console.read_single_input_event();
        let is_last = record.is_err();
        if sender.send(record).is_err() || is_last {
            return;
        }
    }
}

/// Returns the error of a console that cannot be read from any more.
fn ended() -> io::Error {
    io::ErrorKind::UnexpectedEof.into()
}
