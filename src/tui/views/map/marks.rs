//! Marks: an area is a shape where its district is large enough, and a point otherwise.

use std::collections::HashSet;

use ratatui::layout::{Position, Size};

use super::{
    projection::Projection,
    scan_fill::{Coverage, SAMPLES},
};
use crate::{sort::SortShared, tui::map_shapes::DistrictShape};

/// The farthest free cell for a point, in rows, or in twice as many columns.
const MAX_MOVE: u16 = 3;

/// An area to be marked.
#[derive(Debug, Clone, Default)]
pub(super) struct MarkedArea {
    /// The longitude and latitude, if they are known.
    pub(super) position: Option<[f64; 2]>,
    /// The shapes of its districts that are known.
    pub(super) districts: Vec<&'static DistrictShape>,
}

/// The cells of a shape in a row, from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ShapeRow {
    pub(super) y: u16,
    pub(super) first: u16,
    pub(super) last: u16,
}

/// The mark of an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum AreaMark {
    /// A shape, by its rows from the top.
    Shape(Vec<ShapeRow>),
    /// A point in a cell.
    Point(Position),
    /// None: the area is not on this part of the map, or has no position.
    Outside,
}

/// Returns the mark of each area, and the coverage by each that is a shape.
pub(super) fn marks(
    projection: &Projection,
    areas: &[MarkedArea],
) -> (Vec<AreaMark>, Vec<Option<Coverage>>) {
    let mut marks = Vec::with_capacity(areas.len());
    let mut shapes = Vec::with_capacity(areas.len());
    let mut taken = HashSet::new();
    for area in areas {
        let shape = shape(projection, area);
        let (mark, coverage) = match shape {
            Some((rows, coverage)) => (AreaMark::Shape(rows), Some(coverage)),
            None => (point(projection, area, &mut taken), None),
        };
        marks.push(mark);
        shapes.push(coverage);
    }
    (marks, shapes)
}

/// Returns the shape of an area if it is at least as large as a cell, and hangs together as it is drawn.
fn shape(projection: &Projection, area: &MarkedArea) -> Option<(Vec<ShapeRow>, Coverage)> {
    let size: f64 = area.districts.iter().map(|shape| shape.area_km2).sum();
    if area.districts.is_empty() || size < projection.cell_square_kilometres() {
        return None;
    }
    let rings = area.districts.iter().map(|shape| &shape.polygon);
    let coverage = Coverage::new(projection, rings);
    let quadrants = drawn_quadrants(&coverage, projection.size);
    if !hang_together(&quadrants) {
        return None;
    }
    let mut rows: Vec<ShapeRow> = Vec::new();
    for &(column, row) in &quadrants {
        let (x, y) = (column / 2, row / 2);
        match rows.iter_mut().find(|shape_row| shape_row.y == y) {
            Some(shape_row) => {
                shape_row.first = shape_row.first.min(x);
                shape_row.last = shape_row.last.max(x);
            }
            None => rows.push(ShapeRow {
                y,
                first: x,
                last: x,
            }),
        }
    }
    Some((rows, coverage))
}

/// Returns true if a shape covers a quadrant or a dot of some samples: at least 40 % of it.
pub(super) fn is_covered(count: u8, samples: u8) -> bool {
    u16::from(count) * 10 >= u16::from(samples) * 4
}

/// Returns the number of covered samples in a quadrant of a cell: two parts, one above the other.
pub(super) fn quadrant_count(coverage: &Coverage, at: Position, across: u16, down: u16) -> u8 {
    let part = |row| coverage.count(at.x, at.y, across, down * 2 + row);
    part(0) + part(1)
}

/// Returns the columns and rows of the quadrants that are covered, row by row.
fn drawn_quadrants(coverage: &Coverage, size: Size) -> Vec<(u16, u16)> {
    let mut drawn = Vec::new();
    for row in 0..size.height.saturating_mul(2) {
        for column in 0..size.width.saturating_mul(2) {
            let at = Position::new(column / 2, row / 2);
            let count = quadrant_count(coverage, at, column % 2, row % 2);
            if is_covered(count, 2 * SAMPLES) {
                drawn.push((column, row));
            }
        }
    }
    drawn
}

