//! From what people type to what they mean: `Stoke on Trent`, `stoke`, `oldham/3`, `maths`.

use crate::dataset::{AreaIndex, Dataset, ItemIndex, ThemeIndex};
use crate::text::suggest;

/// What could have been meant, where it isn't clear what was; nothing if nothing comes near.
pub type AmbiguousName = Vec<String>;

/// What a word or reference stands for.
///
/// # Errors
/// If nothing or several things could be meant: those that come nearest.
pub fn resolve(dataset: &Dataset, typed: &str) -> Result<ItemIndex, AmbiguousName> {
    let id = as_id(typed);
    for word in [typed, &id, &format!("theme/{id}"), &format!("source/{id}")] {
        if let Some(item) = dataset.find(word) {
            return Ok(item);
        }
    }
    let named = |name: &str| !id.is_empty() && as_id(name).starts_with(&id);
    let areas = dataset
        .areas()
        .filter(|(_, area)| named(&area.name) || named(area.id.as_str()))
        .map(|(index, _)| ItemIndex::Area(index));
    let themes = dataset
        .themes()
        .filter(|(_, theme)| named(&theme.name))
        .map(|(index, _)| ItemIndex::Theme(index));
    let found: Vec<ItemIndex> = areas.chain(themes).collect();
    match found[..] {
        [item] => Ok(item),
        [] => {
            let all: Vec<String> = dataset
                .item_indices()
                .map(|item| dataset.reference(item).into_owned())
                .collect();
            Err(suggest(&id, all.iter().map(String::as_str))
                .map(str::to_string)
                .into_iter()
                .collect())
        }
        _ => Err(found
            .into_iter()
            .map(|item| dataset.reference(item).into_owned())
            .collect()),
    }
}

/// The area that a word stands for.
///
/// # Errors
/// As [`resolve`]; something that is no area counts as unclear.
pub fn area(dataset: &Dataset, typed: &str) -> Result<AreaIndex, AmbiguousName> {
    match resolve(dataset, typed)? {
        ItemIndex::Area(area) => Ok(area),
        _ => Err(Vec::new()),
    }
}

/// The theme that a word stands for.
///
/// # Errors
/// As [`resolve`]; something that is no theme counts as unclear.
pub fn theme(dataset: &Dataset, typed: &str) -> Result<ThemeIndex, AmbiguousName> {
    match resolve(dataset, typed)? {
        ItemIndex::Theme(theme) => Ok(theme),
        _ => Err(Vec::new()),
    }
}

/// Lower case, one hyphen for whatever stands between letters and digits; slashes stay.
fn as_id(typed: &str) -> String {
    let mut id = String::new();
    for character in typed.trim().to_lowercase().chars() {
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
    fn people_are_understood() {
        let dataset = Dataset::bundled();
        let found =
            |typed: &str| resolve(&dataset, typed).map(|item| dataset.reference(item).into_owned());
        for (typed, meant) in [
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
            assert_eq!(found(typed).as_deref(), Ok(meant), "{typed}");
        }
        assert_eq!(
            found("nor"),
            Err(vec!["north-yorkshire-coast".into(), "norwich".into()])
        );
        assert_eq!(found("hastigns"), Err(vec!["hastings".into()]));
        assert_eq!(found("xyzzyxyzzy"), Err(vec![]));
        assert_eq!(found(""), Err(vec![]));
    }
}
