//! Scan-filling of polygons: the number of samples in each part of a cell that a polygon covers.

use std::ops::Range;

use ratatui::layout::Size;

use super::projection::{Projection, bounded};
use crate::tui::map_shapes::Ring;

/// The parts of a cell from left to right, as braille has dots.
pub(super) const PART_COLUMNS: u16 = 2;
/// The parts of a cell from top to bottom.
pub(super) const PART_ROWS: u16 = 4;
/// The samples of a part from left to right.
const SAMPLE_COLUMNS: u16 = 4;
/// The samples of a part from top to bottom.
const SAMPLE_ROWS: u16 = 2;
/// The samples of a part: the largest count.
pub(super) const SAMPLES: u8 = 8;

/// The number of covered samples in each part, row by row, of the rectangle around the polygons. Outside it is none.
#[derive(Debug, Clone)]
pub(super) struct Coverage {
    /// The columns of parts.
    columns: Range<usize>,
    /// The rows of parts.
    rows: Range<usize>,
    counts: Vec<u8>,
}

impl Coverage {
    /// Returns the coverage of a map by some polygons.
    pub(super) fn new<'r>(
        projection: &Projection,
        rings: impl IntoIterator<Item = &'r Ring, IntoIter: Clone>,
    ) -> Self {
        let rings = rings.into_iter();
        let Size { width, height } = projection.size;
        let points = || rings.clone().flatten();
        let columns = parts(
            points().map(|&[longitude, _]| projection.column(longitude) * f64::from(PART_COLUMNS)),
            width.saturating_mul(PART_COLUMNS),
        );
        let rows = parts(
            points().map(|&[_, latitude]| projection.row(latitude) * f64::from(PART_ROWS)),
            height.saturating_mul(PART_ROWS),
        );
        let mut coverage = Self {
            counts: vec![0; columns.len() * rows.len()],
            columns,
            rows,
        };
        let mut crossings = Vec::new();
        for ring in rings {
            coverage.add(projection, ring, &mut crossings);
        }
        coverage
    }

    /// Returns the count of a part of a cell.
    pub(super) fn count(&self, x: u16, y: u16, part_x: u16, part_y: u16) -> u8 {
        let column = usize::from(x) * usize::from(PART_COLUMNS) + usize::from(part_x);
        let row = usize::from(y) * usize::from(PART_ROWS) + usize::from(part_y);
        if self.columns.contains(&column) && self.rows.contains(&row) {
            self.counts[(row - self.rows.start) * self.columns.len() + column - self.columns.start]
        } else {
            0
        }
    }

    /// Adds a polygon. `crossings` is memory to use again.
    fn add(&mut self, projection: &Projection, ring: &[[f64; 2]], crossings: &mut Vec<(u16, f64)>) {
        let across = f64::from(PART_COLUMNS * SAMPLE_COLUMNS);
        let down = PART_ROWS * SAMPLE_ROWS;
        let last_row = projection.size.height.saturating_mul(down);
        let last_column = projection
            .size
            .width
            .saturating_mul(PART_COLUMNS * SAMPLE_COLUMNS);
        crossings.clear();
        for ends in ring.windows(2) {
            let at = |[longitude, latitude]: [f64; 2]| {
                let x = projection.column(longitude) * across;
                (x, projection.row(latitude) * f64::from(down))
            };
            let (mut upper, mut lower) = (at(ends[0]), at(ends[1]));
            if upper.1 > lower.1 {
                std::mem::swap(&mut upper, &mut lower);
            }
            // A row of samples is crossed if its middle is between the ends. The lower end belongs to the next line, so
            // that a closed polygon crosses each row an even number of times.
            let first = bounded((upper.1 - 0.5).ceil(), last_row);
            let end = bounded((lower.1 - 0.5).ceil(), last_row);
            let slope = (lower.0 - upper.0) / (lower.1 - upper.1);
            crossings.extend((first..end).map(|row| {
                let x = upper.0 + (f64::from(row) + 0.5 - upper.1) * slope;
                (row, x)
            }));
        }
        crossings.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        for ends in crossings.chunks_exact(2) {
            let sample = |x: f64| usize::from(bounded((x - 0.5).ceil(), last_column));
            let row = usize::from(ends[0].0 / SAMPLE_ROWS) - self.rows.start;
            let start = row * self.columns.len();
            self.add_samples(start, sample(ends[0].1), sample(ends[1].1));
        }
    }

    /// Counts the samples of a row from one to before another.
    fn add_samples(&mut self, start: usize, from: usize, to: usize) {
        let length = usize::from(SAMPLE_COLUMNS);
        let mut sample = from;
        while sample < to {
            let part = sample / length;
            let end = ((part + 1) * length).min(to);
            let count = &mut self.counts[start + part - self.columns.start];
            // Polygons may overlap.
            *count = (*count + u8::try_from(end - sample).unwrap_or(SAMPLES)).min(SAMPLES);
            sample = end;
        }
    }
}

