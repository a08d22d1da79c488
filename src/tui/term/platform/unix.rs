//! Unix: writes that never block, and terminals that go away.

use std::{fs::File, io, time::Duration};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

/// Longest wait, in [`write_if_ready`], for a terminal that is not ready to be written to.
const WRITE_TIMEOUT: Duration = Duration::from_millis(20);

/// Writes to the terminal directly, bypassing locks, and only if it can be written to now.
///
/// A blocked terminal (Ctrl-S, a stalled connection) must not keep the program from ending.
pub(super) fn write_if_ready(bytes: &[u8]) {
    let stdout = io::stdout();
    let mut polled = [PollFd::new(&stdout, PollFlags::OUT)];
    let timeout = Timespec::try_from(WRITE_TIMEOUT).unwrap_or_default();
    if poll(&mut polled, Some(&timeout)).is_ok() && polled[0].revents().contains(PollFlags::OUT) {
        // A failure cannot be reported: the terminal is what would show it.
        let _ = rustix::io::write(rustix::stdio::stdout(), bytes);
    }
}

/// Returns true if the terminal behind standard output has gone away.
#[must_use]
pub fn is_disconnected() -> bool {
    let stdout = io::stdout();
    let mut polled = [PollFd::new(&stdout, PollFlags::empty())];
    let no_wait = Timespec::default();
    poll(&mut polled, Some(&no_wait)).is_ok()
        && polled[0]
            .revents()
            .intersects(PollFlags::HUP | PollFlags::ERR)
}

/// Returns true if keys can be read from a terminal although standard input is a file or a pipe.
pub(super) fn has_controlling_terminal() -> bool {
    File::open("/dev/tty").is_ok()
}
