//! Distances and directions between areas.

use std::fmt;

use super::geography::position;
use crate::{
    dataset::{AreaIndex, Dataset, GeoPosition},
    sort::SortShared,
};

/// Mean radius of the earth in miles.
const EARTH_RADIUS: f64 = 3958.8;

/// An area as it lies from another one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DistantArea {
    /// The area.
    pub area: AreaIndex,
    /// Distance and direction; none if the position of one of the two areas is not known.
    pub way: Option<Way>,
}

/// A distance as the crow flies, and its direction.
///
/// It is displayed in words: `23 miles north-east`. British maps and road signs have miles, and so has
/// the scale bar of the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Way {
    /// Distance in miles.
    pub miles: f64,
    /// Direction at the start.
    pub point: CompassPoint,
}

impl fmt::Display for Way {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { miles, point } = self;
        match miles.round() {
            // A direction would mean nothing.
            _ if *miles == 0.0 => write!(formatter, "at the same place"),
            0.0 => write!(formatter, "less than 1 mile {point}"),
            1.0 => write!(formatter, "1 mile {point}"),
            whole => write!(formatter, "{whole} miles {point}"),
        }
    }
}

/// One of eight directions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompassPoint {
    /// 0 degrees.
    North,
    /// 45 degrees.
    NorthEast,
    /// 90 degrees.
    East,
    /// 135 degrees.
    SouthEast,
    /// 180 degrees.
    South,
    /// 225 degrees.
    SouthWest,
    /// 270 degrees.
    West,
    /// 315 degrees.
    NorthWest,
}

impl CompassPoint {
    /// All points, clockwise from north.
    const ALL: [Self; 8] = [
        Self::North,
        Self::NorthEast,
        Self::East,
        Self::SouthEast,
        Self::South,
        Self::SouthWest,
        Self::West,
        Self::NorthWest,
    ];

    /// Returns the point nearest to a direction in degrees, clockwise from north.
    fn nearest(degrees: f64) -> Self {
        let middle = |point: Self| 45.0 * f64::from(point as u8);
        let apart = |point: Self| {
            let between = (degrees - middle(point)).rem_euclid(360.0);
            between.min(360.0 - between)
        };
        let points = Self::ALL.into_iter();
        points
            .min_by(|a, b| apart(*a).total_cmp(&apart(*b)))
            .unwrap_or(Self::North)
    }

    /// Returns the name: `north-east`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::North => "north",
            Self::NorthEast => "north-east",
            Self::East => "east",
            Self::SouthEast => "south-east",
            Self::South => "south",
            Self::SouthWest => "south-west",
            Self::West => "west",
            Self::NorthWest => "north-west",
        }
    }
}

impl fmt::Display for CompassPoint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Returns the distance and direction from one area to another, if both positions are known.
#[must_use]
pub fn way(dataset: &Dataset, from: AreaIndex, to: AreaIndex) -> Option<Way> {
    Some(way_between(
        position(dataset, from)?,
        position(dataset, to)?,
    ))
}

/// Returns some areas by their distance from one of them or another area, which is left out. Areas
/// whose distance is not known come last, in their order.
#[must_use]
pub fn by_distance(
    dataset: &Dataset,
    from: AreaIndex,
    areas: impl IntoIterator<Item = AreaIndex>,
) -> Vec<DistantArea> {
    let mut others: Vec<DistantArea> = areas
        .into_iter()
        .filter(|&area| area != from)
        .map(|area| DistantArea {
            area,
            way: way(dataset, from, area),
        })
        .collect();
    let distance = |other: &DistantArea| other.way.map_or(f64::INFINITY, |way| way.miles);
    others.sort_shared_by(|a, b| distance(a).total_cmp(&distance(b)));
    others
}

/// Returns the way along a great circle, with the formula of haversines.
fn way_between(from: &GeoPosition, to: &GeoPosition) -> Way {
    let radians = |position: &GeoPosition| {
        (
            position.latitude.degrees().to_radians(),
            position.longitude.degrees().to_radians(),
        )
    };
    let ((from_north, from_east), (to_north, to_east)) = (radians(from), radians(to));
    let (north, east) = (to_north - from_north, to_east - from_east);
    let haversine = |angle: f64| (angle / 2.0).sin().powi(2);
    let chord = haversine(north) + from_north.cos() * to_north.cos() * haversine(east);
    let bearing = f64::atan2(
        east.sin() * to_north.cos(),
        from_north.cos() * to_north.sin() - from_north.sin() * to_north.cos() * east.cos(),
    );
    Way {
        // Rounding may leave a little more than 1 at the other end of the earth.
        miles: 2.0 * EARTH_RADIUS * chord.sqrt().min(1.0).asin(),
        point: CompassPoint::nearest(bearing.to_degrees()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::resolve;

    fn from(dataset: &Dataset, id: &str) -> Vec<String> {
        let area = resolve::area(dataset, id).expect("there is such an area");
        let all = dataset.areas().map(|(area, _)| area);
        let others = by_distance(dataset, area, all).into_iter();
        others
            .map(|other| {
                let way = other.way.map_or("not known".into(), |way| way.to_string());
                format!("{}, {way}", dataset.area(other.area).name)
            })
            .collect()
    }

    #[test]
    fn areas_are_listed_by_distance_with_their_directions() {
        let others = from(&Dataset::bundled(), "oldham");
        assert_eq!(
            others,
            [
                "Bradford, 23 miles north-east",
                "Stoke-on-Trent, 37 miles south",
                "Doncaster, 41 miles east",
                "Blackpool, 43 miles north-west",
                "Derby, 50 miles south-east",
                "North Yorkshire Coast, 87 miles north-east",
                "Fenland and East Cambridgeshire, 121 miles south-east",
                "Norwich, 155 miles south-east",
                "Ipswich, 171 miles south-east",
                "West Somerset, 172 miles south",
                "Hastings, 217 miles south-east",
            ]
        );
    }

    #[test]
    fn areas_without_a_position_come_last() {
        let text = r#"{ "version": 1, "programme": { "name": "A plan" }, "areas": [
            { "id": "a", "name": "A", "position": { "latitude": 53.0, "longitude": -2.0, "meaning": "here" } },
            { "id": "b", "name": "B" },
            { "id": "c", "name": "C", "position": { "latitude": 53.0, "longitude": -2.0, "meaning": "here" } },
            { "id": "d", "name": "D", "position": { "latitude": 53.005, "longitude": -2.0, "meaning": "there" } },
            { "id": "e", "name": "E", "position": { "latitude": 52.986, "longitude": -2.0, "meaning": "there" } }
        ], "sources": [] }"#;
        let dataset = Dataset::from_json("file", text).expect("the dataset is sound");
        assert_eq!(
            from(&dataset, "a"),
            [
                "C, at the same place",
                "D, less than 1 mile north",
                "E, 1 mile south",
                "B, not known"
            ]
        );
        assert_eq!(
            from(&dataset, "b"),
            [
                "A, not known",
                "C, not known",
                "D, not known",
                "E, not known"
            ]
        );
    }

    #[test]
    fn directions_are_the_nearest_of_eight() {
        for (degrees, name) in [
            (0.0, "north"),
            (22.0, "north"),
            (23.0, "north-east"),
            (-1.0, "north"),
            (-46.0, "north-west"),
            (179.0, "south"),
            (-179.0, "south"),
            (350.0, "north"),
            (-90.0, "west"),
        ] {
            assert_eq!(CompassPoint::nearest(degrees).name(), name, "{degrees}");
        }
    }
}
