//! Numbers that figures state.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};

use crate::text::grouped;

/// A number that a source states, such as 63.3. It may be negative.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Deserialize)]
#[serde(transparent)]
pub struct Quantity(f64);

/// The first whole number that a `f64` cannot tell from its neighbours.
const MAX_EXACT: f64 = 9_007_199_254_740_992.0;

impl Quantity {
    /// Makes a number of the bundled dataset.
    pub(in crate::dataset) const fn bundled(number: f64) -> Self {
        Self(number)
    }

    /// Returns the number.
    #[must_use]
    pub fn value(self) -> f64 {
        self.0
    }

    /// Returns true for exactly 1, which a noun in the singular follows.
    #[must_use]
    pub fn is_one(self) -> bool {
        self.whole() == Some(1)
    }

    /// Returns the number if it is whole and not too large to be exact.
    fn whole(self) -> Option<i64> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a whole number between limits that fit"
        )]
        (self.0.fract() == 0.0 && self.0.abs() < MAX_EXACT).then_some(self.0 as i64)
    }
}

impl fmt::Display for Quantity {
    /// Writes the number with commas between groups of three digits: `1,200`, `63.3`.
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self.whole() {
            Some(whole) if whole < 0 => write!(formatter, "-{}", grouped(whole.unsigned_abs())),
            Some(whole) => write!(formatter, "{}", grouped(whole.unsigned_abs())),
            None => write!(formatter, "{}", self.0),
        }
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A whole number is written as one, as in the file that it came from.
        match self.whole() {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_f64(self.0),
        }
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Quantity {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Quantity".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "description": "a number such as 63.3" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_write_them() {
        for (number, words) in [
            (0.0, "0"),
            (63.3, "63.3"),
            (25.0, "25"),
            (1200.0, "1,200"),
            (-1200.0, "-1,200"),
            (1234.5, "1234.5"),
        ] {
            assert_eq!(Quantity(number).to_string(), words);
        }
    }

    #[test]
    fn whole_numbers_stay_whole_in_json() {
        for json in ["25", "-3", "63.3", "0"] {
            let quantity: Quantity = serde_json::from_str(json).expect("a number");
            assert_eq!(
                serde_json::to_string(&quantity).expect("a number"),
                json,
                "{json}"
            );
        }
    }
}
