//! The file as a whole, and its themes.

use serde::{Deserialize, Serialize};

use super::{area::Area, programme::Programme, source::Source};
use crate::dataset::values::{GeographyNotes, SafeText, ThemeId, strict_type};

/// The version of the file format that this program reads.
pub const VERSION: u32 = 1;

/// The JSON Schema of the file format.
pub const SCHEMA: &str = include_str!("../../../data/opportunity-areas.schema.json");

/// The whole file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Document {
    /// The version of the format: 1.
    #[cfg_attr(test, schemars(extend("const" = VERSION)))]
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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Theme>,
    /// The areas, in the order in which they are shown.
    pub areas: Vec<Area>,
    /// The publications that facts cite.
    pub sources: Vec<Source>,
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
    /// The subjects that it includes.
    pub what: SafeText,
}

strict_type!(Document, Theme);
