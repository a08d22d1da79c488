//! The list of overlays.

use super::{
    bookmarks::BookmarkList, commands::CommandPicker, date::DatePrompt, filter::FilterPicker,
    jump::JumpPrompt, overlay_state::OverlayState, save::SavePrompt, text::TextPopup,
};

/// The open overlay.
#[derive(Debug, Clone)]
pub(crate) enum Overlay {
    /// The palette or the help.
    Commands(CommandPicker),
    /// The prompt for a name in the list.
    Jump(JumpPrompt),
    /// The prompt for a date.
    Date(DatePrompt),
    /// The list of filters.
    Filter(Box<FilterPicker>),
    /// The list of bookmarks.
    Bookmarks(BookmarkList),
    /// The prompt for a file name.
    Save(SavePrompt),
    /// A full text or a message.
    Text(TextPopup),
}

impl Overlay {
    /// Returns the state.
    #[must_use]
    pub(crate) fn state(&self) -> &dyn OverlayState {
        match self {
            Self::Commands(overlay) => overlay,
            Self::Jump(overlay) => overlay,
            Self::Date(overlay) => overlay,
            Self::Filter(overlay) => &**overlay,
            Self::Bookmarks(overlay) => overlay,
            Self::Save(overlay) => overlay,
            Self::Text(overlay) => overlay,
        }
    }

    /// Returns the state to change it.
    pub(crate) fn state_mut(&mut self) -> &mut dyn OverlayState {
        match self {
            Self::Commands(overlay) => overlay,
            Self::Jump(overlay) => overlay,
            Self::Date(overlay) => overlay,
            Self::Filter(overlay) => &mut **overlay,
            Self::Bookmarks(overlay) => overlay,
            Self::Save(overlay) => overlay,
            Self::Text(overlay) => overlay,
        }
    }

    /// Returns whether the overlay asks for a date or a file name, which a click never confirms.
    #[must_use]
    pub(crate) fn is_prompt(&self) -> bool {
        matches!(self, Self::Date(_) | Self::Save(_))
    }
}
