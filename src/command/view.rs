//! The list of views.

/// A way to look at the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// Areas, their priorities and facts, side by side.
    Areas,
    /// Areas by themes.
    Matrix,
    /// Areas on a map.
    Map,
    /// Events by date.
    Timeline,
    /// Two to four areas side by side by theme.
    Compare,
    /// Targets with their outcomes.
    Targets,
    /// Every fact as a row.
    Table,
    /// Publications and the facts that cite them.
    Sources,
    /// Search results as you type.
    Search,
}

impl View {
    /// All views, in the order of their digits. The search, which has none, comes last.
    pub const ALL: [Self; 9] = [
        Self::Areas,
        Self::Matrix,
        Self::Map,
        Self::Timeline,
        Self::Compare,
        Self::Targets,
        Self::Table,
        Self::Sources,
        Self::Search,
    ];

    /// Returns the name and what the view shows: `Matrix: areas by themes`.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Areas => "Areas: the three panes",
            Self::Matrix => "Matrix: areas by themes",
            Self::Map => "Map: areas in Great Britain",
            Self::Timeline => "Timeline: what happened when",
            Self::Compare => "Compare: areas side by side",
            Self::Targets => "Targets: what was promised and what came of it",
            Self::Table => "Table: every fact as a row",
            Self::Sources => "Sources: publications by date",
            Self::Search => "Search: results as you type",
        }
    }

    /// Returns the name alone: `Matrix`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.title().split(':').next().unwrap_or_default()
    }

    /// Returns the digit that opens the view; none for the search, which has a key of its own.
    #[must_use]
    pub fn digit(self) -> Option<char> {
        (self != Self::Search).then(|| char::from(b'1' + self as u8))
    }
}
