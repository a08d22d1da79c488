//! Dates as sources state them: a day, a month or only a year.

use std::{fmt, str::FromStr};

use super::{
    month_names::{MONTHS, short_month},
    string_type::string_type,
};
use crate::text::quoted;

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Returns the date in years, to about a day, for drawing it on an axis.
    #[must_use]
    pub fn years(self) -> f64 {
        f64::from(self.year) + f64::from(self.month - 1) / 12.0 + f64::from(self.day - 1) / 372.0
    }

    /// Returns the number of days since 1 January 1970, negative before.
    #[must_use]
    pub fn days_since_1970(self) -> i64 {
        // With March as its first month: <https://howardhinnant.github.io/date_algorithms.html#days_from_civil>.
        let is_early = self.month <= 2;
        let year = i64::from(self.year) - i64::from(is_early);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let month = (i64::from(self.month) + 9) % 12;
        let of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        let day = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
        era * 146_097 + day - 719_468
    }
}

impl fmt::Display for Date {
    /// Writes the date in GOV.UK style: 9 October 2017.
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        PartialDate::Day(*self).fmt(formatter)
    }
}

/// A date of which only the month or the year may be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// A year: `2018`.
    Year(u16),
    /// A year and a month from 1 to 12: `2018-01`.
    Month(u16, u8),
    /// A day: `2018-01-19`.
    Day(Date),
}

/// Returns the number of days in a month of the Gregorian calendar.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Returns the number of two digits in a constant.
const fn two_digits(text: &str, start: usize) -> u8 {
    let digits = text.as_bytes();
    (digits[start] - b'0') * 10 + digits[start + 1] - b'0'
}

impl PartialDate {
    /// Returns the date of a year and, as far as they are known, a month from 1 to 12 and a day from 1.
    ///
    /// # Errors
    /// If there is no such month or day. A day without a month is left out.
    pub fn from_parts(year: u16, month: Option<u8>, day: Option<u8>) -> Result<Self, OutOfRange> {
        let Some(month) = month else {
            return Ok(Self::Year(year));
        };
        if !(1..=12).contains(&month) {
            return Err(OutOfRange::Month(month));
        }
        let Some(day) = day else {
            return Ok(Self::Month(year, month));
        };
        if !(1..=days_in(year, month)).contains(&day) {
            return Err(OutOfRange::Day(year, month));
        }
        Ok(Self::Day(Date { year, month, day }))
    }

    /// Makes a date of the bundled dataset, which is known to be one in ISO 8601 form.
    pub(in crate::dataset) const fn bundled(iso: &str) -> Self {
        let year = two_digits(iso, 0) as u16 * 100 + two_digits(iso, 2) as u16;
        match iso.len() {
            4 => Self::Year(year),
            7 => Self::Month(year, two_digits(iso, 5)),
            _ => Self::Day(Date {
                year,
                month: two_digits(iso, 5),
                day: two_digits(iso, 8),
            }),
        }
    }

    /// Returns the year, the month and the day; 0 for what is not known.
    pub(super) const fn parts(self) -> (u16, u8, u8) {
        match self {
            Self::Year(year) => (year, 0, 0),
            Self::Month(year, month) => (year, month, 0),
            Self::Day(Date { year, month, day }) => (year, month, day),
        }
    }

    /// Returns the last day that this can mean. A source with this date counts as published on that
    /// day.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => Date {
                year,
                month: 12,
                day: 31,
            },
            Self::Month(year, month) => Date {
                year,
                month,
                day: days_in(year, month),
            },
            Self::Day(date) => date,
        }
    }

    /// Returns the first day that this can mean.
    #[must_use]
    pub fn first_day(self) -> Date {
        match self {
            Self::Year(year) => Date {
                year,
                month: 1,
                day: 1,
            },
            Self::Month(year, month) => Date {
                year,
                month,
                day: 1,
            },
            Self::Day(date) => date,
        }
    }

    /// Returns the year.
    #[must_use]
    pub fn year(self) -> u16 {
        match self {
            Self::Year(year) | Self::Month(year, _) => year,
            Self::Day(date) => date.year,
        }
    }

    /// Returns the date with the month in three letters, for narrow columns: 9 Oct 2017, Oct 2017 or 2017.
    #[must_use]
    pub fn short(self) -> String {
        let written = self.to_string();
        match self {
            Self::Year(_) => written,
            Self::Month(_, month) | Self::Day(Date { month, .. }) => {
                written.replace(MONTHS[usize::from(month) - 1], short_month(month))
            }
        }
    }

    /// Returns the date within its year, as far as it is known: `17 Jul`, `Jul` or nothing.
    #[must_use]
    pub fn short_in_year(self) -> String {
        match self {
            Self::Year(_) => String::new(),
            Self::Month(_, month) => short_month(month).into(),
            Self::Day(Date { month, day, .. }) => format!("{day} {}", short_month(month)),
        }
    }

    /// Returns the date without its day: a month, or a year if no month is known.
    #[must_use]
    pub fn month(self) -> Self {
        match self {
            Self::Day(Date { year, month, .. }) => Self::Month(year, month),
            other => other,
        }
    }

    /// Returns the date in ISO 8601 form: `2018`, `2018-01` or `2018-01-19`.
    #[must_use]
    pub fn iso(&self) -> String {
        match *self {
            Self::Year(year) => format!("{year:04}"),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Day(Date { year, month, day }) => format!("{year:04}-{month:02}-{day:02}"),
        }
    }
}

