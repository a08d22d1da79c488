//! Check of a JSON tree against the JSON Schema: all problems of shape, in one walk.
//!
//! serde stops at the first problem. The schema is generated from the types that serde reads, so
//! both accept the same files; a test compares them.

use std::{collections::HashSet, str::FromStr};

use serde_json::Value as Json;

use super::{
    json_tree::{Node, Value},
    problem::{Help, Problem},
    schema_shape::{JsonShape, root},
    shape_words::{expected, field_list, found, position_help},
};
use crate::{
    dataset::values::{AreaId, GssCode, PartialDate, Reference, SafeText, WebAddress},
    text::{quoted, suggest},
};

/// The most unknown fields of one object that are compared with its missing ones.
const MAX_MISSPELT: usize = 20;

/// Reports all problems of shape, and removes from the tree what has one.
///
/// A value that is wrong is removed from its list or object. If that cannot be read without it, it
/// is removed too, without a report. Ids of what is removed are added to `set_aside`. In this way
/// each mistake is reported once, and hides no others.
///
/// Returns false if nothing is left of the tree.
pub(super) fn check_shape(
    text: &str,
    tree: &mut Node,
    problems: &mut Vec<Problem>,
    set_aside: &mut HashSet<String>,
) -> bool {
    let mut check = ShapeCheck {
        text,
        problems,
        set_aside,
    };
    check.visit(tree, root())
}

struct ShapeCheck<'a> {
    text: &'a str,
    problems: &'a mut Vec<Problem>,
    set_aside: &'a mut HashSet<String>,
}

