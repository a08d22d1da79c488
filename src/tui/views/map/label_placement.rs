//! The choice of a place for every label: the cheapest without overlaps, found by branch and bound.

use ratatui::layout::{Position, Size};

use super::label_candidates::{LabelCandidate, LabelLine};
use crate::sort::SortShared;

/// The cost of a label without a place: more than any place of it.
const NO_PLACE: f64 = 100.0;
/// The cost of a cell just above or below another label, before its root is taken.
const CLOSE: f64 = 0.2;
/// The candidates tried before the best choice so far is taken. A dozen areas need a few hundred.
const MAX_STEPS: usize = 20_000;
/// The largest number of labels: a map with more areas has no room for them anyway.
const MAX_LABELS: usize = 200;

/// Returns the index of the chosen candidate of each label; none if it has no place. The choice does not depend on the
/// order of the labels, except where two choices cost the same.
pub(super) fn choose(size: Size, labels: &[Vec<LabelCandidate>]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..labels.len())
        .filter(|&label| !labels[label].is_empty())
        .collect();
    order.sort_shared_by_key(|&label| (labels[label].len(), label));
    order.truncate(MAX_LABELS);
    // The least that the labels from each depth on cost.
    let mut least = vec![0.0; order.len() + 1];
    for depth in (0..order.len()).rev() {
        least[depth] = least[depth + 1] + labels[order[depth]][0].cost.min(NO_PLACE);
    }
    let mut search = PlacementSearch {
        labels,
        order,
        least,
        taken: TakenCells::new(size),
        current: vec![None; labels.len()],
        best: vec![None; labels.len()],
        best_cost: f64::INFINITY,
        steps: 0,
    };
    search.place(0, 0.0);
    search.best
}

/// A search for the cheapest choice.
struct PlacementSearch<'l> {
    labels: &'l [Vec<LabelCandidate>],
    /// The labels in the order of the search: those with the fewest candidates first.
    order: Vec<usize>,
    least: Vec<f64>,
    taken: TakenCells,
    current: Vec<Option<usize>>,
    best: Vec<Option<usize>>,
    best_cost: f64,
    steps: usize,
}

impl PlacementSearch<'_> {
    /// Tries the candidates of the label at a depth, and then those of the next.
    fn place(&mut self, depth: usize, cost: f64) {
        let Some(&label) = self.order.get(depth) else {
            if cost < self.best_cost {
                self.best_cost = cost;
                self.best.clone_from(&self.current);
            }
            return;
        };
        let candidates = &self.labels[label];
        let rest = self.least[depth + 1];
        for (index, candidate) in candidates.iter().enumerate() {
            // Candidates are in the order of their cost.
            if cost + candidate.cost + rest >= self.best_cost {
                return;
            }
            self.steps += 1;
            let Some(close) = self.taken.closeness(&candidate.lines) else {
                continue;
            };
            let total = cost + candidate.cost + close;
            if total + rest >= self.best_cost {
                continue;
            }
            self.current[label] = Some(index);
            self.taken.set(&candidate.lines, true);
            self.place(depth + 1, total);
            self.taken.set(&candidate.lines, false);
            self.current[label] = None;
            if self.steps > MAX_STEPS && self.best_cost.is_finite() {
                return;
            }
        }
        if cost + NO_PLACE + rest < self.best_cost {
            self.place(depth + 1, cost + NO_PLACE);
        }
    }
}

/// The cells that labels have taken.
struct TakenCells {
    size: Size,
    /// True for cells with text.
    text: Vec<bool>,
    /// The number of labels that end beside a cell.
    ends: Vec<u8>,
}

impl TakenCells {
    fn new(size: Size) -> Self {
        let cells = usize::from(size.width) * usize::from(size.height);
        Self {
            size,
            text: vec![false; cells],
            ends: vec![0; cells],
        }
    }

    /// Returns the index of a cell, if it is on the map.
    fn index(&self, x: u16, y: u16) -> Option<usize> {
        (x < self.size.width && y < self.size.height)
            .then(|| usize::from(y) * usize::from(self.size.width) + usize::from(x))
    }

