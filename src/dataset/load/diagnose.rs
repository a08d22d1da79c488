//! Diagnosis: all problems of a file that could not be loaded, found in one go.

use std::{collections::HashSet, ops::Range};

use serde::Deserialize;

use super::{
    check::check,
    diagnostic::{Diagnostic, Locator},
    json_tree::{MAX_DEPTH, Node, ParseError, Value, byte_of},
    problem::Problem,
    shape::check_shape,
    syntax::syntax_problem,
};
use crate::{
    dataset::format::{Document, VERSION},
    sort::SortShared,
    text::{Suggestions, quoted},
};

/// The most pairs of names that are compared for the suggestions about one file. It takes about
/// a fifth of a second.
const MAX_COMPARISONS: usize = 200_000;

/// The problems that are shown, and the number of all.
pub(super) struct Diagnosis {
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) total: usize,
}

impl From<Diagnostic> for Diagnosis {
    fn from(diagnostic: Diagnostic) -> Self {
        Self {
            diagnostics: vec![diagnostic],
            total: 1,
        }
    }
}

/// Returns the problems of a text, in its order, at most `max_shown` of them. `first` is the error
/// that stopped the fast reader.
///
/// The work grows with the size of the text, not with the number of problems times the size.
pub(super) fn diagnose(text: &str, first: &serde_json::Error, max_shown: usize) -> Diagnosis {
    diagnose_within(
        text,
        first,
        max_shown,
        &mut Suggestions::with_limit(MAX_COMPARISONS),
    )
}

fn diagnose_within(
    text: &str,
    first: &serde_json::Error,
    max_shown: usize,
    suggestions: &mut Suggestions,
) -> Diagnosis {
    if text.trim().is_empty() {
        return Diagnostic::whole(
            "the file is empty",
            "run `oa schema` to see the format of a dataset",
        )
        .into();
    }
    let (mut tree, whole) = match Node::parse(text).and_then(|tree| Ok((tree, Node::parse(text)?)))
    {
        Ok(trees) => trees,
        Err(ParseError::Syntax(byte, error)) => return syntax(text, byte, &error).into(),
        Err(ParseError::TooDeep(byte)) => {
            return Diagnostic::at(
                Locator::new(text).locate(byte..byte + 1, ""),
                &format!("lists and objects are nested more than {MAX_DEPTH} levels deep"),
                "a dataset has at most ten levels",
            )
            .into();
        }
    };
    if let Some(diagnosis) = later_version(text, &tree) {
        return diagnosis;
    }
    let mut problems = problems_of(text, &mut tree);
    if problems.is_empty() {
        return syntax(text, byte_of(text, first), first).into();
    }
    problems.sort_shared_by_key(|problem| problem.span.start);
    let total = problems.len();
    problems.truncate(max_shown);
    let mut locator = Locator::new(text);
    let diagnostics = problems.into_iter().map(|problem| {
        let Problem {
            span,
            message,
            help,
        } = problem;
        let position = locator.locate(span.clone(), &whole.path_to(span.start));
        Diagnostic::at(position, &message, &help.words(&whole, suggestions))
    });
    Diagnosis {
        diagnostics: diagnostics.collect(),
        total,
    }
}

/// Returns the problem of a file whose format is later than what the program reads. Its other
/// problems would be the fields that the later format has added.
fn later_version(text: &str, tree: &Node) -> Option<Diagnosis> {
    let node = tree.member("version")?;
    let Value::Number(number) = &node.value else {
        return None;
    };
    let version = number.as_u64()?;
    (version > u64::from(VERSION)).then(|| {
        Diagnostic::at(
            Locator::new(text).locate(node.span.clone(), "version"),
            &format!(
                "the file has format version {version}; this program reads versions up to {VERSION}"
            ),
            &format!("install a later version of oa, or save the file in format version {VERSION}"),
        )
        .into()
    })
}

