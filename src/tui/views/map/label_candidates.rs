//! The places where a label could be, with the cost of each.

use std::{collections::HashSet, ops::RangeInclusive};

use ratatui::layout::Position;

use super::{
    ground::MapGround,
    label_sides::{Side, places},
    label_text::{LabelText, Wording},
    marks::{AreaMark, ShapeRow},
    raster::Raster,
};
use crate::{sort::SortShared, text::text_width};

/// A line of a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LabelLine {
    pub(super) at: Position,
    pub(super) text: String,
    /// The width in columns.
    pub(super) width: u16,
}

/// A place for a label.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LabelCandidate {
    /// One line or two.
    pub(super) lines: Vec<LabelLine>,
    pub(super) cost: f64,
}

/// The cost of each change of ground under the text.
const CHANGE: f64 = 0.5;
/// The cost of each cell that is not on the ground of most of the label.
const OTHER_GROUND: f64 = 0.16;
const FOREIGN_SHAPE: f64 = 3.0;
/// The cost of a foreign mark just above or below the label, which could be taken for its own: of a label beside its
/// mark, and of one above or below.
const FOREIGN_BESIDE: [f64; 2] = [0.6, 1.5];
/// The cost of an end that touches a foreign shape, or the pane on the right of the map.
const FOREIGN_END: f64 = 2.5;
const AT_EDGE: f64 = 4.0;
const OWN_SHAPE: f64 = 1.2;

/// The number of candidates that are kept, the best ones.
const MAX_CANDIDATES: usize = 24;

/// The map as labels see it.
pub(super) struct LabelGround<'m> {
    pub(super) raster: &'m Raster,
    /// The cells with a point.
    points: HashSet<Position>,
}

impl<'m> LabelGround<'m> {
    pub(super) fn new(raster: &'m Raster, marks: &[AreaMark]) -> Self {
        let points = marks.iter().filter_map(|mark| match mark {
            AreaMark::Point(at) => Some(*at),
            _ => None,
        });
        Self {
            raster,
            points: points.collect(),
        }
    }

    /// Returns the best places of a label, the best first.
    pub(super) fn candidates(
        &self,
        area: u16,
        mark: &AreaMark,
        text: &LabelText,
    ) -> Vec<LabelCandidate> {
        let wordings = text.wordings();
        let mut candidates: Vec<LabelCandidate> = Vec::new();
        for wording in &wordings {
            let places = match mark {
                AreaMark::Outside => Vec::new(),
                AreaMark::Point(at) => places(
                    &[ShapeRow {
                        y: at.y,
                        first: at.x,
                        last: at.x,
                    }],
                    wording,
                    false,
                ),
                AreaMark::Shape(rows) => places(rows, wording, true),
            };
            candidates.extend(places.into_iter().filter_map(|(side, x, y, cost)| {
                self.candidate(area, mark, wording, side, (x, y), cost)
            }));
        }
        candidates.sort_shared_by(|a, b| a.cost.total_cmp(&b.cost));
        candidates.truncate(MAX_CANDIDATES);
        candidates
    }

    /// Returns a candidate with its full cost, unless it would be outside the map or at another area's point.
    fn candidate(
        &self,
        area: u16,
        mark: &AreaMark,
        wording: &Wording,
        side: Side,
        (x, y): (i32, i32),
        cost: f64,
    ) -> Option<LabelCandidate> {
        let map = self.raster.size;
        let own = match mark {
            AreaMark::Point(at) => Some(*at),
            _ => None,
        };
        let mut lines = Vec::with_capacity(wording.lines.len());
        for (row, text) in (0..).zip(&wording.lines) {
            let width = u16::try_from(text_width(text)).ok()?;
            // On the left of a mark, the ends of the lines are beside it.
            let indent = match side {
                Side::Left => wording.width - width,
                _ => 0,
            };
            let at = Position::new(
                u16::try_from(x + i32::from(indent)).ok()?,
                u16::try_from(y + row).ok()?,
            );
            let end = at.x.checked_add(width)?;
            if end > map.width || at.y >= map.height {
                return None;
            }
            // A point after a blank would look like that of the label.
            let around = at.x.saturating_sub(2)..=end.saturating_add(1);
            let covers_own = own.is_some_and(|own| own.y == at.y && (at.x..end).contains(&own.x));
            if self.has_foreign_point(own, around, at.y) || covers_own {
                return None;
            }
            lines.push(LabelLine {
                at,
                text: text.clone(),
                width,
            });
        }
        if side == Side::Centre
            && lines
                .iter()
                .any(|line| self.is_near_foreign_point(own, line))
        {
            return None;
        }
        let cost = cost + wording.cost + self.ground_cost(area, own, side, &lines);
        Some(LabelCandidate { lines, cost })
    }

