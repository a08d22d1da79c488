//! Sources: the publications that facts cite.

use serde::{Deserialize, Serialize};

use crate::dataset::values::{PartialDate, SafeText, SourceId, WebAddress, strict_type, word_enum};

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

word_enum!(
    /// The origin of a title that is not the publication's own.
    TitleProvenance {
        /// A description, because the publication's title is not known.
        Description = "a description",
    }
);

word_enum!(
    /// The origin of a date that the publication does not state.
    DateProvenance {
        /// A date inferred from the text of the publication.
        Inferred = "inferred from the text",
        /// The day on which it was read, because nothing in the publication gives a date.
        Read = "the day on which it was read",
    }
);

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

strict_type!(Source);