impl fmt::Display for PartialDate {
    /// Writes the date in GOV.UK style: 9 October 2017, October 2017 or 2017.
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let month_name = |month: u8| MONTHS[usize::from(month) - 1];
        match *self {
            Self::Year(year) => write!(formatter, "{year}"),
            Self::Month(year, month) => write!(formatter, "{} {year}", month_name(month)),
            Self::Day(Date { year, month, day }) => {
                write!(formatter, "{day} {} {year}", month_name(month))
            }
        }
    }
}

/// The error for a month or a day that does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutOfRange {
    /// There is no month of this number.
    Month(u8),
    /// There is no such day in this month of this year.
    Day(u16, u8),
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match *self {
            Self::Month(month) => write!(formatter, "there is no month {month}"),
            Self::Day(year, month) => {
                let last = days_in(year, month);
                write!(
                    formatter,
                    "{} has {last} days",
                    PartialDate::Month(year, month)
                )
            }
        }
    }
}

impl std::error::Error for OutOfRange {}

/// The error for text that is not a date. Its message says why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseDateError(String);

impl fmt::Display for ParseDateError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for ParseDateError {}

impl FromStr for PartialDate {
    type Err = ParseDateError;

    fn from_str(word: &str) -> Result<Self, ParseDateError> {
        let shape = || {
            ParseDateError(format!(
                "{} is not a date: use a date such as 2017, 2017-10 or 2017-10-09",
                quoted(word)
            ))
        };
        let number = |part: &str, digits: usize| {
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())
                .flatten()
                .ok_or_else(shape)
        };
        let small = |part: &str| number(part, 2).map(|n| u8::try_from(n).unwrap_or(u8::MAX));
        let mut parts = word.split('-');
        let year = number(parts.next().unwrap_or_default(), 4)?;
        let Some(month) = parts.next() else {
            return Ok(Self::Year(year));
        };
        let month = small(month)?;
        let reason = |reason: OutOfRange| {
            ParseDateError(format!("{} is not a date: {reason}", quoted(word)))
        };
        let Some(day) = parts.next() else {
            return Self::from_parts(year, Some(month), None).map_err(reason);
        };
        let day = small(day)?;
        if parts.next().is_some() {
            return Err(shape());
        }
        Self::from_parts(year, Some(month), Some(day)).map_err(reason)
    }
}

string_type!(PartialDate, expecting "a date: 2017, 2017-10 or 2017-10-09", pattern "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", written PartialDate::iso);

#[cfg(test)]
mod tests {
    use super::*;

    fn date(word: &str) -> PartialDate {
        word.parse().expect("a date")
    }

    #[test]
    fn dates_are_written_in_govuk_style() {
        assert_eq!(date("2017-10-09").to_string(), "9 October 2017");
        assert_eq!(date("2017-10").to_string(), "October 2017");
        assert_eq!(date("2017").to_string(), "2017");
    }

    #[test]
    fn short_dates_have_three_letters_of_the_month() {
        assert_eq!(date("2017-10-09").short(), "9 Oct 2017");
        assert_eq!(date("2017-05").short(), "May 2017");
        assert_eq!(date("2017").short(), "2017");
    }

    #[test]
    fn last_day_is_the_end_of_the_month_or_year() {
        assert_eq!(date("2018").last_day(), date("2018-12-31").last_day());
        assert_eq!(date("2020-02").last_day(), date("2020-02-29").last_day());
        assert!(date("2017-10-09").last_day() < date("2017-10").last_day());
        assert_eq!(date("2020-02").first_day(), date("2020-02-01").first_day());
    }

    #[test]
    fn years_increase_with_every_day() {
        assert!(date("2017").last_day().years() < 2018.0);
        let years: Vec<f64> = [
            "2016-12-31",
            "2017-01-01",
            "2017-01-31",
            "2017-02-01",
            "2017-12-31",
        ]
        .map(|word| date(word).last_day().years())
        .into();
        assert!(years.is_sorted_by(|a, b| a < b), "{years:?}");
    }

    #[test]
    fn impossible_dates_are_refused() {
        for bad in [
            "",
            "17",
            "2017-13",
            "2017-00",
            "2017-02-29",
            "1900-02-29",
            "2017-06-31",
            "2017-6-1",
            "2017-06-01-01",
            "2020-21",
            "+017",
            "2017-",
        ] {
            assert!(bad.parse::<PartialDate>().is_err(), "{bad}");
        }
        assert!("2000-02-29".parse::<PartialDate>().is_ok());
    }

    #[test]
    fn dates_in_a_year_have_no_year_and_a_short_month() {
        let short = |date: &str| date.parse::<PartialDate>().expect("a date").short_in_year();
        assert_eq!(
            ["2017-07-17", "2017-07", "2017"].map(short),
            ["17 Jul", "Jul", ""]
        );
    }
}
