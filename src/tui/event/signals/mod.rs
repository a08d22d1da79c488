//! Signals and a terminal that goes away: both end the program with the terminal restored.

#[cfg(not(unix))]
mod fallback;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

use std::io;

#[cfg(not(unix))]
use fallback as platform;
#[cfg(unix)]
use unix as platform;

pub(in crate::tui) use platform::suspend;

/// Handles signals and the loss of the terminal while the dashboard runs.
///
/// The exit status is 128 and the signal's number; the loss of the terminal counts as SIGHUP. A
/// program that is stopped restores the terminal, and sets it up again when it continues.
pub(in crate::tui) struct SignalHandler {
    #[cfg(unix)]
    pending: unix::PendingSignals,
}

impl SignalHandler {
    /// Holds signals back from now on. Called before the terminal is set up, so that none ends the
    /// program with the terminal left as it is.
    ///
    /// # Errors
    /// If the system refuses.
    pub(in crate::tui) fn register() -> io::Result<Self> {
        #[cfg(windows)]
        windows::handle_interrupts()?;
        Ok(Self {
            #[cfg(unix)]
            pending: unix::PendingSignals::register()?,
        })
    }

    /// Starts to handle signals, including those that were held back.
    ///
    /// # Errors
    /// If there is no terminal to watch, or no thread can be started.
    #[cfg_attr(
        not(unix),
        expect(
            clippy::unused_self,
            clippy::unnecessary_wraps,
            reason = "only on Unix there is something to start"
        )
    )]
    pub(in crate::tui) fn start(self) -> io::Result<()> {
        #[cfg(unix)]
        unix::watch(self.pending)?;
        Ok(())
    }
}
