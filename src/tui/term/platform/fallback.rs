//! Systems other than Unix and Windows: plain writes.

use std::{
    io::{self, Write},
    thread,
    time::Duration,
};

/// Writes to standard output.
pub fn write_if_ready(bytes: &[u8]) {
    write_to(io::stdout(), bytes);
}

/// Writes to standard error.
pub fn report_if_ready(bytes: &[u8]) {
    write_to(io::stderr(), bytes);
}

fn write_to(mut output: impl Write, bytes: &[u8]) {
    // A failure cannot be reported: the terminal is what would show it.
    let _ = output.write_all(bytes).and_then(|()| output.flush());
}

/// Waits for this time, or for ever, and returns false: a reader that goes away is noticed by the next write.
pub(super) fn wait_for_disconnect(timeout: Option<Duration>) -> bool {
    thread::sleep(timeout.unwrap_or(Duration::MAX));
    false
}

/// Returns false: a terminal that has gone away is noticed by the first write or read that fails.
#[must_use]
pub fn is_disconnected() -> bool {
    false
}

/// Returns false: keys come from standard input alone.
pub(super) fn has_controlling_terminal() -> bool {
    false
}

/// Sets the terminal up for single keys.
pub(super) fn set_modes(_mouse: bool) -> io::Result<()> {
    crossterm::terminal::enable_raw_mode()
}

/// Restores what [`set_modes`] has set.
pub fn restore_modes() {
    // A failure cannot be reported: the terminal is what would show it.
    let _ = crossterm::terminal::disable_raw_mode();
}

/// Returns true: sequences need no mode.
#[must_use]
pub fn allow_sequences() -> bool {
    true
}

/// Restores what [`set_modes`] has set, and writes these sequences.
pub(super) fn leave(sequences: &[u8]) {
    // First, since the write may block.
    restore_modes();
    if !sequences.is_empty() {
        write_if_ready(sequences);
    }
}
