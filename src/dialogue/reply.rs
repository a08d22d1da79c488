//! The reply to a line, before it is written.

use super::action::DialogueAction;

/// The reply to a line.
pub(super) enum Reply {
    /// The page.
    Page,
    /// A line about something that changed. An empty line says the page.
    Change(String),
    /// Text without a full page: a list that goes on, or advice. An empty line repeats it.
    Text(String),
    /// Something that only the front end can do.
    Action(DialogueAction),
}

impl Reply {
    /// Creates a reply of one line.
    pub(super) fn line(line: &str) -> Self {
        Self::Text(format!("{line}\n"))
    }
}
