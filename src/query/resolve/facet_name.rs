//! Partners and regions by name, for filters.

use super::{
    choose::Names,
    error::{AmbiguousName, NameKind},
    name_key::name_key,
};
use crate::{
    dataset::SafeText,
    query::{facet_options::FacetOption, snapshot::Snapshot},
    text::suggest,
};

/// Returns the option with this name, or the name of its condition before it: `maths`, `theme maths`.
///
/// # Errors
///
/// Returns [`AmbiguousName`] if no option or several options could be meant.
pub fn facet_option<'o>(
    options: &'o [FacetOption],
    name: &str,
) -> Result<&'o FacetOption, AmbiguousName> {
    let find = |options: &mut dyn Iterator<Item = &'o FacetOption>, name: &str| {
        let options: Vec<&FacetOption> = options.collect();
        let names = options.iter().enumerate();
        let names = names.flat_map(|(index, option)| {
            [option.label.as_str(), &option.value].map(|name| (name, index))
        });
        let label = |index: usize| options[index].label.clone();
        let found = Names::new(names).choose(name, NameKind::FilterValue, label);
        found.map(|index| options[index])
    };
    find(&mut options.iter(), name).or_else(|error| {
        let (condition, rest) = name.split_once(char::is_whitespace).ok_or(error)?;
        let condition = condition.to_lowercase();
        let of_condition = |option: &&FacetOption| {
            let singular = option.condition.singular();
            condition == singular || condition == option.condition.plural().to_lowercase()
        };
        find(&mut options.iter().filter(of_condition), rest)
    })
}

/// Returns the partners with this name, or else those with a name that contains it.
///
/// A [`Filter`](crate::query::filter::Filter) compares whole names. Suggestions are limited to what
/// was known in the snapshot; the partners themselves are not.
///
/// # Errors
///
/// Returns [`AmbiguousName`] if no partner has such a name.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{dataset::Dataset, query::{resolve, snapshot::Snapshot}};
///
/// let dataset = Dataset::bundled();
/// let partners = resolve::partners(Snapshot::latest(&dataset), "literacy trust")?;
/// assert_eq!(partners, ["National Literacy Trust"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn partners(snapshot: Snapshot, name: &str) -> Result<Vec<String>, AmbiguousName> {
    let all = Snapshot::latest(snapshot.dataset());
    whole_names(&partner_names(all), name)
        .ok_or_else(|| unknown(&partner_names(snapshot), name, NameKind::Partner))
}

fn partner_names(snapshot: Snapshot<'_>) -> Vec<&str> {
    snapshot
        .all_facts()
        .flat_map(|(_, fact)| fact.partners())
        .map(SafeText::as_str)
        .collect()
}

/// Returns the regions with this name, or else those with a name that contains it.
///
/// # Errors
///
/// Returns [`AmbiguousName`] if no region has such a name.
pub fn regions(snapshot: Snapshot, name: &str) -> Result<Vec<String>, AmbiguousName> {
    let areas = snapshot.dataset().areas();
    let names: Vec<&str> = areas
        .filter_map(|(_, area)| area.region.as_deref())
        .collect();
    whole_names(&names, name).ok_or_else(|| unknown(&names, name, NameKind::Region))
}

/// Returns each name that equals the typed one, or else each that contains it.
fn whole_names(names: &[&str], typed: &str) -> Option<Vec<String>> {
    let key = name_key(typed);
    if key.is_empty() {
        return None;
    }
    let matching = |matches: &dyn Fn(&str) -> bool| {
        let mut whole: Vec<String> = Vec::new();
        for name in names {
            if matches(&name_key(name)) && !whole.iter().any(|other| other == name) {
                whole.push((*name).into());
            }
        }
        Some(whole).filter(|whole| !whole.is_empty())
    };
    matching(&|name| name == key).or_else(|| matching(&|name| name.contains(&key)))
}

fn unknown(names: &[&str], typed: &str, wanted: NameKind) -> AmbiguousName {
    let keys: Vec<String> = names.iter().map(|name| name_key(name)).collect();
    let similar = suggest(&name_key(typed), keys.iter().map(String::as_str));
    let name = similar.and_then(|key| keys.iter().position(|other| other == key));
    AmbiguousName {
        name: typed.into(),
        wanted,
        candidates: name.map(|index| names[index].into()).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::Dataset,
        query::{
            facets::{Condition, values},
            filter::Filter,
        },
    };

    fn council() -> Dataset {
        let file = "tests/data/valid/council-plan.json";
        Dataset::from_file(file.as_ref()).expect("the dataset is sound")
    }

    #[test]
    fn a_part_of_a_name_is_enough_unless_it_is_a_whole_name() {
        let dataset = council();
        let snapshot = Snapshot::latest(&dataset);
        for (typed, names) in [
            ("sport", &["Sport"][..]),
            ("sport e", &["Sport England"]),
            (
                "LEISURE TRUST",
                &["Millbrook Leisure Trust", "Leisure Trust Friends"],
            ),
            ("cyngor mon", &["Cyngor Môn"]),
        ] {
            let found = partners(snapshot, typed).expect("a partner has the name");
            assert_eq!(found, names, "{typed}");
        }
        let regions = regions(snapshot, "north").expect("a region has the name");
        assert_eq!(regions, ["North"]);
        let error = partners(snapshot, "Sport Englnd").expect_err("it is misspelt");
        assert_eq!(error.candidates, ["Sport England"]);
        assert!(partners(snapshot, " ").is_err());
    }

    /// A filter for a value must match as many items as the list of values says.
    #[test]
    fn filters_match_the_counts_beside_the_values() {
        let dataset = council();
        let snapshot = Snapshot::latest(&dataset);
        for condition in [Condition::Partner, Condition::Region] {
            for facet in values(snapshot, &Filter::default(), condition) {
                let name = facet.name.to_string();
                let mut filter = Filter::default();
                let matching = if condition == Condition::Partner {
                    filter.partners = partners(snapshot, &name).expect("it is a partner");
                    let facts = snapshot.all_facts();
                    facts
                        .filter(|(fact, _)| filter.matches_fact(snapshot, *fact))
                        .count()
                } else {
                    filter.regions = regions(snapshot, &name).expect("it is a region");
                    let areas = dataset.areas();
                    areas
                        .filter(|(area, _)| filter.matches_area_or_part(snapshot, *area))
                        .count()
                };
                assert_eq!(matching, facet.items.len(), "{name}");
            }
        }
    }
}
