//! The result of an answer.

use crate::command::SaveSubject;

/// The result of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DialogueAction {
    /// Text to write.
    Say(String),
    /// Briefing or table to save.
    Save {
        /// Name of the file.
        name: String,
        /// Subject of the file.
        subject: SaveSubject,
        /// True if an existing file may be overwritten.
        replace: bool,
    },
    /// End of the dialogue.
    Quit,
}
