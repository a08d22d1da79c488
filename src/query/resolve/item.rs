//! Items, areas and themes by reference or name.

use super::{
    choose::Names,
    error::{AmbiguousName, NameKind},
    name_key::name_key,
};
use crate::{
    dataset::{AreaIndex, Dataset, ItemIndex, SafeText, TermIndex, ThemeIndex},
    query::snapshot::Snapshot,
};

/// Returns the item with a reference, or the area or theme with this name or a name that begins
/// like it, or the term with exactly this name.
///
/// Case, accents, punctuation and the prefixes `theme/`, `term/` and `source/` do not matter. Suggestions
/// are limited to what was known in the snapshot; the item itself is not.
///
/// # Errors
///
/// Returns [`AmbiguousName`] if no item or several items could be meant.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     query::{resolve::resolve, snapshot::Snapshot},
/// };
///
/// let dataset = Dataset::bundled();
/// let snapshot = Snapshot::latest(&dataset);
/// let item = resolve(snapshot, "Stoke on Trent")?;
/// assert_eq!(dataset.reference(item), "stoke-on-trent");
///
/// let error = resolve(snapshot, "nor").expect_err("two areas begin like this");
/// assert_eq!(error.to_string(), "`nor` could mean `north-yorkshire-coast` or `norwich`");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn resolve(snapshot: Snapshot, name: &str) -> Result<ItemIndex, AmbiguousName> {
    let dataset = snapshot.dataset();
    if let Some(item) = with_reference(snapshot, name) {
        return Ok(item);
    }
    let key = name_key(name);
    let names = Names::new(area_names(dataset).chain(theme_names(dataset)));
    let candidates = match names.matching(&key)[..] {
        [only] => return Ok(only),
        [] if !key.is_empty() && key == name_key(&dataset.programme().name) => {
            return Ok(ItemIndex::Programme);
        }
        [] => match Names::new(term_names(dataset)).equal(&key)[..] {
            [only] => return Ok(only),
            [] => most_similar(snapshot, &key).into_iter().collect(),
            ref several => several.to_vec(),
        },
        ref several => several.to_vec(),
    };
    let references = candidates
        .into_iter()
        .map(|item| dataset.reference(item).into_owned());
    Err(AmbiguousName {
        name: name.into(),
        wanted: NameKind::Any,
        candidates: references.collect(),
    })
}

/// Returns the known item with the most similar reference or name.
fn most_similar(snapshot: Snapshot, key: &str) -> Option<ItemIndex> {
    let dataset = snapshot.dataset();
    let known = dataset
        .item_indices()
        .filter(|&item| snapshot.contains(item))
        .map(|item| (dataset.reference(item), item));
    let references: Vec<_> = known.collect();
    let references = references.iter().map(|(name, item)| (&**name, *item));
    let names = area_names(dataset)
        .chain(theme_names(dataset))
        .chain(term_names(dataset).filter(|(_, term)| snapshot.contains(*term)));
    Names::new(references.chain(names)).most_similar(key)
}

/// Returns the area with this name.
///
/// # Errors
///
/// Returns [`AmbiguousName`] if no area or several areas could be meant.
pub fn area(dataset: &Dataset, name: &str) -> Result<AreaIndex, AmbiguousName> {
    if let Some(ItemIndex::Area(area)) = dataset.find(&name_key(name)) {
        return Ok(area);
    }
    let names = Names::new(area_names(dataset));
    match choose(dataset, &names, name, NameKind::Area)? {
        ItemIndex::Area(area) => Ok(area),
        other => unreachable!("{other:?} is not an area"),
    }
}

/// Returns the theme with this name.
///
/// # Errors
///
/// Returns [`AmbiguousName`] if no theme or several themes could be meant.
pub fn theme(dataset: &Dataset, name: &str) -> Result<ThemeIndex, AmbiguousName> {
    let without_prefix = name.strip_prefix("theme/").unwrap_or(name);
    let reference = format!("theme/{}", name_key(without_prefix));
    if let Some(ItemIndex::Theme(theme)) = dataset.find(&reference) {
        return Ok(theme);
    }
    let names = Names::new(theme_names(dataset));
    match choose(dataset, &names, name, NameKind::Theme)? {
        ItemIndex::Theme(theme) => Ok(theme),
        other => unreachable!("{other:?} is not a theme"),
    }
}

/// Returns the term with this name, abbreviation or other spelling, or one that begins like it.
///
/// Beginnings and suggestions are limited to what was known in the snapshot; the term with exactly this name is not.
///
/// # Errors
///
/// Returns [`AmbiguousName`] if no term or several terms could be meant.
pub fn term(snapshot: Snapshot, name: &str) -> Result<TermIndex, AmbiguousName> {
    let dataset = snapshot.dataset();
    let without_prefix = name.strip_prefix("term/").unwrap_or(name);
    let reference = format!("term/{}", name_key(without_prefix));
    if let Some(ItemIndex::Term(term)) = dataset.find(&reference) {
        return Ok(term);
    }
    let all = Names::new(term_names(dataset));
    if let [ItemIndex::Term(term)] = all.equal(&name_key(without_prefix))[..] {
        return Ok(term);
    }
    let known = term_names(dataset).filter(|(_, term)| snapshot.contains(*term));
    match choose(dataset, &Names::new(known), without_prefix, NameKind::Term)? {
        ItemIndex::Term(term) => Ok(term),
        other => unreachable!("{other:?} is not a term"),
    }
}

