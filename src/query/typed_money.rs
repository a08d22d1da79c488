//! Sums of money as people write them: £500,000, 0.5m, 500k or 1.3 million.

use std::fmt;

use super::search::tokens;
use crate::{dataset::Pounds, text::quoted};

/// The error for text that is not a sum of money. Its message gives examples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedMoneyError {
    /// The text.
    text: String,
}

impl fmt::Display for TypedMoneyError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let text = quoted(&self.text);
        write!(
            formatter,
            "{text} is not a sum: use whole pounds such as £500,000, 500k, 0.5m or 1.3 million"
        )
    }
}

impl std::error::Error for TypedMoneyError {}

/// Parses a sum of money in whole pounds as people write it. The search reads numbers in the same way.
///
/// # Errors
/// If the text is not one sum, or not whole pounds.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{dataset::Pounds, query::typed_money::parse_typed_money};
///
/// for text in ["£500,000", "500k", "0.5m", "£0.5 million"] {
///     assert_eq!(parse_typed_money(text)?, Pounds(500_000));
/// }
/// # Ok::<(), opportunity_areas::query::typed_money::TypedMoneyError>(())
/// ```
pub fn parse_typed_money(text: &str) -> Result<Pounds, TypedMoneyError> {
    let error = || TypedMoneyError {
        text: text.trim().into(),
    };
    let sum = text.trim();
    let sum = sum.strip_prefix('£').unwrap_or(sum).trim_start();
    let sum = sum.strip_suffix("pounds").unwrap_or(sum).trim_end();
    // A sign or a unit would be left out of the number.
    let is_plain = |character: char| character.is_ascii_alphanumeric() || " ,.".contains(character);
    if !sum.starts_with(|first: char| first.is_ascii_digit()) || !sum.chars().all(is_plain) {
        return Err(error());
    }
    match &tokens(sum)[..] {
        [number] => number.parse().map(Pounds).map_err(|_| error()),
        _ => Err(error()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_understood_as_people_write_them() {
        for (text, pounds) in [
            ("£500,000", 500_000),
            ("500000", 500_000),
            ("500k", 500_000),
            (" £0.5m ", 500_000),
            ("1.3 million", 1_300_000),
            ("£2bn", 2_000_000_000),
            ("0", 0),
            ("300 pounds", 300),
            ("£ 1,147,000", 1_147_000),
        ] {
            assert_eq!(parse_typed_money(text), Ok(Pounds(pounds)), "{text}");
        }
    }

    #[test]
    fn what_is_no_sum_gets_examples() {
        for text in [
            "",
            "lots",
            "-5",
            "1.5",
            "5%",
            "£",
            "5 6",
            "5,00",
            "1e6",
            "99999999999999999999",
        ] {
            let error = parse_typed_money(text).expect_err(text).to_string();
            assert!(error.ends_with("500k, 0.5m or 1.3 million"), "{error}");
        }
    }
}
