//! JSON as a tree that knows the position of every value. It is built only if something is wrong
//! with a file.

use std::{borrow::Cow, collections::HashSet, fmt, ops::Range};

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The deepest nesting of lists and objects.
pub(super) const MAX_DEPTH: usize = 128;

/// A value, and its range of bytes in the text.
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
    /// A text or number that JSON allows, but that no program can read, with the reason: half of a
    /// surrogate pair, or a number that is too large.
    Invalid(String),
}

/// A value in a list, with its original index: others may be removed from the list.
#[derive(Debug)]
pub(super) struct Element<'t> {
    pub(super) index: usize,
    pub(super) node: Node<'t>,
}

/// A value in an object.
#[derive(Debug)]
pub(super) struct Member<'t> {
    pub(super) key: Cow<'t, str>,
    pub(super) key_span: Range<usize>,
    pub(super) node: Node<'t>,
}

/// The error for text that cannot be read as a tree.
#[derive(Debug)]
pub(super) enum ParseError {
    /// The text is not JSON from this byte on.
    Syntax(usize, serde_json::Error),
    /// The text is nested deeper than [`MAX_DEPTH`], first at this byte.
    TooDeep(usize),
}

impl ParseError {
    /// Makes the error of reading `part`, which begins at a byte of the text: `serde_json` counts
    /// lines and columns from the start of what it reads.
    fn in_part(part: &str, start: usize, error: serde_json::Error) -> Self {
        Self::Syntax(start + byte_of(part, &error), error)
    }
}

