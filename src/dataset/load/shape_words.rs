//! Words for values of the wrong shape: what was expected, what was found.

use super::{
    json_tree::{Node, Value},
    schema_shape::JsonShape,
};
use crate::text::echo;

/// Returns names of fields as a list in a sentence: `` `a`, `b` and `c` ``.
pub(super) fn field_list(fields: &[&str], last_word: &str) -> String {
    let quoted: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
    match &quoted[..] {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} {last_word} {last}", all.join(", ")),
    }
}

/// Words what was expected.
pub(super) fn expected(shape: JsonShape) -> String {
    let (min, max) = shape.range();
    let words = match (shape.name, shape.kind()) {
        ("Pounds", _) => format!("whole pounds, without a fraction, from {min} to {max}"),
        ("Latitude", _) => "a latitude: degrees from -90 to 90".into(),
        ("Longitude", _) => "a longitude: degrees from -180 to 180".into(),
        ("Text", _) => "text".into(),
        (_, "object") => {
            let required: Vec<&str> = shape.required().collect();
            let all: Vec<&str> = shape
                .fields()
                .into_iter()
                .flatten()
                .map(|(name, _)| name.as_str())
                .collect();
            if required.is_empty() {
                format!("an object with the fields {}", field_list(&all, "or"))
            } else if required.len() == 1 {
                format!("an object with the field {}", field_list(&required, "and"))
            } else {
                format!("an object with the fields {}", field_list(&required, "and"))
            }
        }
        (_, "array") => "a list".into(),
        (_, "integer") => format!("a whole number from {min} to {max}"),
        (_, "boolean") => "true or false".into(),
        _ => match shape.words() {
            Some(words) => format!("one of the words {}", field_list(&words, "or")),
            None => shape.schema["description"]
                .as_str()
                .unwrap_or("text")
                .into(),
        },
    };
    format!("expected {words}")
}

/// Words what was found instead. `raw` is the value as the file has it.
pub(super) fn found(node: &Node, raw: &str) -> String {
    match &node.value {
        Value::Null => "null".into(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(_) | Value::Invalid(_) => format!("the number {}", echo(raw)),
        Value::Text(text) => format!("the text \"{}\"", echo(text)),
        Value::List(_) => "a list".into(),
        Value::Object(_) => "an object".into(),
    }
}

/// Returns the remedy for a position that is not an object: an object with its two numbers, if it
/// has two.
pub(super) fn position_help(node: &Node) -> String {
    let degrees = |node: &Node| match &node.value {
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let pair = match &node.value {
        Value::List(elements) => match &elements[..] {
            [first, second, ..] => degrees(&first.node).zip(degrees(&second.node)),
            _ => None,
        },
        _ => None,
    };
    // The order of GeoJSON.
    let (longitude, latitude) = pair.unwrap_or_else(|| ("-1.5".into(), "53.1".into()));
    format!(
        "write {{ \"longitude\": {longitude}, \"latitude\": {latitude}, \"meaning\": \"what the point marks\" }}"
    )
}
