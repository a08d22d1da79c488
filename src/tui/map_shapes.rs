//! The shapes that the map draws: the land of Great Britain, and districts.

use std::sync::LazyLock;

use serde::Deserialize;

/// The land. The file also states its origin and licence.
const LAND: &str = include_str!("../../data/britain.json");
/// The districts. The file also states its origin, licence and year.
const DISTRICTS: &str = include_str!("../../data/districts.json");

/// The origin of the land, which is in the public domain.
pub(crate) const LAND_ATTRIBUTION: &str = "Land on the map: Made with Natural Earth.";
/// The origin of the districts. Their licence asks for these words.
pub(crate) const DISTRICT_ATTRIBUTION: &str = "Districts on the map: Source: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS data © Crown copyright and database right 2017.";

/// A closed line around land: longitude and latitude of each point in degrees, WGS84.
pub(super) type Ring = Vec<[f64; 2]>;

#[derive(Deserialize)]
struct Land {
    countries: Vec<Country>,
}

/// The polygons of a country of Great Britain, the largest first.
#[derive(Debug, Deserialize)]
pub(super) struct Country {
    /// The name: England, Scotland or Wales.
    pub(super) name: String,
    pub(super) polygons: Vec<Ring>,
}

#[derive(Deserialize)]
struct DistrictList {
    districts: Vec<DistrictShape>,
}

/// The polygon of a district.
#[derive(Debug, Deserialize)]
pub(super) struct DistrictShape {
    /// The code of the Office for National Statistics.
    pub(super) gss: String,
    /// The area of the district in square kilometres, without the simplification of its polygon.
    pub(super) area_km2: f64,
    pub(super) polygon: Ring,
}

/// Returns England, Scotland and Wales, which are parsed at the first call.
pub(super) fn countries() -> &'static [Country] {
    static SHAPES: LazyLock<Vec<Country>> = LazyLock::new(|| {
        let land: Land = serde_json::from_str(LAND)
            .unwrap_or_else(|error| unreachable!("a test parses the land: {error}"));
        land.countries
    });
    &SHAPES
}

/// Returns the shape of a district, if its code is known. All are parsed at the first call.
pub(super) fn district(gss: &str) -> Option<&'static DistrictShape> {
    static SHAPES: LazyLock<Vec<DistrictShape>> = LazyLock::new(|| {
        let list: DistrictList = serde_json::from_str(DISTRICTS)
            .unwrap_or_else(|error| unreachable!("a test parses the districts: {error}"));
        list.districts
    });
    SHAPES.iter().find(|shape| shape.gss == gss)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    fn is_british(ring: &Ring) -> bool {
        ring.iter().all(|[longitude, latitude]| {
            (-8.0..=1.9).contains(longitude) && (49.8..=60.9).contains(latitude)
        })
    }

    #[test]
    fn rings_are_closed_and_in_great_britain() {
        let rings: Vec<&Ring> = countries()
            .iter()
            .flat_map(|country| &country.polygons)
            .collect();
        assert_eq!(countries().len(), 3);
        assert!(rings.iter().map(|ring| ring.len()).sum::<usize>() > 1000);
        for ring in rings {
            assert!(is_british(ring));
            assert_eq!(ring.first(), ring.last());
        }
    }

    #[test]
    fn every_district_of_the_dataset_has_a_shape() {
        let dataset = Dataset::bundled();
        let mut count = 0;
        for (_, area) in dataset.areas() {
            for authority in &area.districts {
                let shape = district(&authority.gss.to_string())
                    .unwrap_or_else(|| panic!("{} has no shape", authority.name));
                assert!(is_british(&shape.polygon));
                assert_eq!(shape.polygon.first(), shape.polygon.last());
                count += 1;
            }
        }
        assert_eq!(count, 13);
        assert!(district("E00000000").is_none());
    }

    #[test]
    fn attribution_is_that_of_the_files() {
        let field = |text: &str, field: &str| {
            let file: serde_json::Value = serde_json::from_str(text).expect("the file is JSON");
            file[field].as_str().expect("the file has it").to_string()
        };
        assert!(DISTRICT_ATTRIBUTION.ends_with(&field(DISTRICTS, "attribution")));
        assert_eq!(field(DISTRICTS, "licence"), "Open Government Licence v3.0");
        assert!(field(LAND, "licence").starts_with("Public domain"));
        assert!(field(LAND, "licence").contains("Made with Natural Earth"));
    }
}
