//! The file as a whole, and its themes.

use serde::{Deserialize, Serialize};

use super::{
    area::Area, figure::Measure, programme::Programme, source::Source, term::Term, wave::Wave,
};
use crate::dataset::values::{DataList, GeographyNotes, SafeText, ThemeId, strict_type};

/// The latest version of the file format that this program reads.
pub const VERSION: u32 = 2;
/// The oldest version of the file format that this program reads.
pub const OLDEST_VERSION: u32 = 1;

/// The bundled dataset, as a file. The program itself uses the tables that `src/build.rs` makes of it.
pub const BUNDLED: &str = include_str!("../../../data/opportunity-areas.json");

/// The JSON Schema of the file format.
pub const SCHEMA: &str = include_str!("../../../data/opportunity-areas.schema.json");

/// The whole file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Document {
    /// The version of the format: 1 or 2.
    #[cfg_attr(test, schemars(range(min = OLDEST_VERSION, max = VERSION)))]
    pub version: u32,
    /// A sentence about the dataset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<SafeText>,
    /// The origin of the themes and of the classification.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub classification: Option<SafeText>,
    /// Notes on the geography of all areas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geography: Option<GeographyNotes>,
    /// The programme as a whole.
    pub programme: Programme,
    /// The themes that the priorities are sorted into.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub themes: DataList<Theme>,
    /// The measures of figures.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub measures: DataList<Measure>,
    /// Words and abbreviations that a newcomer may not know.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub terms: DataList<Term>,
    /// The rounds in which areas were named. The areas of a wave that is not in this list were
    /// always known to be in it.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub waves: DataList<Wave>,
    /// The areas, in the order in which they are shown.
    pub areas: DataList<Area>,
    /// The publications that facts cite.
    pub sources: DataList<Source>,
}

/// A subject that priorities of several areas have in common.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Theme {
    /// The id.
    pub id: ThemeId,
    /// The name.
    pub name: SafeText,
    /// A shorter name for narrow headings, of at most 11 columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<SafeText>,
    /// The subjects that it includes.
    pub what: SafeText,
}

impl Theme {
    /// The widest short name in columns.
    pub const MAX_SHORT: usize = 11;

    /// Returns the short name, or else the name.
    #[must_use]
    pub fn short_name(&self) -> &str {
        self.short.as_ref().unwrap_or(&self.name)
    }
}

strict_type!(Document, Theme);
