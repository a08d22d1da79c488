//! The fields of an entry: which texts are searched, and how much each counts.

/// A text of an entry, and its part in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct IndexField {
    /// Number of the text in the index.
    pub(super) text: u32,
    /// Part of the text in the entry.
    pub(super) part: IndexPart,
}

/// The part of a text in an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum IndexPart {
    NameOfArea,
    EarlierName,
    District,
    Region,
    NameOfProgramme,
    TitleOfPriority,
    NameOfTheme,
    ScopeOfTheme,
    NameOfTerm,
    /// Abbreviation of a term, or another spelling.
    OtherNameOfTerm,
    MeaningOfTerm,
    TitleOfSource,
    Author,
    Publisher,
    Fact,
    Partner,
    /// Value of a labelled line, such as the baseline of a target.
    Detail,
    Reference,
    /// Web address of a source. Its words are no words to suggest.
    Address,
    /// Theme of a priority.
    Theme,
    /// Area of a priority.
    Area,
    /// Theme of the priority that a fact belongs to.
    ThemeAround,
    /// Area that a fact belongs to.
    AreaAround,
    /// Cited source.
    Source,
}

impl IndexPart {
    /// Returns the name and the weight of the part.
    fn name_and_weight(self) -> (&'static str, u32) {
        match self {
            Self::NameOfArea => ("title", 14),
            Self::EarlierName => ("earlier name", 12),
            Self::District => ("district", 11),
            Self::NameOfProgramme | Self::TitleOfPriority => ("title", 10),
            Self::NameOfTheme => ("title", 9),
            Self::NameOfTerm => ("title", 11),
            Self::OtherNameOfTerm => ("other name", 10),
            Self::Fact => ("text", 8),
            Self::Partner => ("partner", 6),
            Self::Theme => ("theme", 6),
            Self::Area => ("area", 6),
            Self::TitleOfSource => ("title", 4),
            Self::Region => ("region", 4),
            Self::Author => ("author", 4),
            Self::Publisher => ("publisher", 3),
            Self::Detail => ("detail", 3),
            Self::Address => ("address", 2),
            Self::Reference => ("reference", 3),
            Self::AreaAround => ("area", 3),
            Self::ScopeOfTheme | Self::MeaningOfTerm => ("text", 3),
            Self::ThemeAround => ("theme", 2),
            Self::Source => ("source", 1),
        }
    }

    /// Returns the name shown to users: `title`.
    pub(super) fn name(self) -> &'static str {
        self.name_and_weight().0
    }

    /// Returns the factor for the points of a match.
    pub(super) fn weight(self) -> u32 {
        self.name_and_weight().1
    }
}
