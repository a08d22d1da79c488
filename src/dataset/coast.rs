//! The coast of Great Britain, for the map.

use std::sync::LazyLock;

use serde::Deserialize;

/// The outline as lines of points.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coast {
    /// What it is.
    pub title: String,
    /// Who made it, and under which terms it may be used.
    pub source: CoastSource,
    /// The least and greatest longitude and latitude: west, south, east, north.
    pub bounds: [f64; 4],
    /// What the numbers mean.
    pub unit: String,
    /// The lines.
    pub lines: Vec<CoastLine>,
}

/// Who made the outline.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoastSource {
    /// The dataset that it comes from.
    pub title: String,
    /// Who published that.
    pub publisher: String,
    /// The terms.
    pub licence: String,
    /// Where it can be had.
    pub address: String,
    /// The package that it was taken from.
    pub packaged_as: String,
    /// What was changed.
    pub changes: String,
}

/// A line of the outline.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoastLine {
    /// The island, or group of islands.
    pub name: String,
    /// What the line is.
    pub kind: String,
    /// Longitude and latitude in degrees, WGS84.
    pub points: Vec<[f64; 2]>,
}

/// The outline, read when it is first asked for.
#[must_use]
pub fn great_britain() -> &'static Coast {
    static COAST: LazyLock<Coast> = LazyLock::new(|| {
        let text = include_str!("../../data/great-britain.json");
        serde_json::from_str(text)
            .unwrap_or_else(|error| unreachable!("a test reads the outline: {error}"))
    });
    &COAST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outline_lies_within_its_bounds_and_says_where_it_comes_from() {
        let coast = great_britain();
        let [west, south, east, north] = coast.bounds;
        let points: Vec<_> = coast.lines.iter().flat_map(|line| &line.points).collect();
        assert!(points.len() > 1000);
        assert!(
            points
                .iter()
                .all(|[longitude, latitude]| (west..=east).contains(longitude)
                    && (south..=north).contains(latitude))
        );
        assert_eq!(
            (&*coast.source.publisher, &*coast.source.licence),
            ("Natural Earth", "public domain")
        );
    }
}
