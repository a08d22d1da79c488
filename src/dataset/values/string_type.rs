//! The JSON form of types that are written as one word: ids, dates, codes.

/// Implements serde's traits for a type with `FromStr` and `Display`: its JSON form is a string.
///
/// `written` names another function than `Display` to write it with. In the library's tests the
/// type also gets its JSON Schema, so that the pattern is next to the parser that it describes.
macro_rules! string_type {
    ($type:ty, expecting $expecting:literal, pattern $pattern:literal) => {
        $crate::dataset::values::string_type::string_type!($type, expecting $expecting, pattern $pattern, written ToString::to_string);
    };
    ($type:ty, expecting $expecting:literal, pattern $pattern:literal, written $written:expr) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;
                impl serde::de::Visitor<'_> for Visitor {
                    type Value = $type;
                    fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                        formatter.write_str($expecting)
                    }
                    fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<$type, E> {
                        word.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Visitor)
            }
        }
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&$written(self))
            }
        }
        #[cfg(test)]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "description": $expecting, "pattern": $pattern })
            }
        }
    };
}

pub(super) use string_type;
