//! A cell of a sheet, with its type.

use crate::dataset::{Amount, PartialDate};

/// Longest text of a cell in UTF-16 units; Excel refuses to open a file with a longer one.
const MAX_UNITS: usize = 32_767;

/// Longest web address of a link, for the same reason.
const MAX_ADDRESS: usize = 2_079;

/// Largest number that a spreadsheet has exactly: 15 digits.
const MAX_NUMBER: u64 = 999_999_999_999_999;

/// The value of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum SheetCell {
    /// Nothing.
    Empty,
    /// Text, which is never a formula.
    Text(String),
    /// A number, in decimal notation.
    Number(String),
    /// A sum of money.
    Money(Amount),
    /// A day, a month or a year.
    Date(PartialDate),
    /// Text that leads to a web address.
    Link {
        /// Text to show.
        words: String,
        /// Address, which starts with `https://` or `http://`.
        address: String,
    },
}

impl SheetCell {
    /// Creates a cell of text, or an empty one.
    pub(super) fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() {
            Self::Empty
        } else {
            Self::Text(words)
        }
    }

    /// Creates a cell for a whole number. One that a spreadsheet would round is text.
    pub(super) fn number(number: u64) -> Self {
        if number > MAX_NUMBER {
            Self::Text(number.to_string())
        } else {
            Self::Number(number.to_string())
        }
    }

    /// Creates a cell for a sum.
    pub(super) fn money(amount: Amount) -> Self {
        if amount.pounds.0 > MAX_NUMBER {
            Self::Text(amount.to_string())
        } else {
            Self::Money(amount)
        }
    }

    /// Creates a cell with a link, if the address can be one.
    pub(super) fn link(words: impl Into<String>, address: &str) -> Self {
        let words = words.into();
        if is_address(address) {
            let address = address.to_string();
            Self::Link { words, address }
        } else {
            Self::text(words)
        }
    }

    /// Creates a cell for a date. The calendar of spreadsheets starts in March 1900, because they count a day that year did
    /// not have; an earlier date is text.
    pub(super) fn date(date: PartialDate) -> Self {
        if serial(date) > 60 {
            Self::Date(date)
        } else {
            Self::text(date.to_string())
        }
    }

    /// Returns the number of columns that the cell needs if it is not wrapped.
    pub(super) fn width(&self) -> usize {
        match self {
            Self::Empty => 0,
            Self::Text(words) | Self::Link { words, .. } | Self::Number(words) => {
                let lines = words.lines().map(|line| line.chars().count());
                lines.max().unwrap_or(0)
            }
            Self::Money(amount) => {
                let pounds = crate::text::grouped(amount.pounds.0).len() + 1;
                let bound = amount.bound.map_or(0, |bound| bound.to_string().len() + 1);
                pounds + bound + if amount.every_year { 7 } else { 0 }
            }
            Self::Date(date) => date.to_string().len(),
        }
    }
}

impl SheetCell {
    /// Returns the number of lines that the cell needs in a column of this width. Only text is wrapped.
    pub(super) fn lines(&self, width: usize) -> usize {
        let (Self::Text(words) | Self::Link { words, .. }) = self else {
            return 1;
        };
        let lines = words
            .lines()
            .map(|line| line.chars().count().div_ceil(width).max(1));
        lines.sum()
    }
}

/// Returns true for a web address without blanks that is short enough for a link.
pub(super) fn is_address(word: &str) -> bool {
    (word.starts_with("https://") || word.starts_with("http://"))
        && word.len() <= MAX_ADDRESS
        && !word.contains(|character: char| character.is_whitespace() || character == '"')
}

/// Returns the number of a date in a spreadsheet: the days since 30 December 1899. A month or a year is its first day.
pub(super) fn serial(date: PartialDate) -> i64 {
    const EPOCH: i64 = 25_569;
    date.first_day().days_since_1970() + EPOCH
}

/// Returns a text as a cell can have it: shortened to the limit, and without what Excel takes for an escape.
///
/// Excel reads `_x0041_` as a letter A, so the first underscore is escaped itself (ECMA-376, 22.9.2.19).
pub(super) fn cell_text(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut units = 0;
    for (index, character) in words.char_indices() {
        let rest = &words[index..];
        if units + character.len_utf16() >= MAX_UNITS && rest.len() > character.len_utf8() {
            text.push('…');
            break;
        }
        units += character.len_utf16();
        if is_escape(rest) {
            text.push_str("_x005F");
        }
        text.push(character);
    }
    text
}

fn is_escape(rest: &str) -> bool {
    let rest = rest.as_bytes();
    rest.len() >= 7
        && rest.starts_with(b"_x")
        && rest[2..6].iter().all(u8::is_ascii_hexdigit)
        && rest[6] == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_numbered_as_in_spreadsheets() {
        for (date, number) in [
            ("1900-03-01", 61),
            ("2017-10-09", 43_017),
            ("2020-02-29", 43_890),
            ("2017", 42_736),
            ("2021-07", 44_378),
        ] {
            let date: PartialDate = date.parse().expect("a date");
            assert_eq!(serial(date), number, "{date}");
        }
        let early = SheetCell::date("1899".parse().expect("a date"));
        assert_eq!(early, SheetCell::text("1899"));
    }

    #[test]
    fn long_texts_are_shortened() {
        for letter in ["a", "é", "😀"] {
            let cut = cell_text(&letter.repeat(40_000));
            let units: usize = cut.chars().map(char::len_utf16).sum();
            assert!((MAX_UNITS - 1..=MAX_UNITS).contains(&units), "{units}");
            assert!(cut.ends_with('…'));
        }
        let longest = "a".repeat(MAX_UNITS);
        assert_eq!(cell_text(&longest), longest);
    }

    #[test]
    fn what_looks_like_an_escape_stays_text() {
        assert_eq!(cell_text("a_x0041_b"), "a_x005F_x0041_b");
        assert_eq!(cell_text("_x_x00"), "_x_x00");
    }

    #[test]
    fn numbers_that_would_be_rounded_are_text() {
        assert_eq!(
            SheetCell::number(u64::MAX),
            SheetCell::text("18446744073709551615")
        );
        assert_eq!(SheetCell::number(12), SheetCell::Number("12".into()));
    }
}
