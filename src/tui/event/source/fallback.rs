//! Systems other than Unix and Windows: crossterm's events. They have no sequences, so nothing is unfinished.

use std::{
    io,
    time::{Duration, Instant},
};

use crossterm::event::{self, Event};

use super::super::terminal_event::TerminalEvent;

/// The console that keys are read from.
#[derive(Debug)]
pub(in crate::tui::event) struct CrosstermSource;

/// Shortest time to poll for: with none at all crossterm does not return events that it has already
/// read.
const MIN_POLL: Duration = Duration::from_micros(10);

impl CrosstermSource {
    /// Does nothing: the console is open.
    #[expect(clippy::unnecessary_wraps, reason = "the same signature as on Unix")]
    pub(in crate::tui::event) fn open() -> io::Result<Self> {
        Ok(Self)
    }

    /// Waits until there is an event, for ever or for this time. Returns false if there was none in
    /// time.
    pub(in crate::tui::event) fn wait(&mut self, timeout: Option<Duration>) -> io::Result<bool> {
        event::poll(timeout.unwrap_or(Duration::MAX).max(MIN_POLL))
    }

    /// Returns `None`: nothing is unfinished.
    pub(in crate::tui::event) fn deadline(&self) -> Option<Instant> {
        None
    }

    /// Does nothing.
    pub(in crate::tui::event) fn time_out(&mut self, _events: &mut Vec<TerminalEvent>) {}

    /// Reads an event. Returns the number of bytes that it counts for.
    pub(in crate::tui::event) fn read(
        &mut self,
        _max_bytes: usize,
        events: &mut Vec<TerminalEvent>,
    ) -> io::Result<usize> {
        events.push(match event::read()? {
            Event::Resize(..) => TerminalEvent::Resized,
            event => TerminalEvent::Input(event),
        });
        Ok(1)
    }
}
