//! Sums of money that several areas have for the same purpose, so that they can be compared.

use std::collections::HashMap;

use super::{describe::capitalized, snapshot::Snapshot};
use crate::{
    dataset::{Amount, AreaIndex, FactData, FactIndex, Kind, OwnerIndex},
    sort::SortShared,
};

/// A purpose for which at least two of some areas have a sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparableSum {
    /// Purpose without the name of an area: `share of the local needs fund`.
    pub purpose: String,
    /// Known sum of each area, in the order of the areas.
    pub sums: Vec<Option<(FactIndex, Amount)>>,
}

impl ComparableSum {
    /// Returns the purpose in a few words: `Local needs fund`, `Year 5 money`.
    #[must_use]
    pub fn label(&self) -> String {
        let words = self.purpose.split(" (").next().unwrap_or_default();
        let words = words.strip_prefix("share of ").unwrap_or(words);
        let words = words.strip_prefix("the ").unwrap_or(words);
        let is_period = words.starts_with("year ") || words.starts_with(|c: char| c.is_numeric());
        let label = capitalized(words);
        if is_period {
            format!("{label} money")
        } else {
            label
        }
    }

    /// Returns the number of areas whose sum is known.
    #[must_use]
    pub fn known(&self) -> usize {
        self.sums.iter().flatten().count()
    }
}

/// Returns the purposes for which at least two of the areas have a known sum, those that most areas
/// have first.
///
/// Of several sums of an area for the same purpose, the one that became known last counts.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     query::{comparable_money::comparable_sums, snapshot::Snapshot},
/// };
///
/// let dataset = Dataset::bundled();
/// let areas: Vec<_> = dataset.areas().map(|(area, _)| area).collect();
/// let sums = comparable_sums(Snapshot::latest(&dataset), &areas);
/// assert_eq!((sums[0].label().as_str(), sums[0].known()), ("Local needs fund", 12));
/// ```
#[must_use]
pub fn comparable_sums(snapshot: Snapshot, areas: &[AreaIndex]) -> Vec<ComparableSum> {
    let mut purposes: Vec<ComparableSum> = Vec::new();
    let mut positions: HashMap<(&str, bool), usize> = HashMap::new();
    for (column, &area) in areas.iter().enumerate() {
        for (index, fact) in snapshot.facts_of(OwnerIndex::Area(area), Kind::Money) {
            let FactData::Money(money) = fact.body else {
                continue;
            };
            let purpose = purpose(&money.what);
            if purpose.is_empty() {
                continue;
            }
            let key = (purpose, money.amount.every_year);
            let position = *positions.entry(key).or_insert_with(|| {
                purposes.push(ComparableSum {
                    purpose: purpose.to_string(),
                    sums: vec![None; areas.len()],
                });
                purposes.len() - 1
            });
            let sum = &mut purposes[position].sums[column];
            let is_later = sum.is_none_or(|(other, _)| {
                let other = snapshot.dataset().fact(other).cites().known_from();
                money.cites.known_from().last_day() > other.last_day()
            });
            if is_later {
                *sum = Some((index, money.amount));
            }
        }
    }
    purposes.retain(|purpose| purpose.known() > 1);
    purposes.sort_shared_by_key(|purpose| std::cmp::Reverse(purpose.known()));
    purposes
}

/// Returns the beginning of a text that says what money is for, without the name of the area:
/// `proposed share of the local needs fund for Derby, as …` is a `share of the local needs fund`.
fn purpose(what: &str) -> &str {
    let first_clause = what.split([',', ';', ':']).next().unwrap_or_default();
    let name = [" for ", " in "].into_iter().filter_map(|word| {
        let mut found = first_clause.match_indices(word);
        let is_name = |start: usize| {
            let rest = &first_clause[start + word.len()..];
            rest.starts_with(char::is_uppercase)
        };
        found.find_map(|(start, _)| is_name(start).then_some(start))
    });
    let end = name.min().unwrap_or(first_clause.len());
    let purpose = first_clause[..end].trim();
    // A plan and what came of it are the same sum.
    let purpose = purpose.strip_prefix("proposed ").unwrap_or(purpose);
    purpose.strip_prefix("for ").unwrap_or(purpose)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dataset::Dataset, query::resolve};

    #[test]
    fn sums_for_the_same_purpose_are_compared() {
        let dataset = Dataset::bundled();
        let area = |id| resolve::area(&dataset, id).expect("the area exists");
        let areas = [
            "fenland-and-east-cambridgeshire",
            "ipswich",
            "west-somerset",
        ]
        .map(area);
        let sums = comparable_sums(Snapshot::latest(&dataset), &areas);
        let shown: Vec<_> = sums
            .iter()
            .map(|sum| {
                let amount = |sum: &Option<(_, Amount)>| sum.map(|(_, amount)| amount.pounds.0);
                (sum.label(), sum.sums.iter().map(amount).collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(
            shown,
            [
                (
                    "Local needs fund".into(),
                    vec![Some(1_147_000), Some(1_008_000), Some(847_000)]
                ),
                (
                    "Year 5 money".into(),
                    vec![Some(1_158_500), Some(1_200_000), Some(869_700)]
                ),
                (
                    "Year 4 money".into(),
                    vec![Some(1_430_000), Some(1_400_000), None]
                ),
            ]
        );
    }

    #[test]
    fn purposes_leave_out_the_area_and_what_follows() {
        for (what, expected) in [
            (
                "for year 5 (2021-22): £920,000 for Hastings and £210,000 for Rother",
                "year 5 (2021-22)",
            ),
            ("for year 4 (2020-21) in Hastings", "year 4 (2020-21)"),
            (
                "proposed share of the local needs fund for Scarborough (the North Yorkshire Coast), as an area",
                "share of the local needs fund",
            ),
            (
                "for research on what holds children back",
                "research on what holds children back",
            ),
            ("for Oldham", "Oldham"),
            ("", ""),
        ] {
            assert_eq!(purpose(what), expected);
        }
    }
}
