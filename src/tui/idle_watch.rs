//! The end of a session that is blocked: the event loop cannot look at the clock while no one reads
//! what it writes.

use std::{
    io,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use super::{
    log::log,
    term::{self, Wake},
};

/// Time in which the event loop can end the session itself, or move the end: the computer may have
/// been asleep, or the program stopped.
const GRACE: Duration = Duration::from_millis(500);
/// Exit status of a session that ended for this reason. The operator wants it, so it is that of success.
const STATUS: i32 = 0;

/// Ends the program at a time that the event loop moves while it is alive.
#[derive(Debug)]
pub(super) struct IdleWatch(Arc<Mutex<Option<Instant>>>);

impl IdleWatch {
    /// Starts to watch. The program ends soon after this time if it is not moved.
    ///
    /// # Errors
    /// If no thread can be started.
    pub(super) fn start(end: Instant) -> io::Result<Self> {
        let shared = Arc::new(Mutex::new(Some(end)));
        let current = Arc::clone(&shared);
        let mut in_grace = None;
        term::watch(Some(end), move |wake| {
            // The thread for signals handles a terminal that goes away.
            if wake == Wake::Disconnected {
                return None;
            }
            let end = *current.lock().unwrap_or_else(PoisonError::into_inner);
            let now = Instant::now();
            if end.is_none_or(|end| now < end) {
                in_grace = None;
                return end;
            }
            if in_grace == end {
                log!("end: idle, and blocked");
                term::exit_now(STATUS);
            }
            in_grace = end;
            now.checked_add(GRACE)
        })?;
        Ok(Self(shared))
    }

    /// Moves the end.
    pub(super) fn move_to(&self, end: Option<Instant>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = end;
    }
}
