//! The coast of Great Britain, which the map draws.

use std::sync::LazyLock;

use serde::Deserialize;

/// The outline's file. It also states its origin, licence and bounds, which the map does not need.
const JSON: &str = include_str!("../../data/great-britain.json");

/// An outline as lines of points.
#[derive(Debug, Deserialize)]
pub(super) struct MapOutline {
    /// The lines to draw.
    pub(super) lines: Vec<OutlineLine>,
}

/// The coast of an island, or a part of it.
#[derive(Debug, Deserialize)]
pub(super) struct OutlineLine {
    /// Longitude and latitude of each point in degrees, WGS84.
    pub(super) points: Vec<[f64; 2]>,
}

/// Returns the outline, which is parsed at the first call.
pub(super) fn great_britain() -> &'static MapOutline {
    static OUTLINE: LazyLock<MapOutline> = LazyLock::new(|| {
        serde_json::from_str(JSON)
            .unwrap_or_else(|error| unreachable!("a test parses the outline: {error}"))
    });
    &OUTLINE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outline_is_within_its_bounds_and_names_its_source() {
        let file: serde_json::Value = serde_json::from_str(JSON).expect("the file is JSON");
        let bounds = file["bounds"].clone();
        let [west, south, east, north]: [f64; 4] =
            serde_json::from_value(bounds).expect("the file has four bounds");
        let lines = &great_britain().lines;
        let points: Vec<_> = lines.iter().flat_map(|line| &line.points).collect();
        assert!(points.len() > 1000);
        assert!(
            points
                .iter()
                .all(|[longitude, latitude]| (west..=east).contains(longitude)
                    && (south..=north).contains(latitude))
        );
        let source = &file["source"];
        assert_eq!(source["publisher"], "Natural Earth");
        assert_eq!(source["licence"], "public domain");
    }
}
