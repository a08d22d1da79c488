//! Deadlines: a thread that acts at a time even if the rest of the program is blocked or busy, and as
//! soon as the terminal or the client goes away.
//!
//! A program that waits in a write, because no one reads, cannot look at the clock. So every limit on
//! the time of a session or a command ends here.

use std::{
    io, process, thread,
    time::{Duration, Instant},
};

use super::{platform, session::restore};

/// Stack of the thread: it only waits, restores the terminal and exits.
const THREAD_STACK_BYTES: usize = 64 * 1024;
/// Longest time that restoring the terminal may take at the end of the program.
const MAX_EXIT_TIME: Duration = Duration::from_millis(250);

/// The reason why a watch wakes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wake {
    /// The time has come.
    Due,
    /// No one can read what the program writes any more.
    Disconnected,
}

/// Starts a thread that calls `on_wake` at this time, and again at each time that it returns. Without
/// a time it waits only for the reader of standard output to go away. It calls `on_wake` once for
/// that, and then ends.
///
/// # Errors
/// If no thread can be started.
pub fn watch(
    first: Option<Instant>,
    mut on_wake: impl FnMut(Wake) -> Option<Instant> + Send + 'static,
) -> io::Result<()> {
    let run = move || {
        let mut due_at = first;
        loop {
            let left = due_at.map(|at| at.saturating_duration_since(Instant::now()));
            if left.is_some_and(|left| left.is_zero()) {
                due_at = on_wake(Wake::Due);
            } else if platform::wait_for_disconnect(left) {
                on_wake(Wake::Disconnected);
                return;
            }
        }
    };
    thread::Builder::new()
        .name("deadline".into())
        .stack_size(THREAD_STACK_BYTES)
        .spawn(run)?;
    Ok(())
}

/// Restores the terminal if it was set up, and ends the program. Does not wait for a terminal that is
/// blocked, or for other threads.
pub fn exit_now(status: i32) -> ! {
    // A terminal that takes some bytes but not all would block the write for ever. If the system
    // refuses the thread, the program most likely ends all the same.
    let _ = thread::Builder::new()
        .stack_size(THREAD_STACK_BYTES)
        .spawn(move || {
            thread::sleep(MAX_EXIT_TIME);
            process::exit(status);
        });
    restore();
    // Commands set only modes.
    platform::restore_modes();
    process::exit(status);
}
