//! The item a user means: `Stoke on Trent`, `stoke`, `oldham/3`, `maths`.

use std::{error::Error, fmt};

use crate::{
    dataset::{AreaIndex, Dataset, ItemIndex, ThemeIndex},
    text::{quoted, suggest},
};

/// A name that no item has, or that several could have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmbiguousName {
    /// Name as the user typed it.
    pub name: String,
    /// Kind of item that was wanted, with its article: `an area`.
    pub wanted: &'static str,
    /// References of the items that could be meant, or the one that is spelt most like the name.
    pub candidates: Vec<String>,
}

impl fmt::Display for AmbiguousName {
    /// Writes the name as [`quoted`] does, so that it is safe to print.
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let name = quoted(&self.name);
        let wanted = self.wanted;
        match &self.candidates[..] {
            [] => write!(formatter, "{name} is not {wanted}"),
            [one] => write!(formatter, "{name} is not {wanted}; did you mean `{one}`?"),
            [first @ .., last] => write!(
                formatter,
                "{name} could mean `{}` or `{last}`",
                first.join("`, `")
            ),
        }
    }
}

impl Error for AmbiguousName {}

/// Returns the item with a reference, or the area or theme whose name begins like this.
///
/// Case, punctuation and the prefixes `theme/` and `source/` do not matter.
///
/// # Errors
///
/// Returns [`AmbiguousName`] if no item or several items could be meant.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{dataset::Dataset, query::resolve::resolve};
///
/// let dataset = Dataset::bundled();
/// let item = resolve(&dataset, "Stoke on Trent")?;
/// assert_eq!(dataset.reference(item), "stoke-on-trent");
///
/// let error = resolve(&dataset, "nor").expect_err("two areas begin like this");
/// assert_eq!(error.to_string(), "`nor` could mean `north-yorkshire-coast` or `norwich`");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn resolve(dataset: &Dataset, name: &str) -> Result<ItemIndex, AmbiguousName> {
    let id = as_id(name);
    for reference in [name, &id, &format!("theme/{id}"), &format!("source/{id}")] {
        if let Some(item) = dataset.find(reference) {
            return Ok(item);
        }
    }
    let begins = |other: &str| !id.is_empty() && as_id(other).starts_with(&id);
    let areas = dataset
        .areas()
        .filter(|(_, area)| begins(&area.name) || begins(area.id.as_str()))
        .map(|(index, _)| ItemIndex::Area(index));
    let themes = dataset
        .themes()
        .filter(|(_, theme)| begins(&theme.name))
        .map(|(index, _)| ItemIndex::Theme(index));
    let found: Vec<ItemIndex> = areas.chain(themes).collect();
    let candidates = match found[..] {
        [item] => return Ok(item),
        [] => {
            let all: Vec<_> = dataset
                .item_indices()
                .map(|item| dataset.reference(item))
                .collect();
            suggest(&id, all.iter().map(AsRef::as_ref))
                .map(str::to_string)
                .into_iter()
                .collect()
        }
        _ => found
            .into_iter()
            .map(|item| dataset.reference(item).into_owned())
            .collect(),
    };
    Err(AmbiguousName {
        name: name.into(),
        wanted: "an area, theme or reference",
        candidates,
    })
}

/// Returns the area with this name.
///
/// # Errors
///
/// Returns [`AmbiguousName`] as [`resolve`] does, and if the item is not an area.
pub fn area(dataset: &Dataset, name: &str) -> Result<AreaIndex, AmbiguousName> {
    resolve_kind(dataset, name, "an area", |item| match item {
        ItemIndex::Area(area) => Some(area),
        _ => None,
    })
}

/// Returns the theme with this name.
///
/// # Errors
///
/// Returns [`AmbiguousName`] as [`resolve`] does, and if the item is not a theme.
pub fn theme(dataset: &Dataset, name: &str) -> Result<ThemeIndex, AmbiguousName> {
    resolve_kind(dataset, name, "a theme", |item| match item {
        ItemIndex::Theme(theme) => Some(theme),
        _ => None,
    })
}

fn resolve_kind<T>(
    dataset: &Dataset,
    name: &str,
    wanted: &'static str,
    as_kind: impl Fn(ItemIndex) -> Option<T>,
) -> Result<T, AmbiguousName> {
    match resolve(dataset, name) {
        Ok(item) => as_kind(item).ok_or_else(|| AmbiguousName {
            name: name.into(),
            wanted,
            candidates: Vec::new(),
        }),
        Err(error) => Err(AmbiguousName { wanted, ..error }),
    }
}

/// Returns a name in the form of an id: lower case, with one hyphen for everything between letters
/// and digits.
///
/// Slashes are kept.
fn as_id(name: &str) -> String {
    let mut id = String::new();
    for character in name.trim().to_lowercase().chars() {
        match character {
            'a'..='z' | '0'..='9' => id.push(character),
            '/' => {
                id.truncate(id.trim_end_matches('-').len());
                id.push('/');
            }
            _ if !id.is_empty() && !id.ends_with(['-', '/']) => id.push('-'),
            _ => {}
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_resolve_as_people_type_them() {
        let dataset = Dataset::bundled();
        for (name, reference) in [
            ("Stoke on Trent", "stoke-on-trent"),
            ("stoke", "stoke-on-trent"),
            ("STOKE-ON-TRENT", "stoke-on-trent"),
            ("oldham/3", "oldham/3"),
            ("Oldham / 3", "oldham/3"),
            ("maths", "theme/maths"),
            ("Early years", "theme/early-years"),
            ("plan-oldham", "source/plan-oldham"),
            ("programme", "programme"),
            ("fenland", "fenland-and-east-cambridgeshire"),
        ] {
            let found = resolve(&dataset, name).map(|item| dataset.reference(item));
            assert_eq!(found.as_deref(), Ok(reference), "{name}");
        }
    }

    #[test]
    fn unknown_names_get_the_nearest_candidates() {
        let dataset = Dataset::bundled();
        let candidates = |name| {
            resolve(&dataset, name)
                .expect_err("no single item has this name")
                .candidates
        };
        assert_eq!(candidates("nor"), ["north-yorkshire-coast", "norwich"]);
        assert_eq!(candidates("hastigns"), ["hastings"]);
        assert!(candidates("xyzzyxyzzy").is_empty());
        assert!(candidates("").is_empty());
    }

    #[test]
    fn errors_say_what_was_wanted() {
        let dataset = Dataset::bundled();
        let message = |error: AmbiguousName| error.to_string();
        assert_eq!(
            area(&dataset, "maths").map_err(message),
            Err("`maths` is not an area".into())
        );
        assert_eq!(
            area(&dataset, "hastigns\u{1b}").map_err(message),
            Err("`hastigns\u{241b}` is not an area; did you mean `hastings`?".into())
        );
    }
}
