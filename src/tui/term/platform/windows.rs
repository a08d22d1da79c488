//! Windows: the modes of the console, and plain writes.

use std::{
    io::{self, Write},
    sync::{Mutex, PoisonError},
    thread,
    time::Duration,
};

use crossterm_winapi::{ConsoleMode, Handle};

use super::console_modes;

/// The modes before the program changed them.
#[derive(Debug, Clone, Copy, Default)]
struct SavedModes {
    input: Option<u32>,
    output: Option<u32>,
}

static SAVED: Mutex<SavedModes> = Mutex::new(SavedModes {
    input: None,
    output: None,
});

/// Sets the console up for the dashboard: single keys, sizes of the window, sequences and, if wanted, the mouse.
pub(super) fn set_modes(mouse: bool) -> io::Result<()> {
    let mut saved = SAVED.lock().unwrap_or_else(PoisonError::into_inner);
    let input = ConsoleMode::from(Handle::current_in_handle()?);
    let before = *saved.input.insert(input.mode()?);
    input.set_mode(console_modes::dashboard_input(before, mouse))?;
    let output = ConsoleMode::from(Handle::current_out_handle()?);
    let before = output.mode()?;
    saved.output.get_or_insert(before);
    output
        .set_mode(console_modes::dashboard_output(before))
        // The oldest consoles with sequences do not know the other flag.
        .or_else(|_| output.set_mode(console_modes::sequences(before)))
}

/// Makes sequences in what commands print take effect. Returns false if the console is too old for them.
#[must_use]
pub fn allow_sequences() -> bool {
    let allow = || {
        let mut saved = SAVED.lock().unwrap_or_else(PoisonError::into_inner);
        let output = ConsoleMode::from(Handle::current_out_handle()?);
        let before = output.mode()?;
        saved.output.get_or_insert(before);
        output.set_mode(console_modes::sequences(before))
    };
    let allowed: io::Result<()> = allow();
    allowed.is_ok()
}

/// Restores the modes that the program has changed, if it has.
pub fn restore_modes() {
    let saved = std::mem::take(&mut *SAVED.lock().unwrap_or_else(PoisonError::into_inner));
    // A failure cannot be reported: the console is what would show it.
    if let (Some(mode), Ok(handle)) = (saved.input, Handle::current_in_handle()) {
        let _ = ConsoleMode::from(handle).set_mode(console_modes::restored_input(mode));
    }
    if let (Some(mode), Ok(handle)) = (saved.output, Handle::current_out_handle()) {
        let _ = ConsoleMode::from(handle).set_mode(mode);
    }
}

/// Writes to standard output.
pub fn write_if_ready(bytes: &[u8]) {
    write_to(io::stdout(), bytes);
}

/// Writes to standard error.
pub fn report_if_ready(bytes: &[u8]) {
    write_to(io::stderr(), bytes);
}

fn write_to(mut output: impl Write, bytes: &[u8]) {
    // A failure cannot be reported: the terminal is what would show it.
    let _ = output.write_all(bytes).and_then(|()| output.flush());
}

/// Waits for this time, or for ever, and returns false: a reader that goes away is noticed by the next write.
pub(super) fn wait_for_disconnect(timeout: Option<Duration>) -> bool {
    thread::sleep(timeout.unwrap_or(Duration::MAX));
    false
}

/// Returns false: a terminal that has gone away is noticed by the first write or read that fails.
#[must_use]
pub fn is_disconnected() -> bool {
    false
}

/// Returns true if keys can be read from a console although standard input is a file or a pipe.
pub(super) fn has_controlling_terminal() -> bool {
    Handle::current_in_handle().is_ok()
}

/// Writes these sequences, and restores what [`set_modes`] has set.
pub(super) fn leave(sequences: &[u8]) {
    // In this order, since sequences have no effect in the earlier modes.
    if !sequences.is_empty() {
        write_if_ready(sequences);
    }
    restore_modes();
}
