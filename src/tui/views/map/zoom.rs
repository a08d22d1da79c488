//! The part of the country that the map shows.

use super::{
    marks::MarkedArea,
    projection::{ENGLAND, GREAT_BRITAIN, GeoWindow},
};
use crate::{query::geography::LONGITUDE_SCALE, sort::SortShared};

/// The neighbours of an area that are shown with it.
const NEIGHBOURS: usize = 4;
/// The columns for labels when the map is zoomed in.
const LABEL_COLUMNS: f64 = 24.0;
/// The part of the width that labels have otherwise.
const LABEL_PART: f64 = 0.28;
/// The margin around areas: a part of the window, and the least in degrees of latitude.
const MARGIN: (f64, f64) = (0.04, 0.02);
/// The margin around an area whose district is not known, in degrees of latitude.
const POINT_MARGIN: f64 = 0.2;

/// The part of the country that the map shows. Areas are given by their index on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum MapZoom {
    /// Great Britain, even if all areas are in England.
    GreatBritain,
    /// England; Great Britain if an area is elsewhere.
    #[default]
    Whole,
    /// An area and its nearest neighbours.
    Neighbours(usize),
    /// An area alone.
    Area(usize),
}

/// The part of the country that a map draws, at any size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct MapExtent {
    pub(super) window: GeoWindow,
    /// False if only the areas are drawn: the land has less detail than a district that fills the map.
    pub(super) has_land: bool,
}

impl MapZoom {
    /// Returns the next smaller part, around an area; none after the smallest.
    pub(super) fn zoomed_in(self, area: usize) -> Option<Self> {
        match self {
            Self::GreatBritain => Some(Self::Whole),
            Self::Whole => Some(Self::Neighbours(area)),
            Self::Neighbours(_) => Some(Self::Area(area)),
            Self::Area(_) => None,
        }
    }

    /// Returns the next larger part; none after the largest.
    pub(super) fn zoomed_out(self, areas: &[MarkedArea]) -> Option<Self> {
        match self {
            Self::Area(area) => Some(Self::Neighbours(area)),
            Self::Neighbours(_) => Some(Self::Whole),
            Self::Whole if is_in_england(areas) => Some(Self::GreatBritain),
            Self::Whole | Self::GreatBritain => None,
        }
    }

    /// Returns the part after another area was selected: the same one if it shows the area.
    pub(super) fn followed(self, area: usize, areas: &[MarkedArea]) -> Self {
        match self {
            Self::Neighbours(_) => {
                let window = self.window(areas);
                let position = areas.get(area).and_then(|area| area.position);
                match position {
                    Some(position) if !window.contains(position) => Self::Neighbours(area),
                    _ => self,
                }
            }
            Self::Area(_) => Self::Area(area),
            Self::GreatBritain | Self::Whole => self,
        }
    }

    /// Returns the area around which the map is zoomed.
    pub(super) fn centre(self) -> Option<usize> {
        match self {
            Self::Neighbours(area) | Self::Area(area) => Some(area),
            Self::GreatBritain | Self::Whole => None,
        }
    }

    /// Returns the part with another centre, if it has one.
    pub(super) fn around(self, area: usize) -> Self {
        match self {
            Self::Neighbours(_) => Self::Neighbours(area),
            Self::Area(_) => Self::Area(area),
            Self::GreatBritain | Self::Whole => self,
        }
    }

    /// Returns the name of the part. `name` is that of the area around which it is zoomed.
    pub(super) fn title(self, areas: &[MarkedArea], name: &str) -> String {
        match self {
            Self::Whole if is_in_england(areas) => "England".into(),
            Self::GreatBritain | Self::Whole => "Great Britain".into(),
            Self::Neighbours(_) => format!("{name} and its neighbours"),
            Self::Area(_) => name.into(),
        }
    }

    /// Returns a shorter name of the part.
    pub(super) fn short_title(self, areas: &[MarkedArea], name: &str) -> String {
        match self {
            Self::Neighbours(_) => format!("around {name}"),
            _ => self.title(areas, name),
        }
    }

    /// Returns the part as it is drawn.
    pub(super) fn extent(self, areas: &[MarkedArea]) -> MapExtent {
        let has_district = |area: usize| {
            let area = areas.get(area);
            area.is_some_and(|area| !area.districts.is_empty())
        };
        MapExtent {
            window: self.window(areas),
            has_land: !matches!(self, Self::Area(area) if has_district(area)),
        }
    }

