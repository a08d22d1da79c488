//! JSON with the place of every value, read only when something is wrong with a file.

use std::{borrow::Cow, collections::HashSet, fmt, ops::Range};

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor, value::BorrowedStrDeserializer};
use serde_json::value::RawValue;

/// How deep lists and objects may stand in each other.
pub(super) const DEEPEST: usize = 128;

/// A value and where it stands in the text, in bytes.
#[derive(Debug)]
pub(super) struct Node<'t> {
    pub(super) span: Range<usize>,
    pub(super) value: Value<'t>,
}

#[derive(Debug)]
pub(super) enum Value<'t> {
    Null,
    Bool(bool),
    Number(serde_json::Number),
    Text(Cow<'t, str>),
    List(Vec<Element<'t>>),
    Object(Vec<Member<'t>>),
}

/// A list's value. It keeps its place of origin when others are taken out of the list.
#[derive(Debug)]
pub(super) struct Element<'t> {
    pub(super) place: usize,
    pub(super) node: Node<'t>,
}

/// An object's value.
#[derive(Debug)]
pub(super) struct Member<'t> {
    pub(super) key: Cow<'t, str>,
    pub(super) key_span: Range<usize>,
    pub(super) node: Node<'t>,
}

/// Why there is no tree.
#[derive(Debug)]
pub(super) enum NoTree {
    /// Not JSON.
    Syntax(serde_json::Error),
    /// Nested deeper than [`DEEPEST`], first at this byte.
    TooDeep(usize),
}

impl From<serde_json::Error> for NoTree {
    fn from(error: serde_json::Error) -> Self {
        Self::Syntax(error)
    }
}

impl<'t> Node<'t> {
    /// Reads a whole text.
    pub(super) fn read(text: &'t str) -> Result<Self, NoTree> {
        Self::grow(text, serde_json::from_str(text)?, 0)
    }

    fn grow(text: &'t str, raw: &'t RawValue, depth: usize) -> Result<Self, NoTree> {
        let json = raw.get();
        let start = offset(text, json);
        if depth > DEEPEST {
            return Err(NoTree::TooDeep(start));
        }
        let value = match json.as_bytes().first() {
            Some(b'n') => Value::Null,
            Some(b't') => Value::Bool(true),
            Some(b'f') => Value::Bool(false),
            Some(b'"') => Value::Text(serde_json::from_str::<Borrowed>(json)?.0),
            Some(b'[') => {
                let raws: Vec<&RawValue> = serde_json::from_str(json)?;
                let grown = raws.into_iter().enumerate().map(|(place, raw)| Ok(Element { place, node: Self::grow(text, raw, depth + 1)? }));
                Value::List(grown.collect::<Result<_, NoTree>>()?)
            }
            Some(b'{') => {
                let Members(raws) = serde_json::from_str(json)?;
                let grown = raws.into_iter().map(|(key, raw)| {
                    let node = Self::grow(text, raw, depth + 1)?;
                    let key_span = match &key {
                        Cow::Borrowed(word) => offset(text, word) - 1..offset(text, word) + word.len() + 1,
                        Cow::Owned(_) => node.span.clone(),
                    };
                    Ok(Member { key, key_span, node })
                });
                Value::Object(grown.collect::<Result<_, NoTree>>()?)
            }
            _ => Value::Number(serde_json::from_str(json)?),
        };
        Ok(Self { span: start..start + json.len(), value })
    }

    /// The JSON path of what stands at this byte, with the places that list values had in the file.
    pub(super) fn path_to(&self, byte: usize) -> String {
        let mut path = String::new();
        let mut node = self;
        loop {
            node = match &node.value {
                Value::List(elements) => match elements.iter().find(|element| element.node.span.contains(&byte)) {
                    Some(element) => {
                        path.push_str(&format!("[{}]", element.place));
                        &element.node
                    }
                    None => return path,
                },
                Value::Object(members) => {
                    match members.iter().find(|member| member.key_span.contains(&byte) || member.node.span.contains(&byte)) {
                        Some(member) => {
                            if !path.is_empty() {
                                path.push('.');
                            }
                            path.push_str(&member.key);
                            &member.node
                        }
                        None => return path,
                    }
                }
                _ => return path,
            };
        }
    }

