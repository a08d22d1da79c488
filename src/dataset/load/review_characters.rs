//! Review of texts: characters that had to be replaced, because a terminal would obey them or nothing can show them.

use std::io::Write;

use serde_json::Value;

use super::problem::Suspicion;
use crate::{dataset::store::Dataset, text::is_obeyed};

/// Returns the texts of a dataset with replaced characters, except those at the paths that are reported already.
///
/// `text` is the text of the file, in which such characters are rare. Only if it has one are all texts looked at.
pub(super) fn review_characters(
    text: &str,
    dataset: &Dataset,
    reported: &[Suspicion],
) -> Vec<Suspicion> {
    if !may_have_controls(text) {
        return Vec::new();
    }
    let Some(document) = written_again(dataset) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    review_value(&document, "", &mut found);
    found.retain(|new| reported.iter().all(|other| other.path != new.path));
    found
}

/// Returns the values of a dataset, whose characters are replaced already.
///
/// It writes them as an export does: another way to write all types of the format would make the program larger.
fn written_again(dataset: &Dataset) -> Option<Value> {
    let mut json = Vec::new();
    let out: &mut dyn Write = &mut json;
    serde_json::to_writer_pretty(out, dataset.document()).ok()?;
    serde_json::from_slice(&json).ok()
}

/// Returns true if a string of a JSON text may have a character that is replaced when it is read: as it is, or as an escape
/// such as `\\u001b` or `\\n`.
fn may_have_controls(text: &str) -> bool {
    let is_space = |character: char| matches!(character, '\n' | '\r' | '\t');
    let has_escape = || {
        text.as_bytes().windows(2).any(|pair| {
            pair[0] == b'\\' && matches!(pair[1], b'b' | b'f' | b'n' | b'r' | b't' | b'u')
        })
    };
    text.contains(|character| is_obeyed(character) && !is_space(character)) || has_escape()
}

fn review_value(value: &Value, path: &str, found: &mut Vec<Suspicion>) {
    match value {
        Value::String(text) => {
            if let Some(character) = replaced(text) {
                found.push(Suspicion {
                    path: path.into(),
                    message: format!("this text has a character that cannot be shown: {character}"),
                    help: "write the text again without it".into(),
                });
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                review_value(item, &format!("{path}[{index}]"), found);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                review_value(value, &format!("{path}{dot}{name}"), found);
            }
        }
        _ => {}
    }
}

/// Returns what stands for the first replaced character of a text: a control picture, or a code such as `<U+202E>`.
fn replaced(text: &str) -> Option<&str> {
    let is_picture = |character: char| matches!(character, '\u{2400}'..='\u{2421}');
    let picture = text
        .find(is_picture)
        .map(|at| &text[at..at + '\u{2400}'.len_utf8()]);
    picture.or_else(|| {
        let code = &text[text.find("<U+")?..];
        Some(&code[..=code.find('>')?])
    })
}
