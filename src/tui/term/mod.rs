//! The terminal: set up, written to, and restored however the program ends.
//!
//! `session` owns the terminal's modes, `capabilities` knows what terminals can do, `clipboard` is
//! theirs, `console_modes` are those of the Windows console, `encoder` turns frames into few bytes, `frame_pacer`
//! keeps a slow connection from falling behind, `deadline` ends a program that is blocked or whose
//! reader is gone, and `platform` holds what differs between systems.

mod capabilities;
mod clipboard;
#[cfg_attr(
    not(windows),
    allow(dead_code, reason = "only the Windows console has them")
)]
mod console_modes;
mod deadline;
mod encoder;
pub(super) mod frame_pacer;
#[cfg_attr(unix, path = "platform/unix.rs")]
#[cfg_attr(windows, path = "platform/windows.rs")]
#[cfg_attr(not(any(unix, windows)), path = "platform/fallback.rs")]
mod platform;
mod screen_buffer;
mod screen_size;
mod session;

use std::io::{self, IsTerminal as _};

use ratatui::layout::Size;
use thiserror::Error;

pub use capabilities::Capabilities;
pub use deadline::{Wake, exit_now, watch};
pub use encoder::{FrameBuffer, FrameEncoder};
pub use platform::{
    allow_sequences, is_disconnected, report_if_ready, restore_modes, write_if_ready,
};
pub(super) use screen_size::current_size;
#[cfg(unix)]
pub(super) use session::resume;
pub use session::{TerminalSession, install_panic_hook, restore};

/// The reason why the dashboard cannot open on this terminal.
#[derive(Debug, Error)]
pub enum TerminalError {
    /// Standard output is a file or a pipe.
    #[error("the dashboard needs a terminal window: standard output is not one")]
    OutputNotTerminal,
    /// Neither standard input nor the controlling terminal can be read.
    #[error("the dashboard needs a terminal window to read keys from")]
    NoKeyboard,
    /// The terminal does not say how many rows and columns it has.
    #[error("the terminal does not report its size")]
    UnknownSize(#[source] io::Error),
}

/// Returns the size of the screen to draw, in columns and rows: that of the terminal, or less if it is very large.
///
/// # Errors
/// If there is no terminal to draw on or to read keys from, or it does not report its size.
pub fn size() -> Result<Size, TerminalError> {
    if !io::stdout().is_terminal() {
        return Err(TerminalError::OutputNotTerminal);
    }
    if !io::stdin().is_terminal() && !platform::has_controlling_terminal() {
        return Err(TerminalError::NoKeyboard);
    }
    current_size().map_err(TerminalError::UnknownSize)
}
