//! The end of commands that take too long, or whose answer no one reads.

use std::{
    io::{self, IsTerminal as _},
    time::{Duration, Instant},
};

use super::{exit_status::ExitStatus, message};
use crate::tui::term::{self, Wake};

/// Starts a thread that ends the program after this time, even if it is blocked in a write, and as soon as no one can read
/// its answer.
///
/// # Errors
/// If no thread can be started.
pub(crate) fn limit_time(limit: Option<Duration>) -> io::Result<()> {
    // A limit of thousands of years is none.
    let end = limit.and_then(|limit| Instant::now().checked_add(limit));
    term::watch(end, move |wake| {
        if wake == Wake::Disconnected {
            exit_disconnected();
        }
        let limit = humantime::format_duration(limit.unwrap_or_default());
        let text = message::text(&format!(
            "the answer was not complete, or not read, within {limit}"
        ));
        term::report_if_ready(text.as_bytes());
        term::exit_now(ExitStatus::Failure.code().into());
    })
}

/// Ends the program because no one can read its output. A reader that closes a pipe early is not an error.
pub(crate) fn exit_disconnected() -> ! {
    let status = if io::stdout().is_terminal() {
        ExitStatus::HungUp
    } else {
        ExitStatus::Success
    };
    term::exit_now(status.code().into());
}
