//! The known sums of each area, which overlap and are never added up.

use std::cmp::Reverse;

use super::{filter::Filter, snapshot::Snapshot};
use crate::{
    dataset::{Amount, AreaIndex, Bound, Fact, FactData, FactIndex},
    sort::SortShared,
};

/// A sum of an area or the programme, or of one of its actions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KnownSum<'a> {
    /// Fact that states it.
    pub fact: FactIndex,
    /// Sum.
    pub amount: Amount,
    /// Purpose and period, or what is done with it.
    pub what: &'a str,
    /// True if it may be a part of another sum of the area, or contain one.
    pub may_overlap: bool,
}

/// The sums of an area, the largest first.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaMoney<'a> {
    /// Area; none for the programme.
    pub area: Option<AreaIndex>,
    /// Sums that match the filter, at least one.
    pub sums: Vec<KnownSum<'a>>,
}

impl<'a> KnownSum<'a> {
    /// Returns the purpose in a few words: up to the first comma, colon or semicolon.
    #[must_use]
    pub fn purpose(&self) -> &'a str {
        let end = self.what.find([',', ';', ':']).unwrap_or(self.what.len());
        let purpose = self.what[..end].trim_end_matches('.');
        purpose.strip_prefix("for ").unwrap_or(purpose)
    }
}

/// Returns the areas with their known sums, the area with the largest sum first, then the programme.
///
/// Two sums of an area may overlap unless their texts name years that have no day in common: a year is part of five years,
/// and an action may be paid from the sum of its area. So sums must not be added up.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     query::{area_money::area_money, filter::Filter, snapshot::Snapshot},
/// };
///
/// let dataset = Dataset::bundled();
/// let money = area_money(Snapshot::latest(&dataset), &Filter::default());
/// let first = money[0].area.expect("an area comes before the programme");
/// assert_eq!(dataset.area(first).name.as_str(), "Bradford");
/// assert_eq!(money[0].sums[0].amount.to_string(), "nearly £15 million");
/// ```
#[must_use]
pub fn area_money<'a>(snapshot: Snapshot<'a>, filter: &Filter) -> Vec<AreaMoney<'a>> {
    let areas = snapshot.dataset().areas().map(|(area, _)| Some(area));
    let mut all: Vec<AreaMoney> = areas
        .chain([None])
        .filter_map(|area| {
            let mut sums = sums_of(snapshot, area);
            sums.retain(|sum| filter.matches_fact(snapshot, sum.fact));
            sums.sort_shared_by_key(|sum| Reverse(size(sum.amount)));
            (!sums.is_empty()).then_some(AreaMoney { area, sums })
        })
        .collect();
    all.sort_shared_by_key(|money| {
        let largest = money.sums.first().map(|sum| size(sum.amount));
        (money.area.is_none(), Reverse(largest))
    });
    all
}

/// Returns all known sums of an area with its priorities, or of the programme.
fn sums_of(snapshot: Snapshot<'_>, area: Option<AreaIndex>) -> Vec<KnownSum<'_>> {
    let owners = snapshot.owners_in(area);
    let facts = owners.flat_map(|owner| snapshot.facts(owner));
    let facts: Vec<(FactIndex, Fact)> = facts.filter(|(_, fact)| fact.amount().is_some()).collect();
    let years: Vec<Option<(u16, u16)>> = facts.iter().map(|(_, fact)| years_of(*fact)).collect();
    let may_overlap = |position: usize| {
        let others = years.iter().enumerate();
        let mut others = others.filter(|(other, _)| *other != position);
        others.any(|(_, other)| match (years[position], *other) {
            (Some((from, to)), Some((other_from, other_to))) => from < other_to && other_from < to,
            _ => true,
        })
    };
    facts
        .iter()
        .enumerate()
        .filter_map(|(position, (index, fact))| {
            Some(KnownSum {
                fact: *index,
                amount: fact.amount()?,
                what: what(*fact),
                may_overlap: may_overlap(position),
            })
        })
        .collect()
}

fn what(fact: Fact<'_>) -> &str {
    match fact.body {
        FactData::Money(money) => &money.what,
        FactData::Action(action) => &action.what,
        _ => "",
    }
}

/// Returns the order of sums: by pounds, and of equal pounds by the limit that the source states.
fn size(amount: Amount) -> (u64, i8) {
    let bound = match amount.bound {
        Some(Bound::Over) => 1,
        None | Some(Bound::AtLeast) => 0,
        Some(Bound::Nearly | Bound::UpTo) => -1,
    };
    (amount.pounds.0, bound)
}

/// Returns the years in which a sum for an area starts and ends. The money of an action may be from any sum of the area.
fn years_of(fact: Fact) -> Option<(u16, u16)> {
    match fact.body {
        FactData::Money(money) => years_in(&money.what),
        _ => None,
    }
}

/// Returns the first and last year of the only span of years in a text: 2017 and 2020 for `2017-20`.
fn years_in(text: &str) -> Option<(u16, u16)> {
    let mut spans = text.match_indices('-').filter_map(|(dash, _)| {
        let number = |digits: Option<&str>| -> Option<u16> {
            digits
                .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?
                .parse()
                .ok()
        };
        let start = number(text.get(dash.checked_sub(4)?..dash))?;
        let end = number(text.get(dash + 1..dash + 3))?;
        let is_longer = text[dash + 3..].starts_with(|next: char| next.is_ascii_digit());
        (!is_longer && end > start % 100).then_some((start, start / 100 * 100 + end))
    });
    let span = spans.next()?;
    spans.next().is_none().then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Dataset, Pounds};

    fn area<'a>(all: &'a [AreaMoney<'a>], dataset: &Dataset, id: &str) -> &'a AreaMoney<'a> {
        let found = all.iter().find(|money| {
            money
                .area
                .is_some_and(|area| dataset.area(area).id.as_str() == id)
        });
        found.expect("the area has a sum")
    }

    #[test]
    fn largest_sums_come_first() {
        let dataset = Dataset::bundled();
        let all = area_money(Snapshot::latest(&dataset), &Filter::default());
        assert_eq!(all.len(), 13, "twelve areas and the programme");
        assert_eq!(all.last().and_then(|money| money.area), None);
        let largest: Vec<u64> = all
            .iter()
            .map(|money| money.sums[0].amount.pounds.0)
            .collect();
        assert!(largest[..12].is_sorted_by(|a, b| a >= b), "{largest:?}");
        for money in &all {
            assert!(money.sums.is_sorted_by_key(|sum| Reverse(size(sum.amount))));
        }
    }

    #[test]
    fn sums_may_overlap_unless_their_years_differ() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let all = area_money(snapshot, &Filter::default());
        let blackpool = area(&all, &dataset, "blackpool");
        assert!(blackpool.sums.iter().all(|sum| sum.may_overlap));
        for (what, years) in [
            ("for year 4 (2020-21)", Some((2020, 2021))),
            ("for three years, 2017-20", Some((2017, 2020))),
            ("for all five years (2017 to July 2022)", None),
            ("for 2017-20 and 2020-21", None),
            ("on 2017-10-09", None),
            ("for 16-18 year olds", None),
            ("", None),
        ] {
            assert_eq!(years_in(what), years, "{what}");
        }
    }

    #[test]
    fn filter_leaves_sums_but_not_what_they_overlap_with() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let filter = Filter {
            money: Some(Pounds(10_000_000)),
            ..Filter::default()
        };
        let all = area_money(snapshot, &filter);
        assert_eq!(all.len(), 3, "Bradford, Blackpool and the programme");
        assert!(area(&all, &dataset, "blackpool").sums[0].may_overlap);
    }
}
