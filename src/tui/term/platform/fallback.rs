//! Systems other than Unix: plain writes.

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
