//! What only Unix has: signals, and a terminal that goes away.
//!
//! One parked thread waits for both and for nothing else. Both event sources of crossterm 0.29 loop for ever when the terminal
//! is gone (its issue 793): this thread ends the program instead, whatever the other one is doing.

use std::{
    fs::File,
    io::{self, IsTerminal, Read as _},
    os::{fd::AsFd as _, unix::net::UnixStream},
    process,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    flag, low_level,
};

use super::terminal;

/// Whether the program was stopped, and the screen must be drawn whole.
static RESUMED: AtomicBool = AtomicBool::new(false);

/// Whether the program was stopped since this was last asked.
pub(super) fn take_resumed() -> bool {
    RESUMED.swap(false, Ordering::SeqCst)
}

/// Signals that are waited for, each with the flag that says whether it came.
struct Signals {
    flags: Vec<(i32, Arc<AtomicUsize>)>,
    /// Gets a byte with every signal.
    wake: UnixStream,
}

impl Signals {
    fn new() -> io::Result<Self> {
        let (wake, ring) = UnixStream::pair()?;
        wake.set_nonblocking(true)?;
        let mut flags = Vec::new();
        for signal in [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT] {
            let came = Arc::new(AtomicUsize::new(0));
            // Actions run in the order in which they are registered: the flag stands when the byte comes.
            flag::register_usize(signal, Arc::clone(&came), 1)?;
            low_level::pipe::register(signal, ring.try_clone()?)?;
            flags.push((signal, came));
        }
        Ok(Self { flags, wake })
    }

    fn take(&mut self) -> Vec<i32> {
        let mut bytes = [0; 64];
        while matches!(self.wake.read(&mut bytes), Ok(1..)) {}
        self.flags
            .iter()
            .filter(|(_, came)| came.swap(0, Ordering::SeqCst) > 0)
            .map(|(signal, _)| *signal)
            .collect()
    }
}

/// Sees to it that signals and the end of the terminal end the program as they should: the terminal is given back, the exit
/// status is 128 and the signal's number. A program that is stopped gives the terminal back, and takes it again when it goes on.
pub struct SignalHandler(Signals);

impl SignalHandler {
    /// From now on no signal ends the program unseen. Made before the terminal is taken.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn new() -> io::Result<Self> {
        Signals::new().map(Self)
    }

    /// From now on signals and the end of the terminal are heeded, those that came before as well.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn start(self) -> io::Result<()> {
        // From now on crossterm listens for changes of size: that is how the other thread is told that the program goes on.
        crossterm::event::poll(Duration::from_micros(1))?;
        let mut signals = self.0;
        let line = if io::stdin().is_terminal() {
            File::from(io::stdin().as_fd().try_clone_to_owned()?)
        } else {
            File::open("/dev/tty")?
        };
        let wait = move || {
            loop {
                let mut waited = [
                    PollFd::new(&line, PollFlags::empty()),
                    PollFd::new(&signals.wake, PollFlags::IN),
                ];
                let woken = poll(&mut waited, None);
                let gone = waited[0].revents();
                for signal in signals.take() {
                    handle_signal(signal);
                }
                if woken.is_ok()
                    && gone.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
                {
                    handle_signal(SIGHUP);
                }
            }
        };
        thread::Builder::new()
            .name("guard".into())
            .stack_size(64 * 1024)
            .spawn(wait)?;
        Ok(())
    }
}

fn handle_signal(signal: i32) {
    match signal {
        SIGTSTP => {
            terminal::restore();
            // What the signal does to a program that does not wait for it: it stops here until it is told to go on.
            let _ = low_level::emulate_default_handler(SIGTSTP);
        }
        SIGCONT => {
            terminal::resume();
            RESUMED.store(true, Ordering::SeqCst);
            // Wakes the thread that waits for keys; the terminal may have another size now, anyway.
            let _ = low_level::raise(SIGWINCH);
        }
        signal => {
            terminal::restore();
            process::exit(128 + signal);
        }
    }
}

/// Stops the program as Ctrl-Z does.
///
/// # Errors
/// If the system refuses.
pub(super) fn suspend() -> io::Result<()> {
    low_level::raise(SIGTSTP)
}

/// Writes past everyone who waits for the line, and only if it takes something now.
pub(super) fn write_now(bytes: &[u8]) {
    let out = io::stdout();
    let mut waited = [PollFd::new(&out, PollFlags::OUT)];
    let moment = Timespec::try_from(Duration::from_millis(20)).unwrap_or_default();
    if poll(&mut waited, Some(&moment)).is_ok() && waited[0].revents().contains(PollFlags::OUT) {
        let _ = rustix::io::write(rustix::stdio::stdout(), bytes);
    }
}

/// Whether nobody is at the other end of the line.
pub(super) fn is_disconnected() -> bool {
    let out = io::stdout();
    let mut asked = [PollFd::new(&out, PollFlags::empty())];
    let at_once = Timespec::default();
    poll(&mut asked, Some(&at_once)).is_ok()
        && asked[0]
            .revents()
            .intersects(PollFlags::HUP | PollFlags::ERR)
}

/// Whether there is a terminal to read keys from when standard input is a file or a pipe.
pub(super) fn controlling_terminal() -> bool {
    File::open("/dev/tty").is_ok()
}
