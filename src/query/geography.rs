//! Where areas are, and which is nearest in a direction.

use crate::dataset::{AreaIndex, Dataset, GeoPosition};

/// A degree of longitude as a part of one of latitude, in the middle of Great Britain.
pub const LONGITUDE: f64 = 0.6;

/// A direction on a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Up.
    North,
    /// Down.
    South,
    /// To the left.
    West,
    /// To the right.
    East,
}

/// An area's position, if it is known.
#[must_use]
pub fn position(dataset: &Dataset, area: AreaIndex) -> Option<&GeoPosition> {
    dataset.area(area).position.as_ref()
}

/// The area of these that is nearest in a direction: what lies straight ahead comes before what lies to the side.
#[must_use]
pub fn nearest(
    dataset: &Dataset,
    areas: &[AreaIndex],
    from: AreaIndex,
    direction: Direction,
) -> Option<AreaIndex> {
    let here = position(dataset, from)?;
    let far = |area: AreaIndex| {
        let there = position(dataset, area)?;
        let north = there.latitude.degrees() - here.latitude.degrees();
        let east = (there.longitude.degrees() - here.longitude.degrees()) * LONGITUDE;
        let (ahead, aside) = match direction {
            Direction::North => (north, east),
            Direction::South => (-north, east),
            Direction::West => (-east, north),
            Direction::East => (east, north),
        };
        // What lies more to the side than ahead is the business of another direction.
        (ahead > 0.0 && aside.abs() <= ahead * 1.5).then_some(ahead + 2.0 * aside.abs())
    };
    let found = areas
        .iter()
        .filter(|&&area| area != from)
        .filter_map(|&area| Some((far(area)?, area)));
    found
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, area)| area)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::query::resolve;

    fn area(dataset: &Dataset, id: &str) -> AreaIndex {
        resolve::area(dataset, id).expect("there is such an area")
    }

    #[test]
    fn the_nearest_is_where_one_would_look_for_it() {
        let dataset = Dataset::bundled();
        let all: Vec<_> = dataset.areas().map(|(area, _)| area).collect();
        for (from, direction, to) in [
            ("norwich", Direction::South, Some("ipswich")),
            ("ipswich", Direction::South, Some("hastings")),
            ("oldham", Direction::West, Some("blackpool")),
            ("norwich", Direction::East, None),
            ("hastings", Direction::South, None),
            ("bradford", Direction::South, Some("oldham")),
        ] {
            let found = nearest(&dataset, &all, area(&dataset, from), direction);
            assert_eq!(
                found.map(|area| dataset.area(area).id.as_str()),
                to,
                "{from} {direction:?}"
            );
        }
    }

    #[test]
    fn arrows_lead_to_every_area() {
        let dataset = Dataset::bundled();
        let all: Vec<_> = dataset.areas().map(|(area, _)| area).collect();
        let (mut reached, mut ways) = (HashSet::from([all[0]]), vec![all[0]]);
        while let Some(from) = ways.pop() {
            for direction in [
                Direction::North,
                Direction::South,
                Direction::West,
                Direction::East,
            ] {
                ways.extend(
                    nearest(&dataset, &all, from, direction).filter(|area| reached.insert(*area)),
                );
            }
        }
        assert_eq!(reached.len(), 12);
    }
}
