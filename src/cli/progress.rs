//! Progress on standard error during slow work, if standard error is a terminal.

use std::{
    io::{self, IsTerminal},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};

/// Time after which progress is shown. Faster work shows none.
const SHOW_AFTER: Duration = Duration::from_millis(100);
/// Interval at which the elapsed time is updated.
const UPDATE_INTERVAL: Duration = Duration::from_millis(100);

/// Does the work. If it is slow, shows the activity and the elapsed time until it is done, then clears the line.
pub(crate) fn while_working<T>(activity: String, work: impl FnOnce() -> T) -> T {
    if !io::stderr().is_terminal() {
        return work();
    }
    // The channel carries nothing: dropping its sender says that the work is done.
    let (done, working) = mpsc::channel::<()>();
    let progress = thread::spawn(move || {
        if working.recv_timeout(SHOW_AFTER) != Err(RecvTimeoutError::Timeout) {
            return;
        }
        let bar = ProgressBar::new_spinner()
            .with_message(activity)
            .with_elapsed(SHOW_AFTER);
        if let Ok(style) = ProgressStyle::with_template("{msg} ({elapsed})") {
            bar.set_style(style.tick_strings(&["", ""]));
        }
        while working.recv_timeout(UPDATE_INTERVAL) == Err(RecvTimeoutError::Timeout) {
            bar.tick();
        }
        bar.finish_and_clear();
    });
    let result = work();
    drop(done);
    // A line that could not be cleared does not matter to the work.
    let _ = progress.join();
    result
}