/// Returns true if there are quadrants, and each can be reached from the first; corners count.
fn hang_together(quadrants: &[(u16, u16)]) -> bool {
    let mut left: HashSet<(u16, u16)> = quadrants.iter().copied().collect();
    let mut queue: Vec<(u16, u16)> = quadrants.first().copied().into_iter().collect();
    while let Some((column, row)) = queue.pop() {
        for y in row.saturating_sub(1)..=row.saturating_add(1) {
            for x in column.saturating_sub(1)..=column.saturating_add(1) {
                if left.remove(&(x, y)) {
                    queue.push((x, y));
                }
            }
        }
    }
    !quadrants.is_empty() && left.is_empty()
}

/// Returns the cell of an area, or the nearest free one if a point is there already.
fn point(projection: &Projection, area: &MarkedArea, taken: &mut HashSet<Position>) -> AreaMark {
    let Some(at) = area.position.and_then(|position| projection.cell(position)) else {
        return AreaMark::Outside;
    };
    let Size { width, height } = projection.size;
    let mut near: Vec<(u32, Position)> = Vec::new();
    if taken.contains(&at) {
        let (columns, rows) = (2 * MAX_MOVE, MAX_MOVE);
        for y in at.y.saturating_sub(rows)..(at.y + rows + 1).min(height) {
            for x in at.x.saturating_sub(columns)..(at.x + columns + 1).min(width) {
                let (across, down) = (u32::from(x.abs_diff(at.x)), u32::from(y.abs_diff(at.y)));
                // A cell is twice as high as wide.
                near.push((across * across + 4 * down * down, Position::new(x, y)));
            }
        }
        near.sort_shared_by_key(|&(distance, cell)| (distance, cell.y, cell.x));
    } else {
        near.push((0, at));
    }
    let free = near
        .into_iter()
        .map(|(_, cell)| cell)
        .find(|&cell| taken.insert(cell));
    free.map_or(AreaMark::Outside, AreaMark::Point)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::{
        map_shapes::district,
        views::map::projection::{ENGLAND, GeoWindow},
    };

    /// The districts of the areas in the bundled data, and their positions.
    fn areas() -> Vec<MarkedArea> {
        let area = |codes: &[&str], longitude, latitude| MarkedArea {
            position: Some([longitude, latitude]),
            districts: codes.iter().filter_map(|code| district(code)).collect(),
        };
        vec![
            area(&["E06000009"], -3.05, 53.82),
            area(&["E08000032"], -1.75, 53.79),
            area(&["E08000017"], -1.13, 53.52),
            area(&["E07000010", "E07000009"], 0.18, 52.47),
            area(&["E07000168"], -0.4, 54.28),
            area(&["E07000191"], -3.48, 51.2),
        ]
    }

    fn england(width: u16, height: u16) -> Projection {
        let size = Size::new(width, height);
        Projection::new(size, ENGLAND, f64::from(width) * 0.28)
    }

    fn shapes(projection: &Projection) -> usize {
        let (marks, _) = marks(projection, &areas());
        let is_shape = |mark: &&AreaMark| matches!(mark, AreaMark::Shape(_));
        marks.iter().filter(is_shape).count()
    }

    #[test]
    fn larger_maps_have_more_shapes() {
        assert_eq!(shapes(&england(60, 13)), 0);
        assert_eq!(shapes(&england(49, 20)), 4);
        assert_eq!(shapes(&england(80, 36)), 5);
        assert_eq!(shapes(&england(109, 46)), 5);
    }

    #[test]
    fn an_area_outside_the_window_has_no_mark() {
        let window = GeoWindow {
            west: -4.0,
            south: 51.0,
            east: -3.0,
            north: 51.5,
        };
        let projection = Projection::new(Size::new(60, 20), window, 0.0);
        let (marks, _) = marks(&projection, &areas());
        assert_eq!(marks[0], AreaMark::Outside);
        assert!(matches!(marks[5], AreaMark::Shape(_)));
    }

    #[test]
    fn points_never_share_a_cell() {
        let areas = vec![
            MarkedArea {
                position: Some([-1.5, 53.0]),
                districts: Vec::new(),
            };
            20
        ];
        let projection = england(49, 20);
        let (marks, _) = marks(&projection, &areas);
        let cells: HashSet<_> = marks
            .iter()
            .map(|mark| match mark {
                AreaMark::Point(cell) => *cell,
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(cells.len(), 20);
        assert!(cells.contains(&projection.cell([-1.5, 53.0]).expect("it is on the map")));
    }

    #[test]
    fn quadrants_hang_together_at_corners() {
        assert!(hang_together(&[(0, 0), (1, 1), (2, 0)]));
        assert!(!hang_together(&[(0, 0), (2, 0)]));
        assert!(!hang_together(&[]));
    }
}
