//! The source of events: the terminal, as each system offers it.

#[cfg(not(unix))]
mod fallback;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub(super) use fallback::ConsoleSource as InputSource;
#[cfg(unix)]
pub(super) use unix::{TerminalSource as InputSource, open_terminal};
