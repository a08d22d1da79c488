//! The raster of the map: the ground of each part of each cell.

use ratatui::layout::{Position, Size};

use super::{
    ground::{MapGround, PackedGround},
    marks::{is_covered, quadrant_count},
    projection::Projection,
    scan_fill::{Coverage, PART_COLUMNS, PART_ROWS, SAMPLES},
};
use crate::tui::map_shapes::Country;

/// The name of the country whose land is stronger than that of its neighbours.
const ENGLAND: &str = "England";

/// The grounds of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct CellGround {
    quadrants: [PackedGround; 4],
    dots: [PackedGround; 8],
}

impl CellGround {
    #[cfg(test)]
    pub(super) fn new(quadrants: [MapGround; 4], dots: [MapGround; 8]) -> Self {
        Self {
            quadrants: quadrants.map(Into::into),
            dots: dots.map(Into::into),
        }
    }

    /// Returns the grounds of the four quadrants, row by row.
    pub(super) fn quadrants(&self) -> [MapGround; 4] {
        self.quadrants.map(Into::into)
    }

    /// Returns the grounds of the eight dots of a braille character, row by row.
    pub(super) fn dots(&self) -> [MapGround; 8] {
        self.dots.map(Into::into)
    }

    /// Returns the ground that most of the cell has.
    pub(super) fn main(&self) -> MapGround {
        MapGround::commonest(&self.quadrants())
    }

    /// Returns true if all of the cell has one ground.
    pub(super) fn is_uniform(&self) -> bool {
        self.quadrants
            .iter()
            .all(|&ground| ground == self.quadrants[0])
    }
}

/// The grounds of the map.
#[derive(Debug, Clone)]
pub(super) struct Raster {
    pub(super) size: Size,
    cells: Vec<CellGround>,
}

impl Raster {
    /// Returns the raster of the countries, and of the areas that are shapes.
    pub(super) fn new(
        projection: &Projection,
        countries: &[Country],
        shapes: &[Option<Coverage>],
    ) -> Self {
        let land = |is_wanted: &dyn Fn(&str) -> bool| {
            let wanted = countries.iter().filter(|country| is_wanted(&country.name));
            Coverage::new(projection, wanted.flat_map(|country| &country.polygons))
        };
        let layers = Layers {
            england: land(&|name| name == ENGLAND),
            neighbours: land(&|name| name != ENGLAND),
            shapes: (0..)
                .zip(shapes)
                .filter_map(|(index, shape)| Some((index, shape.as_ref()?)))
                .collect(),
        };
        let Size { width, height } = projection.size;
        let cells = (0..height).flat_map(|y| (0..width).map(move |x| Position::new(x, y)));
        Self {
            size: projection.size,
            cells: cells.map(|at| layers.cell(at)).collect(),
        }
    }

    /// Returns the grounds of a cell. It must be on the map.
    pub(super) fn cell(&self, at: Position) -> &CellGround {
        &self.cells[usize::from(at.y) * usize::from(self.size.width) + usize::from(at.x)]
    }
}

/// The coverage by what the map shows.
struct Layers<'s> {
    england: Coverage,
    neighbours: Coverage,
    /// The shapes, each with the index of its area.
    shapes: Vec<(u16, &'s Coverage)>,
}

impl Layers<'_> {
    fn cell(&self, at: Position) -> CellGround {
        let mut cell = CellGround::default();
        for (index, ground) in (0..).zip(&mut cell.quadrants) {
            let count = |coverage: &_| quadrant_count(coverage, at, index % 2, index / 2);
            *ground = self.ground(2 * SAMPLES, count).into();
        }
        for (index, ground) in (0..PART_COLUMNS * PART_ROWS).zip(&mut cell.dots) {
            let (across, down) = (index % PART_COLUMNS, index / PART_COLUMNS);
            let count = |coverage: &Coverage| coverage.count(at.x, at.y, across, down);
            *ground = self.ground(SAMPLES, count).into();
        }
        cell
    }

    /// Returns the ground of a part of a cell with a number of samples: an area if it is covered, else land if half is.
    fn ground(&self, samples: u8, count: impl Fn(&Coverage) -> u8) -> MapGround {
        let shapes = self.shapes.iter();
        let covered = shapes
            .map(|&(index, coverage)| (count(coverage), index))
            .filter(|&(count, _)| is_covered(count, samples))
            .max_by_key(|&(count, _)| count);
        if let Some((_, index)) = covered {
            return MapGround::Area(index);
        }
        let (england, neighbours) = (count(&self.england), count(&self.neighbours));
        if u16::from(england) + u16::from(neighbours) < u16::from(samples.div_ceil(2)) {
            MapGround::Sea
        } else if england >= neighbours {
            MapGround::England
        } else {
            MapGround::Neighbour
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::{map_shapes::countries, views::map::projection};

    /// Returns the map with a letter for the ground that most of each cell has.
    fn letters(width: u16, height: u16) -> Vec<String> {
        let size = Size::new(width, height);
        let label_columns = f64::from(width) * 0.28;
        let projection = Projection::new(size, projection::ENGLAND, label_columns);
        let raster = Raster::new(&projection, countries(), &[]);
        let letter = |x, y| match raster.cell(Position::new(x, y)).main() {
            MapGround::Sea => '.',
            MapGround::Neighbour => 'n',
            MapGround::England => 'e',
            MapGround::Area(_) => 'a',
        };
        (0..height)
            .map(|y| (0..width).map(|x| letter(x, y)).collect())
            .collect()
    }

    #[test]
    fn england_and_its_neighbours_are_filled() {
        assert_eq!(
            letters(40, 14),
            [
                "...n.n.nnnnnnnne........................",
                ".......nnnnnneeee.......................",
                ".......nnn.eeeeeee......................",
                "...........eeeeeeeee....................",
                ".............eeeeeeee...................",
                "............eeeeeeeee...................",
                "........nnnnneeeeeeeee..................",
                ".........nnneeeeeeeeeeeeee..............",
                "........nnnneeeeeeeeeeeeee..............",
                "......nnnnnnneeeeeeeeeee................",
                "...........n.eeeeeeeeeeee...............",
                "........eeeeeeeeeeeeeeee................",
                ".......eeee...e..e......................",
                "......e.................................",
            ]
        );
    }

    #[test]
    fn land_grows_with_the_map() {
        let land = |width, height| {
            let rows = letters(width, height);
            let cells = rows.iter().flat_map(|row| row.chars());
            cells.filter(|&letter| letter == 'e').count()
        };
        let (small, large) = (land(49, 20), land(98, 40));
        assert!((small * 4).abs_diff(large) < large / 10, "{small} {large}");
    }
}
