//! The fields of an entry: which texts are searched, and how much each counts.

/// The part of a text in an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum IndexPart {
    /// Name or title of an area, a priority, a theme, a term or the programme.
    Name,
    /// Another name: of a district, before a change, or short.
    OtherName,
    /// Number of a priority.
    Number,
    /// Words for the kind of the item.
    Kind,
    /// Text of a fact.
    Text,
    /// Value of a labelled line, such as the baseline of a target.
    Detail,
    Partner,
    /// Area of a priority.
    AreaOfPriority,
    /// Theme of a priority.
    ThemeOfPriority,
    /// Area that a fact belongs to.
    Area,
    Region,
    /// Theme of the priority that a fact belongs to.
    Theme,
    /// Title of the priority that a fact belongs to.
    Priority,
    Reference,
    TitleOfSource,
    Author,
    Publisher,
    /// Web address of a source. Its words are no words to suggest.
    Address,
    /// Title of a cited source.
    Source,
    /// Place in a cited source.
    Place,
}

impl IndexPart {
    /// All parts, by their numbers.
    const ALL: [Self; 20] = [
        Self::Name,
        Self::OtherName,
        Self::Number,
        Self::Kind,
        Self::Text,
        Self::Detail,
        Self::Partner,
        Self::AreaOfPriority,
        Self::ThemeOfPriority,
        Self::Area,
        Self::Region,
        Self::Theme,
        Self::Priority,
        Self::Reference,
        Self::TitleOfSource,
        Self::Author,
        Self::Publisher,
        Self::Address,
        Self::Source,
        Self::Place,
    ];

    /// Returns the number that stands for the part in the index.
    pub(super) fn number(self) -> u32 {
        self as u32
    }

    /// Returns the part with a number.
    pub(super) fn from_number(number: u32) -> Self {
        Self::ALL[number as usize]
    }

    /// Returns the name shown to users: `title`.
    pub(super) fn name(self) -> &'static str {
        self.name_and_weight().0
    }

    /// Returns the factor for the points of a match.
    pub(super) fn weight(self) -> u32 {
        self.name_and_weight().1
    }

    fn name_and_weight(self) -> (&'static str, u32) {
        match self {
            Self::Name => ("title", 16),
            Self::OtherName => ("other name", 15),
            Self::Kind => ("kind", 14),
            Self::Number => ("number", 13),
            Self::Text => ("text", 12),
            Self::AreaOfPriority => ("area", 12),
            Self::Partner => ("partner", 8),
            Self::Detail => ("detail", 8),
            Self::ThemeOfPriority => ("theme", 8),
            Self::TitleOfSource => ("title", 8),
            Self::Area => ("area", 7),
            Self::Author => ("author", 7),
            Self::Publisher => ("publisher", 5),
            Self::Reference => ("reference", 5),
            Self::Priority => ("priority", 3),
            Self::Theme => ("theme", 3),
            Self::Region => ("region", 3),
            Self::Address => ("address", 2),
            Self::Source => ("source", 2),
            Self::Place => ("place", 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_by_their_numbers() {
        for part in IndexPart::ALL {
            assert_eq!(IndexPart::from_number(part.number()), part);
        }
    }
}
