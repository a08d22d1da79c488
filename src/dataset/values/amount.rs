//! Amounts of money in whole pounds, as sources state them.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{strict::strict_type, word_enum::word_enum};
use crate::text::grouped;

/// An amount of money in whole pounds sterling. It is never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(extend("maximum" = u64::MAX)))]
#[serde(transparent)]
pub struct Pounds(pub u64);

impl<'de> Deserialize<'de> for Pounds {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Pounds;
            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("whole pounds, a number without a fraction")
            }
            fn visit_u64<E>(self, pounds: u64) -> Result<Pounds, E> {
                Ok(Pounds(pounds))
            }
            fn visit_i64<E: serde::de::Error>(self, pounds: i64) -> Result<Pounds, E> {
                match u64::try_from(pounds) {
                    Ok(pounds) => Ok(Pounds(pounds)),
                    Err(_) => Err(E::custom(format!(
                        "`{pounds}` is negative: an amount of money is 0 or more"
                    ))),
                }
            }
        }
        deserializer.deserialize_u64(Visitor)
    }
}

impl Pounds {
    /// Returns the amount in all its digits: `£42,000,000`.
    #[must_use]
    pub fn in_full(self) -> String {
        format!("£{}", grouped(self.0))
    }
}

impl fmt::Display for Pounds {
    /// Writes the amount in GOV.UK style: £1.3 million if that is exact, otherwise all digits, as
    /// in £869,700.
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let pounds = self.0;
        for (unit, name) in [(1_000_000_000, "billion"), (1_000_000, "million")] {
            if pounds >= unit && pounds.is_multiple_of(unit / 100) {
                let (whole, hundredths) = (pounds / unit, pounds % unit / (unit / 100));
                let whole = grouped(whole);
                return match hundredths {
                    0 => write!(formatter, "£{whole} {name}"),
                    tenths if tenths.is_multiple_of(10) => {
                        write!(formatter, "£{whole}.{} {name}", tenths / 10)
                    }
                    _ => write!(formatter, "£{whole}.{hundredths:02} {name}"),
                };
            }
        }
        formatter.write_str(&self.in_full())
    }
}

word_enum!(
    /// The limit that a source states instead of an exact amount.
    Bound {
        /// This amount or more.
        AtLeast = "at least",
        /// More than this amount.
        Over = "over",
        /// A little less than this amount.
        Nearly = "nearly",
        /// This amount or less.
        UpTo = "up to",
    }
);

/// An amount of money as a source states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Amount {
    /// The amount in whole pounds.
    pub pounds: Pounds,
    /// The limit that the source states; absent if the amount is exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// True if the amount is paid every year.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub every_year: bool,
}

impl Amount {
    /// Returns the amount in all its digits after its limit, so that amounts below each other can be compared:
    /// `up to £42,000,000`.
    #[must_use]
    pub fn in_full(self) -> String {
        let pounds = self.pounds.in_full();
        match self.bound {
            Some(bound) => format!("{bound} {pounds}"),
            None => pounds,
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        if let Some(bound) = self.bound {
            write!(formatter, "{bound} ")?;
        }
        write!(
            formatter,
            "{}{}",
            self.pounds,
            if self.every_year { " a year" } else { "" }
        )
    }
}

strict_type!(Amount);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_in_govuk_style() {
        for (pounds, words) in [
            (0, "£0"),
            (999, "£999"),
            (25_000, "£25,000"),
            (869_700, "£869,700"),
            (1_000_000, "£1 million"),
            (1_300_000, "£1.3 million"),
            (1_730_000, "£1.73 million"),
            (1_050_000, "£1.05 million"),
            (1_234_567, "£1,234,567"),
            (72_000_000, "£72 million"),
            (1_005_000_000, "£1,005 million"),
            (1_234_500_000, "£1,234.5 million"),
            (2_500_000_000, "£2.5 billion"),
            (1_000_000_000_000_000, "£1,000,000 billion"),
            (u64::MAX, "£18,446,744,073,709,551,615"),
        ] {
            assert_eq!(Pounds(pounds).to_string(), words);
        }
    }

    #[test]
    fn limits_and_yearly_amounts_are_stated() {
        let amount = Amount {
            pounds: Pounds(600_000),
            bound: Some(Bound::Over),
            every_year: true,
        };
        assert_eq!(amount.to_string(), "over £600,000 a year");
        let amount = Amount {
            pounds: Pounds(42_000_000),
            ..amount
        };
        assert_eq!(amount.in_full(), "over £42,000,000");
    }
}
