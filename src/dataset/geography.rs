//! Where an area lies: codes, positions and what is known of both.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{text::Text, word::string_type};

/// A code of the Office for National Statistics (GSS): a letter and eight digits, `E08000004`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct GssCode(Box<str>);

impl FromStr for GssCode {
    type Err = String;
    fn from_str(word: &str) -> Result<Self, String> {
        match word.as_bytes() {
            [b'A'..=b'Z', digits @ ..]
                if digits.len() == 8 && digits.iter().all(u8::is_ascii_digit) =>
            {
                Ok(Self(word.into()))
            }
            _ => Err(format!(
                "`{word}` is not a GSS code: write a capital letter and eight digits, as in E08000004"
            )),
        }
    }
}

impl fmt::Display for GssCode {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

string_type!(GssCode, expecting "a GSS code such as E08000004", pattern "^[A-Z][0-9]{8}$");

/// A local authority by name and code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Its name.
    pub name: Text,
    /// Its code.
    pub gss: GssCode,
}

macro_rules! degrees_type {
    ($(#[$doc:meta])* $name:ident, $limit:literal, $word:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Serialize)]
        #[serde(transparent)]
        pub struct $name(f64);

        impl $name {
            /// The value in degrees.
            #[must_use]
            pub fn degrees(self) -> f64 {
                self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let degrees = f64::deserialize(deserializer)?;
                if (-$limit..=$limit).contains(&degrees) {
                    Ok(Self(degrees))
                } else {
                    Err(serde::de::Error::custom(format!(concat!("{} is off the globe: a ", $word, " lies between -", $limit, " and ", $limit, " degrees"), degrees)))
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
    Latitude, 90.0, "latitude"
);
degrees_type!(
    /// Degrees east of Greenwich, WGS84.
    Longitude, 180.0, "longitude"
);

/// A point that stands for an area on a map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Degrees east of Greenwich.
    pub longitude: Longitude,
    /// Degrees north of the equator.
    pub latitude: Latitude,
    /// What place the point is.
    pub meaning: Text,
}

/// What holds for the geography of every area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GeographyNotes {
    /// The unit of positions and how exact they are.
    pub unit: Text,
    /// The date of the boundaries.
    pub boundaries: Text,
    /// Where the codes are from.
    pub codes: Text,
    /// Which codes were checked.
    pub checked: Text,
}
