//! Positions of areas, and the nearest area in a direction.

use crate::dataset::{AreaIndex, Dataset, GeoPosition};

/// Length of a degree of longitude in degrees of latitude, in the middle of Great Britain.
pub const LONGITUDE_SCALE: f64 = 0.6;

/// A direction on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompassDirection {
    /// Up on the map.
    North,
    /// Down on the map.
    South,
    /// Left on the map.
    West,
    /// Right on the map.
    East,
}

/// Returns an area's position, if it is known.
#[must_use]
pub fn position(dataset: &Dataset, area: AreaIndex) -> Option<&GeoPosition> {
    dataset.area(area).position.as_ref()
}

/// Returns the nearest of some areas in a direction. Areas straight ahead are preferred to areas at
/// the side.
#[must_use]
pub fn nearest(
    dataset: &Dataset,
    areas: &[AreaIndex],
    from: AreaIndex,
    direction: CompassDirection,
) -> Option<AreaIndex> {
    let here = position(dataset, from)?;
    let distance = |area: AreaIndex| {
        let there = position(dataset, area)?;
        let north = there.latitude.degrees() - here.latitude.degrees();
        let east = (there.longitude.degrees() - here.longitude.degrees()) * LONGITUDE_SCALE;
        let (ahead, aside) = match direction {
            CompassDirection::North => (north, east),
            CompassDirection::South => (-north, east),
            CompassDirection::West => (-east, north),
            CompassDirection::East => (east, north),
        };
        // Areas further to the side than ahead belong to another direction.
        (ahead > 0.0 && aside.abs() <= ahead * 1.5).then_some(ahead + 2.0 * aside.abs())
    };
    let found = areas
        .iter()
        .filter(|&&area| area != from)
        .filter_map(|&area| Some((distance(area)?, area)));
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
    fn nearest_area_is_where_users_expect_it() {
        let dataset = Dataset::bundled();
        let all: Vec<_> = dataset.areas().map(|(area, _)| area).collect();
        for (from, direction, to) in [
            ("norwich", CompassDirection::South, Some("ipswich")),
            ("ipswich", CompassDirection::South, Some("hastings")),
            ("oldham", CompassDirection::West, Some("blackpool")),
            ("norwich", CompassDirection::East, None),
            ("hastings", CompassDirection::South, None),
            ("bradford", CompassDirection::South, Some("oldham")),
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
    fn arrow_keys_reach_every_area() {
        let dataset = Dataset::bundled();
        let all: Vec<_> = dataset.areas().map(|(area, _)| area).collect();
        let (mut reached, mut queue) = (HashSet::from([all[0]]), vec![all[0]]);
        while let Some(from) = queue.pop() {
            for direction in [
                CompassDirection::North,
                CompassDirection::South,
                CompassDirection::West,
                CompassDirection::East,
            ] {
                queue.extend(
                    nearest(&dataset, &all, from, direction).filter(|area| reached.insert(*area)),
                );
            }
        }
        assert_eq!(reached.len(), 12);
    }
}
