//! Publications, and how facts cite them.

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use super::{
    date::PartialDate, id::SourceId, interning::borrow_or_copy, text::Text, word::string_type,
};

/// A publication.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Its title.
    pub title: Text,
    /// Whether the title is ours, since the publication has none that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_is: Option<TitleProvenance>,
    /// Who published it.
    pub publisher: Text,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Text>,
    /// When it was published.
    pub published: PartialDate,
    /// Whether the date is inferred, since the publication does not state it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_is: Option<DateProvenance>,
    /// Its international standard book number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isbn: Option<Text>,
    /// How many pages it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// Where it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<WebAddress>,
    /// What else to know about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A source and the place in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The source.
    pub source: SourceId,
    /// The place in it.
    pub at: Text,
}

/// Says that a title is ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum TitleProvenance {
    /// The title describes the publication.
    #[serde(rename = "a description")]
    Description,
}

/// Says that a date is not stated by the publication itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum DateProvenance {
    /// The date follows from what the publication says.
    #[serde(rename = "inferred from the text")]
    Inferred,
}

/// A fact's citations: at least one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Citations(Box<[Citation]>);

impl std::ops::Deref for Citations {
    type Target = [Citation];
    fn deref(&self) -> &[Citation] {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Citations {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Citations;
            fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                formatter.write_str("a list of citations")
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(
                self,
                mut list: A,
            ) -> Result<Citations, A::Error> {
                let Some(first) = list.next_element()? else {
                    return Err(serde::de::Error::custom(
                        "no citation: every fact needs at least one source and the place in it",
                    ));
                };
                // Most facts have one citation: it gets just the room that it needs.
                let Some(second) = list.next_element()? else {
                    return Ok(Citations(Box::new([first])));
                };
                let mut cites = vec![first, second];
                while let Some(next) = list.next_element()? {
                    cites.push(next);
                }
                Ok(Citations(cites.into()))
            }
        }
        deserializer.deserialize_seq(Visitor)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Citations {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Cites".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let citation = generator.subschema_for::<Citation>();
        schemars::json_schema!({ "type": "array", "description": "at least one citation", "items": citation, "minItems": 1 })
    }
}

/// An address on the web that can be shown and linked safely: `http` or `https`, without spaces or control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress(CompactString);

impl WebAddress {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for WebAddress {
    type Err = String;
    fn from_str(word: &str) -> Result<Self, String> {
        let rest = word
            .strip_prefix("https://")
            .or_else(|| word.strip_prefix("http://"));
        match rest {
            Some(rest) if !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_graphic()) => {
                Ok(Self(borrow_or_copy(word)))
            }
            _ => Err(format!(
                "`{}` is not an address: write one that starts with https:// and has only plain characters",
                crate::text::sanitize(word)
            )),
        }
    }
}

impl std::fmt::Display for WebAddress {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

string_type!(WebAddress, expecting "an address such as https://www.gov.uk/", pattern "^https?://[!-~]+$");
