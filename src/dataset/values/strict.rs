//! Reading of blocks and words in one form only: an object for a block, text for a word.
//!
//! serde's derived code also accepts a list for a block (`[-1.5, 53.1, "the bridge"]` for a
//! position) and an object for a word (`{"over": null}`). The JSON Schema does not, and neither
//! should the loader.

use std::fmt;

use serde::{
    Deserializer,
    de::{Error, Visitor, value::StrDeserializer},
    forward_to_deserialize_any,
};

/// Implements serde's traits for types with `#[serde(remote = "Self")]`, through [`Strict`].
macro_rules! strict_type {
    ($($type:ident),+ $(,)?) => {$(
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                // The derived function, which is not the trait's because of `remote`.
                <$type>::deserialize($crate::dataset::values::strict::Strict(deserializer))
            }
        }
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                <$type>::serialize(self, serializer)
            }
        }
    )+};
}

pub(in crate::dataset) use strict_type;

/// A deserializer that reads structs only from objects, and enums only from text.
pub(in crate::dataset) struct Strict<D>(pub(in crate::dataset) D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_str(WordVisitor(visitor))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map identifier ignored_any
    }
}

/// Gives a word to the visitor of an enum.
struct WordVisitor<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for WordVisitor<V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("text")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<V::Value, E> {
        self.0.visit_enum(StrDeserializer::new(word))
    }
}
