//! All that is wrong with a file that could not be loaded, found at once.

use std::{collections::HashSet, ops::Range};

use serde::Deserialize;

use super::{
    Document,
    check::check,
    problem::Diagnostic,
    tree::{MAX_DEPTH, Node, ParseError},
};

/// After so many problems the rest is likely to follow from them.
const MOST: usize = 50;

/// What is wrong with this text.
///
/// A value that can't be read is set aside, and the rest is read as if it weren't there. Where what is around it can't
/// do without it, that is set aside as well, silently; ids in what was set aside count as known. So one mistake is
/// reported once, and hides as little as it can.
pub(super) fn diagnose(text: &str, first: &serde_json::Error) -> Vec<Diagnostic> {
    if text.trim().is_empty() {
        return vec![Diagnostic::whole(
            "the file is empty",
            "write a dataset into it; its format is described in the JSON Schema",
        )];
    }
    let mut tree = match Node::read(text) {
        Ok(tree) => tree,
        Err(ParseError::Syntax(error)) => return vec![syntax(text, &error)],
        Err(ParseError::TooDeep(byte)) => {
            let message =
                format!("lists and objects stand more than {MAX_DEPTH} deep in each other");
            return vec![Diagnostic::at(
                text,
                byte..byte + 1,
                "",
                message,
                "a dataset needs no more than ten levels",
            )];
        }
    };
    let mut found: Vec<(Range<usize>, String, String)> = Vec::new();
    let mut duplicates = Vec::new();
    tree.take_duplicates(&mut duplicates);
    found.extend(duplicates.into_iter().map(|(span, key)| {
        (
            span,
            format!(
                "the key `{}` is used twice in one object",
                crate::text::sanitize(&key)
            ),
            "keep one of them".to_string(),
        )
    }));
    let mut set_aside = HashSet::new();
    let mut incomplete = HashSet::new();
    let whole = Node::read(text).ok();
    while found.len() < MOST {
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
            Err(fault) => {
                let span = fault.span.unwrap_or_else(|| tree.span.clone());
                if !incomplete.contains(&span.start) {
                    found.push((span.clone(), fault.message, fault.help));
                }
                match tree.take(&span, &mut set_aside) {
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
    found.truncate(MOST);
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
                "the file is cut off: it ends inside {}",
                wording.trim_start_matches("EOF while parsing ")
            ),
            "the rest of the file is missing: fetch or save it again",
        );
    }
    Diagnostic::at(
        text,
        byte..byte + 1,
        "",
        format!("this is not JSON: {wording}"),
        "mend the file at this place",
    )
}
