//! The places around a mark: beside it, above and below.

use super::{label_text::Wording, marks::ShapeRow};

const LEFT: f64 = 0.4;
const ABOVE_OR_BELOW: f64 = 2.0;
/// The cost of a row above or below the middle of a shape.
const OTHER_ROW: f64 = 0.8;

/// The side of the mark on which a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Right,
    Left,
    Centre,
}

/// Returns the places around a mark: the side, the column and the row of the label, and the cost.
pub(super) fn places(
    rows: &[ShapeRow],
    wording: &Wording,
    is_shape: bool,
) -> Vec<(Side, i32, i32, f64)> {
    let (Some(top), Some(bottom)) = (rows.first(), rows.last()) else {
        return Vec::new();
    };
    let width = i32::from(wording.width);
    let height = if wording.lines.len() > 1 { 2 } else { 1 };
    let first = rows
        .iter()
        .map(|row| i32::from(row.first))
        .min()
        .unwrap_or(0);
    let last = rows
        .iter()
        .map(|row| i32::from(row.last))
        .max()
        .unwrap_or(0);
    let (top, bottom) = (i32::from(top.y), i32::from(bottom.y));
    let middle = i32::midpoint(top, bottom);
    let mut places = Vec::new();
    let mut beside = |y: i32, cost: f64| {
        let touched = |row: &&ShapeRow| (y..y + height).contains(&i32::from(row.y));
        let touched = rows.iter().filter(touched);
        // A row above or below the shape is beside all of it.
        let ends = touched.fold(None, |ends: Option<(i32, i32)>, row| {
            let (left, right) = ends.unwrap_or((i32::MAX, i32::MIN));
            Some((
                left.min(i32::from(row.first)),
                right.max(i32::from(row.last)),
            ))
        });
        let (left, right) = ends.unwrap_or((first, last));
        places.push((Side::Right, right + 2, y, cost));
        places.push((Side::Left, left - 1 - width, y, cost + LEFT));
    };
    beside(middle, 0.0);
    if height == 2 {
        beside(middle - 1, 0.0);
    }
    if is_shape {
        beside(middle + 1, OTHER_ROW);
        beside(middle - height, OTHER_ROW);
    }
    let x = i32::midpoint(first, last) - width / 2;
    places.push((Side::Centre, x, bottom + 1, ABOVE_OR_BELOW));
    places.push((Side::Centre, x, top - height, ABOVE_OR_BELOW));
    places
}