/// Returns the area or theme with this name. An area comes first if both have it as their id.
///
/// # Errors
///
/// Returns [`AmbiguousName`] if nothing or several things could be meant.
pub fn area_or_theme(dataset: &Dataset, name: &str) -> Result<ItemIndex, AmbiguousName> {
    let exact = with_reference(Snapshot::latest(dataset), name);
    if let Some(item @ (ItemIndex::Area(_) | ItemIndex::Theme(_))) = exact {
        return Ok(item);
    }
    let names = Names::new(area_names(dataset).chain(theme_names(dataset)));
    choose(dataset, &names, name, NameKind::AreaOrTheme)
}

fn choose(
    dataset: &Dataset,
    names: &Names<ItemIndex>,
    typed: &str,
    wanted: NameKind,
) -> Result<ItemIndex, AmbiguousName> {
    names.choose(typed, wanted, |item| match item {
        // An option for a theme needs no prefix.
        ItemIndex::Theme(theme) if wanted == NameKind::Theme => dataset.theme(theme).id.to_string(),
        ItemIndex::Term(term) if wanted == NameKind::Term => dataset.term(term).term.to_string(),
        _ => dataset.reference(item).into_owned(),
    })
}

/// Returns the item with a reference, with or without `theme/`, `term/` and `source/`. The part
/// before the first slash may be the name of an area.
fn with_reference(snapshot: Snapshot, name: &str) -> Option<ItemIndex> {
    let dataset = snapshot.dataset();
    let key = name_key(name);
    let exact = [
        name,
        &key,
        &format!("theme/{key}"),
        &format!("source/{key}"),
        &format!("term/{key}"),
    ]
    .into_iter()
    .find_map(|reference| dataset.find(reference));
    exact.or_else(|| {
        let (owner, rest) = key.split_once('/')?;
        if owner == "theme" {
            return theme(dataset, rest).ok().map(ItemIndex::Theme);
        }
        if owner == "term" {
            return term(snapshot, rest).ok().map(ItemIndex::Term);
        }
        let owner = area(dataset, owner).ok()?;
        // The number of a priority may have been copied from a list that pads numbers.
        let unpadded = rest.trim_start_matches('0');
        let rest = if unpadded.starts_with(|first: char| first.is_ascii_digit()) {
            unpadded
        } else {
            rest
        };
        dataset.find(&format!("{}/{rest}", dataset.area(owner).id))
    })
}

fn area_names(dataset: &Dataset) -> impl Iterator<Item = (&str, ItemIndex)> {
    dataset.areas().flat_map(|(index, area)| {
        let earlier = area.announced_as.as_deref();
        [area.id.as_str(), &area.name]
            .into_iter()
            .chain(earlier)
            .map(move |name| (name, ItemIndex::Area(index)))
    })
}

fn theme_names(dataset: &Dataset) -> impl Iterator<Item = (&str, ItemIndex)> {
    dataset.themes().flat_map(|(index, theme)| {
        [theme.id.as_str(), &theme.name].map(|name| (name, ItemIndex::Theme(index)))
    })
}

