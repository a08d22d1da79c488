//! Systems other than Unix: plain writes.

use std::io::{self, Write as _};

/// Writes to the terminal.
pub(super) fn write_if_ready(bytes: &[u8]) {
    // A failure cannot be reported: the terminal is what would show it.
    let _ = io::stdout()
        .write_all(bytes)
        .and_then(|()| io::stdout().flush());
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
