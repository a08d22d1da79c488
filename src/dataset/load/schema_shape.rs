//! The JSON Schema as the check of shapes reads it. It uses only what schemars writes for our types.

use std::sync::LazyLock;

use serde_json::{Map, Value as Json};

use crate::dataset::format::SCHEMA;

static ROOT: LazyLock<Json> = LazyLock::new(|| {
    serde_json::from_str(SCHEMA).expect("a test writes the schema with serde_json")
});

/// Returns the schema of the whole file.
pub(super) fn root() -> &'static Json {
    &ROOT
}

/// A part of the schema, without references.
#[derive(Clone, Copy)]
pub(super) struct JsonShape {
    /// The name of the type; empty if it has none.
    pub(super) name: &'static str,
    pub(super) schema: &'static Json,
    pub(super) is_optional: bool,
}

impl JsonShape {
    /// Follows references, and notes that `null` is allowed.
    pub(super) fn of(schema: &'static Json) -> Self {
        if let Some(reference) = schema["$ref"].as_str() {
            let name = reference.trim_start_matches("#/$defs/");
            return Self {
                name,
                ..Self::of(&ROOT["$defs"][name])
            };
        }
        if let Some([value, _null]) = schema["anyOf"].as_array().map(Vec::as_slice) {
            return Self {
                is_optional: true,
                ..Self::of(value)
            };
        }
        Self {
            name: "",
            schema,
            is_optional: schema["type"].is_array(),
        }
    }

    /// Returns the JSON type: `object`, `array` and so on.
    pub(super) fn kind(self) -> &'static str {
        let kind = &self.schema["type"];
        kind.as_str().or(kind[0].as_str()).unwrap_or_default()
    }

    /// Returns the words that are possible, if only certain words are.
    pub(super) fn words(self) -> Option<Vec<&'static str>> {
        let variants = self.schema["oneOf"].as_array()?;
        Some(
            variants
                .iter()
                .filter_map(|variant| variant["const"].as_str())
                .collect(),
        )
    }

    /// Returns the fields of an object.
    pub(super) fn fields(self) -> Option<&'static Map<String, Json>> {
        self.schema["properties"].as_object()
    }

    /// Returns the fields that an object must have.
    pub(super) fn required(self) -> impl Iterator<Item = &'static str> {
        let required = self.schema["required"].as_array();
        required.into_iter().flatten().filter_map(Json::as_str)
    }

    /// Returns the smallest and the largest whole number.
    pub(super) fn range(self) -> (u64, u64) {
        let limit = |name: &str| self.schema[name].as_u64();
        (
            limit("minimum").unwrap_or(0),
            limit("maximum").unwrap_or(u64::MAX),
        )
    }
}
