//! Several areas in one line.

use super::{error::AmbiguousName, item::area, name_key::name_key};
use crate::dataset::{AreaIndex, Dataset};

/// Words that may connect the names in a list.
const CONNECTING_WORDS: [&str; 4] = ["and", "with", "&", ","];

/// Returns the areas that a line names, each once: `Stoke on Trent, Derby and Oldham`.
///
/// Names may have several words, and commas between them are not needed: the longest run of words
/// that is a name or the beginning of one is taken. The list ends after `most` areas and one more,
/// so that a caller can tell that there are too many.
///
/// # Errors
///
/// Returns [`AmbiguousName`] for the first part of the line that is no area.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{dataset::Dataset, query::resolve};
///
/// let dataset = Dataset::bundled();
/// let areas = resolve::areas(&dataset, "stoke on trent derby", 4)?;
/// let names: Vec<_> = areas.iter().map(|&area| dataset.area(area).name.as_str()).collect();
/// assert_eq!(names, ["Stoke-on-Trent", "Derby"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn areas(dataset: &Dataset, line: &str, most: usize) -> Result<Vec<AreaIndex>, AmbiguousName> {
    let line = line.replace([',', ';'], ", ");
    let words: Vec<&str> = line.split_whitespace().collect();
    let longest_name = dataset
        .areas()
        .map(|(_, area)| name_key(&area.name).split('-').count())
        .max()
        .unwrap_or(1);
    let (mut areas, mut rest) = (Vec::new(), &words[..]);
    while !rest.is_empty() && areas.len() <= most {
        let (count, found) = next(dataset, rest, longest_name)?;
        rest = &rest[count..];
        areas.extend(found.filter(|area| !areas.contains(area)));
    }
    Ok(areas)
}

/// Returns the area that the words begin with, and the number of its words. A connecting word names
/// no area.
fn next(
    dataset: &Dataset,
    words: &[&str],
    longest_name: usize,
) -> Result<(usize, Option<AreaIndex>), AmbiguousName> {
    for count in (2..=longest_name.min(words.len())).rev() {
        if let Ok(area) = area(dataset, &words[..count].join(" ")) {
            return Ok((count, Some(area)));
        }
    }
    if CONNECTING_WORDS.contains(&words[0]) {
        return Ok((1, None));
    }
    match area(dataset, words[0]) {
        Ok(area) => Ok((1, Some(area))),
        // The message names everything up to the next comma.
        Err(error) => Err(words
            .iter()
            .position(|word| word.ends_with(','))
            .filter(|&end| end > 0)
            .and_then(|end| area(dataset, words[..=end].join(" ").trim_end_matches(',')).err())
            .unwrap_or_else(|| AmbiguousName {
                name: error.name.trim_end_matches(',').into(),
                ..error
            })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_several_words_need_no_commas() {
        let dataset = Dataset::bundled();
        let named = |line| {
            areas(&dataset, line, 4).map(|areas| {
                let names = areas.iter().map(|&area| dataset.area(area).id.as_str());
                names.collect::<Vec<_>>().join(" ")
            })
        };
        for (line, ids) in [
            ("Stoke on Trent, Derby", "stoke-on-trent derby"),
            ("stoke on trent derby", "stoke-on-trent derby"),
            ("hastings,ipswich", "hastings ipswich"),
            (
                "Oldham and north yorkshire coast",
                "oldham north-yorkshire-coast",
            ),
            (
                "fenland and east cambridgeshire norwich",
                "fenland-and-east-cambridgeshire norwich",
            ),
            ("derby derby; stoke", "derby stoke-on-trent"),
        ] {
            assert_eq!(named(line).as_deref(), Ok(ids), "{line}");
        }
        let message = |line| named(line).map_err(|error| error.to_string());
        assert_eq!(
            message("Nowhere Land, Derby"),
            Err("`Nowhere Land` is not an area".into())
        );
        assert_eq!(
            message("derby nowhere"),
            Err("`nowhere` is not an area".into())
        );
        assert_eq!(
            message("derbi, oldham"),
            Err("`derbi` is not an area; did you mean `derby`?".into())
        );
    }
}