    /// What stands at a JSON path whose list places count what is in the tree now.
    pub(super) fn at(&self, path: &str) -> &Self {
        let steps = path.split(['.', '[', ']']).filter(|step| !step.is_empty());
        steps.fold(self, |node, step| match &node.value {
            Value::List(elements) => step.parse().ok().and_then(|place: usize| elements.get(place)).map_or(node, |element| &element.node),
            Value::Object(members) => members.iter().find(|member| member.key == step).map_or(node, |member| &member.node),
            _ => node,
        })
    }

    /// Takes out keys that an object has twice, and says where they stood.
    pub(super) fn take_duplicates(&mut self, found: &mut Vec<(Range<usize>, String)>) {
        match &mut self.value {
            Value::List(elements) => elements.iter_mut().for_each(|element| element.node.take_duplicates(found)),
            Value::Object(members) => {
                let mut keys = HashSet::new();
                members.retain(|member| {
                    let first = keys.insert(member.key.to_string());
                    if !first {
                        found.push((member.key_span.clone(), member.key.to_string()));
                    }
                    first
                });
                for member in members {
                    member.node.take_duplicates(found);
                }
            }
            _ => {}
        }
    }

    /// Takes the value (or the key, with its value) that stands there out of the list or object around it, and collects the ids in it.
    /// Gives the first byte of that list or object; none if nothing stands there, or only the whole.
    pub(super) fn take(&mut self, span: &Range<usize>, ids: &mut HashSet<String>) -> Option<usize> {
        if !self.span.contains(&span.start) {
            return None;
        }
        let start = self.span.start;
        match &mut self.value {
            Value::List(elements) => match elements.iter().position(|element| element.node.span == *span) {
                Some(place) => {
                    elements.remove(place).node.collect_ids(ids);
                    Some(start)
                }
                None => elements.iter_mut().find_map(|element| element.node.take(span, ids)),
            },
            Value::Object(members) => match members.iter().position(|member| member.node.span == *span || member.key_span == *span) {
                Some(place) => {
                    let member = members.remove(place);
                    member.collect_id(ids);
                    member.node.collect_ids(ids);
                    Some(start)
                }
                None => members.iter_mut().find_map(|member| member.node.take(span, ids)),
            },
            _ => None,
        }
    }

    fn collect_ids(&self, ids: &mut HashSet<String>) {
        match &self.value {
            Value::List(elements) => elements.iter().for_each(|element| element.node.collect_ids(ids)),
            Value::Object(members) => members.iter().for_each(|member| {
                member.collect_id(ids);
                member.node.collect_ids(ids);
            }),
            _ => {}
        }
    }
}

impl Member<'_> {
    /// An id that is no id is collected as what it was probably meant to be.
    fn collect_id(&self, ids: &mut HashSet<String>) {
        if let ("id", Value::Text(id)) = (self.key.as_ref(), &self.node.value) {
            ids.insert(id.to_lowercase().replace([' ', '_'], "-"));
        }
    }
}

fn offset(text: &str, part: &str) -> usize {
    part.as_ptr().addr() - text.as_ptr().addr()
}

/// A string that is borrowed from the text wherever it has no escapes.
struct Borrowed<'t>(Cow<'t, str>);

impl<'t> serde::Deserialize<'t> for Borrowed<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'t> Visitor<'t> for Words {
            type Value = Borrowed<'t>;
            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("text")
            }
            fn visit_borrowed_str<E>(self, word: &'t str) -> Result<Self::Value, E> {
                Ok(Borrowed(Cow::Borrowed(word)))
            }
            fn visit_str<E>(self, word: &str) -> Result<Self::Value, E> {
                Ok(Borrowed(Cow::Owned(word.into())))
            }
        }
        deserializer.deserialize_str(Words)
    }
}

/// An object's members in order, keys that come twice included.
struct Members<'t>(Vec<(Cow<'t, str>, &'t RawValue)>);

