//! Ranks of one year, so that areas can be compared.

use super::snapshot::Snapshot;
use crate::{
    dataset::{AreaIndex, Fact, FactData, FactIndex, Kind, OwnerIndex, Rank},
    sort::SortShared,
};

/// Ranks of all areas in one year.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     query::{ranks::YearRanks, snapshot::Snapshot},
/// };
///
/// let dataset = Dataset::bundled();
/// let ranks = YearRanks::of(Snapshot::latest(&dataset)).expect("ranks are known");
/// assert_eq!((ranks.year, ranks.worst), (2016, 324));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearRanks {
    /// Year for which most areas have a known rank; the latest of several.
    pub year: u16,
    /// Best rank that an area has in that year: the lowest number.
    pub best: u32,
    /// Number of places in the list, which is its worst rank.
    pub worst: u32,
}

impl YearRanks {
    /// Returns the year for which most areas have a known rank, or none if no rank is known.
    #[must_use]
    pub fn of(snapshot: Snapshot) -> Option<Self> {
        // A year and the number of areas that have a rank for it. There are few years.
        let mut years: Vec<(u16, usize)> = Vec::new();
        for (area, _) in snapshot.dataset().areas() {
            let mut seen = Vec::new();
            for rank in known_ranks(snapshot, area) {
                if seen.contains(&rank.year) {
                    continue;
                }
                seen.push(rank.year);
                match years.iter_mut().find(|(year, _)| *year == rank.year) {
                    Some((_, count)) => *count += 1,
                    None => years.push((rank.year, 1)),
                }
            }
        }
        let (year, _) = years
            .into_iter()
            .max_by_key(|&(year, count)| (count, year))?;
        let areas = snapshot.dataset().areas();
        let ranks = areas.filter_map(|(area, _)| rank_in(snapshot, area, year));
        ranks.fold(None, |all: Option<Self>, (_, rank)| {
            Some(Self {
                year,
                best: all.map_or(rank.rank, |all| all.best.min(rank.rank)),
                worst: all.map_or(rank.of, |all| all.worst.max(rank.of)),
            })
        })
    }

    /// Returns a rank on a scale from 0, just better than the best, to 1, the worst possible.
    #[must_use]
    pub fn fraction(&self, rank: u32) -> f64 {
        let zero = self.best.saturating_sub(1);
        let length = self.worst.saturating_sub(zero).max(1);
        f64::from(rank.saturating_sub(zero).min(length)) / f64::from(length)
    }
}

/// Returns an area's known rank in a year, the worst of several: an area may cover two districts.
#[must_use]
pub fn rank_in(snapshot: Snapshot<'_>, area: AreaIndex, year: u16) -> Option<(FactIndex, &Rank)> {
    let ranks = snapshot.facts_of(OwnerIndex::Area(area), Kind::Rank);
    ranks
        .filter_map(|(index, fact)| Some((index, as_rank(fact)?)))
        .filter(|(_, rank)| rank.year == year)
        .max_by_key(|(_, rank)| rank.rank)
}

/// Returns the rank that can be compared with those of other areas, or else the latest known one, which has another year.
#[must_use]
pub fn comparable_rank(
    snapshot: Snapshot<'_>,
    area: AreaIndex,
    ranks: Option<YearRanks>,
) -> Option<&Rank> {
    let of_year = ranks.and_then(|ranks| rank_in(snapshot, area, ranks.year));
    of_year
        .map(|(_, rank)| rank)
        .or_else(|| snapshot.rank(area))
}

/// Returns a rank in words, after the district that has it: `316 of 324 in 2016`, `Fenland 319 of 324 in 2016`.
#[must_use]
pub fn rank_words(rank: &Rank) -> String {
    let of = format!("{} of {} in {}", rank.rank, rank.of, rank.year);
    match &rank.district {
        Some(district) => format!("{district} {of}"),
        None => of,
    }
}

/// Returns a rank alone, with the district that has it: `316`, `319 (Fenland)`.
#[must_use]
pub fn rank_number(rank: &Rank) -> String {
    match &rank.district {
        Some(district) => format!("{} ({district})", rank.rank),
        None => rank.rank.to_string(),
    }
}

