//! Diagnosis: all problems of a file that could not be loaded, found in one go.

use std::{collections::HashSet, ops::Range};

use serde::Deserialize;

use super::{
    check::check,
    diagnostic::Diagnostic,
    json_tree::{MAX_DEPTH, Node, ParseError},
};
use crate::{dataset::format::Document, text::quoted};

/// The most problems that are reported. Any further ones probably follow from them.
const MAX_PROBLEMS: usize = 50;

/// Returns all problems of a text, in its order. `first` is the error that stopped the fast reader.
///
/// A value that cannot be read is reported and set aside, and the rest is read again without it. If
/// the list or object around it cannot be read without it, that is set aside too, without a report.
/// Ids in values that were set aside count as known. In this way each mistake is reported once, and
/// hides as few others as possible.
pub(super) fn diagnose(text: &str, first: &serde_json::Error) -> Vec<Diagnostic> {
    if text.trim().is_empty() {
        return vec![Diagnostic::whole(
            "the file is empty",
            "run `oa schema` to see the format of a dataset",
        )];
    }
    let mut tree = match Node::parse(text) {
        Ok(tree) => tree,
        Err(ParseError::Syntax(error)) => return vec![syntax(text, &error)],
        Err(ParseError::TooDeep(byte)) => {
            let message = format!("lists and objects are nested more than {MAX_DEPTH} levels deep");
            return vec![Diagnostic::at(
                text,
                byte..byte + 1,
                "",
                message,
                "a dataset has at most ten levels",
            )];
        }
    };
    let mut found: Vec<(Range<usize>, String, String)> = Vec::new();
    let mut duplicates = Vec::new();
    tree.remove_duplicates(&mut duplicates);
    found.extend(duplicates.into_iter().map(|(span, key)| {
        (
            span,
            format!("the key {} is used twice in one object", quoted(&key)),
            "remove one of them".to_string(),
        )
    }));
    let mut set_aside = HashSet::new();
    let mut incomplete = HashSet::new();
    let whole = Node::parse(text).ok();
    while found.len() < MAX_PROBLEMS {
        match Document::deserialize(&tree) {
            Ok(document) => {
                if let Err(violations) = check(document, &set_aside) {
                    found.extend(violations.into_iter().map(|violation| {
                        (
                            tree.at(&violation.path).span.clone(),
                            violation.message,
                            violation.help,
                        )
                    }));
                }
                break;
            }
            Err(error) => {
                let span = error.span.unwrap_or_else(|| tree.span.clone());
                if !incomplete.contains(&span.start) {
                    found.push((span.clone(), error.message, error.help));
                }
                match tree.remove(&span, &mut set_aside) {
                    Some(around) => incomplete.insert(around),
                    None => break,
                };
            }
        }
    }
    if found.is_empty() {
        return vec![syntax(text, first)];
    }
    found.sort_by_key(|(span, ..)| span.start);
    found.truncate(MAX_PROBLEMS);
    found
        .into_iter()
        .map(|(span, message, help)| {
            let path = whole
                .as_ref()
                .map(|tree| tree.path_to(span.start))
                .unwrap_or_default();
            Diagnostic::at(text, span, &path, message, help)
        })
        .collect()
}

/// Words a syntax error of JSON.
fn syntax(text: &str, error: &serde_json::Error) -> Diagnostic {
    let line_start = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum::<usize>();
    let byte = (line_start + error.column().saturating_sub(1)).min(text.len());
    let wording = error.to_string();
    let wording = wording
        .rsplit_once(" at line ")
        .map_or(wording.as_str(), |(what, _)| what);
    if error.is_eof() {
        return Diagnostic::at(
            text,
            byte..byte,
            "",
            format!(
                "the file is incomplete: it ends inside {}",
                wording.trim_start_matches("EOF while parsing ")
            ),
            "download or save the file again",
        );
    }
    Diagnostic::at(
        text,
        byte..byte + 1,
        "",
        format!("the file is not valid JSON: {wording}"),
        "correct the file here",
    )
}

/// Words the problem of bytes that are not UTF-8 from the byte `valid` on.
pub(super) fn not_utf8(bytes: &[u8], valid: usize) -> Diagnostic {
    let help = "save the file as UTF-8";
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Diagnostic::whole("this is UTF-16, not UTF-8", help);
    }
    let readable = String::from_utf8_lossy(bytes);
    let message = format!("byte {:#04x} is not UTF-8", bytes[valid]);
    Diagnostic::at(&readable, valid..valid + 1, "", message, help)
}
