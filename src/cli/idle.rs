//! The idle limit of the dialogue.

use std::{
    io::{self, Write as _},
    process,
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use super::exit_status::ExitStatus;

/// The time of the last input, shared with the thread that watches it.
#[derive(Debug, Clone)]
pub(crate) struct LastActivity(Arc<Mutex<Instant>>);

impl LastActivity {
    /// Creates a record of activity at this moment.
    pub(crate) fn now() -> Self {
        Self(Arc::new(Mutex::new(Instant::now())))
    }

    /// Records activity at this moment.
    pub(crate) fn touch(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    fn elapsed(&self) -> Duration {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .elapsed()
    }
}

/// Starts a thread that ends the program when there has been no input for `limit`.
///
/// A warning is printed a minute before, or after nine tenths of a shorter limit.
pub(crate) fn close_when_idle(activity: LastActivity, limit: Duration) {
    let warning = Duration::from_mins(1).min(limit / 10);
    thread::spawn(move || {
        loop {
            let left = limit
                .saturating_sub(warning)
                .saturating_sub(activity.elapsed());
            if !left.is_zero() {
                thread::sleep(left);
                continue;
            }
            print_line(&format!(
                "Nothing was typed for a long time: the session ends in {} seconds.",
                warning.as_secs()
            ));
            thread::sleep(warning);
            if activity.elapsed() >= limit {
                print_line("The session has ended.");
                process::exit(ExitStatus::IdleTimeout.code().into());
            }
        }
    });
}

fn print_line(line: &str) {
    // `println!` would panic if the terminal is gone or the pipe is closed.
    let _ = writeln!(io::stdout(), "{line}");
}