/// Returns the key whose value begins at a byte, in bytes with its quotation marks. A key with an
/// escape is not a part of the text, so its position cannot be taken from it.
fn key_before(text: &str, value: usize) -> Range<usize> {
    let end = text[..value]
        .trim_end_matches([' ', '\t', '\n', '\r', ':'])
        .len();
    let is_escaped = |quote: usize| {
        let before = &text[..quote];
        (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
    };
    let start = text[..end.saturating_sub(1)]
        .rmatch_indices('"')
        .map(|(quote, _)| quote)
        .find(|&quote| !is_escaped(quote));
    start.unwrap_or(value)..end
}

/// Returns the position of an error in bytes from the start of the text that was read.
pub(super) fn byte_of(part: &str, error: &serde_json::Error) -> usize {
    let lines = part.split_inclusive('\n');
    let line_start: usize = lines
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    (line_start + error.column().saturating_sub(1)).min(part.len())
}

impl<'t> Node<'t> {
    /// Parses a whole text.
    pub(super) fn parse(text: &'t str) -> Result<Self, ParseError> {
        match serde_json::from_str(text) {
            Ok(raw) => Self::build(text, raw, 0),
            Err(error) => Err(ParseError::in_part(text, 0, error)),
        }
    }

    fn build(text: &'t str, raw: &'t RawValue, depth: usize) -> Result<Self, ParseError> {
        let json = raw.get();
        let start = offset(text, json);
        if depth > MAX_DEPTH {
            return Err(ParseError::TooDeep(start));
        }
        let in_part = |error| ParseError::in_part(json, start, error);
        let value = match json.as_bytes().first() {
            Some(b'n') => Value::Null,
            Some(b't') => Value::Bool(true),
            Some(b'f') => Value::Bool(false),
            Some(b'"') => match serde_json::from_str::<Borrowed>(json) {
                Ok(Borrowed(text)) => Value::Text(text),
                Err(error) => Value::Invalid(format!(
                    "this text cannot be read: {}",
                    reason(&error.to_string())
                )),
            },
            Some(b'[') => {
                let raws: Vec<&RawValue> = serde_json::from_str(json).map_err(in_part)?;
                let built = raws.into_iter().enumerate().map(|(index, raw)| {
                    Ok(Element {
                        index,
                        node: Self::build(text, raw, depth + 1)?,
                    })
                });
                Value::List(built.collect::<Result<_, ParseError>>()?)
            }
            Some(b'{') => {
                let Members(raws) = serde_json::from_str(json).map_err(in_part)?;
                let built = raws.into_iter().map(|(key, raw)| {
                    let node = Self::build(text, raw, depth + 1)?;
                    let key_span = match &key {
                        Cow::Borrowed(word) => {
                            offset(text, word) - 1..offset(text, word) + word.len() + 1
                        }
                        Cow::Owned(_) => key_before(text, node.span.start),
                    };
                    Ok(Member {
                        key,
                        key_span,
                        node,
                    })
                });
                Value::Object(built.collect::<Result<_, ParseError>>()?)
            }
            _ => match serde_json::from_str(json) {
                Ok(number) => Value::Number(number),
                Err(error) => Value::Invalid(format!(
                    "this number cannot be read: {}",
                    reason(&error.to_string())
                )),
            },
        };
        Ok(Self {
            span: start..start + json.len(),
            value,
        })
    }

    /// Returns the value of a field.
    pub(super) fn member(&self, key: &str) -> Option<&Self> {
        let Value::Object(members) = &self.value else {
            return None;
        };
        let member = members.iter().find(|member| member.key == key)?;
        Some(&member.node)
    }

    /// Returns the JSON path of the value at a byte, with the original indices of lists.
    ///
    /// Values are in the order of the text, so a long list takes no walk.
    pub(super) fn path_to(&self, byte: usize) -> String {
        let mut path = String::new();
        let mut node = self;
        loop {
            node = match &node.value {
                Value::List(elements) => {
                    let after = elements.partition_point(|element| element.node.span.end <= byte);
                    match elements.get(after) {
                        Some(element) if element.node.span.contains(&byte) => {
                            path.push_str(&format!("[{}]", element.index));
                            &element.node
                        }
                        _ => return path,
                    }
                }
                Value::Object(members) => {
                    let after = members.partition_point(|member| member.node.span.end <= byte);
                    match members.get(after) {
                        Some(member) if member.key_span.start <= byte => {
                            if !path.is_empty() {
                                path.push('.');
                            }
                            path.push_str(&member.key);
                            &member.node
                        }
                        _ => return path,
                    }
                }
                _ => return path,
            };
        }
    }

    /// Returns the value at a JSON path whose indices count the values that are in the tree now.
    pub(super) fn at(&self, path: &str) -> &Self {
        let steps = path.split(['.', '[', ']']).filter(|step| !step.is_empty());
        steps.fold(self, |node, step| match &node.value {
            Value::List(elements) => step
                .parse()
                .ok()
                .and_then(|index: usize| elements.get(index))
                .map_or(node, |element| &element.node),
            _ => node.member(step).unwrap_or(node),
        })
    }

    /// Removes members whose key an object already has, and adds their key and its position to
    /// `found`.
    pub(super) fn remove_duplicates(&mut self, found: &mut Vec<(Range<usize>, String)>) {
        match &mut self.value {
            Value::List(elements) => elements
                .iter_mut()
                .for_each(|element| element.node.remove_duplicates(found)),
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
                    member.node.remove_duplicates(found);
                }
            }
            _ => {}
        }
    }

    /// Adds the ids of this value and of those in it to `ids`.
    pub(super) fn collect_ids(&self, ids: &mut HashSet<String>) {
        match &self.value {
            Value::List(elements) => elements
                .iter()
                .for_each(|element| element.node.collect_ids(ids)),
            Value::Object(members) => members.iter().for_each(|member| {
                member.collect_id(ids);
                member.node.collect_ids(ids);
            }),
            _ => {}
        }
    }
}

impl Member<'_> {
    /// Adds the id or the reference to `ids`; an invalid one as what was probably meant.
    pub(super) fn collect_id(&self, ids: &mut HashSet<String>) {
        if let ("id" | "reference", Value::Text(id)) = (self.key.as_ref(), &self.node.value) {
            ids.insert(id.to_lowercase().replace([' ', '_'], "-"));
        }
    }
}

/// Returns the reason in a message of `serde_json`, without the position, which counts from the
/// start of the value.
pub(super) fn reason(message: &str) -> &str {
    message
        .rsplit_once(" at line ")
        .map_or(message, |(reason, _)| reason)
}

/// Returns the position in bytes of a part of the text.
fn offset(text: &str, part: &str) -> usize {
    part.as_ptr().addr() - text.as_ptr().addr()
}

/// A string, borrowed from the text unless it has escapes.
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

/// The members of an object in order, including repeated keys.
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
