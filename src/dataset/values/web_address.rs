//! Web addresses.

use std::{fmt, str::FromStr};

use compact_str::CompactString;

use super::string_type::string_type;
use crate::text::quoted;

/// A web address that is safe to show and to link: `http` or `https`, printable ASCII without
/// spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress(CompactString);

impl WebAddress {
    /// Makes an address of the bundled dataset, which is known to be one.
    pub(in crate::dataset) const fn bundled(address: &'static str) -> Self {
        Self(CompactString::const_new(address))
    }

    /// Returns the address as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The error for text that is not a [`WebAddress`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseWebAddressError(String);

impl fmt::Display for ParseWebAddressError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(
            formatter,
            "{} is not a web address: start it with https:// and leave out spaces and accents",
            quoted(&self.0)
        )
    }
}

impl std::error::Error for ParseWebAddressError {}

impl FromStr for WebAddress {
    type Err = ParseWebAddressError;

    fn from_str(word: &str) -> Result<Self, ParseWebAddressError> {
        let rest = word
            .strip_prefix("https://")
            .or_else(|| word.strip_prefix("http://"));
        match rest {
            Some(rest) if !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_graphic()) => {
                Ok(Self(CompactString::new(word)))
            }
            _ => Err(ParseWebAddressError(word.into())),
        }
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

string_type!(WebAddress, expecting "a web address such as https://www.gov.uk/", pattern "^https?://[!-~]+$");
