//! The cursor of the screen-reader mode.

/// The cursor of the screen-reader mode where the state of a view has none.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct SpeechState {
    /// The line of a text.
    pub(super) line: usize,
    /// True if the cursor is in the field above a list.
    pub(super) in_field: bool,
    /// True while words are typed that change the list: it is spoken once they are complete.
    pub(super) hides_rows: bool,
}