    /// Returns true if another area's point is in some columns of a row.
    fn has_foreign_point(
        &self,
        own: Option<Position>,
        mut columns: RangeInclusive<u16>,
        y: u16,
    ) -> bool {
        columns.any(|x| {
            let cell = Position::new(x, y);
            self.points.contains(&cell) && own != Some(cell)
        })
    }

    /// Returns true if another area's point is just above or below a line, or at a corner of it.
    fn is_near_foreign_point(&self, own: Option<Position>, line: &LabelLine) -> bool {
        let rows = [line.at.y.checked_sub(1), line.at.y.checked_add(1)];
        let columns = line.at.x.saturating_sub(1)..=line.at.x.saturating_add(line.width);
        let mut rows = rows.into_iter().flatten();
        rows.any(|y| self.has_foreign_point(own, columns.clone(), y))
    }

    /// Returns true if another area's mark is just above or below a line.
    fn has_foreign_mark_beside(&self, area: u16, own: Option<Position>, line: &LabelLine) -> bool {
        let rows = [line.at.y.checked_sub(1), line.at.y.checked_add(1)];
        let rows = rows.into_iter().flatten();
        let mut cells = rows
            .filter(|&y| y < self.raster.size.height)
            .flat_map(|y| (0..line.width).map(move |column| Position::new(line.at.x + column, y)));
        cells.any(|cell| match self.raster.cell(cell).main() {
            MapGround::Area(other) => other != area,
            _ => self.points.contains(&cell) && own != Some(cell),
        })
    }

    /// Returns the cost of what is at the ends of a line.
    fn ends_cost(&self, area: u16, line: &LabelLine) -> f64 {
        let before = line.at.x.checked_sub(1);
        let after = line.at.x + line.width;
        let costs = before.into_iter().chain([after]).map(|x| {
            if x >= self.raster.size.width {
                return AT_EDGE;
            }
            match self.raster.cell(Position::new(x, line.at.y)).main() {
                MapGround::Area(other) if other != area => FOREIGN_END,
                _ => 0.0,
            }
        });
        costs.sum()
    }

    /// Returns the cost of the grounds under a label.
    fn ground_cost(
        &self,
        area: u16,
        own: Option<Position>,
        side: Side,
        lines: &[LabelLine],
    ) -> f64 {
        let ground = |line: &LabelLine, column| {
            let at = Position::new(line.at.x + column, line.at.y);
            self.raster.cell(at).main()
        };
        let all: Vec<MapGround> = lines
            .iter()
            .flat_map(|line| (0..line.width).map(move |column| ground(line, column)))
            .collect();
        let main = commonest_of_many(&all);
        let mut cost = 0.0;
        for &ground in &all {
            cost += if ground == main { 0.0 } else { OTHER_GROUND };
            cost += match ground {
                MapGround::Area(own) if own == area => OWN_SHAPE,
                MapGround::Area(_) => FOREIGN_SHAPE,
                _ => 0.0,
            };
        }
        if lines
            .iter()
            .any(|line| self.has_foreign_mark_beside(area, own, line))
        {
            cost += FOREIGN_BESIDE[usize::from(side == Side::Centre)];
        }
        for line in lines {
            cost += self.ends_cost(area, line);
            for column in 1..line.width {
                if ground(line, column) != ground(line, column - 1) {
                    cost += CHANGE;
                }
            }
        }
        cost
    }
}

