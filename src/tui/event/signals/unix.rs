//! Unix signals, and a terminal that goes away.
//!
//! One parked thread waits for both and for nothing else, so that it ends the program even while the
//! main thread is blocked.

use std::{
    io::{self, Read as _},
    os::unix::net::UnixStream,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    flag, low_level,
};

use crate::tui::{event::source::open_terminal, log::log, term};

const HANDLED_SIGNALS: [i32; 6] = [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT];
/// Files that are polled: on macOS `poll` does not work with terminals. There the main thread notices a terminal that has
/// gone, when it reads or writes.
const POLLED: usize = if cfg!(target_os = "macos") { 1 } else { 2 };
/// The thread only polls, restores the terminal and exits.
const THREAD_STACK_BYTES: usize = 64 * 1024;

/// Signals that have arrived and are not handled yet.
pub(super) struct PendingSignals {
    /// Each signal, and its flag.
    flags: Vec<(i32, Arc<AtomicBool>)>,
    /// Receives a byte with every signal.
    wake: UnixStream,
}

impl PendingSignals {
    /// Holds the signals back from now on.
    pub(super) fn register() -> io::Result<Self> {
        let (wake, notify) = UnixStream::pair()?;
        wake.set_nonblocking(true)?;
        let mut flags = Vec::new();
        for signal in HANDLED_SIGNALS {
            let arrived = Arc::new(AtomicBool::new(false));
            // NOTE: actions run in the order of registration, so the flag is set before the byte
            // wakes the thread.
            flag::register(signal, Arc::clone(&arrived))?;
            low_level::pipe::register(signal, notify.try_clone()?)?;
            flags.push((signal, arrived));
        }
        Ok(Self { flags, wake })
    }

    /// Returns the signals that have arrived since the last call.
    fn take(&mut self) -> impl Iterator<Item = i32> {
        let mut bytes = [0; 64];
        while matches!(self.wake.read(&mut bytes), Ok(1..)) {}
        self.flags
            .iter()
            .filter(|(_, arrived)| arrived.swap(false, Ordering::SeqCst))
            .map(|(signal, _)| *signal)
    }
}

/// Starts the thread that handles signals and watches the terminal.
pub(super) fn watch(mut pending: PendingSignals) -> io::Result<()> {
    let terminal = open_terminal()?;
    let wait = move || {
        loop {
            let mut polled = [
                PollFd::new(&pending.wake, PollFlags::IN),
                PollFd::new(&terminal, PollFlags::empty()),
            ];
            let woken = poll(&mut polled[..POLLED], None);
            let events = polled[1].revents();
            pending.take().for_each(handle_signal);
            if woken.is_ok() && events.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
            {
                log!("terminal: gone");
                handle_signal(SIGHUP);
            }
        }
    };
    thread::Builder::new()
        .name("signals".into())
        .stack_size(THREAD_STACK_BYTES)
        .spawn(wait)?;
    Ok(())
}

fn handle_signal(signal: i32) {
    log!(
        "signal: {signal} {}",
        low_level::signal_name(signal).unwrap_or_default()
    );
    match signal {
        SIGTSTP => {
            term::restore();
            // Stops the program here, as the signal would without a handler, until SIGCONT.
            let _ = low_level::emulate_default_handler(SIGTSTP);
        }
        SIGCONT => {
            term::resume();
            // Wakes the main thread, which waits for keys. The terminal may have been resized, too.
            let _ = low_level::raise(SIGWINCH);
        }
        signal => term::exit_now(128 + signal),
    }
}

/// Stops the program as Ctrl-Z does in the shell.
pub(in crate::tui) fn suspend() -> io::Result<()> {
    low_level::raise(SIGTSTP)
}