/// Finds all problems of a tree, and removes from it what cannot be read.
fn problems_of(text: &str, tree: &mut Node) -> Vec<Problem> {
    let mut duplicates: Vec<(Range<usize>, String)> = Vec::new();
    tree.remove_duplicates(&mut duplicates);
    let mut problems: Vec<Problem> = duplicates
        .into_iter()
        .map(|(span, key)| Problem {
            span,
            message: format!("the key {} is used twice in one object", quoted(&key)),
            help: "remove one of them".into(),
        })
        .collect();
    let mut set_aside = HashSet::new();
    if !check_shape(text, tree, &mut problems, &mut set_aside) {
        return problems;
    }
    let violations = match <Document as Deserialize>::deserialize(&*tree) {
        Ok(document) => check(document, &set_aside, problems.is_empty())
            .err()
            .unwrap_or_default(),
        // The schema and the types would have to disagree.
        Err(error) => {
            problems.push(Problem {
                span: tree.span.clone(),
                message: error.to_string(),
                help: "".into(),
            });
            return problems;
        }
    };
    problems.extend(violations.into_iter().map(|violation| Problem {
        span: tree.at(&violation.path).span.clone(),
        message: violation.message,
        help: violation.help,
    }));
    problems
}

fn syntax(text: &str, byte: usize, error: &serde_json::Error) -> Diagnostic {
    let problem = syntax_problem(text, byte, error);
    Diagnostic::at(
        Locator::new(text).locate(problem.span, ""),
        &problem.message,
        &problem.help,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::suggest;

    /// Returns a file that cites as many sources that do not exist as it has sources.
    fn unknown_sources(count: usize) -> String {
        let facts: Vec<String> = (0..count)
            .map(|number| {
                format!(
                    r#"{{ "reference": "programme/fact-{number}", "text": "a", "cites": [{{ "source": "unknown-{number:05}", "at": "b" }}] }}"#
                )
            })
            .collect();
        let sources: Vec<String> = (0..count)
            .map(|number| {
                format!(
                    r#"{{ "id": "known-{number:05}", "title": "a", "publisher": "b", "published": "2017" }}"#
                )
            })
            .collect();
        format!(
            r#"{{ "version": 1, "programme": {{ "name": "a", "about": [{}] }}, "areas": [], "sources": [{}] }}"#,
            facts.join(","),
            sources.join(",")
        )
    }

    fn diagnose_counting(text: &str, max_shown: usize) -> (Diagnosis, usize) {
        let mut suggestions = Suggestions::with_limit(usize::MAX);
        let error = serde::de::Error::custom("unsound");
        let diagnosis = diagnose_within(text, &error, max_shown, &mut suggestions);
        (diagnosis, usize::MAX - suggestions.comparisons_left())
    }

    #[test]
    fn suggestions_are_looked_for_only_for_what_is_shown() {
        for count in [2_000, 4_000] {
            let (diagnosis, comparisons) = diagnose_counting(&unknown_sources(count), 50);
            assert_eq!((diagnosis.diagnostics.len(), diagnosis.total), (50, count));
            assert!(comparisons <= 50 * count, "{comparisons} comparisons");
        }
    }

    #[test]
    fn showing_everything_stops_looking_for_suggestions_at_a_limit() {
        let text = unknown_sources(2_000);
        let error = serde::de::Error::custom("unsound");
        let mut suggestions = Suggestions::with_limit(MAX_COMPARISONS);
        let diagnosis = diagnose_within(&text, &error, usize::MAX, &mut suggestions);
        assert_eq!(diagnosis.diagnostics.len(), 2_000);
        assert_eq!(suggestions.comparisons_left(), 0);
        assert!(
            diagnosis.diagnostics[0]
                .help
                .contains("did you mean `known-")
        );
        assert_eq!(
            diagnosis.diagnostics[1_999].help,
            "add it to `sources`, or use another source"
        );
        assert_eq!(suggest("known-00001", ["known-00002"]), Some("known-00002"));
    }
}
