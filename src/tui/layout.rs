//! Where everything stands, for every size of terminal.

use ratatui::layout::{Rect, Size};

/// The panes, from left to right and top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Pane {
    /// Areas, and the programme.
    Subjects,
    /// Priorities of the selected area.
    Chapters,
    /// Actions, targets and results of the selected priority.
    Entries,
    /// The whole text of what is selected.
    Detail,
}

impl Pane {
    /// All panes in their order.
    pub const ALL: [Self; 4] = [Self::Subjects, Self::Chapters, Self::Entries, Self::Detail];

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
pub const SMALLEST: Size = Size::new(20, 5);

/// How the screen is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Too small for anything but a line that says so.
    Tiny,
    /// One pane at a time, under a breadcrumb.
    OnePane(Places),
    /// Three panes side by side, the detail below them.
    Stacked(Places),
    /// Four panes side by side.
    Wide(Places),
}

/// Where the parts of the screen are. A pane's first row is its title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    /// The first row.
    pub header: Rect,
    /// The panes, in the order of [`Pane::ALL`]; where only one is shown, all have the same place.
    panes: [Rect; 4],
    /// The last row.
    pub footer: Rect,
}

impl Places {
    /// Where a pane is, its title included.
    #[must_use]
    pub fn pane(&self, pane: Pane) -> Rect {
        self.panes[pane as usize]
    }

    /// Where a pane's content is: below its title and right of its border.
    #[must_use]
    pub fn content(&self, pane: Pane) -> Rect {
        content(self.pane(pane))
    }
}

/// What is left of a place below its title and right of its border; what begins at the left edge has no border.
#[must_use]
pub fn content(place: Rect) -> Rect {
    let Rect {
        x,
        y,
        width,
        height,
    } = place;
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
pub struct Body {
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
pub fn body(size: Size, with_detail: bool) -> Option<Body> {
    let Size { width, height } = size;
    let (header, footer) = match layout(size) {
        Layout::Tiny => return None,
        Layout::OnePane(places) | Layout::Stacked(places) | Layout::Wide(places) => {
            (places.header, places.footer)
        }
    };
    let whole = Rect {
        x: 0,
        y: 1,
        width,
        height: height - 2,
    };
    let (main, detail) = match layout(size) {
        Layout::Stacked(_) if with_detail => {
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
        Layout::Wide(_) if with_detail => {
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
    Some(Body {
        header,
        main,
        detail,
        footer,
    })
}

/// Divides a screen of this size.
#[must_use]
pub fn layout(size: Size) -> Layout {
    let Size { width, height } = size;
    if width < SMALLEST.width || height < SMALLEST.height {
        return Layout::Tiny;
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
    let places = |panes| Places {
        header: row(0),
        panes,
        footer: row(height - 1),
    };
    if width < 60 || height < 16 {
        return Layout::OnePane(places([column(0, width, body); 4]));
    }
    if width >= 120 {
        let (subjects, others) = (28 + (width - 120) / 10, (width - 120) * 2 / 10);
        let (chapters, entries) = (29 + others, 31 + others);
        let detail = width - subjects - chapters - entries;
        return Layout::Wide(places([
            column(0, subjects, body),
            column(subjects, chapters, body),
            column(subjects + chapters, entries, body),
            column(subjects + chapters + entries, detail, body),
        ]));
    }
    // Twelve areas, the programme and the title fit at 24 rows; beyond that both parts grow.
    let upper = (body * 6 / 10).max(14.min(body - 6));
    let subjects = if width < 80 {
        width * 28 / 80
    } else {
        28 + (width - 80) / 4
    };
    let chapters = (width - subjects) / 2;
    Layout::Stacked(places([
        column(0, subjects, upper),
        column(subjects, chapters, upper),
        column(subjects + chapters, width - subjects - chapters, upper),
        Rect {
            x: 0,
            y: 1 + upper,
            width,
            height: body - upper,
        },
    ]))
}

impl Layout {
    /// Where everything is, if anything fits.
    #[must_use]
    pub fn places(self) -> Option<Places> {
        match self {
            Self::Tiny => None,
            Self::OnePane(places) | Self::Stacked(places) | Self::Wide(places) => Some(places),
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
                let layout = layout(Size::new(width, height));
                let places = layout.places().expect("it is large enough");
                let area = |rect: Rect| u32::from(rect.width) * u32::from(rect.height);
                let panes: u32 = Pane::ALL.iter().map(|&pane| area(places.pane(pane))).sum();
                let whole = u32::from(width) * u32::from(height - 2);
                let expected = if matches!(layout, Layout::OnePane(_)) {
                    whole * 4
                } else {
                    whole
                };
                assert_eq!(panes, expected, "{width}x{height}");
                for pane in Pane::ALL {
                    let content = places.content(pane);
                    assert!(
                        content.height >= 2 && content.width >= 16,
                        "{pane:?} at {width}x{height}: {content:?}"
                    );
                    assert!(content.right() <= width && content.bottom() < height);
                }
            }
        }
    }

    #[test]
    fn twelve_areas_and_the_programme_fit_at_80x24() {
        let places = layout(Size::new(80, 24))
            .places()
            .expect("it is large enough");
        assert!(places.content(Pane::Subjects).height >= 13);
    }
}
