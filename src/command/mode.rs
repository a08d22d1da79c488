//! What keys work on: a view, or what lies over it.

/// A view: a way to look at the whole programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// Areas, their priorities and facts, side by side.
    Areas,
    /// Areas by themes.
    Matrix,
    /// Areas on the map.
    Map,
    /// What happened when.
    Timeline,
    /// Areas side by side by theme.
    Compare,
    /// Publications and what rests on them.
    Sources,
    /// Everything that matches what is typed.
    Search,
}

impl View {
    /// All views, in the order of their digits.
    pub const ALL: [Self; 7] = [
        Self::Areas,
        Self::Matrix,
        Self::Map,
        Self::Timeline,
        Self::Compare,
        Self::Sources,
        Self::Search,
    ];

    /// The view's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Areas => "Areas",
            Self::Matrix => "Matrix",
            Self::Map => "Map",
            Self::Timeline => "Timeline",
            Self::Compare => "Compare",
            Self::Sources => "Sources",
            Self::Search => "Search",
        }
    }

    /// The digit that opens it.
    #[must_use]
    pub fn digit(self) -> char {
        char::from(b'1' + self as u8)
    }
}

/// What the keys work on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The panes.
    Areas,
    /// The matrix.
    Matrix,
    /// The map.
    Map,
    /// The timeline.
    Timeline,
    /// The comparison.
    Compare,
    /// The publications.
    Sources,
    /// The search: letters are typed.
    Search,
    /// The commands by name: letters are typed.
    Palette,
    /// The help: letters are typed.
    Help,
    /// The line for letters of a name: letters are typed.
    Jump,
    /// The line for a date: letters are typed.
    Date,
    /// The values that can be asked for.
    Filter,
    /// The marked places.
    Marks,
    /// The line for a file's name: letters are typed.
    Save,
    /// A text that was copied, or a message.
    Text,
}

impl Mode {
    /// All modes.
    pub const ALL: [Self; 15] = [
        Self::Areas,
        Self::Matrix,
        Self::Map,
        Self::Timeline,
        Self::Compare,
        Self::Sources,
        Self::Search,
        Self::Palette,
        Self::Help,
        Self::Jump,
        Self::Date,
        Self::Filter,
        Self::Marks,
        Self::Save,
        Self::Text,
    ];

    /// The mode's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Areas => "Areas: the three panes",
            Self::Matrix => "Matrix: areas by themes",
            Self::Map => "Map: where the areas are",
            Self::Timeline => "Timeline: what happened when",
            Self::Compare => "Compare: areas side by side",
            Self::Sources => "Sources: every publication",
            Self::Search => "Search: answers as you type",
            Self::Palette => "Palette: every command by name",
            Self::Help => "Help: what the keys do",
            Self::Jump => "Jump: the line for letters of a name",
            Self::Date => "Date: the line for one",
            Self::Filter => "Filter: show only what has a value",
            Self::Marks => "Marks: the marked places",
            Self::Save => "Save: the line for a file's name",
            Self::Text => "Text: what was copied, or a message",
        }
    }

    /// Whether letters are typed here, so that they can't be keys.
    #[must_use]
    pub fn types(self) -> bool {
        matches!(
            self,
            Self::Search | Self::Palette | Self::Help | Self::Jump | Self::Date | Self::Save
        )
    }
}

impl From<View> for Mode {
    fn from(view: View) -> Self {
        match view {
            View::Areas => Self::Areas,
            View::Matrix => Self::Matrix,
            View::Map => Self::Map,
            View::Timeline => Self::Timeline,
            View::Compare => Self::Compare,
            View::Sources => Self::Sources,
            View::Search => Self::Search,
        }
    }
}
