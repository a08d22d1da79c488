//! The parts of the timeline.

use ratatui::layout::Rect;

use crate::tui::layout::{ViewRects, cells, inner, split_rows};

/// The columns of names: full ones, and others in wide panes, in usual ones, and in narrow ones.
const NAMES: [u16; 4] = [31, 24, 18, 14];
/// The widths from which the first three are used.
const FULL: u16 = 120;
const WIDE: u16 = 100;
const USUAL: u16 = 70;
/// The least width that leaves room for the number of events.
const WITH_COUNTS: u16 = 80;
/// The columns of the number of events, with the blank after it.
const COUNT: u16 = 5;
/// The title and the axis above the lanes.
const HEAD_ROWS: u16 = 2;
/// The rows of the list, with its title.
const MIN_LIST: u16 = 6;
/// The height of the view below which only the selected lane and its neighbours are shown.
const LOW: u16 = 15;
const FEW_LANES: u16 = 3;

/// The parts of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TimelineLayout {
    /// The pane of the lanes, with its title. Its height is 1 if there is no room for lanes.
    pub(super) pane: Rect,
    /// The lanes, without the row of the axis above.
    pub(super) lanes: Rect,
    /// The columns of the names.
    pub(super) names: u16,
    /// The axis, in the row of years and in the lanes.
    pub(super) axis: Rect,
    /// True if the number of events is at the right of the axis.
    pub(super) has_counts: bool,
    /// The pane of the list, with its title.
    pub(super) list: Rect,
}

impl TimelineLayout {
    /// Divides the view for some lanes.
    pub(super) fn new(rects: &ViewRects, lane_count: usize) -> Self {
        let whole = rects.whole();
        let most = if whole.height < LOW {
            FEW_LANES
        } else {
            whole.height.saturating_sub(HEAD_ROWS + MIN_LIST)
        };
        // The last rows are the list's: without it, nothing says what happened.
        let room = whole.height.saturating_sub(HEAD_ROWS + 3);
        let shown = cells(lane_count).min(most).min(room);
        let head = if shown == 0 { 0 } else { HEAD_ROWS + shown };
        let (pane, list) = split_rows(whole, head);
        let names = match whole.width {
            FULL.. => NAMES[0],
            WIDE.. => NAMES[1],
            USUAL.. => NAMES[2],
            width => NAMES[3].min(width / 3),
        };
        let has_counts = whole.width >= WITH_COUNTS;
        let inside = inner(pane);
        // The bar, the name and a blank.
        let start = 1 + names + 1;
        let end = if has_counts { COUNT } else { 1 };
        let axis = Rect {
            x: inside.x + start,
            width: inside.width.saturating_sub(start + end),
            height: head.saturating_sub(1),
            ..inside
        };
        let lanes = Rect {
            y: pane.y + HEAD_ROWS.min(head),
            height: shown,
            ..whole
        };
        Self {
            pane,
            lanes,
            names,
            axis,
            has_counts,
            list,
        }
    }

    /// Returns the index of the first visible lane.
    pub(super) fn first_lane(&self, selected: usize, count: usize) -> usize {
        let shown = usize::from(self.lanes.height);
        let before = selected.saturating_sub(shown.saturating_sub(1) / 2);
        before.min(count.saturating_sub(shown))
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;

    fn layout(width: u16, height: u16) -> TimelineLayout {
        let rects = ViewRects::new(Size::new(width, height), true).expect("it is large enough");
        TimelineLayout::new(&rects, 13)
    }

    #[test]
    fn thirteen_lanes_and_the_list_share_the_screen_as_drawn() {
        let narrow = layout(80, 24);
        assert_eq!((narrow.lanes.y, narrow.lanes.height), (3, 13));
        assert_eq!((narrow.list.y, narrow.list.height), (16, 7));
        assert_eq!((narrow.axis.x, narrow.axis.width), (20, 55));
        let wide = layout(120, 40);
        assert_eq!((wide.axis.x, wide.list.width), (33, 120));
    }

    #[test]
    fn low_screens_show_the_selected_lane_and_its_neighbours() {
        let low = layout(80, 16);
        assert_eq!(low.lanes.height, 3);
        assert_eq!(low.first_lane(0, 13), 0);
        assert_eq!(low.first_lane(5, 13), 4);
        assert_eq!(low.first_lane(12, 13), 10);
    }

    #[test]
    fn parts_are_inside_the_view_in_every_size() {
        for width in 20..260 {
            for height in 5..90 {
                let layout = layout(width, height);
                let whole = Rect::new(0, 1, width, height - 2);
                for part in [layout.pane, layout.lanes, layout.axis, layout.list] {
                    assert_eq!(whole.union(part), whole, "{width}x{height}: {part:?}");
                }
                assert!(layout.list.height >= 3, "{width}x{height}");
                assert!(layout.list.width >= 20);
            }
        }
    }
}
