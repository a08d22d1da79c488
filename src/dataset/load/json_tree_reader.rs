//! A serde deserializer for JSON trees. Its errors know their position.

use std::{fmt, ops::Range};

use serde::de::{
    DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor, value::BorrowedStrDeserializer,
};

use super::json_tree::{Element, Member, Node, Value};
use crate::text::{echo, quoted, suggest};

/// The error for a value that cannot be read, with its position.
#[derive(Debug)]
pub(super) struct DeserializeError {
    pub(super) span: Option<Range<usize>>,
    pub(super) message: String,
    pub(super) help: String,
}

impl DeserializeError {
    fn new(message: String, help: impl Into<String>) -> Self {
        Self {
            span: None,
            message,
            help: help.into(),
        }
    }

    /// Sets the position, unless a value further in has set it.
    fn within(mut self, span: &Range<usize>) -> Self {
        self.span.get_or_insert_with(|| span.clone());
        self
    }
}

impl fmt::Display for DeserializeError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for DeserializeError {}

/// Suggests one of the names that are possible.
fn choice(word: &str, known: &'static [&'static str]) -> String {
    match suggest(word, known.iter().copied()) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("expected one of: {}", known.join(", ")),
    }
}

/// Words what serde expected, for people who do not know its types.
fn expected_words(expected: &str) -> &str {
    match expected {
        "u8" | "u16" | "u32" | "u64" => "a whole number, 0 or more",
        "f64" => "a number",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        _ if expected.starts_with("struct ") => "an object",
        _ if expected.starts_with("enum ") || expected == "a string" => "text",
        _ => expected,
    }
}

/// Words what serde found instead.
fn unexpected_words(unexpected: serde::de::Unexpected) -> String {
    use serde::de::Unexpected;
    match unexpected {
        Unexpected::Str(text) => format!("the text \"{}\"", echo(text)),
        Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => unexpected
            .to_string()
            .replace("integer", "the number")
            .replace("floating point", "the number"),
        Unexpected::Bool(truth) => truth.to_string(),
        Unexpected::Unit | Unexpected::Option => "null".into(),
        Unexpected::Seq => "a list".into(),
        Unexpected::Map => "an object".into(),
        other => other.to_string(),
    }
}

impl serde::de::Error for DeserializeError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string(), "")
    }
    fn invalid_type(unexpected: serde::de::Unexpected, expected: &dyn serde::de::Expected) -> Self {
        Self::new(
            format!(
                "expected {}, found {}",
                expected_words(&expected.to_string()),
                unexpected_words(unexpected)
            ),
            "",
        )
    }
    fn invalid_value(
        unexpected: serde::de::Unexpected,
        expected: &dyn serde::de::Expected,
    ) -> Self {
        Self::invalid_type(unexpected, expected)
    }
    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::new(
            format!("unknown field {}", quoted(field)),
            choice(field, expected),
        )
    }
    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self::new(
            format!("unknown value {}", quoted(variant)),
            choice(variant, expected),
        )
    }
    fn missing_field(field: &'static str) -> Self {
        let help = if field == "cites" {
            "every fact needs at least one source and the place in it"
        } else {
            "add it; `oa schema` prints the format"
        };
        Self::new(format!("missing field `{field}`"), help)
    }
}

impl<'de> Deserializer<'de> for &'de Node<'_> {
    type Error = DeserializeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeserializeError> {
        let read = match &self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(*truth),
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(number), ..) => visitor.visit_u64(number),
                (_, Some(number), _) => visitor.visit_i64(number),
                (.., number) => visitor.visit_f64(number.unwrap_or(f64::INFINITY)),
            },
            Value::Text(text) => visitor.visit_borrowed_str(text),
            Value::List(elements) => visitor.visit_seq(Elements(elements.iter())),
            Value::Object(members) => visitor.visit_map(ObjectMembers(members.iter(), None)),
        };
        read.map_err(|error| error.within(&self.span))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeserializeError> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, DeserializeError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DeserializeError> {
        let read = match &self.value {
            Value::Text(word) => visitor.visit_enum(BorrowedStrDeserializer::new(word)),
            _ => return self.deserialize_any(visitor),
        };
        read.map_err(|error: DeserializeError| error.within(&self.span))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

struct Elements<'a, 't>(std::slice::Iter<'a, Element<'t>>);

impl<'a> SeqAccess<'a> for Elements<'a, '_> {
    type Error = DeserializeError;
    fn next_element_seed<T: DeserializeSeed<'a>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DeserializeError> {
        self.0
            .next()
            .map(|element| {
                seed.deserialize(&element.node)
                    .map_err(|error| error.within(&element.node.span))
            })
            .transpose()
    }
}

struct ObjectMembers<'a, 't>(std::slice::Iter<'a, Member<'t>>, Option<&'a Node<'t>>);

impl<'a> MapAccess<'a> for ObjectMembers<'a, '_> {
    type Error = DeserializeError;

    fn next_key_seed<K: DeserializeSeed<'a>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, DeserializeError> {
        let Some(member) = self.0.next() else {
            return Ok(None);
        };
        self.1 = Some(&member.node);
        seed.deserialize(BorrowedStrDeserializer::new(&member.key))
            .map(Some)
            .map_err(|error: DeserializeError| error.within(&member.key_span))
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, DeserializeError> {
        match self.1.take() {
            Some(node) => seed
                .deserialize(node)
                .map_err(|error| error.within(&node.span)),
            None => Err(serde::de::Error::custom("a value was read before its key")),
        }
    }
}
