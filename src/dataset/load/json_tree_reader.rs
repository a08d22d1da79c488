//! A serde deserializer for JSON trees without problems of shape.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor, value::BorrowedStrDeserializer,
};

use super::json_tree::{Element, Member, Node, Value};

/// The error for a value that cannot be read although its shape was found to be right.
#[derive(Debug)]
pub(super) struct DeserializeError(pub(super) String);

impl fmt::Display for DeserializeError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for DeserializeError {}

impl serde::de::Error for DeserializeError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

impl<'de> Deserializer<'de> for &'de Node<'_> {
    type Error = DeserializeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DeserializeError> {
        match &self.value {
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
            Value::Invalid(reason) => Err(DeserializeError(reason.clone())),
        }
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

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
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
            .map(|element| seed.deserialize(&element.node))
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
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, DeserializeError> {
        match self.1.take() {
            Some(node) => seed.deserialize(node),
            None => Err(serde::de::Error::custom("a value was read before its key")),
        }
    }
}
