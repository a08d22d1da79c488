//! The areas that a user names to compare them.

use thiserror::Error;

use super::content::comparison_example;
use crate::{
    dataset::{AreaIndex, Dataset},
    query::resolve::{self, AmbiguousName},
};

/// The most areas that are compared.
const MAX_AREAS: usize = 4;

/// Returns the areas with these names, separated by spaces or commas. A single one is added to `others`.
pub(super) fn areas(
    dataset: &Dataset,
    names: &str,
    others: &[AreaIndex],
) -> Result<Vec<AreaIndex>, CompareError> {
    let mut areas = resolve::areas(dataset, names, MAX_AREAS).map_err(CompareError::Name)?;
    if let [only] = areas[..] {
        let others = others.iter().copied().filter(|&other| other != only);
        areas = others.chain([only]).collect();
    }
    if (2..=MAX_AREAS).contains(&areas.len()) {
        Ok(areas)
    } else {
        Err(CompareError::Count {
            example: comparison_example(dataset),
        })
    }
}

/// A reason why areas can't be compared. The messages are whole sentences.
#[derive(Debug, Error)]
pub(super) enum CompareError {
    /// Name of no area, or of several.
    #[error("{}", sentence(.0))]
    Name(#[source] AmbiguousName),
    /// Fewer than two or more than four areas.
    #[error("Type two to four different areas.{example}")]
    Count {
        /// Example of a comparison, with a space before it, or nothing.
        example: String,
    },
}

/// Returns the message of an error with a full stop, unless it is a question.
fn sentence(error: &AmbiguousName) -> String {
    let mut sentence = error.to_string();
    if !sentence.ends_with('?') {
        sentence.push('.');
    }
    sentence
}
