//! Names in filters: the values that they mean, and those that are nearest if there is no such value.

use super::{error::CliError, load::unambiguous, message};
use crate::{
    dataset::{AreaIndex, Dataset, SafeText},
    query::{
        resolve::{self, AmbiguousName, NameKind},
        snapshot::Snapshot,
    },
    text::nearest,
};

/// Most values that are listed in full; of more, only the nearest are.
const MAX_LISTED: usize = 12;
/// Number of the nearest values that are listed.
const NEAREST: usize = 3;

/// Turns an unclear value of an option into the error for it.
pub(super) fn unambiguous_value<T>(
    found: Result<T, AmbiguousName>,
    snapshot: Snapshot,
) -> Result<T, CliError> {
    match found {
        Err(error) if error.candidates.is_empty() => {
            let values = values(snapshot, error.wanted);
            Err(unknown_value(error.wanted, error.name, &values))
        }
        found => unambiguous(found),
    }
}

/// Returns the partners with a name, or else those that the dataset calls by such a word, such as `charity`. Then it says
/// which these are, since others may be charities, too.
pub(super) fn partners_of(snapshot: Snapshot, typed: &str) -> Result<Vec<String>, CliError> {
    let found = resolve::partners(snapshot, typed);
    if found.is_err() {
        let called = resolve::partners_called(snapshot.dataset(), typed);
        if !called.is_empty() {
            let kind = resolve::partner_kind(typed);
            let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) {
                "an"
            } else {
                "a"
            };
            message::notice(&format!(
                "showing the partners that the dataset calls {article} {kind}: {}. It does not say of every partner what it is",
                called.join(", ")
            ));
            return Ok(called);
        }
    }
    unambiguous_value(found, snapshot)
}

/// Returns the areas that the arguments name: each argument one, or all of them together a list in which a name may have
/// several words. An argument with a space was in quotation marks, so without a comma it is one name.
pub(crate) fn named_areas(
    dataset: &Dataset,
    typed: &[String],
    most: usize,
) -> Result<Vec<AreaIndex>, CliError> {
    let any = |characters: fn(char) -> bool| typed.iter().any(|word| word.contains(characters));
    let has_commas = any(|character| matches!(character, ',' | ';'));
    let each = typed.iter().map(|name| resolve::area(dataset, name));
    match each.collect::<Result<Vec<_>, _>>() {
        Ok(areas) if !has_commas => Ok(areas),
        Err(error) if !has_commas && any(char::is_whitespace) => unambiguous(Err(error)),
        _ => unambiguous(resolve::areas(dataset, &typed.join(" "), most)),
    }
}

/// Checks that areas were named in a wave of this number.
pub(super) fn check_wave(snapshot: Snapshot, number: u8) -> Result<(), CliError> {
    let areas = snapshot.dataset().areas();
    let mut waves: Vec<u8> = areas.filter_map(|(_, area)| area.wave).collect();
    waves.sort_unstable();
    waves.dedup();
    if waves.is_empty() || waves.contains(&number) {
        return Ok(());
    }
    let waves: Vec<String> = waves.iter().map(u8::to_string).collect();
    Err(CliError::UnknownWave { number, waves })
}

/// Returns the values that a name of this kind can have.
fn values(snapshot: Snapshot<'_>, wanted: NameKind) -> Vec<&str> {
    let dataset: &Dataset = snapshot.dataset();
    let mut values: Vec<&str> = match wanted {
        NameKind::Area => dataset.areas().map(|(_, area)| area.id.as_str()).collect(),
        NameKind::Theme => {
            let themes = dataset.themes();
            themes.map(|(_, theme)| theme.id.as_str()).collect()
        }
        NameKind::Region => {
            let areas = dataset.areas();
            areas
                .filter_map(|(_, area)| area.region.as_deref())
                .collect()
        }
        NameKind::Partner => {
            let facts = snapshot.all_facts();
            let partners = facts.flat_map(|(_, fact)| fact.partners());
            partners.map(SafeText::as_str).collect()
        }
        _ => Vec::new(),
    };
    values.sort_unstable();
    values.dedup();
    values
}

/// Returns the error for a value that does not exist, with all values or the nearest.
fn unknown_value(wanted: NameKind, typed: String, values: &[&str]) -> CliError {
    let all = values.len() <= MAX_LISTED;
    let listed = if all {
        values.to_vec()
    } else {
        let names = values.iter().map(|value| (value.to_lowercase(), *value));
        let names: Vec<(String, &str)> = names.collect();
        let lower = names.iter().map(|(lower, _)| lower.as_str());
        let nearest = nearest(&typed.to_lowercase(), lower, NEAREST);
        let value = |lower: &str| {
            let found = names.iter().find(|(other, _)| other == lower);
            found.map_or("", |(_, value)| value)
        };
        nearest.into_iter().map(value).collect()
    };
    CliError::UnknownValue {
        wanted,
        typed,
        values: listed.into_iter().map(String::from).collect(),
        all,
    }
}