/// Returns the commonest of many grounds in one pass. Areas are not counted.
fn commonest_of_many(grounds: &[MapGround]) -> MapGround {
    let mut counts = [
        (0, MapGround::Sea),
        (0, MapGround::Neighbour),
        (0, MapGround::England),
    ];
    for ground in grounds {
        if let Some((count, _)) = counts.iter_mut().find(|(_, other)| other == ground) {
            *count += 1;
        }
    }
    counts
        .into_iter()
        .max()
        .map_or(MapGround::Sea, |(_, ground)| ground)
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::tui::map_shapes::countries;
    use crate::tui::views::map::projection::{ENGLAND, Projection};

    fn england() -> Projection {
        Projection::new(Size::new(49, 20), ENGLAND, 14.0)
    }

    fn text(name: &str) -> LabelText {
        LabelText {
            name: name.into(),
            ..LabelText::default()
        }
    }

    #[test]
    fn the_best_place_is_on_the_right_on_one_ground() {
        let raster = Raster::new(&england(), countries(), &[]);
        let marks = [AreaMark::Point(Position::new(33, 10))];
        let ground = LabelGround::new(&raster, &marks);
        let candidates = ground.candidates(0, &marks[0], &text("Norwich"));
        assert_eq!(candidates[0].lines[0].at, Position::new(35, 10));
        assert!(candidates.len() >= 3);
    }

    #[test]
    fn a_label_keeps_clear_of_the_points_of_others_and_of_the_edge() {
        let raster = Raster::new(&england(), countries(), &[]);
        let at = Position::new(20, 9);
        let marks = [
            AreaMark::Point(at),
            AreaMark::Point(Position::new(26, 9)),
            AreaMark::Point(Position::new(47, 3)),
        ];
        let ground = LabelGround::new(&raster, &marks);
        for candidate in ground.candidates(0, &marks[0], &text("Derby")) {
            let line = &candidate.lines[0];
            assert!(line.at != Position::new(22, 9), "it would touch the point");
        }
        for candidate in ground.candidates(2, &marks[2], &text("Far away")) {
            for line in &candidate.lines {
                assert!(line.at.x + line.width <= 49);
            }
        }
    }

    #[test]
    fn no_label_reads_as_that_of_another_point() {
        let raster = Raster::new(&england(), countries(), &[]);
        let marks = [(20, 9), (22, 9), (24, 9), (21, 10)]
            .map(|(x, y)| AreaMark::Point(Position::new(x, y)));
        let ground = LabelGround::new(&raster, &marks);
        for (area, mark) in (0..).zip(&marks) {
            let AreaMark::Point(own) = mark else {
                unreachable!("all are points");
            };
            for candidate in ground.candidates(area, mark, &text("Derby")) {
                let line = &candidate.lines[0];
                let (first, end) = (line.at.x, line.at.x + line.width);
                let is_beside = line.at.y == own.y && (first == own.x + 2 || end + 1 == own.x);
                let is_above_or_below = line.at.y.abs_diff(own.y) == 1;
                assert!(is_beside || is_above_or_below, "{candidate:?}");
                // The middle point has others on all sides.
                assert_ne!(area, 1, "{candidate:?}");
                for other in marks.iter().filter(|other| *other != mark) {
                    let AreaMark::Point(other) = other else {
                        continue;
                    };
                    let is_near = (first.saturating_sub(2)..=end + 1).contains(&other.x);
                    assert!(!(is_near && other.y == line.at.y), "{candidate:?}");
                }
            }
        }
    }

    #[test]
    fn lines_on_the_left_end_at_the_mark() {
        let raster = Raster::new(&england(), countries(), &[]);
        let marks = [AreaMark::Point(Position::new(30, 12))];
        let ground = LabelGround::new(&raster, &marks);
        let candidates = ground.candidates(0, &marks[0], &text("Fenland and East"));
        let two_lines: Vec<_> = candidates
            .iter()
            .filter(|candidate| candidate.lines.len() == 2 && candidate.lines[0].at.x < 28)
            .filter(|candidate| candidate.lines.iter().any(|line| line.at.y == 12))
            .collect();
        assert!(!two_lines.is_empty());
        for candidate in two_lines {
            for line in &candidate.lines {
                assert_eq!(line.at.x + line.width, 29, "{candidate:?}");
            }
        }
    }

    #[test]
    fn an_area_outside_has_no_place() {
        let raster = Raster::new(&england(), countries(), &[]);
        let ground = LabelGround::new(&raster, &[]);
        assert!(
            ground
                .candidates(0, &AreaMark::Outside, &text("Derby"))
                .is_empty()
        );
    }
}
