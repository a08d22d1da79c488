//! The error for an unclear name.

use std::{error::Error, fmt};

use crate::text::quoted;

/// A name that nothing of the wanted kind has, or that several could have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmbiguousName {
    /// Name as the user typed it.
    pub name: String,
    /// Kind that was wanted.
    pub wanted: NameKind,
    /// References or names that could be meant, or the one that is spelt most like the name.
    pub candidates: Vec<String>,
}

/// The kind of thing that a name is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameKind {
    /// Anything that has a reference.
    Any,
    /// Area.
    Area,
    /// Theme.
    Theme,
    /// Term.
    Term,
    /// Area or theme.
    AreaOrTheme,
    /// Partner in an action.
    Partner,
    /// Region of an area.
    Region,
    /// Value of a filter.
    FilterValue,
}

impl NameKind {
    /// Returns the noun: `area`.
    #[must_use]
    pub fn noun(self) -> &'static str {
        let with_article = self.with_article();
        with_article
            .split_once(' ')
            .map_or(with_article, |(_, noun)| noun)
    }

    /// Returns the noun with its article: `an area`.
    #[must_use]
    pub fn with_article(self) -> &'static str {
        match self {
            Self::Any => "an area, theme or reference",
            Self::Area => "an area",
            Self::Theme => "a theme",
            Self::Term => "a term",
            Self::AreaOrTheme => "an area or theme",
            Self::Partner => "a partner",
            Self::Region => "a region",
            Self::FilterValue => "a theme, region, wave or partner",
        }
    }
}

impl fmt::Display for AmbiguousName {
    /// Writes the name as [`quoted`] does, so that it is safe to print.
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let name = quoted(&self.name);
        let wanted = self.wanted.with_article();
        match &self.candidates[..] {
            [] => write!(formatter, "{name} is not {wanted}"),
            [one] => write!(formatter, "{name} is not {wanted}; did you mean `{one}`?"),
            [first @ .., last] => write!(
                formatter,
                "{name} could mean `{}` or `{last}`",
                first.join("`, `")
            ),
        }
    }
}

impl Error for AmbiguousName {}
