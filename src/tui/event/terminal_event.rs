//! Events from the terminal.

use crossterm::event::Event;

use crate::tui::styles::Background;

/// An event from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) enum TerminalEvent {
    /// A key, the mouse or pasted text.
    Input(Event),
    /// The terminal may have another size.
    Resized,
    /// A reply: the background of the terminal.
    Background(Background),
    /// A reply: the name and version of the terminal.
    Version(String),
}
