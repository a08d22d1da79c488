//! The result of an answer.

use crate::dataset::ItemIndex;

/// The result of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DialogueAction {
    /// Text to write.
    Say(String),
    /// Briefing to save.
    Save {
        /// Name of the file.
        name: String,
        /// Item that the briefing is about.
        item: ItemIndex,
        /// True if an existing file may be overwritten.
        replace: bool,
    },
    /// End of the dialogue.
    Quit,
}
