//! Commands: the intentions of a user, apart from the keys.

use super::view::View;

/// A user's intention, independent of the key that expresses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Open a view.
    View(View),
    /// Select the item above.
    Up,
    /// Select the item below.
    Down,
    /// Select the item on the left.
    Left,
    /// Select the item on the right.
    Right,
    /// Move up by a page.
    PageUp,
    /// Move down by a page.
    PageDown,
    /// Select the first item.
    First,
    /// Select the last item.
    Last,
    /// Focus the next pane; after the last, the first.
    NextPane,
    /// Focus the previous pane; before the first, the last.
    PreviousPane,
    /// Open the selected item, or confirm the overlay.
    Open,
    /// Go back, or close the overlay.
    Back,
    /// Clear the date, or else the filter; if neither is set, go back.
    Escape,
    /// Give the focused pane the whole screen, or restore all panes.
    Zoom,
    /// Change the order or the groups of the rows.
    Sort,
    /// Show a smaller part of the map, or a shorter time.
    ZoomIn,
    /// Show a larger part of the map, or a longer time.
    ZoomOut,
    /// Sort in the other direction.
    ReverseOrder,
    /// Type the words that rows must have.
    FilterRows,
    /// Show the next layer on the map.
    Layer,
    /// Show the next theme on the map.
    NextTheme,
    /// Draw the map with other characters.
    Fill,
    /// Replace the selected column by the next area.
    NextArea,
    /// Add a column with another area.
    AddArea,
    /// Remove the selected column.
    RemoveArea,
    /// Add the selected area to the comparison.
    Compare,
    /// Show what was known on the previous date on which something became known.
    PreviousDate,
    /// Show what was known on the next of these dates.
    NextDate,
    /// Ask for a name in the list.
    Jump,
    /// Ask for a date.
    Date,
    /// Switch the selected value of the filter on or off.
    Toggle,
    /// Choose all values of the selected group.
    ChooseAll,
    /// Choose only the selected value of its group.
    ChooseOnly,
    /// Give the file the next format.
    NextFormat,
    /// List the filters.
    Filter,
    /// Clear all filters.
    ClearFilter,
    /// Copy the text of the selected item.
    Copy,
    /// Copy the reference of the selected item.
    CopyReference,
    /// Ask for a file name to write a briefing to.
    Save,
    /// Add a bookmark, or remove it if it exists.
    Mark,
    /// List the bookmarks.
    Marks,
    /// Remove the selected bookmark.
    Unmark,
    /// Go back in the history.
    PreviousLocation,
    /// Go forward in the history.
    NextLocation,
    /// Open the next search result.
    NextHit,
    /// Open the previous search result.
    PreviousHit,
    /// List all commands.
    Palette,
    /// List the keys of the current mode.
    Help,
    /// Insert a character.
    Type(char),
    /// Move the cursor one character to the left.
    CursorLeft,
    /// Move the cursor one character to the right.
    CursorRight,
    /// Move the cursor to the start of the text.
    CursorStart,
    /// Move the cursor to the end of the text.
    CursorEnd,
    /// Delete the character before the cursor.
    DeleteBackward,
    /// Delete the character at the cursor.
    DeleteForward,
    /// Delete the word before the cursor.
    DeleteWord,
    /// Delete all text.
    ClearInput,
    /// Start or end the screen-reader mode.
    Speak,
    /// Redraw the whole screen.
    Redraw,
    /// Stop until the shell resumes the program.
    Suspend,
    /// Quit.
    Quit,
}

impl Command {
    /// Returns whether the command is allowed. In a kiosk, nothing may write a file or lead to the shell.
    #[must_use]
    pub fn is_allowed(self, kiosk: bool) -> bool {
        !kiosk || !matches!(self, Self::Save | Self::Suspend)
    }

    /// Returns the sentence that says why a kiosk does not allow the command.
    #[must_use]
    pub fn why_not_allowed(self) -> &'static str {
        match self {
            Self::Save => "Saving is off here.",
            _ => "This is off here.",
        }
    }

    /// Returns true if the command changes the order, the part or the colours of what a view shows.
    #[must_use]
    pub(crate) fn arranges_items(self) -> bool {
        use Command::{Layer, NextTheme, ReverseOrder, Sort, ZoomIn, ZoomOut};
        matches!(
            self,
            Sort | ReverseOrder | ZoomIn | ZoomOut | Layer | NextTheme
        )
    }

    /// Returns true if the command works on the selected item of a view.
    #[must_use]
    pub fn needs_item(self) -> bool {
        use Command::{Copy, CopyReference, Mark, Open, Save};
        matches!(self, Open | Copy | CopyReference | Save | Mark)
    }

    /// Returns the view that the command always opens.
    #[must_use]
    pub fn opened_view(self) -> Option<View> {
        match self {
            Self::View(view) => Some(view),
            Self::Compare => Some(View::Compare),
            _ => None,
        }
    }

    /// Returns true if the command means the same in every view, so that none has to be opened for it.
    #[must_use]
    pub fn works_in_every_view(self) -> bool {
        use Command::{
            ClearFilter, Compare, Copy, CopyReference, Date, Filter, Help, Mark, Marks, NextHit,
            NextLocation, Palette, PreviousHit, PreviousLocation, Quit, Redraw, Save, Speak,
            Suspend, View,
        };
        matches!(
            self,
            View(_)
                | Date
                | Filter
                | ClearFilter
                | Copy
                | CopyReference
                | Save
                | Mark
                | Marks
                | PreviousLocation
                | NextLocation
                | NextHit
                | PreviousHit
                | Compare
                | Palette
                | Help
                | Redraw
                | Speak
                | Suspend
                | Quit
        )
    }

    /// Returns whether the command edits a line of text or moves its cursor.
    #[must_use]
    pub fn edits_text(self) -> bool {
        matches!(
            self,
            Self::Type(_)
                | Self::CursorLeft
                | Self::CursorRight
                | Self::CursorStart
                | Self::CursorEnd
                | Self::DeleteBackward
                | Self::DeleteForward
                | Self::DeleteWord
                | Self::ClearInput
        )
    }
}
