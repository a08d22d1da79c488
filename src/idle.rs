//! Ends a dialogue in which nothing is said for too long.

use std::{
    process,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::Duration,
};

/// Counts what is said, so that silence can be told.
#[derive(Debug, Clone, Default)]
pub(crate) struct Said(Arc<AtomicU64>);

impl Said {
    /// Something was said.
    pub(crate) fn again(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// Sleeps for so long; says whether nothing was said meanwhile.
    fn silent_for(&self, time: Duration) -> bool {
        let before = self.0.load(Ordering::Relaxed);
        thread::sleep(time);
        self.0.load(Ordering::Relaxed) == before
    }
}

/// From now on the program ends after so long a silence (at the most twice as long, since silence is looked for now and then),
/// with a word of warning a minute before, or a tenth of the time.
pub(crate) fn end_in_silence(said: Said, limit: Duration) {
    let warning = Duration::from_mins(1).min(limit / 10);
    thread::spawn(move || {
        loop {
            if said.silent_for(limit.saturating_sub(warning)) {
                println!("Nothing was said for a long time: the session ends in {} seconds.", warning.as_secs());
                if said.silent_for(warning) {
                    println!("The session has ended.");
                    process::exit(0);
                }
            }
        }
    });
}
