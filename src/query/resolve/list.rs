//! Several areas in one line.

use super::{
    error::AmbiguousName,
    item::{area, area_or_theme},
    name_key::name_key,
};
use crate::dataset::{AreaIndex, Dataset, ItemIndex};

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
    let names = dataset.areas().map(|(_, area)| area.name.as_str());
    listed(line, most, longest_of(names), &|name| area(dataset, name))
}

/// Returns the areas and themes that a line names, each once: `Derby, Stoke on Trent and early years`.
///
/// Names are found as in [`areas`].
///
/// # Errors
///
/// Returns [`AmbiguousName`] for the first part of the line that is neither an area nor a theme.
pub fn areas_and_themes(dataset: &Dataset, line: &str) -> Result<Vec<ItemIndex>, AmbiguousName> {
    let areas = dataset.areas().map(|(_, area)| area.name.as_str());
    let themes = dataset.themes().map(|(_, theme)| theme.name.as_str());
    let longest = longest_of(areas.chain(themes));
    listed(line, usize::MAX, longest, &|name| {
        area_or_theme(dataset, name)
    })
}

/// Returns the number of words in the longest of some names.
fn longest_of<'n>(names: impl Iterator<Item = &'n str>) -> usize {
    let counts = names.map(|name| name_key(name).split('-').count());
    counts.max().unwrap_or(1)
}

/// Finds the thing with a name.
type Find<'f, T> = &'f dyn Fn(&str) -> Result<T, AmbiguousName>;

/// Returns the things that a line names, each once. A name has at most `longest_name` words.
fn listed<T: PartialEq>(
    line: &str,
    most: usize,
    longest_name: usize,
    find: Find<T>,
) -> Result<Vec<T>, AmbiguousName> {
    let line = line.replace([',', ';'], ", ");
    let words: Vec<&str> = line.split_whitespace().collect();
    let (mut found, mut rest) = (Vec::new(), &words[..]);
    while !rest.is_empty() && found.len() <= most {
        let (count, next) = next(rest, longest_name, find)?;
        rest = &rest[count..];
        found.extend(next.filter(|thing| !found.contains(thing)));
    }
    Ok(found)
}

/// Returns the thing that the words begin with, and the number of its words. A connecting word names nothing.
fn next<T>(
    words: &[&str],
    longest_name: usize,
    find: Find<T>,
) -> Result<(usize, Option<T>), AmbiguousName> {
    for count in (2..=longest_name.min(words.len())).rev() {
        if let Ok(thing) = find(&words[..count].join(" ")) {
            return Ok((count, Some(thing)));
        }
    }
    if CONNECTING_WORDS.contains(&words[0]) {
        return Ok((1, None));
    }
    match find(words[0]) {
        Ok(thing) => Ok((1, Some(thing))),
        // The message names everything up to the next comma.
        Err(error) => Err(words
            .iter()
            .position(|word| word.ends_with(','))
            .filter(|&end| end > 0)
            .and_then(|end| find(words[..=end].join(" ").trim_end_matches(',')).err())
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
    fn areas_and_themes_can_be_in_one_list() {
        let dataset = Dataset::bundled();
        let named = |line| {
            areas_and_themes(&dataset, line).map(|items| {
                let names = items.iter().map(|&item| dataset.reference(item));
                names.collect::<Vec<_>>().join(" ")
            })
        };
        for (line, references) in [
            ("derby early years", "derby theme/early-years"),
            ("early years and maths", "theme/early-years theme/maths"),
            (
                "stoke on trent, norwich teaching and leadership",
                "stoke-on-trent norwich theme/teaching-and-leadership",
            ),
        ] {
            assert_eq!(named(line).as_deref(), Ok(references), "{line}");
        }
        assert!(named("derby zebras").is_err());
    }

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
