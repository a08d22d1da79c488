//! The marks in the columns of a lane.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use super::{lanes::TimelineLane, time_axis::TimeAxis};

/// The marks in a column of a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct LaneCell {
    /// The number of events.
    pub(super) events: usize,
    /// The number of these that were known.
    pub(super) known: usize,
    /// The index of the first event.
    pub(super) first: usize,
    /// True if something was published.
    pub(super) has_publication: bool,
}

/// Returns the marks of a lane in each column of an axis.
fn lane_cells(lane: &TimelineLane, axis: TimeAxis) -> Vec<LaneCell> {
    let mut cells = vec![LaneCell::default(); usize::from(axis.columns)];
    for (index, event) in lane.events.iter().enumerate() {
        let Some(column) = axis.column(event.time) else {
            continue;
        };
        let cell = &mut cells[usize::from(column)];
        if cell.events == 0 {
            cell.first = index;
        }
        cell.events += 1;
        cell.known += usize::from(event.is_known);
    }
    for &time in &lane.publications {
        if let Some(column) = axis.column(time) {
            cells[usize::from(column)].has_publication = true;
        }
    }
    cells
}

impl LaneCell {
    /// Returns the sign of the events: one sign for one, a digit for several if there may be one.
    pub(super) fn sign(&self, has_digit: bool) -> &'static str {
        const DIGITS: [&str; 8] = ["2", "3", "4", "5", "6", "7", "8", "9"];
        match self.events {
            0 => "",
            many if many > 1 && has_digit => DIGITS.get(many - 2).copied().unwrap_or("+"),
            _ if self.known == 0 => LATER,
            _ => EVENT,
        }
    }
}

/// An event.
pub(super) const EVENT: &str = "♦";
/// An event that became known later.
pub(super) const LATER: &str = "◇";
/// A publication.
pub(super) const PUBLICATION: &str = "·";

/// The marks of lanes by their index.
type CellsByLane = HashMap<usize, Rc<[LaneCell]>>;

/// The marks of lanes that were shown, kept until the axis or the lanes change. They follow from the state, so that keeping
/// them changes nothing but the time that a frame takes.
#[derive(Debug, Clone, Default)]
pub(super) struct LaneCache {
    kept: RefCell<Option<(TimeAxis, CellsByLane)>>,
}

impl LaneCache {
    /// Returns the marks of a lane, by its index.
    pub(super) fn cells(
        &self,
        index: usize,
        lane: &TimelineLane,
        axis: TimeAxis,
    ) -> Rc<[LaneCell]> {
        let mut kept = self.kept.borrow_mut();
        let (_, lanes) = match &mut *kept {
            Some(kept) if kept.0 == axis => kept,
            kept => kept.insert((axis, HashMap::new())),
        };
        let cells = lanes
            .entry(index)
            .or_insert_with(|| lane_cells(lane, axis).into());
        Rc::clone(cells)
    }

    /// Forgets everything: the lanes have changed.
    pub(super) fn forget(&self) {
        *self.kept.borrow_mut() = None;
    }
}