/// Returns ranks by year in words. Districts in the same list share its words:
/// `Fenland 319, East Cambridgeshire 311 of 324 in 2016`.
#[must_use]
pub fn ranks_by_year(mut ranks: Vec<&Rank>) -> String {
    ranks.sort_shared_by_key(|rank| (rank.year, rank.of, std::cmp::Reverse(rank.rank)));
    let is_shared = |first: &&Rank, second: &&Rank| {
        (first.year, first.of) == (second.year, second.of)
            && first.district.is_some()
            && second.district.is_some()
    };
    let lists = ranks.chunk_by(is_shared).map(|list| {
        let (last, others) = list.split_last().expect("a chunk is not empty");
        let others = others.iter().map(|rank| {
            let district = rank.district.as_deref().unwrap_or_default();
            format!("{district} {}, ", rank.rank)
        });
        others.chain([rank_words(last)]).collect::<String>()
    });
    lists.collect::<Vec<String>>().join("; ")
}

fn known_ranks(snapshot: Snapshot<'_>, area: AreaIndex) -> impl Iterator<Item = &Rank> {
    let ranks = snapshot.facts_of(OwnerIndex::Area(area), Kind::Rank);
    ranks.filter_map(|(_, fact)| as_rank(fact))
}

fn as_rank(fact: Fact<'_>) -> Option<&Rank> {
    match fact.body {
        FactData::Rank(rank) => Some(rank),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::{Dataset, PartialDate},
        query::resolve,
    };

    #[test]
    fn year_with_the_most_ranks_is_chosen() {
        let dataset = Dataset::bundled();
        let ranks = YearRanks::of(Snapshot::latest(&dataset));
        let expected = YearRanks {
            year: 2016,
            best: 277,
            worst: 324,
        };
        assert_eq!(ranks, Some(expected));
        assert!(expected.fraction(277) > 0.0);
        assert!((expected.fraction(324) - 1.0).abs() < f64::EPSILON);
        assert!(expected.fraction(0) < f64::EPSILON);
        let before: PartialDate = "2015".parse().expect("a date");
        assert_eq!(YearRanks::of(Snapshot::as_of(&dataset, before)), None);
    }

    #[test]
    fn ranks_of_the_common_year_are_listed_with_their_district() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let ranks = YearRanks::of(snapshot);
        let words = |id| {
            let area = resolve::area(&dataset, id).expect("the area exists");
            comparable_rank(snapshot, area, ranks).map(rank_words)
        };
        assert_eq!(words("blackpool").as_deref(), Some("316 of 324 in 2016"));
        assert_eq!(
            words("fenland-and-east-cambridgeshire").as_deref(),
            Some("Fenland 319 of 324 in 2016")
        );
        assert_eq!(words("derby").as_deref(), Some("303 of 324 in 2016"));
    }

    #[test]
    fn no_area_has_two_ranks_of_one_year_without_a_district() {
        let dataset = Dataset::bundled();
        for (area, _) in dataset.areas() {
            let ranks: Vec<&Rank> = known_ranks(Snapshot::latest(&dataset), area).collect();
            for (index, rank) in ranks.iter().enumerate() {
                let mut others = ranks[..index].iter();
                if let Some(other) = others.find(|other| other.year == rank.year) {
                    assert!(rank.district.is_some() && other.district.is_some());
                    assert_ne!(rank.district, other.district);
                }
            }
        }
    }

    #[test]
    fn districts_share_the_words_of_their_list() {
        let dataset = Dataset::bundled();
        let words = |id| {
            let area = resolve::area(&dataset, id).expect("the area exists");
            ranks_by_year(known_ranks(Snapshot::latest(&dataset), area).collect())
        };
        assert_eq!(
            words("fenland-and-east-cambridgeshire"),
            "Fenland 319, East Cambridgeshire 311 of 324 in 2016"
        );
        assert_eq!(words("norwich"), "323 of 324 in 2016; 294 of 324 in 2017");
    }

    #[test]
    fn area_of_two_districts_has_the_worse_rank() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let rank = |id, year| {
            let area = resolve::area(&dataset, id).expect("the area exists");
            rank_in(snapshot, area, year).map(|(_, rank)| rank.rank)
        };
        assert_eq!(rank("fenland-and-east-cambridgeshire", 2016), Some(319));
        assert_eq!(rank("oldham", 2016), Some(294));
        assert_eq!(rank("oldham", 2017), None);
    }
}
