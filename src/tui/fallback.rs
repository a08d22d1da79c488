//! Where there is no Unix, crossterm's own means do.

use std::io::{self, Write as _};

/// Nothing stops the program and lets it go on.
pub(super) fn take_resumed() -> bool {
    false
}

/// There are no signals to guard against.
pub struct SignalHandler;

impl SignalHandler {
    /// Nothing is done.
    ///
    /// # Errors
    /// None.
    pub fn new() -> io::Result<Self> {
        Ok(Self)
    }

    /// Nothing is done.
    ///
    /// # Errors
    /// None.
    pub fn start(self) -> io::Result<()> {
        Ok(())
    }
}

/// The program can't be stopped.
///
/// # Errors
/// None.
pub(super) fn suspend() -> io::Result<()> {
    Ok(())
}

/// Writes to the terminal.
pub(super) fn write_now(bytes: &[u8]) {
    let _ = io::stdout()
        .write_all(bytes)
        .and_then(|()| io::stdout().flush());
}

/// Keys come from standard input alone.
pub(super) fn controlling_terminal() -> bool {
    false
}

/// That nobody is at the other end is noticed by what fails.
pub(super) fn is_disconnected() -> bool {
    false
}
