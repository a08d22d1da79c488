//! Mouse targets: what a click on a part of the screen means.

use ratatui::layout::{Position, Rect};

use super::layout::Pane;
use crate::command::Command;

/// The meaning of a click.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseTarget {
    /// Run a command: a tab, or a key in the footer.
    Command(Command),
    /// Select an item of one of the three panes.
    Item(Pane, usize),
    /// Focus a pane.
    Pane(Pane),
    /// Select an item of a list outside the panes.
    Row(usize),
    /// Select a cell of a table, by row and column.
    Cell(usize, usize),
    /// Select the heading of a table's column.
    Heading(usize),
    /// Close the popup, which the click is beside.
    Beside,
}

/// The mouse targets of a frame.
#[derive(Debug, Clone, Default)]
pub struct MouseTargets {
    targets: Vec<(Rect, MouseTarget)>,
}

impl MouseTargets {
    /// Adds a target. Where targets overlap, the last one counts.
    pub fn add(&mut self, area: Rect, target: MouseTarget) {
        self.targets.push((area, target));
    }

    /// Returns the target at a position.
    #[must_use]
    pub fn at(&self, position: Position) -> Option<MouseTarget> {
        self.targets
            .iter()
            .rev()
            .find(|(area, _)| area.contains(position))
            .map(|(_, target)| *target)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_overlapping_targets_counts() {
        let mut targets = MouseTargets::default();
        targets.add(Rect::new(0, 0, 10, 2), MouseTarget::Pane(Pane::Facts));
        targets.add(Rect::new(0, 1, 10, 1), MouseTarget::Item(Pane::Facts, 3));
        let at = |x, y| targets.at(Position::new(x, y));
        assert_eq!(at(4, 0), Some(MouseTarget::Pane(Pane::Facts)));
        assert_eq!(at(4, 1), Some(MouseTarget::Item(Pane::Facts, 3)));
        assert_eq!(at(10, 1), None);
    }
}
