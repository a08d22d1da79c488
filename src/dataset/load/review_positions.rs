//! Review of the positions of areas: swapped coordinates, and places far from the others.

use super::problem::Suspicion;
use crate::{dataset::store::Dataset, sort::SortShared};

/// A rectangle on the map, in degrees.
#[derive(Debug, Clone, Copy)]
struct CoordinateRange {
    longitude: (f64, f64),
    latitude: (f64, f64),
}

/// The United Kingdom, with a margin.
const UNITED_KINGDOM: CoordinateRange = CoordinateRange {
    longitude: (-8.7, 1.9),
    latitude: (49.8, 60.9),
};

/// Names of countries within [`UNITED_KINGDOM`].
const COUNTRIES: [&str; 7] = [
    "england",
    "wales",
    "scotland",
    "northern ireland",
    "great britain",
    "united kingdom",
    "uk",
];

/// The smallest number of positions that are compared with each other.
const MIN_POSITIONS: usize = 4;

impl CoordinateRange {
    fn contain(self, longitude: f64, latitude: f64) -> bool {
        (self.longitude.0..=self.longitude.1).contains(&longitude)
            && (self.latitude.0..=self.latitude.1).contains(&latitude)
    }

    /// Returns a generous rectangle around most of the positions.
    fn around(positions: &[(usize, f64, f64)]) -> Option<Self> {
        if positions.len() < MIN_POSITIONS {
            return None;
        }
        Some(Self {
            longitude: usual_range(positions.iter().map(|position| position.1)),
            latitude: usual_range(positions.iter().map(|position| position.2)),
        })
    }
}

/// Returns the median with five times the median distance to it on both sides, at least 5 degrees.
fn usual_range(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let values: Vec<f64> = values.collect();
    let centre = median(values.iter().copied());
    let spread = median(values.iter().map(|value| (value - centre).abs()));
    let margin = (spread * 5.0).max(5.0);
    (centre - margin, centre + margin)
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_shared_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// Returns what is suspicious about the positions.
pub(super) fn review_positions(dataset: &Dataset) -> Vec<Suspicion> {
    let areas = dataset.document().areas.iter().enumerate();
    let positions: Vec<(usize, f64, f64)> = areas
        .filter_map(|(index, area)| {
            let position = area.position.as_ref()?;
            Some((
                index,
                position.longitude.degrees(),
                position.latitude.degrees(),
            ))
        })
        .collect();
    let is_british = is_british(dataset);
    let bounds = if is_british {
        Some(UNITED_KINGDOM)
    } else {
        CoordinateRange::around(&positions)
    };
    // Without a country, all positions may be swapped, so comparing them with each other does not help.
    let may_be_british = dataset.programme().country.is_none();
    positions
        .into_iter()
        .filter_map(|(index, longitude, latitude)| {
            let fits = |bounds: CoordinateRange| bounds.contain(longitude, latitude);
            let fits_swapped = |bounds: CoordinateRange| bounds.contain(latitude, longitude);
            let is_outside = bounds.is_some_and(|bounds| !fits(bounds));
            let is_swapped = is_outside && bounds.is_some_and(fits_swapped)
                || may_be_british && !fits(UNITED_KINGDOM) && fits_swapped(UNITED_KINGDOM);
            if !is_outside && !is_swapped {
                return None;
            }
            let (message, help) = if is_swapped {
                (
                    "latitude and longitude are probably swapped".into(),
                    format!("write \"longitude\": {latitude}, \"latitude\": {longitude}"),
                )
            } else {
                let others = if is_british {
                    "the United Kingdom"
                } else {
                    "the other areas"
                };
                (
                    format!("this position is far from {others}"),
                    "check the numbers; west of Greenwich and south of the equator they are negative"
                        .into(),
                )
            };
            Some(Suspicion {
                path: format!("areas[{index}].position"),
                message,
                help,
            })
        })
        .collect()
}

/// Returns true if the programme names its country as one of the United Kingdom, or its districts
/// have codes of the Office for National Statistics.
fn is_british(dataset: &Dataset) -> bool {
    let country = dataset.programme().country.as_ref();
    let is_named = country.is_some_and(|country| {
        COUNTRIES.contains(&country.to_lowercase().trim_start_matches("the "))
    });
    is_named
        || dataset.document().areas.iter().any(|area| {
            area.districts
                .iter()
                .chain(&area.upper_tier)
                .any(|authority| authority.gss.to_string().starts_with(['E', 'W', 'S', 'N']))
        })
}