    fn has_text(&self, x: u16, y: u16) -> bool {
        self.index(x, y).is_some_and(|cell| self.text[cell])
    }

    /// Returns the cells at both ends of a line.
    fn ends(line: &LabelLine) -> impl Iterator<Item = Position> {
        let Position { x, y } = line.at;
        let before = x.checked_sub(1);
        let ends = [before, x.checked_add(line.width)];
        ends.into_iter().flatten().map(move |x| Position::new(x, y))
    }

    /// Returns the cost of being just above or below other labels; nothing if the label would overlap or touch one.
    fn closeness(&self, lines: &[LabelLine]) -> Option<f64> {
        let mut close = 0_u16;
        for line in lines {
            if Self::ends(line).any(|end| self.has_text(end.x, end.y)) {
                return None;
            }
            for x in line.at.x..line.at.x + line.width {
                let cell = self.index(x, line.at.y)?;
                if self.text[cell] || self.ends[cell] > 0 {
                    return None;
                }
                let above = line.at.y.checked_sub(1);
                close += u16::from(above.is_some_and(|y| self.has_text(x, y)));
                close += u16::from(self.has_text(x, line.at.y + 1));
            }
        }
        Some(f64::from(close).sqrt() * CLOSE)
    }

    /// Takes the cells of a label, or gives them back.
    fn set(&mut self, lines: &[LabelLine], taken: bool) {
        for line in lines {
            for x in line.at.x..line.at.x + line.width {
                if let Some(cell) = self.index(x, line.at.y) {
                    self.text[cell] = taken;
                }
            }
            for end in Self::ends(line) {
                if let Some(cell) = self.index(end.x, end.y) {
                    let count = &mut self.ends[cell];
                    *count = if taken {
                        count.saturating_add(1)
                    } else {
                        count.saturating_sub(1)
                    };
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(x: u16, y: u16, text: &str, cost: f64) -> LabelCandidate {
        LabelCandidate {
            lines: vec![LabelLine {
                at: Position::new(x, y),
                text: text.into(),
                width: u16::try_from(text.len()).expect("it is short"),
            }],
            cost,
        }
    }

    const SIZE: Size = Size::new(40, 10);

    #[test]
    fn the_cheapest_choice_is_found_even_if_the_first_label_must_give_way() {
        let labels = vec![
            vec![candidate(0, 0, "Derby", 0.0), candidate(0, 4, "Derby", 0.5)],
            vec![
                candidate(4, 0, "Oldham", 0.1),
                candidate(4, 8, "Oldham", 3.0),
            ],
        ];
        assert_eq!(choose(SIZE, &labels), [Some(1), Some(0)]);
    }

    #[test]
    fn labels_keep_a_blank_between_them() {
        let beside = |x| {
            vec![
                vec![candidate(0, 0, "Derby", 0.0)],
                vec![candidate(x, 0, "Oldham", 0.0)],
            ]
        };
        assert_eq!(choose(SIZE, &beside(6)), [Some(0), Some(0)]);
        let touching = choose(SIZE, &beside(5));
        assert_eq!(touching.iter().flatten().count(), 1);
    }

    #[test]
    fn a_place_with_room_around_it_is_preferred() {
        let labels = vec![
            vec![candidate(0, 0, "Derby", 0.0)],
            vec![
                candidate(0, 1, "Oldham", 0.0),
                candidate(0, 3, "Oldham", 0.1),
            ],
        ];
        assert_eq!(choose(SIZE, &labels), [Some(0), Some(1)]);
    }

    #[test]
    fn crowds_end_in_time_with_as_many_labels_as_there_is_room_for() {
        let places = |label: u16| {
            (0..20)
                .map(|place| candidate(place, label % 10, "Somewhere", f64::from(place)))
                .collect()
        };
        let labels: Vec<_> = (0..300).map(places).collect();
        let chosen = choose(SIZE, &labels);
        assert!(chosen.iter().flatten().count() >= 20);
    }
}
