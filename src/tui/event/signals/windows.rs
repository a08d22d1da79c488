//! Windows: Ctrl-Break, and the end of the console. Ctrl-C is a key.

use std::io;

use crate::tui::{log::log, term};

/// Exit status after Ctrl-Break, as after SIGINT.
const INTERRUPTED: i32 = 130;

/// Ends the program on Ctrl-Break with the console restored.
///
/// If the console closes, the system gives the program no time once it has been told. There is nothing left to restore, then.
pub(super) fn handle_interrupts() -> io::Result<()> {
    ctrlc::set_handler(|| {
        log!("signal: the console interrupts");
        term::exit_now(INTERRUPTED);
    })
    .map_err(io::Error::other)
}
