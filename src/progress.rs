//! A sign of life on standard error while something takes long, where that is a terminal.

use std::{
    io::{self, IsTerminal},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};

/// Shorter work needs no sign.
const PATIENCE: Duration = Duration::from_millis(100);
const BETWEEN_SIGNS: Duration = Duration::from_millis(100);

/// Does the work. If it takes long, says what is being done and for how long; the line is gone when it is done.
pub(crate) fn while_working<T>(what: String, work: impl FnOnce() -> T) -> T {
    if !io::stderr().is_terminal() {
        return work();
    }
    let (done, working) = mpsc::channel::<()>();
    let sign = thread::spawn(move || {
        if working.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
            return;
        }
        let bar = ProgressBar::new_spinner()
            .with_message(what)
            .with_elapsed(PATIENCE);
        if let Ok(style) = ProgressStyle::with_template("{msg} ({elapsed})") {
            bar.set_style(style.tick_strings(&["", ""]));
        }
        while working.recv_timeout(BETWEEN_SIGNS) == Err(RecvTimeoutError::Timeout) {
            bar.tick();
        }
        bar.finish_and_clear();
    });
    let result = work();
    drop(done);
    // What the sign says matters to nobody any more; a line that it could not clear is no failure.
    let _ = sign.join();
    result
}
