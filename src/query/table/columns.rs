//! The columns of the table.

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableColumn {
    /// Area that the fact belongs to.
    Area,
    /// Kind of the fact.
    Kind,
    /// Text of the fact.
    Fact,
    /// Sum that the fact names.
    Money,
    /// Publisher of the earliest source.
    FirstSource,
    /// Number of sources.
    Sources,
    /// Date of the earliest source.
    KnownFrom,
}

impl TableColumn {
    /// All columns, from left to right.
    pub const ALL: [Self; 7] = [
        Self::Area,
        Self::Kind,
        Self::Fact,
        Self::Money,
        Self::FirstSource,
        Self::Sources,
        Self::KnownFrom,
    ];

    /// Returns the heading: `Known from`.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Area => "Area",
            Self::Kind => "Kind",
            Self::Fact => "Fact",
            Self::FirstSource => "First source",
            Self::Sources => "Sources",
            Self::KnownFrom => "Known from",
            Self::Money => "Money",
        }
    }

    /// Returns the word by which people name the column: `date`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Kind => "kind",
            Self::Fact => "fact",
            Self::FirstSource => "publisher",
            Self::Sources => "sources",
            Self::KnownFrom => "date",
            Self::Money => "money",
        }
    }

    /// Returns the column with a name: its word or its heading, in any case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let is_named = |column: &Self| {
            name.eq_ignore_ascii_case(column.word()) || name.eq_ignore_ascii_case(column.heading())
        };
        Self::ALL.into_iter().find(is_named)
    }

    /// Returns true if the values are numbers or dates, whose ends stand below each other.
    #[must_use]
    pub fn is_right_aligned(self) -> bool {
        matches!(self, Self::Sources | Self::KnownFrom | Self::Money)
    }

    /// Returns the words for the order by this column, in one direction or the other.
    #[must_use]
    pub(super) fn direction(self, descending: bool) -> &'static str {
        match (self, descending) {
            (Self::Area | Self::Fact | Self::FirstSource, false) => "A to Z",
            (Self::Area | Self::Fact | Self::FirstSource, true) => "Z to A",
            (Self::Kind, false) => "targets first",
            (Self::Kind, true) => "targets last",
            (Self::Sources, false) => "fewest first",
            (Self::Sources, true) => "most first",
            (Self::KnownFrom, false) => "earliest first",
            (Self::KnownFrom, true) => "latest first",
            (Self::Money, false) => "smallest first",
            (Self::Money, true) => "largest first",
        }
    }

    /// Returns true if the order by this column starts at the large end: people look for the
    /// largest sum, the most sources and the latest news.
    #[must_use]
    pub(super) fn starts_descending(self) -> bool {
        self.is_right_aligned()
    }
}
