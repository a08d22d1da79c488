//! The idle limit of the dialogue.

use std::{
    io::{self, IsTerminal as _},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use super::{deadline::exit_disconnected, exit_status::ExitStatus};
use crate::tui::{
    IdleState, IdleTimer,
    term::{self, Wake},
};

/// The time of the last input, shared with the thread that watches it.
#[derive(Debug, Clone)]
pub(crate) struct LastActivity(Arc<Mutex<IdleTimer>>);

impl LastActivity {
    /// Starts a thread that ends the program when there has been no input for this time, even if it is blocked, and as
    /// soon as no one can read its output.
    ///
    /// A warning is printed a minute before, or after nine tenths of a shorter limit.
    ///
    /// # Errors
    /// If no thread can be started.
    pub(crate) fn watch(limit: Option<Duration>) -> io::Result<Self> {
        let timer = IdleTimer::new(limit, Instant::now());
        let first = timer.deadline();
        let activity = Self(Arc::new(Mutex::new(timer)));
        let watched = activity.clone();
        let had_terminal = io::stdout().is_terminal();
        term::watch(first, move |wake| {
            if wake == Wake::Disconnected {
                exit_disconnected(had_terminal);
            }
            let mut timer = watched.0.lock().unwrap_or_else(PoisonError::into_inner);
            match timer.check(Instant::now()) {
                IdleState::Active => {}
                IdleState::Warn(time) => print_line(&format!(
                    "Nothing was typed for a long time: the session ends in {} seconds.",
                    time.as_secs()
                )),
                IdleState::TimedOut => {
                    print_line("The session has ended.");
                    term::exit_now(ExitStatus::IdleTimeout.code().into());
                }
            }
            timer.deadline()
        })?;
        Ok(activity)
    }

    /// Records input at this moment.
    pub(crate) fn touch(&self) {
        let mut timer = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        timer.input(Instant::now());
    }
}

/// Prints a line without waiting for the lock of standard output: its owner may be blocked in a write.
fn print_line(line: &str) {
    term::write_if_ready(format!("{line}\n").as_bytes());
}
