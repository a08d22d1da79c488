//! The layout of the screen, for every terminal size.
//!
//! ```text
//!  1 Areas  2 Matrix  3 Map …           header
//! ━ title ━━━━━━━━━━━━━━━━━━━━━━━━━━
//!  main
//! ─ title ──────────────────────────
//!  detail (on the right if wide)
//!  Enter open  ? help  q quit           footer
//! ```

#[cfg(test)]
mod tests;

use ratatui::layout::{Rect, Size};

/// A pane of the areas view, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Pane {
    /// Areas, and the programme.
    #[default]
    Areas,
    /// Priorities of the selected area.
    Priorities,
    /// Actions, targets and other facts of the selected priority.
    Facts,
    /// The full text of the selected item.
    Detail,
}

impl Pane {
    /// All panes in reading order.
    pub const ALL: [Self; 4] = [Self::Areas, Self::Priorities, Self::Facts, Self::Detail];

    /// Returns the next pane; after the last, the first.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % 4]
    }

    /// Returns the previous pane; before the first, the last.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::ALL[(self as usize + 3) % 4]
    }
}

/// The narrowest screen with three lists side by side, in columns.
const MIN_STACKED_WIDTH: u16 = 76;
/// The narrowest screen with room for texts in each of three lists, in columns.
const MIN_ROOMY_WIDTH: u16 = 90;
/// The narrowest screen with the facts at full height, in columns.
const MIN_BESIDE_WIDTH: u16 = 120;
/// The narrowest screen with four panes side by side, in columns.
const MIN_WIDE_WIDTH: u16 = 160;
/// The width of the areas and of the priorities on such a screen, without the line on the left of the latter.
const WIDE_LIST_WIDTH: u16 = 34;

/// The smallest terminal in which panes are shown, in columns and rows.
pub const MIN_SIZE: Size = Size::new(20, 5);

/// The arrangement of the panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScreenLayout {
    /// Only a line that asks for a larger terminal.
    TooSmall,
    /// One pane at a time, with the path to it in its title.
    Single(PaneRects),
    /// Two of the three lists side by side, the detail below.
    Pair(PaneRects),
    /// Three lists side by side, the detail below.
    Stacked(PaneRects),
    /// Three lists side by side, the facts at full height, the detail below the other two.
    Beside(PaneRects),
    /// Four panes side by side.
    Wide(PaneRects),
}

/// The parts of the screen in the areas view. The first row of a pane is its title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaneRects {
    /// The first row.
    pub header: Rect,
    /// The panes in the order of [`Pane::ALL`]: all the same if only one is shown, empty if hidden.
    panes: [Rect; 4],
    /// The last row.
    pub footer: Rect,
}

impl PaneRects {
    /// Returns the rectangle of a pane, including its title.
    #[must_use]
    pub fn pane(&self, pane: Pane) -> Rect {
        self.panes[pane as usize]
    }

    /// Returns true if a pane is on the screen, with or without the focus.
    #[must_use]
    pub fn is_shown(&self, pane: Pane) -> bool {
        !self.pane(pane).is_empty()
    }

    /// Returns the rectangle of a pane's content.
    #[must_use]
    pub fn inner(&self, pane: Pane) -> Rect {
        inner(self.pane(pane))
    }
}

/// Returns the content of a pane: below its title, and right of its border unless it starts at the left edge.
#[must_use]
pub fn inner(pane: Rect) -> Rect {
    let border = u16::from(pane.x > 0);
    Rect {
        x: pane.x + border,
        y: pane.y + 1,
        width: pane.width.saturating_sub(border),
        height: pane.height.saturating_sub(1),
    }
}

/// Converts a number of columns or rows to the screen's unit, limited to its largest value.
#[must_use]
pub fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// The parts of the screen in every other view and in overlays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ViewRects {
    /// The first row.
    pub header: Rect,
    /// The view, including its title.
    pub main: Rect,
    /// The full text of the selected item, including its title, where there is room.
    pub detail: Option<Rect>,
    /// The last row.
    pub footer: Rect,
}

impl ViewRects {
    /// Divides a screen, with or without a detail on the right or below. Returns nothing if the screen is too small.
    #[must_use]
    pub fn new(size: Size, with_detail: bool) -> Option<Self> {
        let Size { width, height } = size;
        let PaneRects { header, footer, .. } = ScreenLayout::new(size).pane_rects()?;
        let has_room = with_detail && !is_small(size);
        let whole = Rect {
            x: 0,
            y: 1,
            width,
            height: height - 2,
        };
        let (main, detail) = match width {
            ..MIN_BESIDE_WIDTH if has_room => {
                let below = (whole.height * 3 / 10).max(5);
                let (main, detail) = split_rows(whole, whole.height - below);
                (main, Some(detail))
            }
            _ if has_room => {
                // Wide enough for ten themes beside the names of the areas.
                let (main, detail) = split_columns(whole, (width * 13 / 20).max(82));
                (main, Some(detail))
            }
            _ => (whole, None),
        };
        Some(Self {
            header,
            main,
            detail,
            footer,
        })
    }

    /// Returns the view and its detail as one area.
    #[must_use]
    pub fn whole(&self) -> Rect {
        self.detail
            .map_or(self.main, |detail| self.main.union(detail))
    }