/// Returns the parts between the least and the greatest of some positions, of at most `limit`.
fn parts(positions: impl Iterator<Item = f64>, limit: u16) -> Range<usize> {
    let (least, greatest) = positions.fold((f64::INFINITY, 0.0_f64), |(least, greatest), at| {
        (least.min(at), greatest.max(at))
    });
    let start = usize::from(bounded(least.floor(), limit));
    start..usize::from(bounded(greatest.ceil(), limit)).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::views::map::projection::GeoWindow;

    /// A window in which a degree is ten columns and five rows.
    fn projection() -> Projection {
        let window = GeoWindow {
            west: 0.0,
            south: -1.0,
            east: 2.0,
            north: 1.0,
        };
        Projection::new(Size::new(20, 10), window, 0.0)
    }

    fn total(coverage: &Coverage) -> usize {
        coverage
            .counts
            .iter()
            .map(|&count| usize::from(count))
            .sum()
    }

    #[test]
    fn a_rectangle_covers_its_samples() {
        let ring = vec![[0.5, 0.5], [1.5, 0.5], [1.5, -0.5], [0.5, -0.5], [0.5, 0.5]];
        let coverage = Coverage::new(&projection(), [&ring]);
        // Ten by five cells of 64 samples.
        assert_eq!(total(&coverage), 50 * 64);
        assert_eq!(coverage.count(10, 5, 0, 0), SAMPLES);
        assert_eq!(coverage.count(2, 5, 0, 0), 0);
    }

    #[test]
    fn direction_and_parts_outside_do_not_matter() {
        let ring = vec![
            [-9.0, 9.0],
            [9.0, 9.0],
            [9.0, -9.0],
            [-9.0, -9.0],
            [-9.0, 9.0],
        ];
        let reversed: Ring = ring.iter().rev().copied().collect();
        for ring in [&ring, &reversed] {
            let coverage = Coverage::new(&projection(), [ring]);
            assert_eq!(total(&coverage), 20 * 10 * 64);
        }
        let away = vec![[7.0, 0.0], [8.0, 0.0], [8.0, -0.5], [7.0, 0.0]];
        assert_eq!(total(&Coverage::new(&projection(), [&away])), 0);
    }

    #[test]
    fn a_triangle_covers_half() {
        let ring = vec![[0.0, 1.0], [2.0, -1.0], [0.0, -1.0], [0.0, 1.0]];
        let covered = total(&Coverage::new(&projection(), [&ring]));
        let half = 20 * 10 * 64 / 2;
        assert!(covered.abs_diff(half) < half / 50, "{covered}");
    }

    #[test]
    fn overlaps_and_holes_in_a_line_are_counted_once() {
        let ring = vec![[0.0, 1.0], [2.0, 1.0], [2.0, -1.0], [0.0, -1.0], [0.0, 1.0]];
        let coverage = Coverage::new(&projection(), [&ring, &ring]);
        assert_eq!(total(&coverage), 20 * 10 * 64);
        assert_eq!(total(&Coverage::new(&projection(), [&Ring::new()])), 0);
    }
}
