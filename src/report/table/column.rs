//! A column, and when text leaves it out.

use std::borrow::Cow;

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageColumn {
    /// Name: the heading, in lower case.
    pub name: Cow<'static, str>,
    /// Name for a narrow table, if there is a shorter one.
    pub short_name: Option<String>,
    /// Reason to show the column.
    pub column_use: ColumnUse,
    /// True if narrow text has the cells in a second line, below those of the column before.
    pub is_below: bool,
    /// Values of the cells, by which people name the column whatever its heading.
    pub values: ColumnValues,
}

/// The kind of values that the cells of a column have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ColumnValues {
    /// Words or numbers.
    #[default]
    Any,
    /// Dates, as far as they are known.
    Dates,
    /// Sums of money, as far as they are known.
    Sums,
}

/// The use of a column, from which text finds the columns to leave out. Files have all columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnUse {
    /// Names the row. It is never left out.
    Key,
    /// Holds what people look for. It is never left out, and gets the room that is left.
    Main,
    /// Adds a detail. The details with the highest number are left out first.
    Detail(u8),
    /// Holds a remark that must be seen. It is never left out.
    Remark,
    /// Puts several columns, which text has only if asked for, into words. Only text has it.
    Summary,
    /// Holds a source, a reference or a part of a summary, which text has only if asked for.
    Wide,
    /// Holds numbers of the table's notes, such as `[1][3]`, which text has only if asked for.
    Notes,
}

impl PageColumn {
    /// Creates a column.
    #[must_use]
    pub fn new(name: impl Into<Cow<'static, str>>, column_use: ColumnUse) -> Self {
        Self {
            name: name.into(),
            short_name: None,
            column_use,
            is_below: false,
            values: ColumnValues::Any,
        }
    }

    /// Returns the column with dates in its cells.
    #[must_use]
    pub fn of_dates(self) -> Self {
        Self {
            values: ColumnValues::Dates,
            ..self
        }
    }

    /// Returns the column with sums of money in its cells.
    #[must_use]
    pub fn of_sums(self) -> Self {
        Self {
            values: ColumnValues::Sums,
            ..self
        }
    }

    /// Returns the column with a name for a narrow table.
    #[must_use]
    pub fn short(self, name: impl Into<String>) -> Self {
        Self {
            short_name: Some(name.into()),
            ..self
        }
    }

    /// Returns the column with a place below the one before it, in narrow text.
    #[must_use]
    pub fn below(self) -> Self {
        Self {
            is_below: true,
            ..self
        }
    }

    /// Creates a column that names the row.
    #[must_use]
    pub fn key(name: impl Into<Cow<'static, str>>) -> Self {
        Self::new(name, ColumnUse::Key)
    }

    /// Creates a column for what people look for.
    #[must_use]
    pub fn main(name: impl Into<Cow<'static, str>>) -> Self {
        Self::new(name, ColumnUse::Main)
    }

    /// Creates a column for a detail. Those with the highest `order` are left out first.
    #[must_use]
    pub fn detail(name: impl Into<Cow<'static, str>>, order: u8) -> Self {
        Self::new(name, ColumnUse::Detail(order))
    }

    /// Creates a column that puts others into words.
    #[must_use]
    pub fn summary(name: impl Into<Cow<'static, str>>) -> Self {
        Self::new(name, ColumnUse::Summary)
    }

    /// Creates a column for a source, a reference, or a part of a summary.
    #[must_use]
    pub fn wide(name: impl Into<Cow<'static, str>>) -> Self {
        Self::new(name, ColumnUse::Wide)
    }
}
