//! Requests from the app to the event loop.

use crate::{command::SaveSubject, dataset::PartialDate};

/// A request to the event loop, which owns the terminal and the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Draw the next frame.
    None,
    /// Redraw the whole screen.
    Redraw,
    /// Stop until the shell resumes the program.
    Suspend,
    /// Copy a text to the terminal's clipboard, then call [`App::on_copied`](super::App::on_copied).
    Copy(String),
    /// Write a briefing to a file, then call [`App::on_saved`](super::App::on_saved).
    Save {
        /// The file name.
        name: String,
        /// The subject of the file.
        subject: SaveSubject,
        /// The date of the briefing; none for the latest state.
        as_of: Option<PartialDate>,
        /// True to overwrite an existing file.
        overwrite: bool,
    },
    /// Set the terminal up for screen-reader mode, or back.
    Speak(bool),
    /// Quit.
    Quit,
}

/// The result of [`Effect::Copy`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyOutcome {
    /// The text was sent. Terminals do not say if they accept it.
    Sent,
    /// No way to the clipboard of this terminal is known.
    NoClipboard,
    /// The text is longer than clipboards of terminals take.
    TooLong,
}

/// A message at the foot of the screen: a caption of the tour, or a warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Banner {
    /// The message.
    pub text: String,
    /// A hint about the keys while it is shown.
    pub hint: &'static str,
}
