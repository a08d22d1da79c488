//! Ends a dialogue in which nothing is said for too long.

use std::{
    io::{self, Write as _},
    process,
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

/// When something was last said.
#[derive(Debug, Clone)]
pub(crate) struct LastActivity(Arc<Mutex<Instant>>);

impl LastActivity {
    /// Now.
    pub(crate) fn now() -> Self {
        Self(Arc::new(Mutex::new(Instant::now())))
    }

    /// Something was said again.
    pub(crate) fn touch(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    fn silence(&self) -> Duration {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .elapsed()
    }
}

/// From now on the program ends after so long a silence, with a word of warning a minute before, or a tenth of the time.
pub(crate) fn end_in_silence(said: LastActivity, limit: Duration) {
    let warning = Duration::from_mins(1).min(limit / 10);
    thread::spawn(move || {
        loop {
            // Sleeps until the silence would be long enough, if nothing is said meanwhile.
            let left = limit.saturating_sub(warning).saturating_sub(said.silence());
            if !left.is_zero() {
                thread::sleep(left);
                continue;
            }
            say(&format!(
                "Nothing was said for a long time: the session ends in {} seconds.",
                warning.as_secs()
            ));
            thread::sleep(warning);
            if said.silence() >= limit {
                say("The session has ended.");
                process::exit(0);
            }
        }
    });
}

/// Says a line; where nobody reads any more, it is lost.
fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}
