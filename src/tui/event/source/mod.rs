//! The source of events: the terminal, as each system offers it.

#[cfg(not(any(unix, windows)))]
mod fallback;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(not(any(unix, windows)))]
pub(super) use fallback::CrosstermSource as InputSource;
#[cfg(unix)]
pub(super) use unix::{TerminalSource as InputSource, open_terminal};
#[cfg(windows)]
pub(super) use windows::ConsoleSource as InputSource;
