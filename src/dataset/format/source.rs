//! Sources: the publications that facts cite.

use serde::{Deserialize, Serialize};

use super::word_enum::word_enum;
use crate::dataset::values::{PartialDate, SafeText, SourceId, WebAddress, strict_type};

/// A publication.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Source {
    /// The id.
    pub id: SourceId,
    /// The title.
    pub title: SafeText,
    /// Set if the title is the dataset's own description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_is: Option<TitleProvenance>,
    /// The publisher.
    pub publisher: SafeText,
    /// The author.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<SafeText>,
    /// The date of publication.
    pub published: PartialDate,
    /// Set if the publication does not state the date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_is: Option<DateProvenance>,
    /// The ISBN.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isbn: Option<SafeText>,
    /// The number of pages.
    #[cfg_attr(test, schemars(range(max = 4_294_967_295_u32)))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// The web address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<WebAddress>,
    /// A note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<SafeText>,
    /// The type of publication.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub source_type: Option<SourceType>,
    /// True if the publication was read only once, and could not be checked again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
}

/// The origin of a title that is not the publication's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(remote = "Self")]
pub enum TitleProvenance {
    /// A description, because the publication's title is not known.
    #[serde(rename = "a description")]
    Description,
}

/// The origin of a date that the publication does not state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(remote = "Self")]
pub enum DateProvenance {
    /// A date inferred from the text of the publication.
    #[serde(rename = "inferred from the text")]
    Inferred,
    /// The day on which it was read, because nothing in the publication gives a date.
    #[serde(rename = "the day on which it was read")]
    Read,
}

word_enum!(
    /// The type of a publication.
    SourceType {
        /// A delivery plan.
        Plan = "plan",
        /// A publication of the government.
        Government = "government",
        /// A paper, debate or report of Parliament.
        Parliament = "parliament",
        /// A publication of a council.
        Council = "council",
        /// A study or an evaluation.
        Research = "research",
        /// A newspaper, magazine or broadcaster.
        Press = "press",
        /// Any other website.
        Website = "website",
    }
);

strict_type!(Source, TitleProvenance, DateProvenance);
