//! Unix: bytes from the terminal, and SIGWINCH.
//!
//! crossterm's own source keeps what it reads of an unfinished sequence without a limit, and loops for
//! ever once the terminal is gone.

use std::{
    fs::File,
    io::{self, IsTerminal as _, Read as _},
    os::{
        fd::{AsFd as _, BorrowedFd, OwnedFd},
        unix::net::UnixStream,
    },
    time::{Duration, Instant},
};

use signal_hook::{consts::SIGWINCH, low_level};

use super::super::{parser::InputParser, terminal_event::TerminalEvent};

/// Most bytes that are read at once.
const CHUNK_BYTES: usize = 4096;

/// The terminal that keys are read from.
#[derive(Debug)]
pub(in crate::tui::event) struct TerminalSource {
    terminal: OwnedFd,
    /// Receives a byte when the terminal is resized.
    resized: UnixStream,
    /// The result of the last wait: which of the two can be read.
    ready: [bool; 2],
    parser: InputParser,
}

impl TerminalSource {
    /// Opens the terminal: standard input, or the controlling terminal if that is something else.
    pub(in crate::tui::event) fn open() -> io::Result<Self> {
        let (resized, notify) = UnixStream::pair()?;
        resized.set_nonblocking(true)?;
        low_level::pipe::register(SIGWINCH, notify)?;
        Ok(Self {
            terminal: open_terminal()?,
            resized,
            ready: [false; 2],
            parser: InputParser::default(),
        })
    }

    /// Waits until there is something to read, for ever or for this time. Returns false if there was
    /// nothing in time.
    pub(in crate::tui::event) fn wait(&mut self, timeout: Option<Duration>) -> io::Result<bool> {
        let end = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        loop {
            let left = end.map(|end| end.saturating_duration_since(Instant::now()));
            match wait_for_input([self.terminal.as_fd(), self.resized.as_fd()], left) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                ready => {
                    self.ready = ready?;
                    return Ok(self.ready.contains(&true));
                }
            }
        }
    }

    /// Returns the time at which [`TerminalSource::time_out`] is due if nothing arrives.
    pub(in crate::tui::event) fn deadline(&self) -> Option<Instant> {
        self.parser.deadline()
    }

    /// Ends what is unfinished, since nothing has followed.
    pub(in crate::tui::event) fn time_out(&mut self, events: &mut Vec<TerminalEvent>) {
        self.parser.time_out(events);
    }

    /// Reads what has arrived, at most so many bytes, and adds its events. Returns the number of bytes
    /// read. Called after [`TerminalSource::wait`] has returned true.
    pub(in crate::tui::event) fn read(
        &mut self,
        max_bytes: usize,
        events: &mut Vec<TerminalEvent>,
    ) -> io::Result<usize> {
        let [terminal_ready, resized_ready] = std::mem::take(&mut self.ready);
        let mut bytes = [0; CHUNK_BYTES];
        if resized_ready {
            while matches!(self.resized.read(&mut bytes), Ok(1..)) {}
            // One look at the size answers all.
            if events.last() != Some(&TerminalEvent::Resized) {
                events.push(TerminalEvent::Resized);
            }
        }
        if !terminal_ready {
            return Ok(0);
        }
        let count = match rustix::io::read(&self.terminal, &mut bytes[..max_bytes.min(CHUNK_BYTES)])
        {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => count,
            Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => 0,
            Err(error) => return Err(error.into()),
        };
        if count > 0 {
            self.parser.feed(&bytes[..count], Instant::now(), events);
        }
        Ok(count)
    }
}

/// Returns the terminal that keys are read from.
pub(in crate::tui::event) fn open_terminal() -> io::Result<OwnedFd> {
    if io::stdin().is_terminal() {
        io::stdin().as_fd().try_clone_to_owned()
    } else {
        Ok(File::open("/dev/tty")?.into())
    }
}

/// Waits until one of these can be read, or has gone away. Returns for each of them true if it can.
#[cfg(not(target_os = "macos"))]
fn wait_for_input<const N: usize>(
    inputs: [BorrowedFd; N],
    timeout: Option<Duration>,
) -> io::Result<[bool; N]> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    // A time that does not fit is for ever.
    let timeout = timeout.and_then(|timeout| Timespec::try_from(timeout).ok());
    let mut polled = inputs
        .each_ref()
        .map(|input| PollFd::new(input, PollFlags::IN));
    poll(&mut polled, timeout.as_ref())?;
    Ok(polled.map(|polled| !polled.revents().is_empty()))
}

/// Waits in the same way. On macOS `poll` does not work with terminals; this crate uses `select`.
#[cfg(target_os = "macos")]
fn wait_for_input<const N: usize>(
    inputs: [BorrowedFd; N],
    timeout: Option<Duration>,
) -> io::Result<[bool; N]> {
    use std::os::fd::AsRawFd as _;

    use filedescriptor::{POLLIN, poll, pollfd};

    let mut polled = inputs.map(|input| pollfd {
        fd: input.as_raw_fd(),
        events: POLLIN,
        revents: 0,
    });
    poll(&mut polled, timeout).map_err(|error| match error {
        filedescriptor::Error::Poll(error) | filedescriptor::Error::Io(error) => error,
        other => io::Error::other(other),
    })?;
    Ok(polled.map(|polled| polled.revents != 0))
}
