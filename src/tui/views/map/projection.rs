//! The projection of degrees to cells.

use ratatui::layout::{Position, Size};

/// The height of a cell in its widths, in a usual font.
const CELL_HEIGHT: f64 = 2.0;
/// The kilometres of a degree of latitude.
const DEGREE_KILOMETRES: f64 = 111.2;

/// A part of the earth between two longitudes and two latitudes, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct GeoWindow {
    pub(super) west: f64,
    pub(super) south: f64,
    pub(super) east: f64,
    pub(super) north: f64,
}

/// England.
pub(super) const ENGLAND: GeoWindow = GeoWindow {
    west: -5.80,
    south: 49.90,
    east: 1.85,
    north: 55.86,
};

/// Great Britain without Shetland.
pub(super) const GREAT_BRITAIN: GeoWindow = GeoWindow {
    west: -7.60,
    south: 49.90,
    east: 1.85,
    north: 60.80,
};

impl GeoWindow {
    /// Returns the smallest window around some points, longitude first; nothing without points.
    pub(super) fn around(points: impl IntoIterator<Item = [f64; 2]>) -> Option<Self> {
        points.into_iter().fold(None, |window, [east, north]| {
            let window: Self = window.unwrap_or(Self {
                west: east,
                south: north,
                east,
                north,
            });
            Some(Self {
                west: window.west.min(east),
                south: window.south.min(north),
                east: window.east.max(east),
                north: window.north.max(north),
            })
        })
    }

    /// Returns the window with a margin on all sides: a part of its size, and at least some degrees of latitude.
    pub(super) fn with_margin(self, part: f64, degrees: f64) -> Self {
        let stretch = self.stretch();
        let side = ((self.east - self.west) * part).max(degrees / stretch);
        let top = ((self.north - self.south) * part).max(degrees);
        Self {
            west: self.west - side,
            south: self.south - top,
            east: self.east + side,
            north: self.north + top,
        }
    }

    /// Returns true if a point is in the window.
    pub(super) fn contains(self, [longitude, latitude]: [f64; 2]) -> bool {
        (self.west..=self.east).contains(&longitude)
            && (self.south..=self.north).contains(&latitude)
    }

    /// Returns the length of a degree of longitude in degrees of latitude, in the middle.
    fn stretch(self) -> f64 {
        // At a pole it would be nothing, and no map could be divided by it.
        f64::midpoint(self.south, self.north)
            .to_radians()
            .cos()
            .max(0.01)
    }

    /// Returns the columns that the window has if it fills some rows.
    pub(super) fn columns(self, rows: u16) -> u16 {
        let columns = (self.east - self.west) * self.stretch() * f64::from(rows) * CELL_HEIGHT
            / (self.north - self.south);
        bounded(columns.round(), u16::MAX)
    }
}

/// A projection of degrees to cells, in true proportion.
#[derive(Debug, Clone, Copy)]
pub(super) struct Projection {
    /// The columns and rows of the map.
    pub(super) size: Size,
    /// The columns of a degree of latitude, if it lay on its side.
    scale: f64,
    /// The length of a degree of longitude in degrees of latitude.
    stretch: f64,
    /// The longitude of the left edge.
    west: f64,
    /// The latitude of the upper edge.
    north: f64,
}

impl Projection {
    /// Creates a projection that shows a window and leaves some columns for labels, if the height does not leave more:
    /// a quarter of them on the left, the rest on the right, where most labels are.
    pub(super) fn new(size: Size, window: GeoWindow, label_columns: f64) -> Self {
        let stretch = window.stretch();
        let width = f64::from(size.width.max(1));
        let height = f64::from(size.height.max(1)) * CELL_HEIGHT;
        let usable = (width - label_columns).max(width * 0.4);
        // A window can be a point.
        let across = ((window.east - window.west) * stretch).max(1e-6);
        let down = (window.north - window.south).max(1e-6);
        let scale = (usable / across).min(height / down);
        let spare_width = width - across * scale;
        let spare_height = height - down * scale;
        Self {
            size,
            scale,
            stretch,
            west: window.west - spare_width / 4.0 / scale / stretch,
            north: window.north + spare_height / 2.0 / scale,
        }
    }

    /// Returns the column of a longitude, with its fraction; it may be outside the map.
    pub(super) fn column(&self, longitude: f64) -> f64 {
        (longitude - self.west) * self.stretch * self.scale
    }

    /// Returns the row of a latitude, with its fraction; it may be outside the map.
    pub(super) fn row(&self, latitude: f64) -> f64 {
        (self.north - latitude) * self.scale / CELL_HEIGHT
    }

    /// Returns the cell of a point, if it is on the map.
    pub(super) fn cell(&self, [longitude, latitude]: [f64; 2]) -> Option<Position> {
        let cell = |value: f64, limit: u16| {
            (0.0..f64::from(limit))
                .contains(&value)
                .then(|| bounded(value, limit - 1))
        };
        Some(Position::new(
            cell(self.column(longitude), self.size.width)?,
            cell(self.row(latitude), self.size.height)?,
        ))
    }

    /// Returns the width of a column in kilometres.
    pub(super) fn column_kilometres(&self) -> f64 {
        DEGREE_KILOMETRES / self.scale
    }

    /// Returns the area of a cell in square kilometres.
    pub(super) fn cell_square_kilometres(&self) -> f64 {
        self.column_kilometres() * self.column_kilometres() * CELL_HEIGHT
    }
}

/// Returns a number without its fraction, from 0 to a limit.
pub(super) fn bounded(value: f64, limit: u16) -> u16 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the value is limited first"
    )]
    let bounded = value.clamp(0.0, f64::from(limit)) as u16;
    bounded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn england(width: u16, height: u16) -> Projection {
        let size = Size::new(width, height);
        Projection::new(size, ENGLAND, f64::from(width) * 0.28)
    }

    #[test]
    fn the_window_is_on_the_map_in_every_size() {
        for width in 12..260 {
            for height in 2..70 {
                let projection = england(width, height);
                for corner in [[-5.80, 49.901], [1.84, 55.859]] {
                    assert!(
                        projection.cell(corner).is_some(),
                        "{corner:?} {width}x{height}"
                    );
                }
            }
        }
    }

    #[test]
    fn proportions_are_true() {
        for (width, height) in [(49, 20), (80, 36), (60, 13), (20, 40)] {
            let projection = england(width, height);
            let degree_down = projection.row(52.0) - projection.row(53.0);
            let degree_across = projection.column(1.0) - projection.column(0.0);
            let stretch = 52.88_f64.to_radians().cos();
            assert!((degree_across / degree_down - stretch * CELL_HEIGHT).abs() < 1e-9);
        }
    }

    #[test]
    fn most_spare_columns_are_on_the_right() {
        let projection = england(80, 36);
        let left = projection.column(ENGLAND.west);
        let right = 80.0 - projection.column(ENGLAND.east);
        assert!((right - 3.0 * left).abs() < 1e-9, "{left} {right}");
    }

    #[test]
    fn points_outside_are_not_on_the_map() {
        let projection = england(49, 20);
        assert_eq!(projection.cell([2.35, 48.86]), None);
        assert_eq!(projection.cell([-40.0, 52.0]), None);
        assert_eq!(projection.cell([f64::NAN, 52.0]), None);
    }

    #[test]
    fn a_window_of_one_point_has_a_projection() {
        let window = GeoWindow::around([[0.0, 90.0]]).expect("there is a point");
        let projection = Projection::new(Size::new(40, 10), window, 10.0);
        assert!(projection.cell([0.0, 90.0]).is_some());
        assert_eq!(GeoWindow::around([]), None);
    }
}
