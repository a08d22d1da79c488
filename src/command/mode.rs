//! Modes: which keys work.

use super::view::View;

/// The view or overlay that receives the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// A view without an overlay.
    View(View),
    /// The results of a search that was returned to: letters are keys, as in other views.
    Results,
    /// The words that the rows of the table or of the targets must have.
    RowFilter,
    /// The list of all commands, found by name.
    Palette,
    /// The list of the keys.
    Help,
    /// The prompt for a name in the list.
    Jump,
    /// The prompt for a date.
    Date,
    /// The list of filters.
    Filter,
    /// The name of a value of the filter, to find it.
    FindValue,
    /// The list of marks.
    Marks,
    /// The prompt for a file name.
    Save,
    /// A full text or a message.
    Text,
}

impl Mode {
    /// All modes.
    pub const ALL: [Self; 20] = [
        Self::View(View::Areas),
        Self::View(View::Matrix),
        Self::View(View::Map),
        Self::View(View::Timeline),
        Self::View(View::Compare),
        Self::View(View::Targets),
        Self::View(View::Table),
        Self::View(View::Sources),
        Self::View(View::Search),
        Self::Results,
        Self::RowFilter,
        Self::Palette,
        Self::Help,
        Self::Jump,
        Self::Date,
        Self::Filter,
        Self::FindValue,
        Self::Marks,
        Self::Save,
        Self::Text,
    ];

    /// Returns the name and what the mode is for: `Matrix: areas by themes`.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::View(view) => view.title(),
            Self::Results => "Results: what a search found",
            Self::RowFilter => "Row filter: words that rows must have",
            Self::Palette => "Commands: find one by its name",
            Self::Help => "Help: the keys",
            Self::Jump => "Jump: an item by its name",
            Self::Date => "Date: what was known then",
            Self::Filter => "Filter: what is shown",
            Self::FindValue => "Find in the filter: a value by its name",
            Self::Marks => "Marks: locations to return to",
            Self::Save => "Save: a briefing as a file",
            Self::Text => "Text: a full text or a message",
        }
    }

    /// Returns the name alone: `Matrix`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.title().split(':').next().unwrap_or_default()
    }

    /// Returns whether letters are typed in this mode, so that they cannot be keys.
    #[must_use]
    pub fn has_text_input(self) -> bool {
        matches!(
            self,
            Self::View(View::Search)
                | Self::RowFilter
                | Self::Palette
                | Self::Help
                | Self::Jump
                | Self::Date
                | Self::FindValue
                | Self::Save
        )
    }
}
