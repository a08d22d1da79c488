//! A cell: words, and the value that they express.

use crate::dataset::{Amount, PartialDate, SafeText};

/// A cell of a table. Every format shows the words; sorting, alignment, spreadsheets and links use the value.
///
/// # Examples
///
/// ```
/// use opportunity_areas::report::{CellValue, PageCell};
///
/// let rank = PageCell::new("316 of 324 (2016)")
///     .short("316")
///     .value(CellValue::Number(316));
/// assert!(rank.is_numeric());
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PageCell {
    /// Words; empty if there is nothing to say.
    pub words: String,
    /// Words for a narrow table, if there are shorter ones.
    pub short_words: Option<String>,
    /// Value that the words express.
    pub value: CellValue,
}

/// The value that the words of a cell express.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum CellValue {
    /// No value besides the words.
    #[default]
    Text,
    /// A number: a count, a rank, the number of a priority.
    Number(u64),
    /// A sum of money.
    Money(Amount),
    /// A day, a month or a year.
    Date(PartialDate),
    /// A web address that the words lead to.
    Link(String),
}

impl PageCell {
    /// Creates a cell of words without a value.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            ..Self::default()
        }
    }

    /// Creates a cell for a number.
    #[must_use]
    pub fn number(number: impl TryInto<u64>) -> Self {
        let number = number.try_into().unwrap_or(u64::MAX);
        Self::new(number.to_string()).value(CellValue::Number(number))
    }

    /// Creates a cell for a sum of money, as GOV.UK writes it.
    #[must_use]
    pub fn money(amount: Amount) -> Self {
        Self::new(amount.to_string()).value(CellValue::Money(amount))
    }

    /// Creates a cell for a date in words.
    #[must_use]
    pub fn date(date: PartialDate) -> Self {
        let cell = Self::new(date.to_string()).short(date.short());
        cell.value(CellValue::Date(date))
    }

    /// Returns the cell with other words.
    #[must_use]
    pub fn words(self, words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            ..self
        }
    }

    /// Returns the cell with words for a narrow table.
    #[must_use]
    pub fn short(self, words: impl Into<String>) -> Self {
        Self {
            short_words: Some(words.into()),
            ..self
        }
    }

    /// Returns the cell with a value.
    #[must_use]
    pub fn value(self, value: CellValue) -> Self {
        Self { value, ..self }
    }

    /// Returns true for a number or a sum, whose digits stand below each other.
    #[must_use]
    pub fn is_numeric(&self) -> bool {
        matches!(self.value, CellValue::Number(_) | CellValue::Money(_))
    }
}

impl From<String> for PageCell {
    fn from(words: String) -> Self {
        Self::new(words)
    }
}

impl From<&str> for PageCell {
    fn from(words: &str) -> Self {
        Self::new(words)
    }
}

impl From<&SafeText> for PageCell {
    fn from(words: &SafeText) -> Self {
        Self::new(words.as_str())
    }
}
