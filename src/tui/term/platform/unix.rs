//! Unix: raw mode, writes that never block, and terminals that go away.

use std::{fs::File, io, os::fd::BorrowedFd, time::Duration};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

/// Longest wait, in [`write_if_ready`], for a terminal that is not ready to be written to.
const WRITE_TIMEOUT: Duration = Duration::from_millis(20);

/// Writes to standard output directly, bypassing locks, and only if it can be written to now.
///
/// A blocked terminal (Ctrl-S, a stalled connection) must not keep the program from ending.
pub fn write_if_ready(bytes: &[u8]) {
    write_to_if_ready(rustix::stdio::stdout(), bytes);
}

/// Writes to standard error in the same way.
pub fn report_if_ready(bytes: &[u8]) {
    write_to_if_ready(rustix::stdio::stderr(), bytes);
}

fn write_to_if_ready(output: BorrowedFd, bytes: &[u8]) {
    if can_be_written_to(output, WRITE_TIMEOUT) {
        // A failure cannot be reported: the terminal is what would show it.
        let _ = rustix::io::write(output, bytes);
    }
}

/// Returns true as soon as output can be written to, and false after this time.
#[cfg(not(target_os = "macos"))]
fn can_be_written_to(output: BorrowedFd, timeout: Duration) -> bool {
    let mut polled = [PollFd::new(&output, PollFlags::OUT)];
    let timeout = Timespec::try_from(timeout).unwrap_or_default();
    poll(&mut polled, Some(&timeout)).is_ok() && polled[0].revents().contains(PollFlags::OUT)
}

/// Returns the same. On macOS `poll` does not work with terminals; this crate uses `select`.
#[cfg(target_os = "macos")]
fn can_be_written_to(output: BorrowedFd, timeout: Duration) -> bool {
    use std::os::fd::AsRawFd as _;

    use filedescriptor::{POLLOUT, poll, pollfd};

    let mut polled = [pollfd {
        fd: output.as_raw_fd(),
        events: POLLOUT,
        revents: 0,
    }];
    poll(&mut polled, Some(timeout)).is_ok() && polled[0].revents & POLLOUT != 0
}

/// Waits for this time, or for ever. Returns true, at once, if the reader of standard output goes away: the terminal, or
/// the other end of a pipe.
pub(super) fn wait_for_disconnect(timeout: Option<Duration>) -> bool {
    let stdout = rustix::stdio::stdout();
    let mut polled = [PollFd::new(&stdout, PollFlags::empty())];
    // A time that does not fit is for ever.
    let limit = timeout.and_then(|timeout| Timespec::try_from(timeout).ok());
    if poll(&mut polled, limit.as_ref()).is_err() {
        // A signal arrived. The caller looks at the clock and waits again.
        return false;
    }
    let events = polled[0].revents();
    if events.contains(PollFlags::NVAL) {
        // NOTE: macOS cannot poll terminals, and a closed standard output cannot be polled anywhere.
        std::thread::sleep(timeout.unwrap_or(Duration::MAX));
    }
    events.intersects(PollFlags::HUP | PollFlags::ERR)
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

/// Sets the terminal up for single keys. The mouse needs no mode of the system.
pub(super) fn set_modes(_mouse: bool) -> io::Result<()> {
    crossterm::terminal::enable_raw_mode()
}

/// Restores the modes that the terminal had at the start.
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