    /// Divides the whole view into a list and a detail of a number of rows below it, where there is room for one.
    #[must_use]
    pub fn with_detail_below(&self, rows: u16) -> (Rect, Option<Rect>) {
        let whole = self.whole();
        if self.detail.is_none() {
            return (whole, None);
        }
        let (list, detail) = split_rows(whole, whole.height - rows);
        (list, Some(detail))
    }
}

impl ScreenLayout {
    /// Divides a screen of this size into panes.
    #[must_use]
    pub fn new(size: Size) -> Self {
        let Size { width, height } = size;
        if width < MIN_SIZE.width || height < MIN_SIZE.height {
            return Self::TooSmall;
        }
        let row = |y| Rect {
            x: 0,
            y,
            width,
            height: 1,
        };
        let rows = |y, height| Rect {
            y,
            height,
            ..row(y)
        };
        let body = rows(1, height - 2);
        let pane_rects = |panes| PaneRects {
            header: row(0),
            panes,
            footer: row(height - 1),
        };
        if is_small(size) {
            return Self::Single(pane_rects([body; 4]));
        }
        if width >= MIN_WIDE_WIDTH {
            let facts = (width - 2 * WIDE_LIST_WIDTH).div_ceil(2);
            let [areas, priorities, facts, detail] =
                columns(body, [WIDE_LIST_WIDTH, WIDE_LIST_WIDTH + 1, facts]);
            return Self::Wide(pane_rects([areas, priorities, facts, detail]));
        }
        if width >= MIN_BESIDE_WIDTH {
            let [left, facts, ..] = columns(body, [34 + 34, width - 34 - 34, 0]);
            // Twelve areas, one of them in two lines, and the programme fit at 24 rows.
            let upper = (body.height * 24 / 38).max(15.min(body.height - 6));
            let (lists, detail) = split_rows(left, upper);
            let [areas, priorities, ..] = columns(lists, [34, 34, 0]);
            return Self::Beside(pane_rects([areas, priorities, facts, detail]));
        }
        let detail_rows = if height < 24 {
            6 + (height - 16) / 8
        } else {
            7 + (height - 24) / 4
        };
        let (lists, detail) = split_rows(body, body.height - detail_rows);
        if width < MIN_STACKED_WIDTH {
            let [areas, priorities, ..] = columns(lists, [29, width - 29, 0]);
            return Self::Pair(pane_rects([areas, priorities, Rect::ZERO, detail]));
        }
        let priorities = if width < MIN_ROOMY_WIDTH {
            25
        } else {
            (width - 29) / 2
        };
        let [areas, priorities, facts, _] =
            columns(lists, [29, priorities, width - 29 - priorities]);
        Self::Stacked(pane_rects([areas, priorities, facts, detail]))
    }

    /// Returns the layout with the focus on a list. Where only two lists fit, these are the focused one and the one to its
    /// right. Where three are narrow, the facts get the columns of the areas while they have the focus.
    #[must_use]
    pub fn focused_on(self, list: Pane) -> Self {
        let rects = match self {
            Self::Pair(rects) if list != Pane::Areas => rects,
            Self::Stacked(rects) if list == Pane::Facts && rects.header.width < MIN_ROOMY_WIDTH => {
                rects
            }
            _ => return self,
        };
        let lists = Rect {
            width: rects.header.width,
            ..rects.pane(Pane::Areas)
        };
        let [priorities, facts, ..] = columns(lists, [27, lists.width - 27, 0]);
        let detail = rects.pane(Pane::Detail);
        Self::Pair(PaneRects {
            panes: [Rect::ZERO, priorities, facts, detail],
            ..rects
        })
    }

    /// Returns the layout in which the focused pane has all the room of the panes.
    #[must_use]
    pub(super) fn single(self) -> Self {
        let Some(PaneRects { header, footer, .. }) = self.pane_rects() else {
            return self;
        };
        let whole = Rect {
            y: header.bottom(),
            height: footer.y - header.bottom(),
            ..header
        };
        Self::Single(PaneRects {
            header,
            panes: [whole; 4],
            footer,
        })
    }

    /// Returns the rectangles of the panes, unless the screen is too small.
    #[must_use]
    pub fn pane_rects(self) -> Option<PaneRects> {
        match self {
            Self::TooSmall => None,
            Self::Single(rects)
            | Self::Pair(rects)
            | Self::Stacked(rects)
            | Self::Beside(rects)
            | Self::Wide(rects) => Some(rects),
        }
    }
}

/// Returns true if only one pane fits on a screen of this size.
fn is_small(size: Size) -> bool {
    size.width < 60 || size.height < 16
}

/// Divides an area into columns of these widths and the rest.
fn columns(area: Rect, widths: [u16; 3]) -> [Rect; 4] {
    let mut x = area.x;
    let mut column = |width| {
        let column = Rect { x, width, ..area };
        x += width;
        column
    };
    let [first, second, third] = widths.map(&mut column);
    let rest = area.right() - third.right();
    [first, second, third, column(rest)]
}

/// Divides an area into the left columns and the rest.
pub(crate) fn split_columns(area: Rect, left: u16) -> (Rect, Rect) {
    let before = Rect {
        width: left,
        ..area
    };
    let after = Rect {
        x: before.right(),
        width: area.width - left,
        ..area
    };
    (before, after)
}

/// Divides an area into the upper rows and the rest.
pub(crate) fn split_rows(area: Rect, upper: u16) -> (Rect, Rect) {
    let above = Rect {
        height: upper,
        ..area
    };
    let below = Rect {
        y: above.bottom(),
        height: area.height - upper,
        ..area
    };
    (above, below)
}