fn term_names(dataset: &Dataset) -> impl Iterator<Item = (&str, ItemIndex)> {
    dataset.terms().flat_map(|(index, term)| {
        let others = term.other_names();
        [term.id.as_str(), &term.term]
            .into_iter()
            .chain(others.map(SafeText::as_str))
            .map(move |name| (name, ItemIndex::Term(index)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn council() -> Dataset {
        let file = "tests/data/valid/council-plan.json";
        Dataset::from_file(file.as_ref()).expect("the dataset is sound")
    }

    #[test]
    fn names_resolve_as_people_type_them() {
        let dataset = Dataset::bundled();
        for (name, reference) in [
            ("Stoke on Trent", "stoke-on-trent"),
            ("stoke", "stoke-on-trent"),
            ("STOKE-ON-TRENT", "stoke-on-trent"),
            ("oldham/3", "oldham/3"),
            ("Oldham / 3", "oldham/3"),
            ("stoke/1", "stoke-on-trent/1"),
            ("maths", "theme/maths"),
            ("theme/math", "theme/maths"),
            ("Early years", "theme/early-years"),
            ("plan-oldham", "source/plan-oldham"),
            ("programme", "programme"),
            ("Opportunity Areas", "programme"),
            ("fenland", "fenland-and-east-cambridgeshire"),
            (
                "Fenland & East Cambridgeshire",
                "fenland-and-east-cambridgeshire",
            ),
            ("oldham/03", "oldham/3"),
        ] {
            let found = resolve(Snapshot::latest(&dataset), name);
            let found = found.map(|item| dataset.reference(item));
            assert_eq!(found.as_deref(), Ok(reference), "{name}");
        }
    }

    #[test]
    fn unknown_names_get_the_nearest_candidates() {
        let dataset = Dataset::bundled();
        let candidates = |name| {
            resolve(Snapshot::latest(&dataset), name)
                .expect_err("no single item has this name")
                .candidates
        };
        assert_eq!(candidates("nor"), ["north-yorkshire-coast", "norwich"]);
        assert_eq!(candidates("hastigns"), ["hastings"]);
        assert_eq!(candidates("oldham/9"), ["oldham/1"]);
        assert!(candidates("xyzzyxyzzy").is_empty());
        assert!(candidates("").is_empty());
    }

    #[test]
    fn errors_say_what_was_wanted() {
        let dataset = Dataset::bundled();
        let message = |error: AmbiguousName| error.to_string();
        assert_eq!(
            area(&dataset, "evidence").map_err(message),
            Err("`evidence` is not an area".into())
        );
        assert_eq!(
            area(&dataset, "hastigns\u{1b}").map_err(message),
            Err("`hastigns\u{241b}` is not an area; did you mean `hastings`?".into())
        );
    }

    #[test]
    fn only_names_of_the_wanted_kind_match() {
        let dataset = council();
        let reference = |item| dataset.reference(item).into_owned();
        let themes = |name| theme(&dataset, name).map(|theme| dataset.theme(theme).id.to_string());
        let areas = |name| area(&dataset, name).map(|area| dataset.area(area).id.to_string());
        // `w` begins no area, `k` begins no theme.
        assert_eq!(themes("w"), Ok("wards".into()));
        assert!(themes("k").is_err_and(|error| error.candidates.is_empty()));
        assert_eq!(areas("ynys mon"), Ok("ynys-mon".into()));
        assert!(areas("w").is_err() && areas("sport").is_err());
        assert_eq!(
            area_or_theme(&dataset, "spo").map(reference),
            Ok("theme/sport".into())
        );
    }

    #[test]
    fn terms_are_found_by_every_name() {
        let text = include_str!("../../../tests/data/valid/every-field.json");
        let dataset = Dataset::from_json("file", text).expect("the file is sound");
        let reference = |item| dataset.reference(item).into_owned();
        for name in [
            "good level of development",
            "GLD",
            "gld",
            "Good level of developement",
            "good level",
            "term/gld",
            "term/good-level-of-development",
        ] {
            let found = term(Snapshot::latest(&dataset), name)
                .map(|term| dataset.term(term).id.to_string());
            assert_eq!(found.as_deref(), Ok("good-level-of-development"), "{name}");
        }
        for name in ["GLD", "term/gld", "good-level-of-development"] {
            let found = resolve(Snapshot::latest(&dataset), name).map(reference);
            assert_eq!(
                found.as_deref(),
                Ok("term/good-level-of-development"),
                "{name}"
            );
        }
        let similar = term(Snapshot::latest(&dataset), "good levl of development")
            .expect_err("it is misspelt");
        assert_eq!(
            similar.to_string(),
            "`good levl of development` is not a term; did you mean `good level of development`?"
        );
        assert!(resolve(Snapshot::latest(&dataset), "good level").is_err());
    }

    #[test]
    fn equal_names_come_before_longer_ones() {
        let dataset = council();
        for (typed, reference) in [
            ("Maths", "theme/numbers"),
            ("maths for", "theme/numbers-at-work"),
            ("North", "north"),
            ("north e", "north-east"),
            ("St. Mary's", "st-marys"),
            ("King’s Heath/1", "kings-heath/1"),
        ] {
            let found = resolve(Snapshot::latest(&dataset), typed);
            assert_eq!(
                found.map(|item| dataset.reference(item)).as_deref(),
                Ok(reference),
                "{typed}"
            );
        }
        let several = theme(&dataset, "math").expect_err("two themes begin like this");
        assert_eq!(several.candidates, ["numbers", "numbers-at-work"]);
    }

    #[test]
    fn suggestions_are_known_in_the_snapshot() {
        let dataset = Dataset::bundled();
        let date: crate::dataset::PartialDate = "2016".parse().expect("a date");
        let early = Snapshot::as_of(&dataset, date);
        let suggested = |snapshot| {
            let error = resolve(snapshot, "oldham/3/mental-health-firstaid");
            error.expect_err("it is misspelt").candidates
        };
        assert_eq!(
            suggested(Snapshot::latest(&dataset)),
            ["oldham/3/mental-health-first-aid"]
        );
        for reference in suggested(early) {
            let item = dataset.find(&reference).expect("it exists");
            assert!(early.contains(item), "{reference}");
        }
    }
}
