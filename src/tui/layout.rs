//! Where everything stands, for every size of terminal.

use ratatui::layout::{Rect, Size};

/// The panes, from left to right and top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Pane {
    /// Areas, and the programme.
    Areas,
    /// Priorities of the selected area.
    Priorities,
    /// Actions, targets and results of the selected priority.
    Facts,
    /// The whole text of what is selected.
    Detail,
}

impl Pane {
    /// All panes in their order.
    pub const ALL: [Self; 4] = [Self::Areas, Self::Priorities, Self::Facts, Self::Detail];

    /// The pane after this one; after the last comes the first.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % 4]
    }

    /// The pane before this one; before the first comes the last.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::ALL[(self as usize + 3) % 4]
    }
}

/// The smallest terminal that panes fit into.
pub const MIN_SIZE: Size = Size::new(20, 5);

/// How the screen is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScreenLayout {
    /// Too small for anything but a line that says so.
    TooSmall,
    /// One pane at a time, under a breadcrumb.
    Single(PaneAreas),
    /// Three panes side by side, the detail below them.
    Stacked(PaneAreas),
    /// Four panes side by side.
    Wide(PaneAreas),
}

/// Where the parts of the screen are. A pane's first row is its title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaneAreas {
    /// The first row.
    pub header: Rect,
    /// The panes, in the order of [`Pane::ALL`]; where only one is shown, all have the same place.
    panes: [Rect; 4],
    /// The last row.
    pub footer: Rect,
}

impl PaneAreas {
    /// Where a pane is, its title included.
    #[must_use]
    pub fn pane(&self, pane: Pane) -> Rect {
        self.panes[pane as usize]
    }

    /// Where a pane's content is: below its title and right of its border.
    #[must_use]
    pub fn inner(&self, pane: Pane) -> Rect {
        inner(self.pane(pane))
    }
}

/// What is left of a place below its title and right of its border; what begins at the left edge has no border.
#[must_use]
pub fn inner(rect: Rect) -> Rect {
    let Rect {
        x,
        y,
        width,
        height,
    } = rect;
    let border = u16::from(x > 0);
    Rect {
        x: x + border,
        y: y + 1,
        width: width.saturating_sub(border),
        height: height.saturating_sub(1),
    }
}

/// Where the parts of any other view are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ViewAreas {
    /// The first row.
    pub header: Rect,
    /// The view, its title included.
    pub main: Rect,
    /// What is selected in it, in whole, its title included; where there is room.
    pub detail: Option<Rect>,
    /// The last row.
    pub footer: Rect,
}

/// Divides a screen of this size for any other view: on the right or below there is room for what is selected.
#[must_use]
pub fn view_areas(size: Size, with_detail: bool) -> Option<ViewAreas> {
    let Size { width, height } = size;
    let (header, footer) = match screen_layout(size) {
        ScreenLayout::TooSmall => return None,
        ScreenLayout::Single(pane_areas)
        | ScreenLayout::Stacked(pane_areas)
        | ScreenLayout::Wide(pane_areas) => (pane_areas.header, pane_areas.footer),
    };
    let whole = Rect {
        x: 0,
        y: 1,
        width,
        height: height - 2,
    };
    let (main, detail) = match screen_layout(size) {
        ScreenLayout::Stacked(_) if with_detail => {
            let below = (whole.height * 3 / 10).max(5);
            let main = Rect {
                height: whole.height - below,
                ..whole
            };
            (
                main,
                Some(Rect {
                    y: main.bottom(),
                    height: below,
                    ..whole
                }),
            )
        }
        ScreenLayout::Wide(_) if with_detail => {
            // Wide enough for ten themes beside areas' names.
            let main = Rect {
                width: (width * 13 / 20).max(82),
                ..whole
            };
            (
                main,
                Some(Rect {
                    x: main.right(),
                    width: width - main.width,
                    ..whole
                }),
            )
        }
        _ => (whole, None),
    };
    Some(ViewAreas {
        header,
        main,
        detail,
        footer,
    })
}

/// Divides a screen of this size.
#[must_use]
pub fn screen_layout(size: Size) -> ScreenLayout {
    let Size { width, height } = size;
    if width < MIN_SIZE.width || height < MIN_SIZE.height {
        return ScreenLayout::TooSmall;
    }
    let row = |y| Rect {
        x: 0,
        y,
        width,
        height: 1,
    };
    let view_areas = height - 2;
    let column = |x, width, height| Rect {
        x,
        y: 1,
        width,
        height,
    };
    let pane_areas = |panes| PaneAreas {
        header: row(0),
        panes,
        footer: row(height - 1),
    };
    if width < 60 || height < 16 {
        return ScreenLayout::Single(pane_areas([column(0, width, view_areas); 4]));
    }
    if width >= 120 {
        let (area_rows, others) = (28 + (width - 120) / 10, (width - 120) * 2 / 10);
        let (priority_rows, fact_rows) = (29 + others, 31 + others);
        let detail = width - area_rows - priority_rows - fact_rows;
        return ScreenLayout::Wide(pane_areas([
            column(0, area_rows, view_areas),
            column(area_rows, priority_rows, view_areas),
            column(area_rows + priority_rows, fact_rows, view_areas),
            column(area_rows + priority_rows + fact_rows, detail, view_areas),
        ]));
    }
    // Twelve areas, the programme and the title fit at 24 rows; beyond that both parts grow.
    let upper = (view_areas * 6 / 10).max(14.min(view_areas - 6));
    let area_rows = if width < 80 {
        width * 28 / 80
    } else {
        28 + (width - 80) / 4
    };
    let priority_rows = (width - area_rows) / 2;
    ScreenLayout::Stacked(pane_areas([
        column(0, area_rows, upper),
        column(area_rows, priority_rows, upper),
        column(
            area_rows + priority_rows,
            width - area_rows - priority_rows,
            upper,
        ),
        Rect {
            x: 0,
            y: 1 + upper,
            width,
            height: view_areas - upper,
        },
    ]))
}

impl ScreenLayout {
    /// Where everything is, if anything fits.
    #[must_use]
    pub fn pane_areas(self) -> Option<PaneAreas> {
        match self {
            Self::TooSmall => None,
            Self::Single(pane_areas) | Self::Stacked(pane_areas) | Self::Wide(pane_areas) => {
                Some(pane_areas)
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
                let layout = screen_layout(Size::new(width, height));
                let pane_areas = layout.pane_areas().expect("it is large enough");
                let area = |rect: Rect| u32::from(rect.width) * u32::from(rect.height);
                let panes: u32 = Pane::ALL
                    .iter()
                    .map(|&pane| area(pane_areas.pane(pane)))
                    .sum();
                let whole = u32::from(width) * u32::from(height - 2);
                let expected = if matches!(layout, ScreenLayout::Single(_)) {
                    whole * 4
                } else {
                    whole
                };
                assert_eq!(panes, expected, "{width}x{height}");
                for pane in Pane::ALL {
                    let inner = pane_areas.inner(pane);
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
        let pane_areas = screen_layout(Size::new(80, 24))
            .pane_areas()
            .expect("it is large enough");
        assert!(pane_areas.inner(Pane::Areas).height >= 13);
    }
}