    /// Returns the longitudes and latitudes of the part.
    pub(super) fn window(self, areas: &[MarkedArea]) -> GeoWindow {
        let whole = if self != Self::GreatBritain && is_in_england(areas) {
            ENGLAND
        } else {
            GREAT_BRITAIN
        };
        let (part, degrees) = MARGIN;
        match self {
            Self::GreatBritain | Self::Whole => whole,
            Self::Neighbours(area) => {
                let nearest = nearest(area, areas);
                let points = nearest.into_iter().flat_map(|area| outline(&areas[area]));
                GeoWindow::around(points).map_or(whole, |window| window.with_margin(part, degrees))
            }
            Self::Area(area) => {
                let Some(area) = areas.get(area) else {
                    return whole;
                };
                let degrees = if area.districts.is_empty() {
                    POINT_MARGIN
                } else {
                    degrees
                };
                GeoWindow::around(outline(area))
                    .map_or(whole, |window| window.with_margin(part, degrees))
            }
        }
    }

    /// Returns the columns that labels have beside the part on a map of some width.
    pub(super) fn label_columns(self, width: u16) -> f64 {
        match self {
            Self::GreatBritain | Self::Whole => f64::from(width) * LABEL_PART,
            Self::Neighbours(_) | Self::Area(_) => LABEL_COLUMNS,
        }
    }
}

/// Returns true unless an area is elsewhere in Great Britain.
fn is_in_england(areas: &[MarkedArea]) -> bool {
    let positions = areas.iter().filter_map(|area| area.position);
    !positions
        .into_iter()
        .any(|position| GREAT_BRITAIN.contains(position) && !ENGLAND.contains(position))
}

/// Returns the points of an area's districts, and its position.
fn outline(area: &MarkedArea) -> impl Iterator<Item = [f64; 2]> {
    let districts = area.districts.iter();
    let points = districts.flat_map(|district| district.polygon.iter().copied());
    points.chain(area.position)
}

/// Returns an area and its nearest neighbours.
fn nearest(area: usize, areas: &[MarkedArea]) -> Vec<usize> {
    let Some([longitude, latitude]) = areas.get(area).and_then(|area| area.position) else {
        return Vec::new();
    };
    let mut others: Vec<(f64, usize)> = areas
        .iter()
        .enumerate()
        .filter_map(|(index, other)| {
            let [east, north] = other.position?;
            let across = (east - longitude) * LONGITUDE_SCALE;
            Some((across.hypot(north - latitude), index))
        })
        .collect();
    others.sort_shared_by(|a, b| a.0.total_cmp(&b.0));
    others
        .into_iter()
        .map(|(_, index)| index)
        .filter(|&index| index != area)
        .take(NEIGHBOURS)
        .chain([area])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn areas(positions: &[[f64; 2]]) -> Vec<MarkedArea> {
        let area = |&position| MarkedArea {
            position: Some(position),
            districts: Vec::new(),
        };
        positions.iter().map(area).collect()
    }

    const ENGLISH: [[f64; 2]; 6] = [
        [-3.05, 53.82],
        [-1.75, 53.79],
        [-1.48, 52.92],
        [-1.13, 53.52],
        [-2.12, 53.54],
        [-3.48, 51.2],
    ];

    #[test]
    fn zooming_in_and_out_visits_every_part() {
        let areas = areas(&ENGLISH);
        let mut zoom = MapZoom::GreatBritain;
        let mut parts = vec![zoom];
        while let Some(next) = zoom.zoomed_in(4) {
            assert_eq!(next.zoomed_out(&areas), Some(zoom));
            parts.push(next);
            zoom = next;
        }
        assert_eq!(
            parts,
            [
                MapZoom::GreatBritain,
                MapZoom::Whole,
                MapZoom::Neighbours(4),
                MapZoom::Area(4)
            ]
        );
        assert_eq!(MapZoom::GreatBritain.zoomed_out(&areas), None);
    }

    #[test]
    fn the_four_nearest_areas_are_shown() {
        let areas = areas(&ENGLISH);
        let window = MapZoom::Neighbours(4).window(&areas);
        let shown = ENGLISH.map(|position| window.contains(position));
        assert_eq!(shown, [true, true, true, true, true, false]);
    }

    #[test]
    fn the_part_changes_only_if_it_does_not_show_the_selected_area() {
        let areas = areas(&ENGLISH);
        let zoom = MapZoom::Neighbours(4);
        assert_eq!(zoom.followed(0, &areas), zoom);
        assert_eq!(zoom.followed(5, &areas), MapZoom::Neighbours(5));
        assert_eq!(MapZoom::Area(4).followed(0, &areas), MapZoom::Area(0));
        assert_eq!(MapZoom::Whole.followed(5, &areas), MapZoom::Whole);
    }

    #[test]
    fn great_britain_is_shown_if_an_area_is_in_scotland() {
        let scottish = areas(&[[-3.2, 55.95], [-4.2, 57.5]]);
        assert_eq!(MapZoom::Whole.window(&scottish), GREAT_BRITAIN);
        assert_eq!(MapZoom::Whole.zoomed_out(&scottish), None);
        assert_eq!(MapZoom::Whole.title(&scottish, ""), "Great Britain");
        let abroad = areas(&[[2.35, 48.86]]);
        assert_eq!(MapZoom::Whole.window(&abroad), ENGLAND);
    }
}