impl<'t> serde::Deserialize<'t> for Members<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'t> Visitor<'t> for Pairs {
            type Value = Members<'t>;
            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("an object")
            }
            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some((Borrowed(key), raw)) = map.next_entry()? {
                    members.push((key, raw));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

/// What is wrong with a value, and where.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) span: Option<Range<usize>>,
    pub(super) message: String,
    pub(super) help: String,
}

impl Fault {
    fn new(message: String, help: impl Into<String>) -> Self {
        Self { span: None, message, help: help.into() }
    }

    fn within(mut self, span: &Range<usize>) -> Self {
        self.span.get_or_insert_with(|| span.clone());
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

fn choice(word: &str, known: &'static [&'static str]) -> String {
    match super::word::nearest(word, known.iter().copied()) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("known here: {}", known.join(", ")),
    }
}

/// What serde expects, in words for people who don't know its types.
fn wanted(expected: &str) -> &str {
    match expected {
        "u8" | "u16" | "u32" | "u64" => "a whole number that is not negative",
        "f64" => "a number",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        _ if expected.starts_with("struct ") => "an object",
        _ if expected.starts_with("enum ") || expected == "a string" => "text",
        _ => expected,
    }
}

fn unexpected_words(unexpected: serde::de::Unexpected) -> String {
    use serde::de::Unexpected;
    match unexpected {
        Unexpected::Str(text) => format!("the text \"{}\"", super::text::sanitised(text)),
        Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => {
            unexpected.to_string().replace("integer", "the number").replace("floating point", "the number")
        }
        Unexpected::Bool(truth) => truth.to_string(),
        Unexpected::Unit | Unexpected::Option => "null".into(),
        Unexpected::Seq => "a list".into(),
        Unexpected::Map => "an object".into(),
        other => other.to_string(),
    }
}

impl serde::de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string(), "")
    }
    fn invalid_type(unexpected: serde::de::Unexpected, expected: &dyn serde::de::Expected) -> Self {
        Self::new(format!("expected {}, found {}", wanted(&expected.to_string()), unexpected_words(unexpected)), "")
    }
    fn invalid_value(unexpected: serde::de::Unexpected, expected: &dyn serde::de::Expected) -> Self {
        Self::invalid_type(unexpected, expected)
    }
    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::new(format!("unknown field `{}`", super::text::sanitised(field)), choice(field, expected))
    }
    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self::new(format!("unknown word `{}`", super::text::sanitised(variant)), choice(variant, expected))
    }
    fn missing_field(field: &'static str) -> Self {
        let help = if field == "cites" {
            "every fact needs at least one source and the place in it"
        } else {
            "add it; the format is described in the JSON Schema"
        };
        Self::new(format!("missing field `{field}`"), help)
    }
}

impl<'de> Deserializer<'de> for &'de Node<'_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
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
        read.map_err(|fault| fault.within(&self.span))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Fault> {
        let read = match &self.value {
            Value::Text(word) => visitor.visit_enum(BorrowedStrDeserializer::new(word)),
            _ => return self.deserialize_any(visitor),
        };
        read.map_err(|fault: Fault| fault.within(&self.span))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

struct Elements<'a, 't>(std::slice::Iter<'a, Element<'t>>);

impl<'a> SeqAccess<'a> for Elements<'a, '_> {
    type Error = Fault;
    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        self.0.next().map(|element| seed.deserialize(&element.node).map_err(|fault| fault.within(&element.node.span))).transpose()
    }
}

struct ObjectMembers<'a, 't>(std::slice::Iter<'a, Member<'t>>, Option<&'a Node<'t>>);

impl<'a> MapAccess<'a> for ObjectMembers<'a, '_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some(member) = self.0.next() else { return Ok(None) };
        self.1 = Some(&member.node);
        seed.deserialize(BorrowedStrDeserializer::new(&member.key)).map(Some).map_err(|fault: Fault| fault.within(&member.key_span))
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        match self.1.take() {
            Some(node) => seed.deserialize(node).map_err(|fault| fault.within(&node.span)),
            None => Err(serde::de::Error::custom("a value was asked for before its key")),
        }
    }
}
