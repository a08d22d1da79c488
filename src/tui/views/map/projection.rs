//! The projection of degrees to cells.

use ratatui::layout::{Position, Rect};

use crate::{
    dataset::{AreaIndex, Dataset},
    query::geography::{LONGITUDE_SCALE, position},
};

/// Bounds in degrees: west, south, east, north.
pub(super) type Bounds = [f64; 4];

/// The bounds of England.
pub(super) const ENGLAND: Bounds = [-5.8, 49.9, 1.85, 55.85];
/// The bounds of Great Britain.
pub(super) const GREAT_BRITAIN: Bounds = [-7.6, 49.9, 1.85, 60.8];

/// The height of a cell in its widths, in a usual font.
const CELL_HEIGHT: f64 = 2.0;

/// A projection of degrees to the cells of an area, in true proportion.
pub(super) struct Projection {
    /// The cells.
    pub(super) area: Rect,
    /// The longitudes at the left and the right edge.
    pub(super) longitudes: [f64; 2],
    /// The latitudes at the lower and the upper edge.
    pub(super) latitudes: [f64; 2],
}

impl Projection {
    /// Creates a projection that shows at least the bounds, centred.
    pub(super) fn new(area: Rect, [west, south, east, north]: Bounds) -> Self {
        let width = f64::from(area.width.max(1));
        let height = f64::from(area.height.max(1)) * CELL_HEIGHT;
        // The degrees of latitude in the width of a cell.
        let scale = ((east - west) * LONGITUDE_SCALE / width).max((north - south) / height);
        let (middle_x, middle_y) = (f64::midpoint(west, east), f64::midpoint(south, north));
        let (half_x, half_y) = (width * scale / LONGITUDE_SCALE / 2.0, height * scale / 2.0);
        Self {
            area,
            longitudes: [middle_x - half_x, middle_x + half_x],
            latitudes: [middle_y - half_y, middle_y + half_y],
        }
    }

    /// Returns the cell of an area, if its position is known and on the map.
    pub(super) fn cell(&self, dataset: &Dataset, area: AreaIndex) -> Option<Position> {
        let position = position(dataset, area)?;
        let fraction = |value: f64, [from, to]: [f64; 2]| {
            Some((value - from) / (to - from)).filter(|fraction| (0.0..1.0).contains(fraction))
        };
        let across = fraction(position.longitude.degrees(), self.longitudes)?;
        let down = 1.0 - fraction(position.latitude.degrees(), self.latitudes)?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a fraction of the width or height, from 0 to 1"
        )]
        let cell =
            |fraction: f64, length: u16| ((fraction * f64::from(length)) as u16).min(length - 1);
        Some(Position::new(
            self.area.x + cell(across, self.area.width),
            self.area.y + cell(down, self.area.height),
        ))
    }
}
