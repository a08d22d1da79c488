//! The columns of the list of targets.

/// The columns before the first: the bar of the selected item, and a blank.
pub(super) const LEFT: usize = 2;
/// The columns between two columns.
const GAP: usize = 2;
/// The columns at the right: a blank, or the scroll bar.
const RIGHT: usize = 1;
/// The columns of the widest outcome with its sign: `◔ in progress`.
const OUTCOME: usize = 13;
/// The narrowest screen with the baselines.
pub(super) const WIDE: u16 = 100;
/// The most lines of a target while not all are in full: on a narrow and on a wide screen.
pub(super) const MOST_LINES: [usize; 2] = [2, 3];
/// The narrowest screen with gauges: under the goals, and from a width on in a column of their own.
const WITH_GAUGE: u16 = 112;
const WITH_GAUGE_COLUMN: u16 = 150;
/// The narrowest screen on which deadlines have a column.
const WITH_DEADLINE: u16 = 76;
/// The narrowest screen with columns at all.
const WITH_COLUMNS: u16 = 60;
/// The columns of a deadline: `2020-21`, and from a width on `summer 2020`.
const DEADLINE: usize = 7;
const WIDE_DEADLINE: usize = 11;
/// The columns of the narrowest and the widest gauge.
const GAUGE: [usize; 2] = [23, 30];
/// The width from which measure and goal grow.
const GROWS_FROM: u16 = 120;

/// A column: where it starts, and its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ColumnSpan {
    pub(super) x: usize,
    pub(super) width: usize,
}

/// The columns that a list of some width has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TargetColumns {
    /// The outcome: sign and word; none where it stands before the measure.
    pub(super) outcome: Option<ColumnSpan>,
    /// The measure; without other columns, with the goal and the deadline.
    pub(super) measure: ColumnSpan,
    /// The goal.
    pub(super) goal: Option<ColumnSpan>,
    /// True if the goal comes with the baseline.
    pub(super) has_baseline: bool,
    /// The deadline; none where it stands after the goal.
    pub(super) deadline: Option<ColumnSpan>,
    /// The column of gauges.
    pub(super) gauge: Option<ColumnSpan>,
    /// True if gauges stand under the goals: most targets have none, and a column would take its room from the measures.
    pub(super) gauge_below: bool,
}

impl TargetColumns {
    /// Returns the place of a gauge.
    #[must_use]
    pub(super) fn gauge_span(&self) -> Option<ColumnSpan> {
        let below = self.goal.filter(|_| self.gauge_below);
        let below = below.map(|goal| ColumnSpan {
            width: goal.width.min(GAUGE[1]),
            ..goal
        });
        self.gauge.or(below)
    }

    /// Divides a list of `width` columns.
    #[must_use]
    pub(super) fn new(width: u16) -> Self {
        let columns = usize::from(width);
        if width < WITH_COLUMNS {
            let measure = ColumnSpan {
                x: LEFT + 1,
                width: columns.saturating_sub(LEFT + 1 + RIGHT).max(1),
            };
            return Self {
                outcome: None,
                measure,
                goal: None,
                has_baseline: false,
                deadline: None,
                gauge: None,
                gauge_below: false,
            };
        }
        let extra = columns.saturating_sub(usize::from(GROWS_FROM));
        let gauge = (width >= WITH_GAUGE_COLUMN).then(|| (GAUGE[0] + extra / 4).min(GAUGE[1]));
        let deadline = match width {
            ..WITH_DEADLINE => None,
            WITH_DEADLINE..GROWS_FROM => Some(DEADLINE),
            GROWS_FROM.. => Some(WIDE_DEADLINE),
        };
        let after = [deadline, gauge].into_iter().flatten();
        let after: usize = after.map(|width| width + 1).sum();
        let measure_x = LEFT + OUTCOME + 1;
        let room = columns - measure_x - GAP - after - RIGHT - 1;
        // A goal with its baseline is longer.
        let measure = if width >= WIDE {
            room / 2 + extra / 8
        } else {
            room * 3 / 5
        };
        let goal = room - measure;
        let goal_x = measure_x + measure + GAP;
        let mut next = goal_x + goal + 1;
        let mut place = |width: usize| {
            let span = ColumnSpan { x: next, width };
            next += width + 1;
            span
        };
        Self {
            outcome: Some(ColumnSpan {
                x: LEFT,
                width: OUTCOME,
            }),
            measure: ColumnSpan {
                x: measure_x,
                width: measure,
            },
            goal: Some(ColumnSpan {
                x: goal_x,
                width: goal,
            }),
            has_baseline: width >= WIDE,
            deadline: deadline.map(&mut place),
            gauge: gauge.map(place),
            gauge_below: (WITH_GAUGE..WITH_GAUGE_COLUMN).contains(&width),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_width_and_never_overlap() {
        for width in 20..300 {
            let columns = TargetColumns::new(width);
            let spans = [
                columns.outcome,
                Some(columns.measure),
                columns.goal,
                columns.deadline,
                columns.gauge,
            ];
            let mut end = 0;
            for span in spans.into_iter().flatten() {
                assert!(span.x >= end && span.width > 0, "{width}: {columns:?}");
                end = span.x + span.width + 1;
            }
            assert!(end <= usize::from(width), "{width}: {columns:?}");
            assert!(end + 2 >= usize::from(width), "{width}: {columns:?}");
        }
    }

    #[test]
    fn gauge_and_baseline_go_first_then_the_deadline_then_the_columns() {
        let shown = |width| {
            let columns = TargetColumns::new(width);
            [
                columns.gauge_span().is_some(),
                columns.has_baseline,
                columns.deadline.is_some(),
                columns.goal.is_some(),
            ]
        };
        assert_eq!(shown(160), [true; 4]);
        assert_eq!(shown(120), [true; 4]);
        assert!(TargetColumns::new(120).gauge.is_none());
        assert!(TargetColumns::new(120).measure.width >= 44);
        assert_eq!(shown(100), [false, true, true, true]);
        assert_eq!(shown(80), [false, false, true, true]);
        assert_eq!(shown(60), [false, false, false, true]);
        assert_eq!(shown(40), [false; 4]);
    }
}
