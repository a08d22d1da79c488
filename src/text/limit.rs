//! Limits on what users give, so that one of them cannot use up the memory or the time of a computer that many share.

use std::{borrow::Cow, error::Error, fmt};

/// Longest text that a user can search for or type into a field, in bytes. That is about 160 words.
pub const MAX_INPUT_BYTES: usize = 1_000;

/// An input that is over a limit. The message says what it is, how large it is and what the limit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LimitError {
    /// A text is too long.
    TooLong {
        /// Name of the text, with its article: `the search`.
        what: Cow<'static, str>,
        /// Length of the text, in bytes.
        bytes: usize,
        /// Longest length that is allowed, in bytes.
        limit: usize,
    },
    /// There are too many of something.
    TooMany {
        /// Name of the things, in the plural: `arguments`.
        what: &'static str,
        /// Number of the things.
        count: usize,
        /// Highest number that is allowed.
        limit: usize,
    },
}

impl fmt::Display for LimitError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let (start, limit) = match self {
            Self::TooLong { what, bytes, limit } => {
                (format!("{what} is {} bytes long", grouped(*bytes)), limit)
            }
            Self::TooMany { what, count, limit } => {
                (format!("there are {} {what}", grouped(*count)), limit)
            }
        };
        write!(
            formatter,
            "{start}; at most {} are allowed",
            grouped(*limit)
        )
    }
}

impl Error for LimitError {}

/// Checks the length of a text. `what` is its name, with its article.
///
/// # Errors
///
/// Returns [`LimitError::TooLong`] if the text has more than `limit` bytes.
pub fn check_length(
    what: impl Into<Cow<'static, str>>,
    bytes: usize,
    limit: usize,
) -> Result<(), LimitError> {
    if bytes > limit {
        let what = what.into();
        return Err(LimitError::TooLong { what, bytes, limit });
    }
    Ok(())
}

/// Checks the number of things. `what` is their name, in the plural.
///
/// # Errors
///
/// Returns [`LimitError::TooMany`] if there are more than `limit`.
pub fn check_count(what: &'static str, count: usize, limit: usize) -> Result<(), LimitError> {
    if count > limit {
        return Err(LimitError::TooMany { what, count, limit });
    }
    Ok(())
}

/// Returns a number with a comma between groups of three digits: 1,005.
#[must_use]
pub fn grouped(number: impl fmt::Display) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_name_the_size_and_the_limit() {
        assert_eq!(check_length("the search", 1_000, 1_000), Ok(()));
        let error = check_length("the search", 130_000, 1_000).expect_err("it is too long");
        assert_eq!(
            error.to_string(),
            "the search is 130,000 bytes long; at most 1,000 are allowed"
        );
        assert_eq!(check_count("arguments", 200, 200), Ok(()));
        let error = check_count("arguments", 201, 200).expect_err("there are too many");
        assert_eq!(
            error.to_string(),
            "there are 201 arguments; at most 200 are allowed"
        );
    }
}