impl ShapeCheck<'_> {
    /// Returns false if the value cannot be read, and must be removed.
    fn visit(&mut self, node: &mut Node, schema: &'static Json) -> bool {
        let shape = JsonShape::of(schema);
        match &node.value {
            Value::Null if shape.is_optional => return true,
            Value::Invalid(reason) => {
                let reason = reason.clone();
                return self.refuse(node, reason, "");
            }
            _ => {}
        }
        if let Some(words) = shape.words() {
            return self.visit_word(node, shape, words);
        }
        match (shape.kind(), &mut node.value) {
            ("object", Value::Object(_)) => self.visit_object(node, shape),
            ("array", Value::List(_)) => self.visit_list(node, shape),
            ("string", Value::Text(text)) => match text_problem(shape.name, text) {
                Some(problem) => self.refuse(node, problem, ""),
                None => true,
            },
            ("boolean", Value::Bool(_)) => true,
            ("integer", Value::Number(number)) => {
                let (min, max) = shape.range();
                number
                    .as_u64()
                    .is_some_and(|number| (min..=max).contains(&number))
                    || self.refuse_type(node, shape)
            }
            ("number", Value::Number(number)) => {
                let [min, max] = ["minimum", "maximum"].map(|limit| shape.schema[limit].as_f64());
                number.as_f64().is_some_and(|number| {
                    min.is_none_or(|min| number >= min) && max.is_none_or(|max| number <= max)
                }) || self.refuse_type(node, shape)
            }
            _ => self.refuse_type(node, shape),
        }
    }

    fn visit_word(&mut self, node: &Node, shape: JsonShape, words: Vec<&'static str>) -> bool {
        match &node.value {
            Value::Text(word) if words.contains(&word.as_ref()) => true,
            Value::Text(word) => self.refuse(
                node,
                format!("unknown value {}", quoted(word)),
                Help::Choice(word.to_string(), words),
            ),
            _ => self.refuse_type(node, shape),
        }
    }

    fn visit_list(&mut self, node: &mut Node, shape: JsonShape) -> bool {
        let Value::List(elements) = &mut node.value else {
            return false;
        };
        let items = &shape.schema["items"];
        let was_empty = elements.is_empty();
        elements.retain_mut(|element| {
            let is_sound = self.visit(&mut element.node, items);
            if !is_sound {
                element.node.collect_ids(self.set_aside);
            }
            is_sound
        });
        let needs_one = shape.schema["minItems"].as_u64().is_some_and(|min| min > 0);
        if needs_one && was_empty {
            return self.refuse(
                node,
                "this fact has no citation: add at least one source and the place in it",
                "",
            );
        }
        !(needs_one && elements.is_empty())
    }

    fn visit_object(&mut self, node: &mut Node, shape: JsonShape) -> bool {
        let (Value::Object(members), Some(fields)) = (&mut node.value, shape.fields()) else {
            return false;
        };
        let mut absent: Vec<&str> = shape.required().collect();
        absent.retain(|field| !members.iter().any(|member| member.key == *field));
        let mut unknown = 0;
        let mut is_complete = absent.is_empty();
        members.retain_mut(|member| {
            let is_sound = if let Some(schema) = fields.get(member.key.as_ref()) {
                let is_sound = self.visit(&mut member.node, schema);
                is_complete &= is_sound || !shape.required().any(|field| field == member.key);
                is_sound
            } else {
                unknown += 1;
                let key = member.key.to_string();
                // If it was probably meant as a field that is missing, that one is not reported.
                if unknown <= MAX_MISSPELT
                    && let Some(meant) = suggest(&key, absent.iter().copied())
                {
                    absent.retain(|field| *field != meant);
                }
                self.problems.push(Problem {
                    span: member.key_span.clone(),
                    message: format!("unknown field {}", quoted(&key)),
                    help: Help::Field(key, fields),
                });
                false
            };
            if !is_sound {
                member.collect_id(self.set_aside);
                member.node.collect_ids(self.set_aside);
            }
            is_sound
        });
        if !absent.is_empty() {
            let help = if absent == ["cites"] {
                "every fact needs at least one source and the place in it"
            } else {
                "add it; `oa schema` prints the format"
            };
            let plural = if absent.len() > 1 { "s" } else { "" };
            let message = format!("missing field{plural} {}", field_list(&absent, "and"));
            self.refuse(
                node,
                message,
                help.replace(
                    "add it",
                    if plural.is_empty() {
                        "add it"
                    } else {
                        "add them"
                    },
                ),
            );
        }
        is_complete
    }

    /// Reports a value of the wrong type or outside the range.
    fn refuse_type(&mut self, node: &Node, shape: JsonShape) -> bool {
        let raw = &self.text[node.span.clone()];
        let message = format!("{}, found {}", expected(shape), found(node, raw));
        let help = if shape.name == "GeoPosition" {
            position_help(node)
        } else {
            match (shape.kind(), &node.value) {
                ("array", Value::Text(_)) => {
                    "write a list, with each text in quotation marks: [\"…\", \"…\"]".into()
                }
                (_, Value::Null) => {
                    "if the value is unknown, remove the field or what it belongs to".into()
                }
                _ => String::new(),
            }
        };
        self.refuse(node, message, help)
    }

    /// Reports a value. Returns false.
    fn refuse(&mut self, node: &Node, message: impl Into<String>, help: impl Into<Help>) -> bool {
        self.problems.push(Problem {
            span: node.span.clone(),
            message: message.into(),
            help: help.into(),
        });
        false
    }
}

/// Returns the problem of a text that must have a certain form.
fn text_problem(type_name: &str, text: &str) -> Option<String> {
    fn problem<T: FromStr<Err: ToString>>(text: &str) -> Option<String> {
        text.parse::<T>().err().map(|error| error.to_string())
    }
    match type_name {
        "Text" => SafeText::new(text).err().map(|error| error.to_string()),
        "AreaId" | "ThemeId" | "SourceId" | "TermId" | "MeasureId" => problem::<AreaId>(text),
        "Reference" => problem::<Reference>(text),
        "PartialDate" => problem::<PartialDate>(text),
        "GssCode" => problem::<GssCode>(text),
        "WebAddress" => problem::<WebAddress>(text),
        _ => None,
    }
}
