//! Local authorities, their codes, and positions on the map.

use std::{fmt, str::FromStr};

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use super::{strict::strict_type, string_type::string_type, text::SafeText};
use crate::text::quoted;

/// A GSS code of the Office for National Statistics: a capital letter and eight digits, as in
/// `E08000004`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct GssCode(CompactString);

impl GssCode {
    /// Makes a code of the bundled dataset, which is known to be one.
    pub(in crate::dataset) const fn bundled(code: &'static str) -> Self {
        Self(CompactString::const_new(code))
    }
}

/// The error for text that is not a [`GssCode`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseGssCodeError(String);

impl fmt::Display for ParseGssCodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(
            formatter,
            "{} is not a GSS code: write a capital letter and eight digits, as in E08000004",
            quoted(&self.0)
        )
    }
}

impl std::error::Error for ParseGssCodeError {}

impl FromStr for GssCode {
    type Err = ParseGssCodeError;

    fn from_str(word: &str) -> Result<Self, ParseGssCodeError> {
        match word.as_bytes() {
            [b'A'..=b'Z', digits @ ..]
                if digits.len() == 8 && digits.iter().all(u8::is_ascii_digit) =>
            {
                Ok(Self(word.into()))
            }
            _ => Err(ParseGssCodeError(word.into())),
        }
    }
}

impl fmt::Display for GssCode {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

string_type!(GssCode, expecting "a GSS code such as E08000004", pattern "^[A-Z][0-9]{8}$");

/// A local authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Authority {
    /// The name.
    pub name: SafeText,
    /// The GSS code.
    pub gss: GssCode,
}

macro_rules! degrees_type {
    ($(#[$doc:meta])* $name:ident, $limit:literal, $word:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Serialize)]
        #[serde(transparent)]
        pub struct $name(f64);

        impl $name {
            /// Makes degrees of the bundled dataset, which are known to be in range.
            pub(in crate::dataset) const fn bundled(degrees: f64) -> Self {
                Self(degrees)
            }

            /// Returns the value in degrees.
            #[must_use]
            pub fn degrees(self) -> f64 {
                self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let degrees = f64::deserialize(deserializer)?;
                if (f64::from(-$limit)..=f64::from($limit)).contains(&degrees) {
                    Ok(Self(degrees))
                } else {
                    Err(serde::de::Error::custom(format!(concat!("{} is not a ", $word, ": write degrees from -", $limit, " to ", $limit), degrees)))
                }
            }
        }

        #[cfg(test)]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "number", "description": concat!("degrees of ", $word, ", WGS84"), "minimum": -$limit, "maximum": $limit })
            }
        }
    };
}

degrees_type!(
    /// Degrees north of the equator, WGS84.
    Latitude, 90, "latitude"
);
degrees_type!(
    /// Degrees east of Greenwich, WGS84.
    Longitude, 180, "longitude"
);

/// The point of an area on the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct GeoPosition {
    /// Degrees east of Greenwich.
    pub longitude: Longitude,
    /// Degrees north of the equator.
    pub latitude: Latitude,
    /// The place that the point marks.
    pub meaning: SafeText,
}

/// Notes on the geography of all areas.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct GeographyNotes {
    /// The unit and precision of positions.
    pub unit: SafeText,
    /// The date of the boundaries.
    pub boundaries: SafeText,
    /// The origin of the codes.
    pub codes: SafeText,
    /// The codes that were checked.
    pub checked: SafeText,
}

strict_type!(Authority, GeoPosition, GeographyNotes);
