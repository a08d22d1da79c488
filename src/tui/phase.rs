//! The parts of a session that the event loop runs: the loading screen and the dashboard.

use std::{io, time::Instant};

use crossterm::event::Event;
use ratatui::{buffer::Buffer, layout::Position};

use super::{app::CopyOutcome, styles::Background};

/// A request of a phase to the event loop, which alone has the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TerminalAction {
    /// Send this text to the clipboard, then call [`Phase::copied`].
    Copy(String),
    /// Draw the whole screen again.
    Redraw,
    /// Set the terminal up for screen-reader mode, or back.
    Speak(bool),
    /// Stop the program until the shell continues it.
    Suspend,
    /// End the session.
    Quit,
}

/// Result of the work that a phase does without an event.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Progress {
    /// Nothing visible changed.
    Unchanged,
    /// The screen must be drawn.
    Changed(Option<TerminalAction>),
    /// The phase is complete.
    Finished,
}

/// A part of a session that the event loop runs.
pub(super) trait Phase {
    /// Renders a frame to an empty buffer, and returns the position of the cursor. A warning covers the last rows until a key
    /// is pressed.
    fn render(&mut self, buffer: &mut Buffer, warning: Option<&str>) -> Position;

    /// Starts work that the first frame does not wait for.
    ///
    /// # Errors
    /// If no thread can be started.
    fn first_frame_drawn(&mut self) -> io::Result<()>;

    /// Does what is due at this time.
    ///
    /// # Errors
    /// If no thread can be started.
    fn advance(&mut self, now: Instant) -> io::Result<Progress>;

    /// Returns the time at which something is due again, if nothing happens before.
    fn wake_at(&self, now: Instant) -> Option<Instant>;

    /// Does what a key, the mouse, pasted text or another size means.
    fn handle(&mut self, event: &Event, now: Instant) -> Option<TerminalAction>;

    /// Shows what happened to a text that was copied. Only needed by phases that copy.
    fn copied(&mut self, _text: &str, _outcome: CopyOutcome) {}

    /// Adapts the colours to the terminal's background.
    fn set_background(&mut self, background: Background);
}
