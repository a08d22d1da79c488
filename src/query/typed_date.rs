//! Dates as people write them: 9 October 2017, Oct 2017, 9/10/2017, 2017-10-09, 2017 or today.

use std::fmt;

use crate::{
    dataset::{OutOfRange, PartialDate, month_of},
    text::quoted,
};

/// A date that a user has written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedDate {
    /// The present: `today`.
    Today,
    /// A day, a month or a year.
    On(PartialDate),
}

impl TypedDate {
    /// Returns the date; none for the present.
    #[must_use]
    pub fn date(self) -> Option<PartialDate> {
        match self {
            Self::Today => None,
            Self::On(date) => Some(date),
        }
    }
}

/// The error for text that is not a date. Its message says why, or gives examples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedDateError {
    /// The text.
    text: String,
    /// The month or day that does not exist, if that is the reason.
    reason: Option<OutOfRange>,
}

impl fmt::Display for TypedDateError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let text = quoted(&self.text);
        match self.reason {
            // Probably written as in America.
            Some(reason @ OutOfRange::Month(_)) => write!(
                formatter,
                "{text} is not a date: {reason}. Write the day first, for example 9 October 2017"
            ),
            Some(reason) => write!(formatter, "{text} is not a date: {reason}"),
            None => write!(
                formatter,
                "{text} is not a date: use a date such as 9 October 2017, Oct 2017, 9/10/2017 or 2017-10-09"
            ),
        }
    }
}

impl std::error::Error for TypedDateError {}

/// A part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DatePart {
    /// A number of one or two digits.
    Short(u8),
    /// A number of four digits.
    Year(u16),
    /// The name of a month.
    Month(u8),
}

/// Parses a date as people write it. Days come before months, as in Britain, unless the year comes first.
///
/// # Errors
/// If the text is not a date, or there is no such day.
///
/// # Examples
///
/// ```
/// use opportunity_areas::query::typed_date::parse_typed_date;
///
/// for text in ["9 October 2017", "9th of Oct. 2017", "09/10/2017", "2017-10-09"] {
///     let date = parse_typed_date(text)?.date().expect("a day");
///     assert_eq!(date.iso(), "2017-10-09");
/// }
/// # Ok::<(), opportunity_areas::query::typed_date::TypedDateError>(())
/// ```
pub fn parse_typed_date(text: &str) -> Result<TypedDate, TypedDateError> {
    let error = |reason| TypedDateError {
        text: text.trim().into(),
        reason,
    };
    let lower = text.trim().to_lowercase();
    if matches!(&*lower, "today" | "now" | "latest") {
        return Ok(TypedDate::Today);
    }
    let parts = parts(&lower).ok_or_else(|| error(None))?;
    let (year, month, day) = in_order(&parts).ok_or_else(|| error(None))?;
    let date = PartialDate::from_parts(year, month, day).map_err(|reason| error(Some(reason)))?;
    Ok(TypedDate::On(date))
}

/// Returns true for a date, and for a day or a month that does not exist, such as 31 June 2017.
#[must_use]
pub fn is_like_a_date(text: &str) -> bool {
    parse_typed_date(text).map_or_else(|error| error.reason.is_some(), |_| true)
}

/// Returns the parts of a date in lower case, without names of days and the word `of`.
fn parts(text: &str) -> Option<Vec<DatePart>> {
    text.split(|separator: char| separator.is_whitespace() || "-/.,".contains(separator))
        .filter(|word| !word.is_empty() && *word != "of" && *word != "the" && !is_weekday(word))
        .map(date_part)
        .collect()
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    word.len() >= 3 && DAYS.iter().any(|day| day.starts_with(word))
}

fn date_part(word: &str) -> Option<DatePart> {
    if let Some(month) = month_of(word) {
        return Some(DatePart::Month(month));
    }
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|suffix| word.strip_suffix(suffix))
        .unwrap_or(word);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match digits.len() {
        1 | 2 => digits.parse().ok().map(DatePart::Short),
        4 if digits == word => digits.parse().ok().map(DatePart::Year),
        _ => None,
    }
}

/// Returns year, month and day, as far as they are given.
fn in_order(parts: &[DatePart]) -> Option<(u16, Option<u8>, Option<u8>)> {
    use DatePart::{Month, Short, Year};
    Some(match *parts {
        [Year(year)] => (year, None, None),
        [Month(month) | Short(month), Year(year)] | [Year(year), Month(month) | Short(month)] => {
            (year, Some(month), None)
        }
        [Short(day), Month(month) | Short(month), Year(year)]
        | [Month(month), Short(day), Year(year)]
        | [Year(year), Month(month) | Short(month), Short(day)]
        | [Year(year), Short(day), Month(month)] => (year, Some(month), Some(day)),
        // All publications are of this century.
        [Short(day), Month(month) | Short(month), Short(year)] => {
            (2000 + u16::from(year), Some(month), Some(day))
        }
        [Month(month), Short(year)] => (2000 + u16::from(year), Some(month), None),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> Option<String> {
        let date = parse_typed_date(text).unwrap_or_else(|error| panic!("{error}"));
        date.date().map(|date| date.iso())
    }

    #[test]
    fn dates_are_understood_as_people_write_them() {
        for (text, expected) in [
            ("2017", "2017"),
            (" 2017-10 ", "2017-10"),
            ("2017-10-09", "2017-10-09"),
            ("2017/10/9", "2017-10-09"),
            ("9 October 2017", "2017-10-09"),
            ("9 OCT 2017", "2017-10-09"),
            ("9th of October, 2017", "2017-10-09"),
            ("Monday 9 October 2017", "2017-10-09"),
            ("October 9, 2017", "2017-10-09"),
            ("9-Oct-2017", "2017-10-09"),
            ("09/10/2017", "2017-10-09"),
            ("9.10.2017", "2017-10-09"),
            ("9/10/17", "2017-10-09"),
            ("Oct 2017", "2017-10"),
            ("october 2017", "2017-10"),
            ("10/2017", "2017-10"),
            ("Sept 2018", "2018-09"),
            ("May 2018", "2018-05"),
            ("1st Mar 2018", "2018-03-01"),
        ] {
            assert_eq!(iso(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["today", "Now", " latest "] {
            assert_eq!(iso(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_gets_a_reason_or_examples() {
        for (text, reason) in [
            (
                "31 June 2017",
                "`31 June 2017` is not a date: June 2017 has 30 days",
            ),
            ("29/2/2017", "February 2017 has 28 days"),
            (
                "10/19/2017",
                "there is no month 19. Write the day first, for example 9 October 2017",
            ),
            (
                "soon",
                "use a date such as 9 October 2017, Oct 2017, 9/10/2017 or 2017-10-09",
            ),
            ("9 October", "use a date such as"),
            ("20177", "use a date such as"),
            ("9 9 9 9", "use a date such as"),
            ("ju 2017", "use a date such as"),
            ("", "use a date such as"),
            ("２０１７", "use a date such as"),
        ] {
            let message = match parse_typed_date(text) {
                Ok(date) => panic!("{text}: {date:?}"),
                Err(error) => error.to_string(),
            };
            assert!(message.contains(reason), "{message}");
        }
    }
}
