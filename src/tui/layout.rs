//! The layout of the screen, for every terminal size.
//!
//! ```text
//! 1 Areas [Matrix] 3 Map …              header
//! ─[title]──────────────────────────
//!  main
//! ─ title ──────────────────────────
//!  detail (on the right if wide)
//! ? Help  q Quit …                      footer
//! ```

use ratatui::layout::{Rect, Size};

/// A pane of the areas view, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Pane {
    /// Areas, and the programme.
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

/// The smallest terminal in which panes are shown, in columns and rows.
pub const MIN_SIZE: Size = Size::new(20, 5);

/// The arrangement of the panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScreenLayout {
    /// Only a line that asks for a larger terminal.
    TooSmall,
    /// One pane at a time, under a breadcrumb.
    Single(PaneRects),
    /// Three panes side by side, the detail below.
    Stacked(PaneRects),
    /// Four panes side by side.
    Wide(PaneRects),
}

/// The parts of the screen in the areas view. The first row of a pane is its title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaneRects {
    /// The first row.
    pub header: Rect,
    /// The panes in the order of [`Pane::ALL`]; all the same if only one is shown.
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
        let layout = ScreenLayout::new(size);
        let PaneRects { header, footer, .. } = layout.pane_rects()?;
        let whole = Rect {
            x: 0,
            y: 1,
            width,
            height: height - 2,
        };
        let (main, detail) = match layout {
            ScreenLayout::Stacked(_) if with_detail => {
                let below = (whole.height * 3 / 10).max(5);
                let main = Rect {
                    height: whole.height - below,
                    ..whole
                };
                let detail = Rect {
                    y: main.bottom(),
                    height: below,
                    ..whole
                };
                (main, Some(detail))
            }
            ScreenLayout::Wide(_) if with_detail => {
                // Wide enough for ten themes beside the names of the areas.
                let main = Rect {
                    width: (width * 13 / 20).max(82),
                    ..whole
                };
                let detail = Rect {
                    x: main.right(),
                    width: width - main.width,
                    ..whole
                };
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
        let body = height - 2;
        let column = |x, width, height| Rect {
            x,
            y: 1,
            width,
            height,
        };
        let pane_rects = |panes| PaneRects {
            header: row(0),
            panes,
            footer: row(height - 1),
        };
        if width < 60 || height < 16 {
            return Self::Single(pane_rects([column(0, width, body); 4]));
        }
        if width >= 120 {
            let (areas, others) = (28 + (width - 120) / 10, (width - 120) * 2 / 10);
            let (priorities, facts) = (29 + others, 31 + others);
            let detail = width - areas - priorities - facts;
            return Self::Wide(pane_rects([
                column(0, areas, body),
                column(areas, priorities, body),
                column(areas + priorities, facts, body),
                column(areas + priorities + facts, detail, body),
            ]));
        }
        // Twelve areas, the programme and the title fit at 24 rows; on larger screens both parts grow.
        let upper = (body * 6 / 10).max(14.min(body - 6));
        let areas = if width < 80 {
            width * 28 / 80
        } else {
            28 + (width - 80) / 4
        };
        let priorities = (width - areas) / 2;
        Self::Stacked(pane_rects([
            column(0, areas, upper),
            column(areas, priorities, upper),
            column(areas + priorities, width - areas - priorities, upper),
            Rect {
                x: 0,
                y: 1 + upper,
                width,
                height: body - upper,
            },
        ]))
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
            Self::Single(pane_rects) | Self::Stacked(pane_rects) | Self::Wide(pane_rects) => {
                Some(pane_rects)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panes_fill_the_screen_and_never_overlap() {
        for width in 20..260 {
            for height in 5..90 {
                let layout = ScreenLayout::new(Size::new(width, height));
                let pane_rects = layout.pane_rects().expect("it is large enough");
                let area = |rect: Rect| u32::from(rect.width) * u32::from(rect.height);
                let panes: u32 = Pane::ALL
                    .iter()
                    .map(|&pane| area(pane_rects.pane(pane)))
                    .sum();
                let whole = u32::from(width) * u32::from(height - 2);
                let expected = if matches!(layout, ScreenLayout::Single(_)) {
                    whole * 4
                } else {
                    whole
                };
                assert_eq!(panes, expected, "{width}x{height}");
                for pane in Pane::ALL {
                    let inner = pane_rects.inner(pane);
                    assert!(
                        inner.height >= 2 && inner.width >= 16,
                        "{pane:?} at {width}x{height}: {inner:?}"
                    );
                    assert!(inner.right() <= width && inner.bottom() < height);
                }
            }
        }
    }

    #[test]
    fn twelve_areas_and_the_programme_fit_at_80x24() {
        let pane_rects = ScreenLayout::new(Size::new(80, 24))
            .pane_rects()
            .expect("it is large enough");
        assert!(pane_rects.inner(Pane::Areas).height >= 13);
    }
}
