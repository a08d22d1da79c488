//! Problems before they are worded for people: with a range of bytes, and with suggestions that are
//! looked for only if the problem is shown.

use std::ops::Range;

use serde_json::{Map, Value as Json};

use super::json_tree::{Node, Value};
use crate::text::Suggestions;

/// A problem of a file.
#[derive(Debug)]
pub(super) struct Problem {
    /// The wrong part of the text, in bytes.
    pub(super) span: Range<usize>,
    /// The problem.
    pub(super) message: String,
    /// The remedy.
    pub(super) help: Help,
}

/// A value that is probably wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Suspicion {
    /// The JSON path.
    pub(super) path: String,
    /// The reason for the suspicion.
    pub(super) message: String,
    /// The remedy.
    pub(super) help: String,
}

/// The remedy for a problem.
#[derive(Debug, Clone)]
pub(super) enum Help {
    /// The remedy in words.
    Words(String),
    /// Probably another field was meant; these exist.
    Field(String, &'static Map<String, Json>),
    /// Probably another word was meant; these exist.
    Choice(String, Vec<&'static str>),
    /// Probably another id was meant.
    Id {
        /// The id that does not exist.
        unknown: String,
        /// The list that should have it.
        list: IdList,
    },
}

/// The lists of the file whose items have ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum IdList {
    Sources,
    Themes,
    Areas,
    Measures,
}

impl IdList {
    fn key(self) -> &'static str {
        match self {
            Self::Sources => "sources",
            Self::Themes => "themes",
            Self::Areas => "areas",
            Self::Measures => "measures",
        }
    }

    /// Returns the word for one item of the list.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Sources => "source",
            Self::Themes => "theme",
            Self::Areas => "area",
            Self::Measures => "measure",
        }
    }
}

impl From<&str> for Help {
    fn from(words: &str) -> Self {
        Self::Words(words.into())
    }
}

impl From<String> for Help {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl Help {
    /// Words the remedy. `tree` is the whole file.
    pub(super) fn words(&self, tree: &Node, suggestions: &mut Suggestions) -> String {
        let meant = |name: &str| format!("did you mean `{name}`?");
        match self {
            Self::Words(words) => words.clone(),
            Self::Field(unknown, fields) => {
                let names = || fields.keys().map(String::as_str);
                suggestions.find(unknown, names()).map_or_else(
                    || {
                        format!(
                            "expected one of: {}",
                            names().collect::<Vec<_>>().join(", ")
                        )
                    },
                    meant,
                )
            }
            Self::Choice(unknown, words) => suggestions
                .find(unknown, words.iter().copied())
                .map_or_else(|| format!("expected one of: {}", words.join(", ")), meant),
            Self::Id { unknown, list } => suggestions.find(unknown, ids(tree, *list)).map_or_else(
                || format!("add it to `{}`, or use another {}", list.key(), list.noun()),
                meant,
            ),
        }
    }
}

/// Returns the ids in one of the lists of the file.
fn ids<'a>(tree: &'a Node<'_>, list: IdList) -> impl Iterator<Item = &'a str> {
    let elements = match tree.member(list.key()).map(|node| &node.value) {
        Some(Value::List(elements)) => elements.as_slice(),
        _ => &[],
    };
    elements
        .iter()
        .filter_map(|element| match &element.node.member("id")?.value {
            Value::Text(id) => Some(id.as_ref()),
            _ => None,
        })
}
